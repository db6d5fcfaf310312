/** The deal: fields in sight first, the rest under "more", grouped as the request groups them. */

import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { label, type View } from "../../element/view.js";
import type { Field } from "../../schema/schema.js";
import { belongs, fieldView } from "./field.js";
import type { Combobox } from "./combobox.js";

export function form(view: View, combobox: Combobox): TemplateResult {
  const { ui, presets } = view.locale;
  const [first, rest] = split(view);
  const hidden = rest.some((field) => view.problem && belongs(view.problem.field, field.path));
  return html`
    <form class="card deal" part="form" aria-labelledby="deal-title" novalidate @submit=${(event: Event) => event.preventDefault()}>
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
      <div class="fields">${first.map((field) => fieldView(view, field, combobox))}</div>
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
  const { first } = view.job;
  if (first.length === 0) {
    const inSight = (field: Field) => field.required || view.job.opening[field.path] !== undefined;
    return [view.fields.filter(inSight), view.fields.filter((field) => !inSight(field))];
  }
  const chosen = first.flatMap((path) => view.fields.find((field) => field.path === path) ?? []);
  return [chosen, view.fields.filter((field) => !chosen.includes(field))];
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
  return Object.entries(patch).every(([name, value]) => String(request[name]) === String(value));
}
