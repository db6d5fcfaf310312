/** Makes the page "Method and sources" as a document that needs no script. Everything that is told comes in as data. */

import type { Locale } from "../locales/locale.js";
import { tableTitle } from "../locales/tables.js";
import { methodWords, type MethodWords } from "./words.js";

export interface MethodTable {
  id: string;
  title: string;
  source: string;
  inForce: string | null;
  retrieved: string;
  grade: string;
  licence: string | null;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** The name of its file. */
  file: string;
}

export interface MethodStep {
  id: string;
  symbol: string;
  formula: string;
  cited: readonly { source: string | null; grade: string | null }[];
}

export interface MethodData {
  version: string;
  tables: readonly MethodTable[];
  /** What products tell, in the page's order. */
  products: readonly { name: string; steps: readonly MethodStep[] }[];
  /** Codes of notices that tell an assumption. */
  assumed: readonly string[];
  differences: readonly { place: string; text: string }[];
  languages: readonly { tag: string; name: string }[];
}

/** The column's meaning: that of its table, its own, or the calculator's name for it. */
export function columnMeaning(locale: Locale, table: string, column: string): string | undefined {
  const { of } = methodWords[short(locale.tag)]!;
  const alike = /^\d$/.test(column) ? "digit" : /^I{1,3}$/.test(column) ? `${table}/roman` : /^[A-H]$/.test(column) ? `${table}/letter` : column;
  return of[`${table}/${column}`] ?? of[alike] ?? locale.choices[column] ?? locale.outputs[column];
}

