/** What may happen to the ways: how their values spread, how often each loses or is best, and what waiting a year is worth. */

import { html, nothing, type TemplateResult } from "lit";
import { spreadChart } from "../../charts/spread.js";
import { outputLabel, why, type View } from "../../element/view.js";
import { plain } from "../../text/decimal.js";
import { head, short, table, wayCell, wayName, whole, type Cell } from "./parts.js";

/** `RouteSimulationQuote`, as far as it is shown. */
export interface Simulation {
  paths: number;
  routes: readonly Outlook[];
  noneBest: number;
  valueToday: string;
  valueOfWaiting: string | null;
  waitingAdds: string | null;
}

interface Outlook {
  route: string;
  expectedShortfall: string;
  low: string;
  median: string;
  high: string;
  mean: string;
  standardError: string;
  lossProbability: number;
  bestProbability: number;
}

const AMOUNTS = ["expectedShortfall", "low", "median", "high", "mean", "standardError"] as const;
const CHANCES = ["lossProbability", "bestProbability"] as const;

/**
 * Shows a simulation; that of the quote has its working in the steps, one that ran elsewhere has none. `under` stands below the
 * picture: a way to draw more paths.
 */
export function outlook(view: View, simulation: Simulation, width: number, under: unknown = nothing): TemplateResult {
  const { ui, says } = view.locale;
  const { format } = view;
  const own = simulation === view.quote?.simulation;
  const chance = (value: number) => format.percent(value, 1);
  const name = (output: string) => outputLabel(view, output);
  const rows = simulation.routes.map((one) => ({
    name: wayName(view, one.route),
    note: says.chances({ loss: chance(one.lossProbability), best: chance(one.bestProbability) }),
    worst: Number(one.expectedShortfall),
    low: Number(one.low),
    median: Number(one.median),
    high: Number(one.high),
    mean: Number(one.mean),
    title: [wayName(view, one.route), ...AMOUNTS.map((output) => `${name(output)} ${short(view, one[output])}`)].join(", "),
  }));
  const summary = says.routeSpread({ list: rows.map(({ title, note }) => `${title}, ${note}`) });
  return html`
    <section class="card company routes ${view.stale ? "stale" : ""}" part="route-outlook" aria-labelledby="route-outlook-title">
      <h2 id="route-outlook-title">${ui.outlookTitle}</h2>
      <p class="quiet">${ui.outlookSays}</p>
      <figure>
        <div class="measured" data-measure="outlook">
          ${spreadChart(rows, { summary, axis: `${name("value")}, ${view.currency}`, amount: (value) => format.axis(value) }, width)}
        </div>
      </figure>
      ${under}
      <dl class="rows">
        <div><dt>${name("paths")}</dt><dd>${format.number(simulation.paths)}</dd></div>
        <div><dt>${name("noneBest")}</dt><dd>${own ? why(view, "simulation.noneBest", chance(simulation.noneBest)) : chance(simulation.noneBest)}</dd></div>
        ${(["valueToday", "valueOfWaiting", "waitingAdds"] as const).map((output) => {
          const value = simulation[output];
          if (value === null || value === undefined) return nothing;
          const text = format.money(value, view.currency);
          return html`<div><dt>${name(output)}</dt><dd>${own ? why(view, `simulation.${output}`, text) : text}</dd></div>`;
        })}
      </dl>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.outlookTitle}</span></summary>
        ${everyWay(view, simulation, own)}
      </details>
    </section>
  `;
}

function everyWay(view: View, simulation: Simulation, own: boolean): TemplateResult {
  const heads = ["route", ...AMOUNTS, ...CHANCES].map((name) => head(view, name));
  const rows = simulation.routes.map((one, place): Cell[] => [
    wayCell(view, one.route),
    ...AMOUNTS.map((name) => {
      const text = whole(view, one[name]);
      return { text: own ? why(view, `simulation.routes.${place}.${name}`, text) : text, plain: one[name] };
    }),
    ...CHANCES.map((name) => {
      const text = view.format.percent(one[name], 1);
      return { text: own ? why(view, `simulation.routes.${place}.${name}`, text) : text, plain: plain(one[name]) };
    }),
  ]);
  return table(view, view.locale.ui.outlookTitle, "route-outlook.csv", heads, rows);
}
