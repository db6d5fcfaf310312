/** The bar at the top: whose page it is, what can be asked, and what the host puts beside it. */

import { html, nothing, type TemplateResult } from "lit";
import type { Locale } from "../../locales/locale.js";

export function nav(locale: Locale, offered: readonly string[], current: string, go: (product: string) => void): TemplateResult {
  return html`
    <header class="top" part="top">
      <slot name="logo"></slot>
      ${offered.length > 1
        ? html`<nav part="jobs" aria-label=${locale.ui.jobs}>
            <ul>
              ${offered.map(
                (product) => html`<li>
                  <button
                    type="button"
                    class="job"
                    aria-current=${product === current ? "page" : nothing}
                    @click=${() => go(product)}
                  >${locale.jobs[product]?.name ?? product}</button>
                </li>`,
              )}
            </ul>
          </nav>`
        : nothing}
      <slot name="tools"></slot>
    </header>
  `;
}
