/** The deal: fields in sight first, the rest under "more", grouped as the request groups them. */

import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { inUse, label, type View } from "../../element/view.js";
import type { Field } from "../../schema/schema.js";
import { valueAt } from "../../text/path.js";
import { belongs, fieldView, idOf } from "./field.js";
import type { Combobox } from "./combobox.js";

/** `files` draws what a job takes from files. */
export function form(view: View, combobox: Combobox, files: ((view: View) => unknown) | undefined): TemplateResult {
  const { ui, presets } = view.locale;
  const [first, others] = split(view);
  const [rest, extras] = apart(first, others);
  const hidden = rest.some((field) => view.problem && belongs(view.problem.field, field.path));
  return html`
    <form class="card deal" part="form" data-measure="deal" aria-labelledby="deal-title" novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h2 id="deal-title">${view.product.startsWith("export-credit") ? ui.deal : ui.inputs}</h2>
      ${view.job.presets.length > 0
        ? html`<div class="presets" part="presets" role="group" aria-label=${ui.presets}>
            ${view.job.presets.map(
              ({ key, patch }) => html`<button
                type="button"
                class="chip"
                aria-pressed=${fits(view.request, patch) ? "true" : "false"}
                @click=${() => view.act.preset(patch, key)}
              >${presets[key] ?? key}</button>`,
            )}
          </div>`
        : nothing}
      ${files?.(view) ?? nothing}
      <div class="fields">${first.map((field) => fieldView(view, field, combobox))}</div>
      ${options(view, extras, combobox)}
      ${rest.length > 0
        ? html`<details class="more" ${ref(hidden ? open : undefined)}>
            <summary>${ui.more}</summary>
            ${groups(rest).map(
              ([group, fields]) => html`
                ${group ? html`<h3>${label(view, group)}</h3>` : nothing}
                <div class="fields">${fields.map((field) => fieldView(view, field, combobox))}</div>
              `,
            )}
            <button type="button" class="link" @click=${() => view.act.reset()}>${ui.reset}</button>
          </details>`
        : nothing}
    </form>
  `;
}

/** Opens the rest for a problem in it. When that is solved it stays open: somebody is at work there. */
function open(details: Element | undefined): void {
  if (details instanceof HTMLDetailsElement) details.open = true;
}

/** The fields in sight and the others. */
function split(view: View): [Field[], Field[]] {
  const { first, unoffered = [], columns = [] } = view.job;
  const isOffered = ({ path }: Field) =>
    (!columns.includes(path) || !Array.isArray(valueAt(view.request, path))) &&
    (!unoffered.some((name) => belongs(path, name)) || (valueAt(view.request, path) ?? null) !== null);
  const fields = view.fields.filter(isOffered);
  if (first.length === 0) {
    const inSight = (field: Field) => field.required || view.job.opening[field.path] !== undefined;
    return [fields.filter(inSight), fields.filter((field) => !inSight(field))];
  }
  const chosen = first.flatMap((path) => fields.find((field) => field.path === path) ?? []);
  return [chosen, fields.filter((field) => !chosen.includes(field))];
}

function groups(fields: readonly Field[]): [string, Field[]][] {
  const found = new Map<string, Field[]>();
  for (const field of fields) {
    const group = field.path.includes(".") ? field.path.slice(0, field.path.lastIndexOf(".")) : "";
    found.set(group, [...(found.get(group) ?? []), field]);
  }
  return [...found].sort(([a], [b]) => Number(a !== "") - Number(b !== ""));
}

/** Whether the deal on the screen is still this preset's. */
function fits(request: View["request"], patch: View["request"]): boolean {
  const text = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value ?? null));
  // Columns of another length are others: to write a hundred thousand rows down for it would be felt.
  const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : -1);
  const same = (a: unknown, b: unknown) => lengthOf(a) === lengthOf(b) && text(a) === text(b);
  return Object.entries(patch).every(([name, value]) => same(request[name] ?? null, value));
}

/** Fields that always count, and groups that may be left out and of which nothing is in sight already. */
function apart(first: readonly Field[], others: readonly Field[]): [Field[], Map<string, Field[]>] {
  const inSight = new Set(first.map(({ option }) => option));
  const extras = new Map<string, Field[]>();
  const rest = others.filter((field) => {
    if (field.option === "" || inSight.has(field.option)) return true;
    extras.set(field.option, [...(extras.get(field.option) ?? []), field]);
    return false;
  });
  return [rest, extras];
}

/**
 * Groups in use, closed, each with a way out; the others are one click away. What belongs to a large group stands inside it;
 * `around` is that group's path.
 */
function options(view: View, extras: ReadonlyMap<string, Field[]>, combobox: Combobox, around = ""): TemplateResult | typeof nothing {
  const paths = [...extras.keys()].filter((path) => largeAround(view, path) === around);
  if (paths.length === 0) return nothing;
  const { ui } = view.locale;
  const used = paths.filter((path) => inUse(view, path));
  const free = paths.filter((path) => !inUse(view, path) && inUse(view, path.slice(0, Math.max(0, path.lastIndexOf(".")))));
  const title = around === "" ? "options-title" : `options-title-${idOf(around)}`;
  return html`<div class="extras" role="group" aria-label="${around === "" ? "" : label(view, around) + view.locale.says.colon()}${ui.options}">
    ${repeat(used, (path) => path, (path) => {
      const wrong = view.problem && view.fields.some((field) => field.path.startsWith(`${path}.`) && belongs(view.problem?.field ?? "", field.path));
      return html`<div class="extra">
        <details ${ref(wrong ? open : undefined)}>
          <summary data-option=${path}>${label(view, path)} <span class="unseen">(${ui.inUse})</span></summary>
          ${folded(view, path, extras.get(path) ?? [], combobox)}
          ${options(view, extras, combobox, path)}
        </details>
        <button type="button" class="link" @click=${() => view.act.option(path, false)}>
          ${ui.takeOut}<span class="unseen">${view.locale.says.colon()}${label(view, path)}</span>
        </button>
      </div>`;
    })}
    ${free.length > 0
      ? html`<p class="quiet" id=${title}>${ui.addOption}</p>
          <ul class="presets" aria-labelledby=${title}>
            ${free.map((path) => html`<li><button type="button" class="chip" data-option=${path} @click=${() => view.act.option(path, true)}>+ ${label(view, path)}</button></li>`)}
          </ul>`
      : nothing}
  </div>`;
}

/** The nearest large group around a group; empty where there is none. */
function largeAround(view: View, path: string): string {
  for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) {
    const group = path.slice(0, end);
    if (view.job.options?.[group]?.folded) return group;
  }
  return "";
}

/** A group's fields; of a large one those that it begins with, and the rest under "more". */
function folded(view: View, path: string, fields: readonly Field[], combobox: Combobox): TemplateResult {
  const option = view.job.options?.[path];
  const inSight = (field: Field) => !option?.folded || field.required || valueAt(option.add, field.path) !== undefined;
  const more = fields.filter((field) => !inSight(field));
  const wrong = more.some((field) => view.problem && belongs(view.problem.field, field.path));
  const draw = (list: readonly Field[]) => html`<div class="fields">${list.map((field) => fieldView(view, field, combobox))}</div>`;
  return html`${draw(fields.filter(inSight))}
    ${more.length > 0
      ? html`<details ${ref(wrong ? open : undefined)}>
          <summary>${view.locale.ui.more}<span class="unseen">${view.locale.says.colon()}${label(view, path)}</span></summary>
          ${draw(more)}
        </details>`
      : nothing}`;
}
