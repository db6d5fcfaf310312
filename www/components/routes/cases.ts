/** What may go wrong with one way, a bar a case against and in favour; the way is chosen, the table has all. */

import { html, nothing, type TemplateResult } from "lit";
import { tornadoChart } from "../../charts/tornado.js";
import { choiceLabel, outputLabel, why, type View } from "../../element/view.js";
import { valueAt } from "../../text/path.js";
import { head, short, table, wayCell, wayName, whole, type Cell, type Way } from "./parts.js";

interface Exposure {
  route: string;
  shock: string;
  adverse: string;
  favourable: string | null;
}

/** Where the request says how far a case goes. */
const GIVEN: Readonly<Record<string, string>> = {
  duty: "duty", "kit-duty": "kitDuty", demand: "demand", currency: "currency", "home-cost": "homeCost", expropriation: "expropriationYear",
};

export function cases(view: View, ways: readonly Way[], width: number): TemplateResult | typeof nothing {
  const all = view.quote?.exposures as readonly Exposure[] | undefined;
  if (!Array.isArray(all) || all.length === 0) return nothing;
  const { ui, says } = view.locale;
  const best = view.quote?.best as string | null;
  const picked = view.picked.get("cases") ?? best ?? ways[0]?.route;
  const way = ways.find(({ route }) => route === picked) ?? ways.find(({ route }) => route === best) ?? ways[0];
  if (!way) return nothing;
  const rows = all
    .filter(({ route }) => route === way.route)
    .map((one) => ({
      name: choiceLabel(view.locale, "shock", one.shock),
      low: one.favourable === null ? null : Number(one.favourable),
      high: Number(one.adverse),
      lowInput: far(view, one.shock),
      highInput: "",
    }))
    .sort((a, b) => a.high - b.high);
  const told = rows.map((row) => `${row.name} ${short(view, row.high)}${row.low === null ? "" : ` – ${short(view, row.low)}`}`);
  const summary = `${wayName(view, way.route)}${says.colon()}${told.join("; ")}`;
  return html`
    <section class="card company routes ${view.stale ? "stale" : ""}" part="route-cases" aria-labelledby="route-cases-title">
      <h2 id="route-cases-title">${ui.exposuresTitle}</h2>
      <p class="quiet">${ui.exposuresSays}</p>
      <div class="field pick">
        <label for="route-cases-way">${ui.way}</label>
        <div class="box">
          <select id="route-cases-way" .value=${way.route} @change=${(event: Event) => view.act.pick("cases", (event.target as HTMLSelectElement).value)}>
            ${ways.map(({ route }) => html`<option value=${route} ?selected=${route === way.route}>${wayName(view, route)}</option>`)}
          </select>
        </div>
      </div>
      <figure>
        <div class="measured" data-measure="cases">
          ${tornadoChart(rows, Number(way.value), { summary, base: `${ui.asPlanned} ${short(view, way.value)}`, value: (value) => short(view, value) }, width)}
        </div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-premium"></span>${ui.against}</li>
          <li><span class="swatch fill-interest"></span>${ui.inFavour}</li>
        </ul>
      </figure>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.exposuresTitle}</span></summary>
        ${everyCase(view, all)}
      </details>
    </section>
  `;
}

/** How far a case goes, as the request says. */
function far(view: View, shock: string): string {
  const given = valueAt(view.request, `shocks.${GIVEN[shock] ?? ""}`);
  if (given === undefined || given === null) return "";
  return shock === "expropriation" ? view.locale.says.inYear({ year: String(given) }) : `± ${view.format.fieldPercent(String(given))} %`;
}

function everyCase(view: View, all: readonly Exposure[]): TemplateResult {
  const heads = ["route", "shock", "adverse", "favourable"].map((name) => head(view, name));
  const rows = all.map((one, place): Cell[] => [
    wayCell(view, one.route),
    { text: choiceLabel(view.locale, "shock", one.shock), plain: one.shock, words: true },
    { text: why(view, `exposures.${place}.adverse`, whole(view, one.adverse)), plain: one.adverse },
    { text: one.favourable === null ? "–" : why(view, `exposures.${place}.favourable`, whole(view, one.favourable)), plain: one.favourable ?? "" },
  ]);
  return table(view, outputLabel(view, "exposures"), "route-cases.csv", heads, rows);
}
