/** Who would finance what: projects against offers as a picture, each project's offers in order with what excludes the others, and the two allocations. */

import { html, nothing, type TemplateResult } from "lit";
import { letter, matchChart, type MatchRow } from "../../charts/match.js";
import { choiceLabel, countryName, outputLabel, why, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { valueAt } from "../../text/path.js";

type Column = ArrayLike<number>;

interface Allocation {
  placed: string;
  unplaced: string;
  cost: string;
  averageRate: number | null;
  blockingPairs: number;
  projects: Column;
  offers: Column;
  amounts: Column;
  allInRates: Column;
  unplacedAmounts: Column;
  whyUnplaced: readonly string[];
  remaining: Column;
}

interface Matching {
  stable: Allocation;
  leastCost: Allocation;
  ranking: Record<"projects" | "offers" | "places" | "allInRates" | "returns" | "scores" | "limits", Column>;
  exclusions: Record<"projects" | "offers" | "found" | "asked" | "lacking", Column> & { reasons: readonly string[] };
}

/** So much is drawn and listed; all of it is in the file. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 10;
const MOST_LISTED = 30;
const MOST_OF_ONE = 12;

export function matching(view: View, width: number): TemplateResult | typeof nothing {
  const quote = view.quote as unknown as Matching | null;
  if (!quote?.ranking || !quote.stable || !quote.exclusions) return nothing;
  const { ui, says } = view.locale;
  const names = { projects: listed(view, "projects.names"), offers: listed(view, "offers.names") };
  const ranked = byProject(quote.ranking.projects);
  const excluded = byProject(quote.exclusions.projects);
  const rows = cellsOf(view, quote, names, ranked, excluded);
  const best = indexed(quote.ranking.projects).filter(({ at }) => quote.ranking.places[at] === 1);
  const told = best.slice(0, MOST_LISTED).map(({ value, at }) => ({
    project: names.projects[value] ?? "", offer: names.offers[quote.ranking.offers[at] ?? -1] ?? "", rate: rate(view, quote.ranking.allInRates[at]),
  }));
  return html`
    <section class="card matching landed ${view.stale ? "stale" : ""}" part="matching" aria-labelledby="matching-title">
      <h2 id="matching-title">${ui.matching}</h2>
      <figure>
        <div class="measured" data-measure="matching">${matchChart(rows, says.matching({ list: told }), width)}</div>
        <ul class="legend">
          ${names.offers.slice(0, MOST_COLUMNS).map((name, place) => html`<li><strong>${letter(place)}</strong> ${name}</li>`)}
        </ul>
        <ul class="legend">
          <li><span class="swatch fill-principal"></span>${outputLabel(view, "stable")}</li>
          <li><span class="swatch fill-premium"></span>${outputLabel(view, "leastCost")}</li>
        </ul>
        ${names.projects.length > MOST_ROWS || names.offers.length > MOST_COLUMNS ? html`<p class="quiet">${ui.matchingPart}</p>` : nothing}
      </figure>
      <h3>${outputLabel(view, "ranking")}</h3>
      ${names.projects.slice(0, MOST_LISTED).map((name, project) => one(view, quote, names, name, project, ranked.get(project) ?? [], reasonsOf(quote, excluded.get(project) ?? [])))}
      ${allocation(view, quote.stable, "stable", names)} ${allocation(view, quote.leastCost, "leastCost", names)}
      <p>
        ${(["ranking", "exclusions"] as const).map(
          (table) => html`<button type="button" class="link" @click=${() => view.act.save(`${table}.csv`, "text/csv", file(view, quote[table], names))}>${ui.csv}: ${outputLabel(view, table)}</button> `,
        )}
      </p>
    </section>
  `;
}

interface Names {
  projects: readonly string[];
  offers: readonly string[];
}

function listed(view: View, path: string): readonly string[] {
  const names = valueAt(view.request, path);
  return Array.isArray(names) ? names.map(String) : [];
}

function indexed(column: Column): { value: number; at: number }[] {
  return Array.from(column, (value, at) => ({ value, at }));
}

function rate(view: View, value: number | undefined): string {
  return view.format.percent(value ?? 0, 2);
}

/** An amount that comes in smallest units. */
function money(view: View, minor: number | undefined): string {
  return view.format.number((minor ?? 0) / 10 ** view.digits, view.digits);
}

/** Whether an amount is more than nothing, as a part of what the project needs: for the length of a bar. */
function parts(told: Allocation, project: number, offer: number, all: number): number {
  const found = indexed(told.projects).find(({ value, at }) => value === project && told.offers[at] === offer);
  return found && all > 0 ? (told.amounts[found.at] ?? 0) / all : 0;
}

/** The rows of each project. */
function byProject(column: Column): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let at = 0; at < column.length; at += 1) {
    const project = column[at] as number;
    const rows = found.get(project);
    if (rows) rows.push(at);
    else found.set(project, [at]);
  }
  return found;
}

