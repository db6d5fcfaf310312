/** What only the page "Method and sources" says. Names of products, steps, grades and choices are those of the calculator. */

export interface MethodWords {
  title: string;
  back: string;
  intro: string;
  version: string;
  contents: string;
  gradesTitle: string;
  grades: Record<string, string>;
  tablesTitle: string;
  tablesSay: string;
  source: string;
  inForce: string;
  retrieved: string;
  grade: string;
  licence: string;
  rows: string;
  notGiven: string;
  columns: string;
  column: string;
  meaning: string;
  download: string;
  termsTitle: string;
  stepsTitle: string;
  stepsSay: string;
  step: string;
  formula: string;
  means: string;
  assumptionsTitle: string;
  assumptionsSay: string;
  assumedTables: string;
  assumedSteps: string;
  assumedNotices: string;
  differencesTitle: string;
  differencesSay: string;
  other: string;
  /** Columns of tables; `table/column` stands before `column`. */
  of: Record<string, string>;
}

const en: MethodWords = {
  title: "Method and sources",
  back: "To the calculator",
  intro:
    "Everything that the calculator rests on: each table with its source, date, grade and terms, each formula with where it comes from, what is assumed, and where we knowingly differ. This page is made from the tables and the engine itself when they are built.",
  version: "Engine",
  contents: "On this page",
  gradesTitle: "How good a number is",
  grades: {
    official: "The rule’s own text, or the public body’s own list.",
    agency: "An export credit agency’s or an insurer’s own page.",
    secondary: "Someone who cites the rule or the agency.",
    partner: "The rate card of the site that shows the calculator: what a bank or an insurer says itself.",
    assumption: "This project’s own choice: labelled so wherever it is used, and it can be changed.",
  },
  tablesTitle: "Tables",
  tablesSay: "A table’s grade is the lowest among its numbers; single cells may be better.",
  source: "Source",
  inForce: "In force since",
  retrieved: "Taken on",
  grade: "Grade",
  licence: "Terms",
  rows: "Rows",
  notGiven: "not stated",
  columns: "Columns and what they mean",
  column: "Column",
  meaning: "Meaning",
  download: "The table as CSV",
  termsTitle: "Terms and attributions of the indicators",
  stepsTitle: "Formulas, by what they answer",
  stepsSay: "As the engine tells them when a number is asked why. Formulas of one name differ where the rule does.",
  step: "Step",
  formula: "Formula",
  means: "What it means",
  assumptionsTitle: "What is assumed",
  assumptionsSay: "Each of these shows beside the answer when it is used.",
  assumedTables: "Tables that are our own",
  assumedSteps: "Steps by a definition or an assumption of our own",
  assumedNotices: "What an answer may say",
  differencesTitle: "Where we knowingly differ",
  differencesSay: "From a published rule, or from what another library answers. Taken from the engine’s own documents, in English.",
  other: "Other",
  of: {
    criterion: "What is asked of a firm or project", mandatory: "Whether it must be met", country: "Country or territory, ISO 3166-1", category: "Risk category 0 to 7; empty where there is none",
    status: "What the list says of it", dimension: "One of the eight sides of the score", indicator: "What is measured", scale: "How the value is read: on an even or a logarithmic scale",
    safe: "The value that counts as safe, 0 points", risky: "The value that counts as risky, 100 points", weight: "Its weight in the score", year: "Year of the value", unit: "Unit",
    source: "Where the row comes from", step: "Credit quality step, 1 the best", benchmark: "Default rate over three years that the step stands for", lower: "Lower trigger", upper: "Upper trigger",
    best: "Best rating of the step", worst: "Worst rating of the step", fee: "Which fee", rate: "Rate, as a fraction", minimum: "The least", maximum: "The most", grade: "How good the source of the row is",
    coefficient: "Which coefficient of the formula", parameter: "Which coefficient of the formula", term: "Payment term", publisher: "Who publishes", data: "What is published", edition: "Edition",
    copy: "The public copy that the values were taken from", licence: "Terms", attribution: "How the publisher asks to be named", item: "Which number", value: "The number", programme: "Programme",
    kind: "Kind of measure, duty or tax", measures: "What it contains", class: "Buyer class", channel: "Way to settle", currency: "Currency, ISO 4217", factor: "Which factor of the premium", name: "For which case",
    id: "Name of the row", market: "Market of destination", origin: "Origin, where the rate depends on it", goods: "Kind of vehicle", modes: "Built up or as kits", drives: "Combustion, hybrid, battery",
    condition: "What else must hold: a maker, an undertaking", base: "What the rate is counted on", least: "Least amount a vehicle", quota: "Vehicles a year within which the rate holds", from: "First day", until: "Last day",
    asOf: "Day of the report", standing: "Whether it is in force, announced or disputed", engine: "Kind of drive", litresAbove: "Engine size above, litres", litresUpTo: "Engine size up to, litres",
    powerAbove: "Power above", powerUpTo: "Power up to", olderCoefficient: "Coefficient of vehicles older than three years", "vehicle-recycling-fee/base": "Base amount", "vehicle-recycling-fee/coefficient": "Coefficient of new vehicles",
    "fi-short-term/roman": "Premium class of the buyer", "jp-2004-short-term/letter": "Country category of the insurer, A the safest", digit: "Country risk category",
    "country-score/year": "Year from which values count", "country-score/source": "Which source the indicator is from", "indicator-sources/source": "Name of the source", "settlement-fees/unit": "What the number counts: a share, an amount, days",
  },
};

