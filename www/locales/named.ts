/** The same names under several headings: ways and cases stand in requests and in several places of an answer. */
export function named(headings: readonly string[], names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(headings.flatMap((heading) => Object.entries(names).map(([key, name]) => [`${heading}/${key}`, name])));
}
