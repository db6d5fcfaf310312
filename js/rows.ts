// Columns are quick to make and to draw; people and tables want rows.

type Cells = Float64Array | Int32Array | readonly (number | string | null)[];

/** A row of a schedule: `dates` becomes `date`, the other columns keep their name. */
export type RowOf<Schedule> = {
  [Name in keyof Schedule as Schedule[Name] extends Cells ? (Name extends "dates" ? "date" : Name) : never]:
    Schedule[Name] extends Int32Array ? string : number | string;
};

/**
 * The rows of a schedule. Days become dates, `YYYY-MM-DD`. Amounts stay whole numbers of minor units (cents)
 * unless `scale`, the decimals of the currency, is given: then they become exact decimal text, `"1234.50"`.
 */
export function rows<Schedule extends object>(
  schedule: Schedule,
  options: { scale?: number } = {},
): RowOf<Schedule>[] {
  const columns = Object.entries(schedule).filter((entry): entry is [string, Cells] => isColumn(entry[1]));
  const count = Math.max(0, ...columns.map(([, cells]) => cells.length));
  const result: Record<string, unknown>[] = [];
  for (let index = 0; index < count; index++) {
    const row: Record<string, unknown> = {};
    for (const [name, cells] of columns) {
      row[name === "dates" ? "date" : name] = cell(cells, index, options.scale);
    }
    result.push(row);
  }
  return result as RowOf<Schedule>[];
}

/** The date of a day that is counted from 1970-01-01: `dateOf(20454)` is `"2026-01-01"`. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function isColumn(value: unknown): value is Cells {
  return Array.isArray(value) || value instanceof Float64Array || value instanceof Int32Array;
}

function cell(cells: Cells, index: number, scale: number | undefined): unknown {
  const value = cells[index];
  if (cells instanceof Int32Array) return dateOf(value as number);
  if (cells instanceof Float64Array && scale !== undefined) return decimal(value as number, scale);
  return value;
}

function decimal(minor: number, scale: number): string {
  const sign = minor < 0 ? "-" : "";
  const digits = BigInt(Math.round(Math.abs(minor))).toString().padStart(scale + 1, "0");
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
