/** Green money year by year: margin and savings of a linked loan or a label, tonnes of both kinds of car. */

import { html, nothing, type TemplateResult } from "lit";
import { savingChart, tonnesChart } from "../../charts/green.js";
import { label, outputLabel, type View } from "../../element/view.js";

type Rows = Readonly<Record<string, ArrayLike<number>>>;
type Group = Readonly<Record<string, unknown>> & { course: Rows };

export function green(view: View, width: number): TemplateResult {
  const group = (name: string) => view.quote?.[name] as Group | null | undefined;
  const { linked, label: labelled, cars } = { linked: group("linked"), label: group("label"), cars: group("cars") };
  return html`
    ${linked?.course ? saving(view, "linked", linked.course, width) : nothing}
    ${labelled?.course ? saving(view, "label", labelled.course, width) : nothing}
    ${cars?.course ? tonnes(view, cars, width) : nothing}
  `;
}

function saving(view: View, place: string, rows: Rows, width: number): TemplateResult {
  const { ui, says } = view.locale;
  const { format, currency, digits } = view;
  const name = (value: string) => outputLabel(view, value);
  const major = (column: string) => Array.from(rows[column] ?? []).map((minor) => minor / 10 ** digits);
  const data = { margins: Array.from(rows.margin ?? []), saved: major("saved"), costs: major("costs"), values: major("value") };
  const told = (index: number) =>
    `${name("margin")} ${format.percent(data.margins[index] ?? 0, 3)}, ${name("saved")} ${format.money(data.saved[index] ?? 0, currency)}, ${name("costs")} ${format.money(data.costs[index] ?? 0, currency)}, ${name("value")} ${format.money(data.values[index] ?? 0, currency)}`;
  const title = label(view, place);
  const text = {
    summary: says.byYear({ title, list: data.saved.map((_, index) => `${index}${says.colon()}${told(index)}`) }),
    upper: name("margin"),
    lower: `${name("saved")}, ${name("costs")}, ${name("value")} (${currency})`,
    years: ui.year,
    mark: "",
    amount: (value: number) => format.axis(value),
    rate: (value: number) => format.percent(value, 3),
    year: (index: number) => `${ui.year} ${index}${says.colon()}${told(index)}`,
  };
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="green" aria-labelledby="green-${place}">
      <h2 id="green-${place}">${title}</h2>
      <figure>
        <div class="measured" data-measure="green">${savingChart(data, text, width)}</div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${name("saved")}</li>
          <li><span class="swatch fill-premium"></span>${name("costs")}</li>
          <li><span class="swatch fill-retained"></span>${name("value")}</li>
        </ul>
      </figure>
    </section>
  `;
}

function tonnes(view: View, cars: Group, width: number): TemplateResult {
  const { ui, says } = view.locale;
  const { format } = view;
  const name = (value: string) => outputLabel(view, value);
  const electric = Array.from(cars.course.electricTonnes ?? []);
  const combustion = Array.from(cars.course.combustionTonnes ?? []);
  const ahead = typeof cars.aheadYear === "number" ? cars.aheadYear : null;
  // Where the crossing lies within its year follows from the kilometres that the engine tells.
  const ways = cars.course.kilometres ?? [];
  const within = ahead === null ? 0 : (Number(cars.aheadKilometres) - (ways[ahead - 1] ?? 0)) / ((ways[ahead] ?? 0) - (ways[ahead - 1] ?? 0) || 1);
  const told = (index: number) => `${name("electricTonnes")} ${format.short(electric[index] ?? 0, 1)}, ${name("combustionTonnes")} ${format.short(combustion[index] ?? 0, 1)}`;
  const text = {
    summary: says.byYear({ title: ui.greenCars, list: electric.map((_, index) => `${index}${says.colon()}${told(index)}`) }),
    upper: ui.greenTonnes,
    lower: "",
    years: ui.year,
    mark: `${format.short(Number(cars.aheadKilometres ?? 0), 0)} km`,
    amount: (value: number) => format.axis(value),
    rate: (value: number) => format.percent(value, 2),
    year: (index: number) => `${ui.year} ${index}${says.colon()}${told(index)}`,
  };
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="green-cars" aria-labelledby="green-cars-title">
      <h2 id="green-cars-title">${ui.greenCars}</h2>
      <figure>
        <div class="measured" data-measure="green">
          ${tonnesChart({ electric, combustion, crossing: ahead === null ? null : ahead - 1 + within }, text, width)}
        </div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${name("electricTonnes")}</li>
          <li><span class="swatch fill-premium"></span>${name("combustionTonnes")}</li>
        </ul>
      </figure>
    </section>
  `;
}
