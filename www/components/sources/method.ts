/** The way to the page "Method and sources" of the same site, in the reader's language. */

import { html, nothing, type TemplateResult } from "lit";
import type { View } from "../../element/view.js";

export function methodLink(view: View, folder: string | null): TemplateResult | typeof nothing {
  const address = folder ? addressOf(folder, view.locale.tag.split("-")[0] ?? "") : null;
  return address ? html`<p class="screen-only"><a href=${address} target="_blank" rel="noopener">${view.locale.ui.methodPage}</a></p>` : nothing;
}

/** In a new tab, so that the deal on the screen stays. What is no folder of this site leads nowhere. */
function addressOf(folder: string, language: string): string | null {
  try {
    const url = new URL(`${language}.html`, new URL(folder.replace(/\/?$/, "/"), document.baseURI));
    return url.origin === location.origin ? url.href : null;
  } catch {
    return null;
  }
}
