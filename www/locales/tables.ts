/**
 * Titles of the engine's tables in languages other than their own, English. Loaded after the first answer; a title that is
 * missing here stands in English, marked as such.
 */

export const tableTitles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zh: {
    "access-criteria": "中国支持小微企业融资协调工作机制向银行推荐企业的标准",
    "oecd-country-risk": "《官方支持出口信贷安排》参加方的国家风险分类",
    "country-score": "国家评分由哪些指标构成",
    "credit-quality-steps": "各信用质量等级对应的三年违约率",
    "de-federal-fees": "德国联邦出口信用担保的费用（欧元）",
    "de-federal-manufacturing": "德国联邦制造期风险保费（重构）：按国家风险类别的系数",
    "de-federal-short-term": "德国联邦两年以内出口信贷保费（重构）：按国家风险类别与买方等级的月费率与百分比",
    "fi-short-term": "芬兰出口信用机构短期出口信用担保保费：按付款期限与买方保费等级的百分比",
    "indicator-sources": "国家风险指标的来源与使用条款",
    "country-indicators": "国家风险指标",
    "investment-cover": "海外投资政治风险保险：年费率及相关条件",
    "jp-2004-short-term": "日本出口保险机构 2004 年 10 月起的短期保费（历史资料）：按国家类别 A 至 H 的日费率与百分比",
    "oecd-minimum-premium": "《官方支持出口信贷安排》最低保费：按国家风险类别的系数",
    "arrangement-participants": "《官方支持出口信贷安排》参加方",
    "sanctions-programmes": "联合国、欧盟与美国针对国家和地区的措施",
    "se-matrix-newer": "瑞典出口信用机构十二个月以上信贷的保费矩阵（新版）：按国家风险类别与买方等级的年费率（基点）",
    "se-matrix-older": "瑞典出口信用机构十二个月以上信贷的保费矩阵（旧版）：按国家风险类别与买方等级的年费率（基点）",
    "settlement-fees": "银行与平台公布的贸易结算方式费用与时间",
    "short-term-grid": "短期保险按国家、付款方式与期限的保费：在保险公司公布区间内的假设",
    "vehicle-duties": "各市场对车辆征收的关税与税费（据公开报道）",
    "vehicle-recycling-fee": "车辆报废（回收）费：基础金额乘以按功率与车龄的系数",
  },
};

/** The title in a language; undefined where the table's own is all there is. */
export function tableTitle(tag: string, id: string): string | undefined {
  return tableTitles[tag.split("-")[0] ?? ""]?.[id];
}