function cellsOf(view: View, quote: Matching, names: Names, ranked: Map<number, number[]>, excluded: Map<number, number[]>): MatchRow[] {
  const needs = (project: number) =>
    indexed(quote.stable.projects).reduce((sum, { value, at }) => sum + (value === project ? (quote.stable.amounts[at] ?? 0) : 0), quote.stable.unplacedAmounts[project] ?? 0);
  return names.projects.slice(0, MOST_ROWS).map((name, project) => {
    const places = new Map((ranked.get(project) ?? []).map((at) => [quote.ranking.offers[at], at]));
    const out = reasonsOf(quote, excluded.get(project) ?? []);
    const all = needs(project);
    return {
      name,
      cells: names.offers.slice(0, MOST_COLUMNS).map((offer, column) => {
        const at = places.get(column);
        const text = at === undefined ? "" : rate(view, quote.ranking.allInRates[at]);
        const reasons = at === undefined ? out.filter(({ offer }) => offer === column) : [];
        const said = at === undefined ? reasons.map(({ reason }) => choiceLabel(view.locale, "reasons", reason)).join(", ") : text;
        return {
          text,
          place: at === undefined ? 0 : (quote.ranking.places[at] ?? 0),
          stable: parts(quote.stable, project, column, all),
          cheapest: parts(quote.leastCost, project, column, all),
          title: `${name} – ${offer}: ${said}`,
        };
      }),
    };
  });
}

interface Reason {
  offer: number;
  reason: string;
  at: number;
}

function reasonsOf(quote: Matching, rows: readonly number[]): Reason[] {
  return rows.map((at) => ({ offer: quote.exclusions.offers[at] ?? -1, reason: quote.exclusions.reasons[at] ?? "", at }));
}

