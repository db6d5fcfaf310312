/** Two scenarios side by side: the kept deal as A, the one on the screen as B. Every number is the engine's. */

import { html, nothing, type TemplateResult } from "lit";
import { pairBars, type PairPart } from "../../charts/pair.js";
import type { Compared } from "../../element/engine.js";
import type { View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import type { Document } from "../../text/share.js";
import { noticeText } from "../notices/notices.js";
import { problemPlace, problemText } from "../notices/problem.js";
import { headlineOf, inputLine, outputGroups, type Group, type Line } from "./rows.js";
import type { Sides } from "./state.js";

export function compare(view: View, sides: Sides, kept: Document | undefined, width: number): TemplateResult | typeof nothing {
  const { ui } = view.locale;
  if (sides.broken) return html`<p class="card problem" role="alert">${ui.shareBroken}</p>`;
  if (!kept) return nothing;
  const { comparison } = sides;
  return html`
    <section class="card compare ${view.stale ? "stale" : ""}" part="compare" aria-labelledby="compare-title">
      <div class="compare-top">
        <h2 id="compare-title" tabindex="-1">${ui.sideBySide}</h2>
        <div class="compare-acts screen-only">
          <button type="button" class="plain" @click=${() => sides.swap(view)}>${ui.swapSides}</button>
          <button type="button" class="plain" @click=${() => void sides.drop(view.product)}>${ui.dropSide}</button>
        </div>
      </div>
      ${sides.problem ? html`<p class="wrong">${problemText(view, sides.problem)}</p>` : nothing}
      ${comparison ? body(view, sides, kept, width) : nothing}
    </section>
  `;
}

function body(view: View, sides: Sides, kept: Document, width: number): unknown {
  const { ui } = view.locale;
  const { inputs, outputs, errors, notices } = sides.comparison!;
  const headline = headlineOf(view, kept, outputs);
  const { main, groups } = outputGroups(view, kept, outputs);
  const changed = inputs.map((row) => inputLine(view, kept, row));
  // A name that both sides have says nothing; a number that stays the same does.
  const shown = main.filter(({ path, same, difference }) => path !== view.job.headline && (!same || difference !== ""));
  const open = groups.find((group) => group.isList && group.lines.some(({ same }) => !same));
  const refused = (["a", "b"] as const).filter((side) => errors[side]);
  return html`
    ${headline ? headlines(view, headline) : nothing}
    ${refused.map((side) => {
      const error = errors[side]!;
      return html`<p class="wrong">${side.toUpperCase()}${view.locale.says.colon()}${problemPlace(view, error)} – ${problemText(view, error)}</p>`;
    })}
    <div class="measured" data-measure="compare">${picture(view, outputs, width)}</div>
    <h3>${ui.changedInputs}</h3>
    ${changed.length > 0 ? table(view, ui.changedInputs, changed) : html`<p class="quiet">${refused.length > 0 ? "–" : ui.sameInputs}</p>`}
    ${shown.length > 0 ? html`<h3>${ui.whatComesOut}</h3>${table(view, ui.whatComesOut, shown)}` : nothing}
    ${groups.map((group) => part(view, group, group === open))}
    ${notices.map((notice) => html`<p class="quiet">${noticeText(view, notice)}</p>`)}
    <p class="compare-files screen-only">
      <button type="button" class="link" @click=${() => view.act.save("comparison.csv", "text/csv", file(inputs, outputs))}>${ui.csv}<span class="unseen"> ${ui.sideBySide}</span></button>
      <button type="button" class="link" @click=${() => view.act.save("comparison.json", "application/json", `${JSON.stringify({ a: kept, b: view.request }, null, 2)}\n`)}>${ui.bothRequests}</button>
    </p>
  `;
}

function headlines(view: View, { name, a, b, difference, same }: Line): TemplateResult {
  const { ui } = view.locale;
  const one = (title: string, text: string, kind: string) => html`<div class=${kind}>
    <dt>${title}</dt>
    <dd class="pair-figure ${text.length > 11 ? "long" : ""}">${text}</dd>
  </div>`;
  return html`<dl class="headlines" aria-label=${name}>
    ${one(ui.sideKept, a, "side-a")} ${one(ui.sideShown, b, "side-b")} ${one(ui.sideDifference, same ? "=" : difference || "–", "side-difference")}
  </dl>
  <p class="quiet">${name}</p>`;
}

/** What the parts of the headline are on both sides, on one scale. */
function picture(view: View, outputs: readonly Compared[], width: number): unknown {
  const { components: names, ui } = view.locale;
  const rows = outputs.filter(({ path, item }) => item !== null && /^components\.\d+\.rate$/.test(path));
  const parts = (side: "a" | "b"): PairPart[] =>
    rows.filter((row) => Number(row[side]) > 0).map((row) => ({
      key: row.item ?? "", share: Number(row[side]), value: view.format.percent(row[side] as number),
    }));
  const [a, b] = [parts("a"), parts("b")];
  const told = (side: string, list: readonly PairPart[]) => `${side}${view.locale.says.colon()}${list.map(({ key, value }) => `${names[key] ?? key} ${value}`).join(", ")}`;
  const summary = `${ui.parts}. ${told(ui.sideKept, a)}. ${told(ui.sideShown, b)}`;
  if (a.length === 0 && b.length === 0) return nothing;
  return html`${pairBars([["A", a], ["B", b]], summary, width)}
    <ul class="legend" aria-hidden="true">
      ${[...new Set([...a, ...b].map(({ key }) => key))].map((key) => html`<li><span class="swatch fill-${key}"></span>${names[key] ?? key}</li>`)}
    </ul>`;
}

function part(view: View, group: Group, open: boolean): TemplateResult | typeof nothing {
  const { says } = view.locale;
  const differing = group.lines.filter(({ same }) => !same);
  if (differing.length === 0) return nothing;
  const rest = group.lines.length - differing.length;
  return html`<details class="compare-part" ?open=${open}>
    <summary>${group.name} <span class="count">${says.differing({ count: differing.length })}</span></summary>
    ${table(view, group.name, differing)}
    ${rest > 0 ? html`<p class="quiet">${says.alike({ count: rest })}</p>` : nothing}
  </details>`;
}

function table(view: View, title: string, lines: readonly Line[]): TemplateResult {
  const { ui } = view.locale;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
    <table class="sides">
      <thead>
        <tr><td></td><th scope="col">${ui.sideKept}</th><th scope="col">${ui.sideShown}</th><th scope="col">${ui.sideDifference}</th></tr>
      </thead>
      <tbody>
        ${lines.map(({ name, a, b, difference, same }) => html`<tr class=${same ? "same" : ""}>
          <th scope="row">${name}</th>
          <td data-side="A">${a}</td>
          <td data-side="B">${b}</td>
          <td data-side="B − A" class="difference">${same ? "=" : difference || "–"}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}

function file(inputs: readonly Compared[], outputs: readonly Compared[]): string {
  const rows = (part: string, list: readonly Compared[]) =>
    list.map(({ path, item, a, b, difference }) => [part, path, item ?? "", String(a ?? ""), String(b ?? ""), String(difference ?? "")]);
  return csv([["part", "path", "item", "a", "b", "difference"], ...rows("input", inputs), ...rows("output", outputs)]);
}
