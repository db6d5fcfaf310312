/** Where things stand in a chart. Geometry only. */

/** Round marks from zero to at least `maximum`. */
export function marks(maximum: number, about = 4): number[] {
  if (!(maximum > 0) || !Number.isFinite(maximum)) return [0, 1];
  const rough = maximum / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const count = Math.ceil(maximum / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Round marks around all values and zero: by the whole span, so that there are few whatever lies on either side of zero. */
export function around(values: readonly number[], about = 4): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = marks(high - low, about)[1] ?? 1;
  const below = Math.ceil(-low / step - 1e-9);
  const above = Math.max(1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: below + above + 1 }, (_, place) => (place - below) * step);
}

/** Maps `from` onto `to`, linearly. */
export function scale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const span = from[1] - from[0] || 1;
  return (value) => to[0] + ((value - from[0]) / span) * (to[1] - to[0]);
}

/** A coordinate with two digits: enough for a screen, and short. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** First days of the years that a span of days covers. */
export function newYears(first: number, last: number): number[] {
  const day = 86_400_000;
  const from = new Date(first * day).getUTCFullYear();
  const to = new Date(last * day).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, to - from) }, (_, index) => Date.UTC(from + index + 1, 0, 1) / day);
  return years.filter((year) => year >= first && year <= last);
}

/** A text in lines that fit into the room, broken between words; letters of East Asia may stand at any line's end. */
export function linesOf(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const piece of text.match(/[\u2e80-\uffef][，。、；：）]?|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth((line + piece).trimEnd(), size) <= room) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
}

/** About how wide a text is in the charts' type; letters of East Asia are square. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? size : size * 0.62;
  return width;
}
