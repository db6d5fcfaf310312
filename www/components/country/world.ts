/** The world in one picture, by category or by score, with the table beside it. A square or a row chooses its country. */

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { tileMap, type Tile } from "../../charts/tiles.js";
import type { CountryRow } from "../../element/engine.js";
import { countryName, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import type { CountryRisk } from "./risk.js";

/** What the squares are coloured by. */
export class Colouring implements ReactiveController {
  by: "category" | "score" = "category";

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  choose(by: "category" | "score"): void {
    this.by = by;
    this.host.requestUpdate();
  }
}

export function world(
  view: View,
  risk: CountryRisk,
  colouring: Colouring,
  territories: readonly string[] | undefined,
): TemplateResult | typeof nothing {
  const field = view.fields.find(({ path }) => path === "country");
  const wanted = territories && new Set(territories.map((code) => code.toUpperCase()));
  const rows = view.countries.filter(
    (row) => row.status !== "not-listed" && (!wanted || wanted.has(row.alpha2) || wanted.has(row.alpha3)),
  );
  if (!field || rows.length === 0) return nothing;
  const { ui, says } = view.locale;
  const { by } = colouring;
  const choose = (alpha3: string) => view.act.choose(field, alpha3);
  const name = by === "category" ? ui.byCategory : ui.byScore;
  const tiles = new Map(rows.map((row): [string, Tile] => [row.alpha3, tile(view, row, by, row.alpha3 === risk.country)]));
  return html`
    <section class="card world" part="world" aria-labelledby="world-title">
      <h2 id="world-title">${ui.world}</h2>
      <div class="presets" role="group" aria-label=${ui.colour}>
        ${(["category", "score"] as const).map(
          (way) => html`<button type="button" class="chip" aria-pressed=${by === way ? "true" : "false"} @click=${() => colouring.choose(way)}>
            ${way === "category" ? ui.byCategory : ui.byScore}
          </button>`,
        )}
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label=${name}>${tileMap(tiles, `${ui.world}${says.colon()}${name}`, choose)}</div>
      <ul class="legend" aria-hidden="true">
        ${[0, 1, 2, 3, 4, 5, 6, 7].filter((level) => by === "score" || level > 0).map(
          (level) => html`<li><svg class="swatch level-${level}" viewBox="0 0 1 1"><rect width="1" height="1" /></svg>${by === "score" ? view.format.short(level * 12.5, 1) : level}</li>`,
        )}
        ${by === "category" ? html`<li><svg class="swatch level-market" viewBox="0 0 1 1"><rect width="1" height="1" /></svg>${view.locale.statuses["market-benchmark"]?.name}</li>` : nothing}
        <li><svg class="swatch level-none" viewBox="0 0 1 1"><rect width="1" height="1" /></svg>${by === "score" ? ui.noScore : ui.noCategory}</li>
      </ul>
      ${table(view, rows, choose)}
    </section>
  `;
}

function tile(view: View, row: CountryRow, by: "category" | "score", chosen: boolean): Tile {
  const { says } = view.locale;
  const value = by === "category" ? standing(view, row) : score(view, row);
  return { alpha3: row.alpha3, code: row.alpha2, level: level(row, by), title: `${countryName(view, row.alpha3)}${says.colon()}${value}`, chosen };
}

function level(row: CountryRow, by: "category" | "score"): string {
  if (by === "score") return typeof row.score === "number" ? String(Math.min(7, Math.floor(row.score / 12.5))) : "none";
  if (row.status === "market-benchmark" || row.category === 0) return "market";
  return row.category === null ? "none" : String(row.category);
}

function standing(view: View, row: CountryRow): string {
  return row.category === null || row.category === 0 ? (view.locale.statuses[row.status]?.name ?? row.status) : String(row.category);
}

function score(view: View, row: CountryRow): string {
  return typeof row.score === "number" ? view.format.number(row.score, 0) : "–";
}

function table(view: View, rows: readonly CountryRow[], choose: (alpha3: string) => void): TemplateResult {
  const { ui, units } = view.locale;
  const named = rows.map((row) => ({ row, name: countryName(view, row.alpha3) })).sort((a, b) => view.format.compare(a.name, b.name));
  const file = () =>
    csv([
      ["country", "category", "status", "score"],
      ...named.map(({ row }) => [row.alpha3, String(row.category ?? ""), row.status, String(row.score ?? "")]),
    ]);
  return html`
    <div class="under">
      <details>
        <summary>${ui.table} <span class="unseen">${ui.world}</span></summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${ui.world}>
          <table>
            <thead>
              <tr><th scope="col">${ui.country}</th><th scope="col">${units.category}</th><th scope="col">${ui.score}</th></tr>
            </thead>
            <tbody>
              ${named.map(
                ({ row, name }) => html`<tr>
                  <th scope="row"><button type="button" class="link" @click=${() => choose(row.alpha3)}>${name}</button></th>
                  <td>${standing(view, row)}</td>
                  <td>${score(view, row)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
      <button type="button" class="link" @click=${() => view.act.save("countries.csv", "text/csv", file())}>${ui.csv}</button>
    </div>
  `;
}
