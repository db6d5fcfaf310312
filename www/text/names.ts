/** What a host calls countries and territories: a list of its own, a ready one, or that of its rate card. */

/** Names by ISO 3166-1 alpha-2. */
export type Names = Readonly<Record<string, string>>;

/** Lists that are ready, by their name and by language; English stands for a language that is not there. */
const READY: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  "mainland-china": {
    zh: { CN: "中国", HK: "中国香港", MO: "中国澳门", TW: "中国台湾" },
    en: { CN: "China", HK: "Hong Kong, China", MO: "Macao, China", TW: "Taiwan, China" },
  },
};

/** What a rate card says of names. */
export interface CardName {
  country: string;
  language?: string | null;
  name: string;
}

/** The names for a language: the host's stand before a rate card's, and a card's of that language before its others. */
export function namesFor(
  language: string,
  host: Names | string | undefined,
  card: readonly CardName[],
  countries: readonly { alpha2: string; alpha3: string }[],
): Names | undefined {
  const ready = typeof host === "string" && Object.hasOwn(READY, host) ? READY[host] : undefined;
  const given = typeof host === "object" && host !== null ? Object.entries(host).filter(([, name]) => typeof name === "string") : null;
  const own = given ? Object.fromEntries(given) : (ready?.[language] ?? ready?.en);
  if (card.length === 0) return own;
  const ofCard = [...card]
    .filter((one) => (one.language ?? language) === language)
    .sort((a, b) => Number(Boolean(a.language)) - Number(Boolean(b.language)))
    .flatMap(({ country, name }) => {
      const row = countries.find(({ alpha2, alpha3 }) => alpha2 === country || alpha3 === country);
      return row ? [[row.alpha2, name] as const] : [];
    });
  return { ...Object.fromEntries(ofCard), ...own };
}
