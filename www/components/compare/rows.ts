/** The rows of a comparison in the reader's words: names, values with their units, differences with their sign. */

import type { Compared } from "../../element/engine.js";
import { currencyOf, inputName, outputLabel, type View } from "../../element/view.js";
import type { Kind, Output } from "../../schema/schema.js";
import { fractionDigits, isDecimal, plain, shift, trim } from "../../text/decimal.js";
import { isoDate } from "../../text/format.js";
import { valueAt } from "../../text/path.js";
import type { Document } from "../../text/share.js";
import { scalar } from "../result/result.js";

export interface Line {
  path: string;
  name: string;
  a: string;
  b: string;
  difference: string;
  /** Whether both sides say the same. */
  same: boolean;
}

export interface Group {
  name: string;
  lines: Line[];
  /** A list of named parts: the first of them stands open. */
  isList: boolean;
}

/** An input that differs. */
export function inputLine(view: View, kept: Document, row: Compared): Line {
  if (row.path === "product") {
    const name = (value: unknown) => view.locale.jobs[String(value)]?.name ?? String(value);
    return { path: row.path, name: view.locale.ui.input, a: name(row.a), b: name(row.b), difference: "", same: false };
  }
  const field = view.fields.find(({ path }) => path === row.path || row.path.startsWith(`${path}.`));
  const place = field && row.path.slice(field.path.length + 1);
  const name = inputName(view, field?.path ?? row.path) + (place && /^\d+$/.test(place) ? ` ${Number(place) + 1}` : "");
  const output: Output = {
    name: field?.path ?? row.path, kind: (field?.kind === "list" ? field.items : field?.kind) ?? "text",
    choices: field?.choices ?? [], fields: [], items: null,
  };
  const before: View = { ...view, request: kept, currency: String(valueAt(kept, "currency") ?? view.currency) };
  return line(view, name, output, row, currencyOf(before, output.name), currencyOf(view, output.name));
}

/** The values of the quotes: those of the quote itself first, then those of its parts. */
export function outputGroups(view: View, kept: Document, rows: readonly Compared[]): { main: Line[]; groups: Group[] } {
  const main: Line[] = [];
  const groups = new Map<string, Group>();
  const before = String(valueAt(kept, "currency") ?? view.currency);
  const paths = new Set(rows.map(({ path }) => path));
  for (const row of rows) {
    const steps = row.path.split(".");
    const [first = ""] = steps;
    const last = steps[steps.length - 1] ?? "";
    const found = outputAt(view.outputs, steps);
    const output = found ?? { name: last, kind: "text" as Kind, choices: [], fields: [], items: null };
    // An item's name stands in its rows, and a rate beside its basis points would say the same twice.
    const inList = row.item !== null;
    if (inList && (String(row.a ?? row.b) === row.item || last.startsWith("leftOut"))) continue;
    if (last === "rate" && paths.has(row.path.replace(/rate$/, "basisPoints"))) continue;
    if (last === "decimals" || (last === "currency" && steps.length > 1)) continue;
    const item = inList ? itemName(view, steps, row.item ?? "") : "";
    const inner = steps.slice(1, -1).filter((step) => !/^\d+$/.test(step)).map((step) => outputLabel(view, step));
    const isPlace = /^\d+$/.test(last);
    const own = isPlace ? String(Number(last) + 1) : outputLabel(view, last);
    const name = [...inner, ...(item ? [item] : []), own].join(view.locale.says.colon());
    const one = line(view, name, output, row, before, view.currency);
    if (steps.length === 1) main.push(one);
    else {
      const group = groups.get(first) ?? { name: outputLabel(view, first), lines: [], isList: inList };
      group.lines.push(one);
      groups.set(first, group);
    }
  }
  return { main, groups: [...groups.values()] };
}

export function headlineOf(view: View, kept: Document, rows: readonly Compared[]): Line | null {
  const row = rows.find(({ path }) => path === view.job.headline);
  const output = row && view.outputs.find(({ name }) => name === row.path);
  if (!row || !output) return null;
  const one = line(view, outputLabel(view, output.name), output, row, String(valueAt(kept, "currency") ?? view.currency), view.currency);
  const short = (value: unknown, text: string) =>
    output.kind === "rate" && value !== null ? view.format.percent(value as number) : text;
  return { ...one, a: short(row.a, one.a), b: short(row.b, one.b) };
}

function line(view: View, name: string, output: Output, row: Compared, before: string, now: string): Line {
  return {
    path: row.path,
    name,
    a: written(view, output, row.a, before),
    b: written(view, output, row.b, now),
    difference: row.difference === null ? "" : signed(view, output, row.difference, now),
    same: row.a === row.b || (row.difference !== null && Number(row.difference) === 0),
  };
}

function written(view: View, output: Output, value: Compared["a"], currency: string): string {
  if (typeof value === "number" && output.name.endsWith("asisPoints")) return view.format.number(value, 2);
  const digits = typeof value === "string" && isDecimal(value) ? fractionDigits(value) : view.digits;
  return scalar({ ...view, currency, digits }, output, value);
}

/** A difference with its sign: of rates in basis points, of shares in points, of dates in days. */
function signed(view: View, output: Output, difference: string | number, currency: string): string {
  const text = typeof difference === "number" ? plain(difference) : difference;
  if (!isDecimal(text)) return text;
  const falls = text.startsWith("-");
  const size = text.replace(/^[+-]/, "");
  const sign = !/[1-9]/.test(size) ? "" : falls ? "−" : "+";
  return sign + sized(view, output, size, typeof difference === "number" ? Number(size) : size, currency);
}

function sized(view: View, output: Output, size: string, value: string | number, currency: string): string {
  const { format, locale } = view;
  switch (output.kind) {
    case "rate":
      return `${format.short(shift(size, 4), 2)} ${locale.ui.basisPointsShort}`;
    case "share":
      return `${format.short(trim(shift(size, 2)), 4)} ${locale.ui.percentPoints}`;
    case "date":
      return `${format.short(size, 0)} ${locale.units.days ?? ""}`;
    default:
      return written(view, output, value, currency);
  }
}

/** What an item of a list is called: a part of the cost, a choice, a country, a year. */
function itemName(view: View, steps: readonly string[], item: string): string {
  const at = steps.findIndex((step) => /^\d+$/.test(step));
  const first = outputAt(view.outputs, steps.slice(0, at))?.fields[0];
  const known = view.locale.components[item];
  if (known !== undefined || !first) return known ?? item;
  const value = first.kind === "date" && /^-?\d+$/.test(item) ? isoDate(Number(item)) : item;
  return written(view, first, value, view.currency);
}

function outputAt(outputs: readonly Output[], steps: readonly string[]): Output | undefined {
  let found: Output | undefined;
  let inner = outputs;
  for (const step of steps) {
    if (/^\d+$/.test(step)) {
      if (found && found.fields.length === 0) found = { ...found, kind: found.items ?? "number" };
      continue;
    }
    found = inner.find(({ name }) => name === step);
    if (!found) return undefined;
    inner = found.fields;
  }
  return found;
}
