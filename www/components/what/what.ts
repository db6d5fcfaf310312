/** "What would it take": an input that gives the wanted answer; and what moves the answer most. On demand only. */

import { html, nothing, type TemplateResult } from "lit";
import { tornadoChart } from "../../charts/tornado.js";
import type { Engine, Found, Problem } from "../../element/engine.js";
import { inputName, outputLabel, type View } from "../../element/view.js";
import type { Field, Kind, Output } from "../../schema/schema.js";
import { isDecimal, plain } from "../../text/decimal.js";
import { noticeText } from "../notices/notices.js";
import { problemText } from "../notices/problem.js";
import type { WhatIf } from "./state.js";
import { inField, inputsOf, nameOf, proposed, read, targetsOf, unitOf, withUnit } from "./values.js";

/** Rows that a picture can carry; the table has all. */
const MOST = 8;

export function whatIf(view: View, state: WhatIf, engine: Engine | null, width: number): TemplateResult | typeof nothing {
  if (!engine || view.job.target === null || view.problem || !view.quote) return nothing;
  state.sees(view.request, view.product);
  const inputs = inputsOf(view);
  const targets = targetsOf(view);
  const field = inputs.find(({ path }) => path === (state.vary || view.job.vary)) ?? inputs[0];
  const output = targets.find(({ name }) => name === state.target) ?? targets[0];
  if (!field || !output) return nothing;
  const { ui } = view.locale;
  return html`
    <section class="card what screen-only" part="what-if" aria-labelledby="what-title">
      <h2 id="what-title">${ui.whatIf}</h2>
      <p class="quiet">${ui.whatIfSays}</p>
      ${question(view, state, engine, field, output, inputs, targets)}
      <div class="found" aria-live="polite">${state.found ? found(view, state, field, output) : nothing}${state.problem ? unfound(view, state.problem, field, output) : nothing}</div>
      <h3>${ui.moves}${view.locale.says.colon()}${outputLabel(view, output.name)}</h3>
      <p class="quiet">${ui.movesSays}</p>
      <button type="button" class="plain" @click=${() => state.move(engine, view.request, view.job.lighter ?? {}, output.name)}>
        ${ui.showMoves}<span class="unseen">${view.locale.says.colon()}${ui.moves}</span>
      </button>
      <div class="measured" data-measure="tornado" aria-live="polite">${tornado(view, state, output, width)}</div>
      ${state.movedProblem ? html`<p class="wrong">${problemText(view, state.movedProblem)}</p>` : nothing}
    </section>
  `;
}

function question(
  view: View, state: WhatIf, engine: Engine, field: Field, output: Output, inputs: readonly Field[], targets: readonly Output[],
): TemplateResult {
  const { ui } = view.locale;
  const { tag } = view.format;
  const ends = proposed(view, field);
  const equals = state.equals || inField(view, output.kind, view.quote?.[output.name]);
  const from = state.from ?? (ends ? inField(view, field.kind, ends[0]) : "");
  const to = state.to ?? (ends ? inField(view, field.kind, ends[1]) : "");
  const ask = (event: Event) => {
    event.preventDefault();
    const given = [from, to].map((text) => (text.trim() === "" ? null : (read(field.kind, text, tag) ?? text)));
    const between = given[0] && given[1] ? { between: [given[0], given[1]] as [string, string] } : {};
    state.solve(engine, view.request, view.job.lighter ?? {}, { vary: field.path, target: output.name, equals: read(output.kind, equals, tag) ?? equals, ...between });
  };
  const text = (id: string, name: string, value: string, kind: Kind, edit: (text: string) => void) => html`
    <div class="field narrow">
      <label for=${id}>${name}</label>
      <div class="box">
        <input id=${id} type="text" inputmode="decimal" autocomplete="off" .value=${value} aria-describedby="${id}-unit"
          @change=${(event: Event) => edit((event.target as HTMLInputElement).value)} />
        <span class="unit" id="${id}-unit">${unitOf(view, kind)}</span>
      </div>
    </div>`;
  const select = (id: string, name: string, chosen: string, list: readonly [string, string][], edit: (value: string) => void) => html`
    <div class="field">
      <label for=${id}>${name}</label>
      <div class="box">
        <select id=${id} .value=${chosen} @change=${(event: Event) => edit((event.target as HTMLSelectElement).value)}>
          ${list.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
        </select>
      </div>
    </div>`;
  return html`<form class="ask" novalidate @submit=${ask}>
    <div class="fields">
      ${select("what-target", ui.wantedValue, output.name, targets.map(({ name }) => [name, outputLabel(view, name)]), (target) => state.edit({ target, equals: "" }))}
      ${text("what-equals", outputLabel(view, output.name), equals, output.kind, (typed) => state.edit({ equals: typed }))}
    </div>
    <div class="fields">
      ${select("what-vary", ui.wantedInput, field.path, inputs.map(({ path }) => [path, inputName(view, path)]), (vary) => state.edit({ vary }))}
      ${text("what-from", ui.searchFrom, from, field.kind, (typed) => state.edit({ from: typed }))}
      ${text("what-to", ui.searchTo, to, field.kind, (typed) => state.edit({ to: typed }))}
    </div>
    <button type="submit" class="plain">${ui.find}</button>
  </form>`;
}

