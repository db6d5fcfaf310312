/** Where exposures lie: a square for each country, darker the more is owed there, with the table that has the numbers. */

import { html, nothing, type TemplateResult } from "lit";
import { tileMap, type Tile } from "../../charts/tiles.js";
import { countryName, type View } from "../../element/view.js";
import { plain } from "../../text/decimal.js";
import { head, table, type Cell } from "../routes/parts.js";
import { amount, money, type BookQuote } from "./book.js";

/** Shares of the exposure from which on a square is of the next level. */
const STEPS = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2] as const;

export function map(view: View, quote: BookQuote): TemplateResult | typeof nothing {
  const { countries } = quote.concentration;
  if (countries.length === 0) return nothing;
  const { ui, says } = view.locale;
  const { format } = view;
  const chosen = view.picked.get("book-country") ?? "";
  const owed = new Map(countries.map((one) => [one.country, one]));
  const share = (value: number) => format.percent(value, 1);
  const tiles = new Map(view.countries.filter(({ status }) => status !== "not-listed").map((row): [string, Tile] => {
    const one = owed.get(row.alpha3);
    const value = one ? `${money(view, one.exposure)}, ${share(one.share)}` : ui.bookNothing;
    const level = one ? String(STEPS.filter((from) => one.share >= from).length) : "none";
    return [row.alpha3, { alpha3: row.alpha3, code: row.alpha2, level, title: `${countryName(view, row.alpha3)}${says.colon()}${value}`, chosen: chosen === row.alpha3 }];
  }));
  const parts = new Map((quote.contributions?.countries ?? []).map((one) => [one.name, one]));
  const ordered = [...countries].sort((a, b) => b.exposure - a.exposure);
  const columns = ["expectedLoss", "expectedShortfall"] as const;
  const rows = ordered.map(({ country, exposure, share: part }): Cell[] => [
    { text: countryName(view, country), plain: country },
    { text: amount(view, exposure), plain: plain(exposure) },
    { text: share(part), plain: plain(part) },
    ...(parts.size > 0 ? columns : []).map((name): Cell => {
      const value = parts.get(country)?.[name] ?? 0;
      return { text: amount(view, value), plain: plain(value) };
    }),
  ]);
  const heads = [head(view, "country"), head(view, "exposure"), head(view, "share"), ...(parts.size > 0 ? columns : []).map((name) => head(view, name))];
  const summary = says.bookMap({ list: ordered.slice(0, 5).map(({ country, share: part }) => `${countryName(view, country)} ${share(part)}`) });
  return html`
    <section class="card book company world ${view.stale ? "stale" : ""}" part="book-map" aria-labelledby="book-map-title">
      <h2 id="book-map-title">${ui.bookMap}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${ui.bookMap}>${tileMap(tiles, summary, (alpha3) => view.act.pick("book-country", alpha3))}</div>
      <p class="quiet screen-only" role="status">${tiles.get(chosen)?.title ?? ui.bookMapHint}</p>
      <ul class="legend" aria-hidden="true">
        <li>${ui.bookShares}</li>
        ${STEPS.map((from, place) => html`<li><svg class="swatch level-${place + 1}" viewBox="0 0 1 1"><rect width="1" height="1" /></svg>${from === 0 ? says.bookBelow({ value: share(STEPS[1]) }) : says.bookFrom({ value: share(from) })}</li>`)}
      </ul>
      ${table(view, ui.bookMap, "countries.csv", heads, rows.slice(0, 60))}
    </section>
  `;
}