export function methodPage(locale: Locale, data: MethodData): string {
  const words = methodWords[short(locale.tag)]!;
  const date = (text: string) => new Intl.DateTimeFormat(locale.tag, { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(`${text}T00:00:00Z`));
  const parts = ["grades", "tables", "terms", "steps", "assumptions", "differences"] as const;
  const titles = { grades: words.gradesTitle, tables: words.tablesTitle, terms: words.termsTitle, steps: words.stepsTitle, assumptions: words.assumptionsTitle, differences: words.differencesTitle };
  const others = data.languages.filter(({ tag }) => tag !== locale.tag);
  return `<!doctype html>
<html lang="${locale.tag}" dir="${locale.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(words.title)} – export·risk</title>
<link rel="stylesheet" href="./method.css">
</head>
<body>
<header class="top"><p class="logo"><a href="../?lang=${short(locale.tag)}">export·risk</a></p>
<nav aria-label="${text(locale.name)}"><a href="../?lang=${short(locale.tag)}">${text(words.back)}</a>${others.map(({ tag, name }) => ` <a href="./${short(tag)}.html" lang="${tag}" hreflang="${tag}">${text(name)}</a>`).join("")}</nav></header>
<main>
<h1>${text(words.title)}</h1>
<p class="lead">${text(words.intro)}</p>
<p class="quiet">${text(words.version)} ${text(data.version)}</p>
<nav class="contents" aria-label="${text(words.contents)}"><ul>${parts.map((part) => `<li><a href="#${part}">${text(titles[part])}</a></li>`).join("")}</ul></nav>
${section("grades", titles.grades, grades(locale, words))}
${section("tables", titles.tables, `<p class="quiet">${text(words.tablesSay)}</p>${data.tables.map((table) => tableOf(locale, words, table, date)).join("")}`)}
${section("terms", titles.terms, terms(locale, data))}
${section("steps", titles.steps, `<p class="quiet">${text(words.stepsSay)}</p>${data.products.map((product) => stepsOf(locale, product)).join("")}`)}
${section("assumptions", titles.assumptions, `<p class="quiet">${text(words.assumptionsSay)}</p>${assumptions(locale, words, data)}`)}
${section("differences", titles.differences, `<p class="quiet">${text(words.differencesSay)}</p><dl lang="en">${data.differences.map(({ place, text: said }) => `<dt><code>${text(place)}</code></dt><dd>${text(said)}</dd>`).join("")}</dl>`)}
<section id="disclaimer"><h2>${text(locale.ui.disclaimerTitle)}</h2><p>${text(locale.disclaimer)}</p></section>
</main>
</body>
</html>
`;
}

function section(id: string, title: string, content: string): string {
  return `<section id="${id}"><h2>${text(title)}</h2>${content}</section>`;
}

function grades(locale: Locale, words: MethodWords): string {
  return `<dl>${Object.entries(words.grades).map(([grade, means]) => `<dt>${badge(locale, grade)}</dt><dd>${text(means)}</dd>`).join("")}</dl>`;
}

function tableOf(locale: Locale, words: MethodWords, table: MethodTable, date: (text: string) => string): string {
  const title = titleOf(locale, table);
  const facts: [string, string][] = [
    [words.source, `<span${english(locale)}>${text(table.source)}</span>`],
    [words.inForce, table.inForce ? date(table.inForce) : text(words.notGiven)],
    [words.retrieved, date(table.retrieved)],
    [words.grade, badge(locale, table.grade)],
    [words.licence, table.licence ? `<span${english(locale)}>${text(table.licence)}</span>` : text(words.notGiven)],
    [words.rows, new Intl.NumberFormat(locale.tag).format(table.rows.length)],
  ];
  return `<article id="${table.id}"><h3>${title}</h3>
<dl class="facts">${facts.map(([name, value]) => `<div><dt>${text(name)}</dt><dd>${value}</dd></div>`).join("")}</dl>
<details><summary>${text(words.columns)} <span class="unseen">${title}</span></summary><div class="scroll" tabindex="0" role="group" aria-label="${text(words.columns)}"><table><thead><tr><th scope="col">${text(words.column)}</th><th scope="col">${text(words.meaning)}</th></tr></thead><tbody>
${table.columns.map((column) => `<tr><th scope="row"><code>${text(column)}</code></th><td>${text(columnMeaning(locale, table.id, column) ?? "")}</td></tr>`).join("")}
</tbody></table></div></details>
<p><a href="./tables/${table.file}" download>${text(words.download)}<span class="unseen">${locale.says.colon()}${title}</span></a></p></article>`;
}

/** Who must be named for the indicators: the rows of the table of sources, as it has them. */
function terms(locale: Locale, data: MethodData): string {
  const table = data.tables.find(({ id }) => id === "indicator-sources");
  if (!table) return "";
  const at = (row: readonly string[], column: string) => text(row[table.columns.indexOf(column)] ?? "");
  const shown = ["publisher", "data", "edition", "licence", "attribution"];
  return `<div class="scroll" tabindex="0" role="group" aria-label="${text(methodWords[short(locale.tag)]!.termsTitle)}"><table><thead><tr>${shown.map((column) => `<th scope="col">${text(columnMeaning(locale, table.id, column) ?? column)}</th>`).join("")}</tr></thead><tbody${english(locale)}>
${table.rows.map((row) => `<tr>${shown.map((column) => `<td>${at(row, column)}</td>`).join("")}</tr>`).join("")}</tbody></table></div>`;
}

function stepsOf(locale: Locale, { name, steps }: MethodData["products"][number]): string {
  const job = locale.jobs[name];
  const title = text(job?.name ?? name);
  return `<details class="product" id="steps-${name}"><summary><h3>${title}</h3> <span class="quiet">${text(job?.about ?? "")}</span></summary>
<ol class="steps">${steps.map((step) => {
    const told = locale.steps[step.id];
    const formula = told?.formula ?? step.formula;
    const equation = formula.startsWith(`${step.symbol} =`) ? formula : `${step.symbol} = ${formula}`;
    return `<li><p><strong>${text(told?.name ?? step.symbol)}</strong> ${text(told?.means ?? "")}</p><p class="formula" translate="no"><code>${text(equation)}</code></p>${step.cited
      .filter(({ source, grade }) => source || grade)
      .map(({ source, grade }) => `<p class="quiet">${grade ? `${badge(locale, grade)} ` : ""}<span${english(locale)}>${text(source ?? "")}</span></p>`)
      .join("")}</li>`;
  }).join("")}</ol></details>`;
}

function assumptions(locale: Locale, words: MethodWords, data: MethodData): string {
  const list = (title: string, items: readonly string[]) => `<h3>${text(title)}</h3><ul class="plain">${[...new Set(items)].map((item) => `<li>${item}</li>`).join("")}</ul>`;
  const own = data.tables.filter(({ grade }) => grade === "assumption").map((table) => `<a href="#${table.id}">${titleOf(locale, table)}</a>`);
  const steps = data.products.flatMap(({ steps }) =>
    steps.filter(({ cited }) => cited.some(({ grade }) => grade === "assumption")).map(({ id, symbol }) => {
      const told = locale.steps[id];
      return `<strong>${text(told?.name ?? symbol)}</strong> ${text(told?.means ?? "")}`;
    }));
  return list(words.assumedTables, own) + list(words.assumedSteps, steps) + list(words.assumedNotices, data.assumed.map((code) => text(notice(locale, code))));
}

/** A notice without the numbers of a deal. */
export function notice(locale: Locale, code: string): string {
  const anything = new Proxy({}, { get: () => "…" }) as Record<string, string>;
  try {
    return locale.notices[code]?.(anything) ?? code;
  } catch {
    return code;
  }
}

function titleOf(locale: Locale, table: MethodTable): string {
  const own = tableTitle(locale.tag, table.id);
  return own === undefined ? `<span${english(locale)}>${text(table.title)}</span>` : text(own);
}

function badge(locale: Locale, grade: string): string {
  return `<span class="grade ${grade}">${text(locale.grades[grade] ?? grade)}</span>`;
}

/** Names of sources stay in their own language. */
function english(locale: Locale): string {
  return short(locale.tag) === "en" ? "" : ' lang="en"';
}

function short(tag: string): string {
  return tag.split("-")[0] ?? tag;
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}