function found(view: View, state: WhatIf, field: Field, output: Output): TemplateResult {
  const { ui, says } = view.locale;
  const { solutions = [], notices = [] } = state.found ?? {};
  const told = notices.filter(({ code }) => code === "several-solutions" || code === "solutions-not-complete");
  const value = (one: { value: number }) => withUnit(view, field.kind, one.value);
  const gives = (one: { target: number }) => withUnit(view, output.kind, one.target);
  const use = (one: Found) => {
    view.act.choose(field, field.takesText ? plain(one.value) : one.value);
    view.act.focus(field.path);
  };
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${ui.whatIf}>
      <table>
        <thead>
          <tr>
            <th scope="col">${inputName(view, field.path)}</th>
            <td></td>
            <th scope="col">${outputLabel(view, output.name)}</th>
            <td></td>
            <th scope="col">${ui.neighbours}</th>
          </tr>
        </thead>
        <tbody>
          ${solutions.map((one) => {
            // Neighbours that are written alike say nothing: the value is as near as its digits tell.
            const apart = new Set(one.neighbours.map(value)).size > 1;
            return html`<tr>
              <th scope="row"><strong>${value(one)}</strong></th>
              <td><button type="button" class="link" @click=${() => use(one)}>${ui.useIt}<span class="unseen">${says.colon()}${value(one)}</span></button></td>
              <td>${gives(one)}</td>
              <td>${one.exact ? ui.exactly : apart ? ui.nearest : ""}</td>
              <td>${apart ? one.neighbours.map((other) => `${value(other)}${says.colon()}${gives(other)}`).join("; ") : ""}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${told.map((notice) => html`<p class="quiet">${noticeText(view, notice)}</p>`)}
  `;
}

/** Nothing gives the target: what can be had instead, in the reader's own units. */
function unfound(view: View, problem: Problem, field: Field, output: Output): TemplateResult {
  const { details } = problem;
  const at = (name: string, kind: Kind) => {
    const text = details[name] ?? "";
    return isDecimal(text) ? withUnit(view, kind, Number(text)) : text;
  };
  if (problem.reason !== "target-not-reached" || details.lowest === undefined) return html`<p class="wrong">${problemText(view, problem)}</p>`;
  return html`<p class="wrong">
    ${view.locale.says.outOfReach({
      input: inputName(view, field.path),
      output: outputLabel(view, output.name),
      lowest: at("lowest", output.kind),
      lowestAt: at("lowestAt", field.kind),
      highest: at("highest", output.kind),
      highestAt: at("highestAt", field.kind),
    })}
  </p>`;
}

function tornado(view: View, state: WhatIf, output: Output, width: number): unknown {
  const { moved } = state;
  if (!moved) return nothing;
  const { ui, says } = view.locale;
  const base = moved.base[output.name] ?? 0;
  const kindOf = (path: string) => view.fields.find((field) => field.path === path)?.kind ?? "number";
  const gives = (value: number | null) => (value === null ? ui.refused : withUnit(view, output.kind, value));
  const rows = moved.rows.map((row) => {
    const given = row.outputs[output.name];
    const input = (value: number) => withUnit(view, kindOf(row.input), value);
    return { name: nameOf(view, row.input), low: given?.low ?? null, high: given?.high ?? null, lowInput: input(row.low), highInput: input(row.high), swing: row.swing };
  });
  const drawn = rows.filter(({ swing }) => swing > 0).slice(0, MOST);
  const summary = `${ui.moves}${says.colon()}${drawn.map(({ name, low, high }) => `${name} ${gives(low)} – ${gives(high)}`).join("; ")}`;
  return html`
    ${drawn.length > 0 ? tornadoChart(drawn, base, { summary, base: gives(base), value: (value) => gives(value) }, width) : nothing}
    ${drawn.length > 0
      ? html`<ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-interest"></span>${ui.lower}</li>
          <li><span class="swatch fill-premium"></span>${ui.higher}</li>
        </ul>`
      : nothing}
    <details>
      <summary>${ui.table} <span class="unseen">${ui.moves}</span></summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${ui.moves}>
        <table>
          <thead>
            <tr><th scope="col">${ui.input}</th><th scope="col">${ui.lower}</th><th scope="col">${outputLabel(view, output.name)}</th><th scope="col">${ui.higher}</th><th scope="col">${outputLabel(view, output.name)}</th></tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr>
                <th scope="row">${row.name}</th><td>${row.lowInput}</td><td>${gives(row.low)}</td><td>${row.highInput}</td><td>${gives(row.high)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
    ${moved.notices.map((notice) => html`<p class="quiet">${noticeText(view, notice)}</p>`)}
  `;
}