const zh: MethodWords = {
  title: "方法与来源",
  back: "返回计算器",
  intro: "计算器所依据的全部内容：每张数据表的来源、日期、可靠程度与使用条款，每个公式的出处，所作的假设，以及我们有意与他处不同之处。本页在构建时由数据表与计算引擎自动生成。",
  version: "引擎版本",
  contents: "本页内容",
  gradesTitle: "数字的可靠程度",
  grades: {
    official: "规则原文，或公共机构自己公布的名单。",
    agency: "出口信用机构或保险公司自己的网页。",
    secondary: "引用规则或机构的第三方资料。",
    partner: "展示本计算器的网站自己的费率卡，即银行或保险公司自己的数字。",
    assumption: "本项目自行设定：使用时均有标明，并且可以修改。",
  },
  tablesTitle: "数据表",
  tablesSay: "数据表的可靠程度取其中最低者，个别单元格可能更高。",
  source: "来源",
  inForce: "生效日期",
  retrieved: "采集日期",
  grade: "可靠程度",
  licence: "使用条款",
  rows: "行数",
  notGiven: "未说明",
  columns: "各列及其含义",
  column: "列",
  meaning: "含义",
  download: "下载 CSV 数据表",
  termsTitle: "指标的使用条款与署名",
  stepsTitle: "公式（按用途）",
  stepsSay: "与点击“为什么”时引擎给出的计算步骤相同。规则不同时，同名步骤的公式也不同。",
  step: "步骤",
  formula: "公式",
  means: "含义",
  assumptionsTitle: "所作的假设",
  assumptionsSay: "凡被采用的假设都会显示在结果旁。",
  assumedTables: "自行设定的数据表",
  assumedSteps: "采用自有定义或假设的步骤",
  assumedNotices: "结果中可能出现的说明",
  differencesTitle: "有意不同之处",
  differencesSay: "与公开规则或其他程序库结果的差异，摘自引擎文档（英文）。",
  other: "其他",
  of: {
    criterion: "对企业或项目的要求", mandatory: "是否必须满足", country: "国家或地区（ISO 3166-1）", category: "风险类别 0 至 7，空白表示没有", status: "名单中的状态", dimension: "评分的八个方面之一",
    indicator: "所衡量的指标", scale: "数值的读取方式：线性或对数", safe: "视为安全的数值（0 分）", risky: "视为高风险的数值（100 分）", weight: "在评分中的权重", year: "数值年份", unit: "单位", source: "该行的来源",
    step: "信用质量等级，1 为最高", benchmark: "该等级对应的三年违约率", lower: "下触发值", upper: "上触发值", best: "该等级的最高评级", worst: "该等级的最低评级", fee: "费用名称", rate: "费率（小数）",
    minimum: "最低", maximum: "最高", grade: "该行来源的可靠程度", coefficient: "公式中的系数", parameter: "公式中的系数", term: "付款期限", publisher: "发布机构", data: "发布的数据", edition: "版本", copy: "采集数值的公开副本",
    licence: "使用条款", attribution: "发布机构要求的署名方式", item: "数字名称", value: "数值", programme: "措施名称", kind: "措施、关税或税费的种类", measures: "包含的内容", class: "买方等级", channel: "结算方式",
    currency: "货币（ISO 4217）", factor: "保费因素", name: "适用情形", id: "行名称", market: "目的地市场", origin: "原产地（税率取决于原产地时）", goods: "车辆类型", modes: "整车或散件", drives: "燃油、混合动力或纯电",
    condition: "其他条件：生产商、价格承诺等", base: "计税基础", least: "每辆最低金额", quota: "该税率适用的年配额（辆）", from: "起始日", until: "终止日", asOf: "报道日期", standing: "已生效、已公布或有争议", engine: "动力类型",
    litresAbove: "排量高于（升）", litresUpTo: "排量不超过（升）", powerAbove: "功率高于", powerUpTo: "功率不超过", olderCoefficient: "车龄三年以上的系数", "vehicle-recycling-fee/base": "基础金额", "vehicle-recycling-fee/coefficient": "新车系数",
    "fi-short-term/roman": "买方保费等级", "jp-2004-short-term/letter": "该机构的国家类别，A 为最安全", digit: "国家风险类别", "country-score/year": "采用数值的起始年份", "country-score/source": "指标来源名称",
    "indicator-sources/source": "来源名称", "settlement-fees/unit": "数值的计法：比例、金额或天数",
  },
};

export const methodWords: Readonly<Record<string, MethodWords>> = { en, zh };
