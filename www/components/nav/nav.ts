/** The bar at the top: whose page it is, what can be asked, and what the host puts beside it. */

import { html, nothing, type TemplateResult } from "lit";
import { wanted } from "../../jobs.js";
import type { Locale } from "../../locales/locale.js";

/**
 * What people want stands in the first row. A want that several jobs serve has them in a second row while it is the
 * chosen one: nothing pops up, so that it is the same for a finger, the keyboard and a screen reader.
 */
export function nav(locale: Locale, offered: readonly string[], current: string, go: (product: string) => void): TemplateResult {
  const groups = wanted(offered);
  const chosen = groups.find(({ products }) => products.includes(current));
  const alone = groups.length === 1;
  const jobName = (product: string) => locale.jobs[product]?.name ?? product;
  const button = (name: string, mark: "page" | "true" | null, act: () => void) =>
    html`<li><button type="button" class="job" aria-current=${mark ?? nothing} @click=${act}>${name}</button></li>`;
  const jobs = (products: readonly string[]) =>
    products.map((product) => button(jobName(product), product === current ? "page" : null, () => go(product)));
  return html`
    <header class="top" part="top">
      <slot name="logo"></slot>
      ${offered.length > 1
        ? html`<nav part="jobs" aria-label=${locale.ui.jobs}>
            <ul>
              ${alone
                ? jobs(offered)
                : groups.map((group) => {
                    const { key, products } = group;
                    const name = products.length === 1 ? jobName(products[0] ?? "") : (locale.wants[key] ?? key);
                    const mark = group !== chosen ? null : products.length === 1 ? "page" : "true";
                    return button(name, mark, () => (group === chosen ? undefined : go(products[0] ?? current)));
                  })}
            </ul>
          </nav>`
        : nothing}
      <slot name="tools"></slot>
      ${chosen && !alone && chosen.products.length > 1
        ? html`<nav class="within" part="jobs" aria-label=${locale.wants[chosen.key] ?? chosen.key}>
            <ul>${jobs(chosen.products)}</ul>
          </nav>`
        : nothing}
    </header>
  `;
}
