// Pieces of the schema as Markdown: tables of fields and of values, lists of names, an example with its answer.

/** A table, whose cells are Markdown already. */
export function signed(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

export function table({ head, rows }) {
  return rows.length ? signed(head, rows) : "Nothing.";
}

/** The fields of a request: kind, bounds, what holds when one is left out. */
export function fields(record, link) {
  const required = new Set(record.required ?? []);
  const rows = Object.entries(record.properties).filter(([, field]) => !field.const).map(([name, field]) => [
    `\`${name}\``, kindOf(field, link), boundsOf(field), required.has(name) ? "**required**" : usual(field), shown(field.description),
  ]);
  return { head: ["field", "kind", "range", "left out", "meaning"], rows };
}

/** The values of a quote. */
export function columns(record, link) {
  const rows = Object.entries(record.properties).map(([name, field]) => {
    const kind = kindOf(field, link) + (isOptional(field) ? " or null" : "");
    return [`\`${name}\``, kind, shown(field.description)];
  });
  return { head: ["value", "kind", "meaning"], rows };
}

/** The names of a choice with what each means. */
export function choices(schema, name) {
  const { node } = found(schema.$defs, name) ?? {};
  const meanings = node["x-descriptions"] ?? {};
  const names = (node["x-names"] ?? node.enum).filter((known) => known !== null);
  const others = node.enum.filter((known) => known !== null && !names.includes(known));
  const rows = names.map((known) => [`\`${known}\``, shown(meanings[known] ?? "")]);
  const also = others.length ? `\n\nIn any case, and also known as: ${others.map((other) => `\`${other}\``).join(", ")}.` : "";
  return signed(["name", "meaning"], rows) + also;
}

/** The first part of the schema that spells out a list of names. */
function found(node, name) {
  if (typeof node !== "object" || node === null) return undefined;
  if (node["x-choice"] === name && node.enum) return { node };
  for (const inner of Object.values(node)) {
    const within = found(inner, name);
    if (within) return within;
  }
  return undefined;
}

/** The deal that the page opens with, and what it is answered. */
export function example(answer, { opening, headline, rows = [] }) {
  const quote = answer(opening);
  if (quote.kind) throw new Error(`the example of ${opening.product} is refused: ${quote.message}`);
  const told = [headline, ...rows].map((path) => [path, at(quote, path)]).filter(([, value]) => isShort(value));
  const lines = told.map(([path, value]) => [`\`${path}\``, `\`${JSON.stringify(value)}\``]);
  const others = Object.entries(quote).filter(([name, value]) => isShort(value) && !told.some(([path]) => path === name));
  lines.push(...others.slice(0, Math.max(0, 6 - lines.length)).map(([name, value]) => [`\`${name}\``, `\`${JSON.stringify(value)}\``]));
  const notices = (quote.notices ?? []).map(({ code }) => `\`${code}\``);
  const noticed = notices.length ? [`Notices: ${[...new Set(notices)].join(", ")}.`] : [];
  return [`\`\`\`json\n${compact(opening)}\n\`\`\``, "Its answer begins so:", signed(["value", ""], lines), ...noticed];
}

/** JSON in lines of at most some hundred letters: what fits stays in one. */
function compact(value, indent = "") {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ").replace(/\[ /g, "[").replace(/ \]/g, "]");
  if (typeof value !== "object" || value === null || (indent && indent.length + line.length < 110)) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return `[\n${filled(value, deeper)}\n${indent}]`;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = Object.entries(value).map(([name, part]) => `${Array.isArray(value) ? "" : `"${name}": `}${compact(part, deeper)}`);
  return `${open}\n${inner.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

/** Plain values, as many in a line as fit. */
function filled(values, indent) {
  const lines = [];
  for (const [index, value] of values.entries()) {
    const text = JSON.stringify(value) + (index < values.length - 1 ? "," : "");
    const last = lines.at(-1);
    if (last && last.length + text.length < 108) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(indent + text);
  }
  return lines.join("\n");
}

function at(document, path) {
  return path ? path.split(".").reduce((node, part) => node?.[part], document) : undefined;
}

function isShort(value) {
  if (Array.isArray(value)) return value.length > 0 && value.length <= 4 && value.every((item) => typeof item !== "object");
  return value !== null && value !== undefined && value !== "" && typeof value !== "object";
}

function isOptional(field) {
  return [field.type].flat().includes("null") || (field.anyOf ?? []).some(({ type }) => type === "null");
}

/** The kind of a value, with a link to what it has inside. */
function kindOf(field, link) {
  const target = field.$ref?.split("/").at(-1) ?? field["x-choice"];
  if (target) return `[${target}](${link(target)})`;
  const inner = (field.anyOf ?? []).filter(({ type }) => type !== "null");
  if (field["x-kind"] === "one-or-many") {
    const one = inner.length === 1 ? inner[0].anyOf[0] : inner[0];
    return `${kindOf(one, link)}, one or several`;
  }
  if (inner.length) return kindOf(inner[0], link);
  if (field["x-kind"] === "list") return `list of ${kindOf(field.items, link)}`;
  const kind = field["x-kind"] ?? field.type;
  return `[${kind}](README.md#kinds-of-values)`;
}

function boundsOf(field) {
  const inner = (field.anyOf ?? []).find(({ type }) => type !== "null");
  if (inner) return boundsOf(inner);
  if (field.items) return boundsOf(field.items);
  const { minimum, maximum, exclusiveMinimum: above } = field;
  if (above !== undefined) return `> ${above}`;
  if (minimum === undefined && maximum === undefined) return "";
  if (maximum === undefined) return `≥ ${minimum}`;
  return minimum === undefined ? `≤ ${maximum}` : `${minimum} to ${maximum}`;
}

function usual(field) {
  if (!("default" in field) || field.default === null) return "";
  const text = JSON.stringify(field.default);
  return text.length > 60 ? "see the group" : `\`${text}\``;
}

export function firstSentence(text) {
  return shown(/^[\s\S]*?[.:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/:$/, ".");
}

/** Text for a cell of a table. */
export function shown(text = "") {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;").trim();
}

/** How the kinds of values are written, in requests and in quotes. */
export function kinds() {
  return signed(["kind", "in a request", "in a quote"], [
    ["amount", 'money, exact: `"12500000.00"`, or a number', "exact decimal text; in columns whole numbers of the smallest unit"],
    ["rate, share", "a fraction, exact: `0.05` or `\"0.05\"` is 5 %", "exact decimal text"],
    ["decimal", "an exact number, as text or number", "exact decimal text"],
    ["number", "a number", "a number, found by iteration or by floating point"],
    ["integer, months", "a whole number", "a whole number"],
    ["date", "`\"2027-01-15\"`", "the same"],
    ["country", "ISO 3166-1, alpha-2 or alpha-3", "alpha-3"],
    ["currency", "ISO 4217", "the same"],
    ["column-days", "`Int32Array` of days since 1970-01-01, or a list of dates", "`Int32Array` of days; `dateOf` and `rows` make dates"],
    ["column-f64", "`Float64Array`, or a list of numbers", "`Float64Array`; amounts in the currency's smallest unit"],
    ["text, boolean", "as in JSON", "as in JSON"],
    ["map", "", "a record of texts"],
    ["requests", "parts of requests by product", ""],
  ]);
}
