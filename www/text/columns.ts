/** Files of rows as columns of a request. Data only: the engine judges what is in them as it judges any request. */

import type { Field } from "../schema/schema.js";
import { csv } from "./csv.js";
import type { Document, Json } from "./share.js";

/** Why a file can't be taken, by the key of its words, and what of it is meant. */
export class FileFault extends Error {
  constructor(readonly reason: "file-too-large" | "file-unreadable" | "file-column" | "file-rows", readonly what: string) {
    super(reason);
  }
}

const LARGEST = 1_000_000;
const MOST_ROWS = 2000;

/** A file's columns for one group of fields: CSV with their names in the first line, or JSON, a list of records or a record of columns. */
export async function columnsFrom(file: Pick<File, "name" | "size" | "text">, group: string, fields: readonly Field[]): Promise<Document> {
  if (file.size > LARGEST) throw new FileFault("file-too-large", file.name);
  const text = (await file.text()).replace(/^\ufeff/, "").trim();
  const columns = /^[[{]/.test(text) ? fromJson(text, group, file.name) : fromCsv(text, file.name);
  const taken: Document = {};
  for (const [name, values] of columns) {
    // Names as the schema has them, and nothing that means something to JavaScript.
    if (!/^[a-z][A-Za-z]{0,39}$/.test(name) || name === "constructor") throw new FileFault("file-column", name.slice(0, 60));
    const field = fields.find(({ path }) => path === `${group}.${name}`);
    const isList = field === undefined || field.kind === "list" || Array.isArray(values);
    const read = (value: Json) => (isBoolean(field) ? truth(value) : value);
    if (!Array.isArray(values)) taken[name] = read(values);
    else if (field?.kind === "boolean") taken[name] = read(values[0] ?? null);
    // A column in which nothing stands is not there.
    else if (isList && values.some((value) => value !== "" && value !== null)) taken[name] = values.map(read);
  }
  if (Object.keys(taken).length === 0) throw new FileFault("file-rows", file.name);
  return taken;
}

/** Columns as a file that [`columnsFrom`] takes. */
export function columnsCsv(columns: Document): string {
  const known = Object.entries(columns).filter(([, values]) => values !== null);
  const lists = known.map(([, values]) => (Array.isArray(values) ? values : [values]));
  const count = Math.max(0, ...lists.map((values) => values.length));
  const cell = (values: readonly Json[], row: number) => String((values.length === 1 ? values[0] : values[row]) ?? "");
  const rows = Array.from({ length: count }, (_, row) => lists.map((values) => cell(values, row)));
  return csv([known.map(([name]) => name), ...rows]);
}

function fromJson(text: string, group: string, file: string): [string, Json][] {
  let given: Json;
  try {
    given = JSON.parse(text) as Json;
  } catch {
    throw new FileFault("file-unreadable", file);
  }
  if (isRecord(given) && Object.hasOwn(given, group)) given = given[group] as Json;
  if (isRecord(given)) return Object.entries(given);
  const rows = Array.isArray(given) ? given : [];
  if (rows.length === 0 || rows.length > MOST_ROWS || !rows.every(isRecord)) throw new FileFault("file-rows", file);
  const names = [...new Set((rows as Document[]).flatMap(Object.keys))];
  return names.map((name) => [name, (rows as Document[]).map((row) => (Object.hasOwn(row, name) ? (row[name] as Json) : ""))]);
}

function fromCsv(text: string, file: string): [string, Json][] {
  const [names = [], ...rows] = cells(text);
  if (rows.length === 0 || rows.length > MOST_ROWS) throw new FileFault("file-rows", file);
  if (rows.some((row) => row.length !== names.length)) throw new FileFault("file-unreadable", file);
  return names.map((name, column) => [name.trim(), rows.map((row) => (row[column] ?? "").trim())]);
}

/** Rows of cells (RFC 4180); between them commas, or tabs or semicolons where the first line has no comma. */
function cells(text: string): string[][] {
  const [head = ""] = text.split(/\r?\n/, 1);
  const between = head.includes(",") ? "," : head.includes("\t") ? "\t" : ";";
  const rows: string[][] = [[""]];
  let quoted = false;
  const add = (letter: string) => {
    const row = rows[rows.length - 1] as string[];
    row[row.length - 1] += letter;
  };
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] as string;
    if (quoted && letter === '"' && text[place + 1] === '"') {
      add('"');
      place += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) add(letter);
    else if (letter === between) (rows[rows.length - 1] as string[]).push("");
    else if (letter === "\n") rows.push([""]);
    else if (letter !== "\r") add(letter);
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

function isBoolean(field: Field | undefined): boolean {
  return field?.kind === "boolean" || field?.items === "boolean";
}

function truth(value: Json): Json {
  if (typeof value !== "string") return value;
  const text = value.trim().toLowerCase();
  return /^(true|yes|1|是)$/.test(text) ? true : /^(false|no|0|否|)$/.test(text) ? false : value;
}

function isRecord(value: Json): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
