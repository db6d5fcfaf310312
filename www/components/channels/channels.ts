/** Channels of settlement side by side: a picture by cost and days, and the table with all that is known of each. */

import { html, nothing, type TemplateResult } from "lit";
import { channelChart, type ChannelDot } from "../../charts/channels.js";
import { choiceLabel, outputLabel, why, type View } from "../../element/view.js";

interface Channel {
  channel: string;
  available: boolean | null;
  fees: string | null;
  spreadCost: string | null;
  days: number | null;
  costOfDays: string | null;
  riskDays: number | null;
  expectedLoss: string | null;
  totalCost: string | null;
  costShare: number | null;
  finality: string;
  grade: string | null;
  missing: readonly string[];
}

const MONEY = ["fees", "spreadCost", "costOfDays", "expectedLoss", "totalCost"] as const;

export function channels(view: View, width: number): TemplateResult | typeof nothing {
  const list = view.quote?.channels as readonly Channel[] | undefined;
  if (!Array.isArray(list)) return nothing;
  const { ui, says } = view.locale;
  const { format, currency, digits, quote } = view;
  const name = (one: Channel) => choiceLabel(view.locale, "channel", one.channel);
  const dots: ChannelDot[] = list.flatMap((one: Channel, place) =>
    one.totalCost === null || one.days === null || one.available === false
      ? []
      : [{ number: place + 1, name: name(one), days: one.days, cost: Number(one.totalCost), best: one.channel === quote?.cheapest }],
  );
  const told = dots.map((dot) => `${dot.name} ${format.money(dot.cost, currency, digits)}, ${ui.daysAxis} ${dot.days}`);
  return html`
    <section class="card channels ${view.stale ? "stale" : ""}" part="channels" aria-labelledby="channels-title">
      <h2 id="channels-title">${ui.channelsTitle}</h2>
      <figure>
        <div class="measured" data-measure="channels">
          ${channelChart(
            dots,
            { summary: says.channels({ list: told }), cost: `${ui.costAxis}, ${currency}`, days: ui.daysAxis, amount: (value) => format.axis(value) },
            width,
          )}
        </div>
        <ol class="legend" aria-hidden="true">
          ${dots.map((dot) => html`<li><span class="swatch ${dot.best ? "fill-principal" : "fill-interest"}"></span>${dot.number} ${dot.name}</li>`)}
        </ol>
      </figure>
      ${table(view, list, name)}
    </section>
  `;
}

function table(view: View, list: readonly Channel[], name: (one: Channel) => string): TemplateResult {
  const { ui } = view.locale;
  const heading = (column: string) => html`<th scope="col">${outputLabel(view, column)}</th>`;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${ui.channelsTitle}>
      <table>
        <caption class="unseen">${ui.channelsTitle}</caption>
        <thead>
          <tr>
            ${["channel", "days", ...MONEY, "costShare", "riskDays", "available", "missing", "finality", "grade"].map(heading)}
          </tr>
        </thead>
        <tbody>
          ${list.map((one, place) => row(view, one, place, name))}
        </tbody>
      </table>
    </div>
  `;
}

function row(view: View, one: Channel, place: number, name: (one: Channel) => string): TemplateResult {
  const { format, locale, digits } = view;
  const { ui } = locale;
  const there = one.available === null ? "–" : one.available ? ui.yes : ui.no;
  const money = (column: (typeof MONEY)[number]) => {
    const value = one[column];
    return value === null ? "–" : why(view, `channels.${place}.${column}`, format.number(value, digits));
  };
  return html`<tr>
    <th scope="row">${place + 1} ${name(one)}</th>
    <td>${one.days ?? "–"}</td>
    ${MONEY.map((column) => html`<td>${money(column)}</td>`)}
    <td>${one.costShare === null ? "–" : format.percent(one.costShare, 3)}</td>
    <td>${one.riskDays ?? "–"}</td>
    <td>${there}</td>
    <td class="words">${one.missing.map((term) => choiceLabel(locale, "missing", term)).join(", ")}</td>
    <td class="words">${choiceLabel(locale, "finality", one.finality)}</td>
    <td>${one.grade === null ? "–" : (locale.grades[one.grade] ?? one.grade)}</td>
  </tr>`;
}