/** One project: its offers in order, then those that are excluded, each with all reasons and what would lift them. */
function one(view: View, quote: Matching, names: Names, name: string, project: number, rows: readonly number[], out: readonly Reason[]): TemplateResult {
  const { ranking } = quote;
  const excluded = [...new Set(out.map(({ offer }) => offer))];
  const scored = ranking.scores.length > 0;
  const columns = ["offers", "allInRates", "returns", ...(scored ? ["scores"] : []), "limits"];
  return html`<details ?open=${project === 0}>
    <summary>${project + 1} ${name}: ${view.locale.says.offers({ eligible: rows.length, excluded: excluded.length })}</summary>
    ${rows.length > 0
      ? html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>
          <table>
            <thead><tr><th scope="col">${outputLabel(view, "places")}</th>${columns.map((column) => html`<th scope="col">${outputLabel(view, column)}</th>`)}</tr></thead>
            <tbody>
              ${rows.slice(0, MOST_OF_ONE).map(
                (at) => html`<tr>
                  <td>${ranking.places[at]}</td>
                  <th scope="row">${names.offers[ranking.offers[at] ?? -1]}</th>
                  <td>${why(view, `ranking.allInRates.${at}`, rate(view, ranking.allInRates[at]))}</td>
                  <td>${why(view, `ranking.returns.${at}`, rate(view, ranking.returns[at]))}</td>
                  ${scored ? html`<td>${why(view, `ranking.scores.${at}`, view.format.percent(ranking.scores[at] ?? 0, 1))}</td>` : nothing}
                  <td>${why(view, `ranking.limits.${at}`, money(view, ranking.limits[at]))}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : nothing}
    ${excluded.length > 0
      ? html`<ul class="reasons">
          ${excluded.slice(0, MOST_OF_ONE).map(
            (offer) => html`<li><strong>${names.offers[offer]}</strong>: ${out.filter((reason) => reason.offer === offer).map((reason, place) => html`${place > 0 ? "; " : ""}${inWords(view, quote, project, reason)}`)}</li>`,
          )}
        </ul>`
      : nothing}
  </details>`;
}

/** Reasons by lists, with the column of both sides. */
const LISTS: Readonly<Record<string, string>> = { currency: "currencies", country: "countries", kind: "kinds", stage: "stages" };

/** A request's entry of a column that may have one for all. */
function entry(view: View, path: string, place: number): string | undefined {
  const given = valueAt(view.request, path);
  const value = Array.isArray(given) ? (given.length === 1 ? given[0] : given[place]) : given;
  return typeof value === "string" ? value : undefined;
}

/** A reason with what is found, what is asked, and what would lift it. */
function inWords(view: View, quote: Matching, project: number, { offer, reason, at }: Reason): unknown {
  const { exclusions } = quote;
  const name = choiceLabel(view.locale, "reasons", reason);
  const column = LISTS[reason];
  if (column) {
    const own = entry(view, `projects.${column}`, project) ?? (column === "currencies" ? view.currency : undefined);
    const word = (value: string) => (column === "countries" ? countryName(view, value) : column === "currencies" ? value : choiceLabel(view.locale, column, value));
    const asked = (entry(view, `offers.${column}`, offer) ?? "").split(/[|;]/).map((part) => word(part.trim()));
    return html`${name} ${view.locale.says.lifts({ found: own === undefined ? view.locale.ui.notGiven : word(own), asked: asked.join(", ") })}`;
  }
  const write: ((value: number) => string) | undefined = {
    "amount-below-minimum": (value: number) => money(view, value),
    collateral: (value: number) => money(view, value),
    "term-too-short": (value: number) => `${value} ${view.locale.units.months ?? ""}`,
    "term-too-long": (value: number) => `${value} ${view.locale.units.months ?? ""}`,
    "category-too-high": String,
    "too-dear": (value: number) => rate(view, value),
  }[reason];
  if (!write) return name;
  const of = (column: Column) => write(column[at] ?? 0);
  return html`${name} ${view.locale.says.lifts({ found: of(exclusions.found), asked: of(exclusions.asked) })} ${why(view, `exclusions.lacking.${at}`, `${outputLabel(view, "lacking")} ${of(exclusions.lacking)}`)}`;
}

function allocation(view: View, told: Allocation, key: "stable" | "leastCost", names: Names): TemplateResult {
  const { format, currency, digits } = view;
  const amount = (name: "placed" | "unplaced" | "cost") => why(view, `${key}.${name}`, format.money(told[name], currency, digits));
  const average = told.averageRate === null ? "–" : why(view, `${key}.averageRate`, format.percent(told.averageRate, 3));
  const open = indexed(told.unplacedAmounts).filter(({ value }) => value > 0);
  return html`
    <h3>${outputLabel(view, key)}</h3>
    <dl class="rows">
      ${(["placed", "unplaced", "cost"] as const).map((name) => html`<div><dt>${outputLabel(view, name)}</dt><dd>${amount(name)}</dd></div>`)}
      <div><dt>${outputLabel(view, "averageRate")}</dt><dd>${average}</dd></div>
      <div><dt>${outputLabel(view, "blockingPairs")}</dt><dd>${why(view, `${key}.blockingPairs`, told.blockingPairs)}</dd></div>
    </dl>
    ${told.projects.length > 0
      ? html`<div class="scroll" tabindex="0" role="group" aria-label=${outputLabel(view, key)}>
          <table>
            <thead><tr>${["projects", "offers", "amounts", "allInRates"].map((column) => html`<th scope="col" class=${column === "offers" ? "words" : nothing}>${outputLabel(view, column)}</th>`)}</tr></thead>
            <tbody>
              ${indexed(told.projects).slice(0, 200).map(
                ({ value, at }) => html`<tr>
                  <th scope="row">${names.projects[value]}</th>
                  <td class="words">${names.offers[told.offers[at] ?? -1]}</td>
                  <td>${why(view, `${key}.amounts.${at}`, money(view, told.amounts[at]))}</td>
                  <td>${rate(view, told.allInRates[at])}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : nothing}
    ${open.length > 0
      ? html`<ul class="reasons">
          ${open.slice(0, MOST_LISTED).map(
            ({ value, at }) => html`<li><strong>${names.projects[at]}</strong>: ${outputLabel(view, "unplaced")} ${money(view, value)}. ${choiceLabel(view.locale, "whyUnplaced", told.whyUnplaced[at] ?? "")}</li>`,
          )}
        </ul>`
      : nothing}
  `;
}

/** All rows with names in the place of numbers. */
function file(view: View, table: Readonly<Record<string, ArrayLike<number | string>>>, names: Names): string {
  const known = Object.entries(table).filter(([, column]) => column.length > 0);
  const rows = Array.from({ length: known[0]?.[1].length ?? 0 }, (_, row) =>
    known.map(([name, column]) => {
      const value = column[row];
      return name === "projects" ? (names.projects[Number(value)] ?? "") : name === "offers" ? (names.offers[Number(value)] ?? "") : String(value);
    }),
  );
  return csv([known.map(([name]) => outputLabel(view, name)), ...rows]);
}
