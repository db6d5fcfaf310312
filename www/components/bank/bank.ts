/** The bank's view: the margin that it needs with cover and without, of what it is made, and the table of both. */

import { html, nothing, type TemplateResult } from "lit";
import { marginChart, type MarginBar } from "../../charts/margins.js";
import { outputLabel, phrase, why, type View } from "../../element/view.js";
import { valueAt } from "../../text/path.js";

const SIDES = ["withCover", "withoutCover"] as const;
const PARTS = [
  ["feeMargin", "retained"],
  ["costMargin", "interest"],
  ["lossMargin", "premium"],
  ["capitalMargin", "principal"],
] as const;

export function bank(view: View, width: number): TemplateResult | typeof nothing {
  const { quote, format } = view;
  if (!valueAt(quote, "bank")) return nothing;
  const { ui, says } = view.locale;
  const number = (path: string) => Number(valueAt(quote, `bank.${path}`));
  const told = (path: string, write: (path: string) => unknown) =>
    (valueAt(quote, `bank.${path}`) ?? null) === null ? "–" : why(view, `bank.${path}`, write(path));
  const rate = (path: string) => told(path, () => format.percent(number(path)));
  const money = (path: string) => told(path, () => format.number(String(valueAt(quote, `bank.${path}`)), 0));
  // Without a cover both ways are the same.
  const covered = Boolean(valueAt(quote, "cover"));
  const sides = covered ? SIDES : (["withoutCover"] as const);
  const name = (side: string) => (side === "withCover" ? ui.withCover : ui.withoutCover);
  const bars: MarginBar[] = sides.map((side) => ({
    name: name(side),
    parts: PARTS.map(([part, key]) => ({
      key,
      value: number(`${side}.${part}`),
      title: `${outputLabel(view, part)} ${format.percent(number(`${side}.${part}`))}`,
    })),
    needed: number(`${side}.neededMargin`),
    value: format.percent(number(`${side}.neededMargin`)),
  }));
  const own = number("dealMargin");
  const ownName = `${outputLabel(view, "dealMargin")} ${format.percent(own)}`;
  const list = bars.map((bar) => `${bar.name} ${bar.value} (${bar.parts.map(({ title }) => title).join(", ")})`);
  const rows: [string, (path: string) => unknown][] = [
    ["riskWeight", rate],
    ["averageBalance", money],
    ["riskWeightedAssets", money],
    ["capital", money],
    ["expectedLoss", money],
    ...PARTS.map(([part]): [string, (path: string) => unknown] => [part, rate]),
    ["neededMargin", rate],
    ["neededRate", rate],
    ["returnOnCapital", rate],
  ];
  const whole: [string, (path: string) => unknown][] = [
    ...(covered ? [["coveredShare", rate], ["coveredWeight", rate]] as [string, (path: string) => unknown][] : []),
    ["uncoveredWeight", rate],
    ["effectiveMaturityYears", (path) => told(path, () => `${format.number(number(path), 2)} ${view.locale.units.years ?? ""}`)],
    ["fundingRate", rate],
    ["dealMargin", rate],
    ...(covered ? [["capitalFreed", money]] as [string, (path: string) => unknown][] : []),
  ];
  return html`
    <section class="card bank ${view.stale ? "stale" : ""}" part="bank" aria-labelledby="bank-title">
      <h2 id="bank-title">${outputLabel(view, "bank")}</h2>
      ${covered
        ? html`<p>${phrase(says.bankWorth<unknown>({ worth: html`<strong>${told("worth", () => format.money(String(valueAt(quote, "bank.worth")), view.currency, 0))}</strong>`, margin: html`<strong>${rate("marginSaved")}</strong>` }))}</p>`
        : nothing}
      <figure>
        <div class="measured" data-measure="bank">
          ${marginChart(
            bars,
            { summary: says.bank({ list, own: ownName }), axis: outputLabel(view, "neededMargin"), percent: (value) => format.percent(value), own: { value: own, name: ownName } },
            width,
          )}
        </div>
        <ul class="legend" aria-hidden="true">
          ${PARTS.map(([part, key]) => html`<li><span class="swatch fill-${key}"></span>${outputLabel(view, part)}</li>`)}
        </ul>
      </figure>
      <div class="scroll" tabindex="0" role="group" aria-label=${outputLabel(view, "bank")}>
        <table>
          <thead>
            <tr><td></td>${sides.map((side) => html`<th scope="col">${name(side)}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map(
              ([row, write]) => html`<tr>
                <th scope="row">${outputLabel(view, row)}${write === money ? `, ${view.currency}` : ""}</th>
                ${sides.map((side) => html`<td>${write(`${side}.${row}`)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <dl class="rows">
        ${whole.filter(([row]) => (valueAt(quote, `bank.${row}`) ?? null) !== null).map(
          ([row, write]) => html`<div><dt>${outputLabel(view, row)}${write === money ? `, ${view.currency}` : ""}</dt><dd>${write(row)}</dd></div>`,
        )}
      </dl>
    </section>
  `;
}
