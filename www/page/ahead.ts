/** The answer to the deal that the page opens with, as the build writes it into the document: it is there before any script. */

import { sentences } from "../components/answer/answer.js";
import { jobOf } from "../jobs.js";
import type { Locale } from "../locales/locale.js";
import { Format } from "../text/format.js";
import type { Document } from "../text/share.js";

/** The deal. */
export const { opening } = jobOf("export-credit");

/** Its answer as HTML in one language, from the engine's quote. */
export function ahead(locale: Locale, quote: Document): string {
  const format = Format.of(locale.tag);
  const view = { locale, quote, request: opening, format, currency: String(opening.currency) };
  const { said, nominal } = sentences(view, (_, text) => `<strong>${escaped(text)}</strong>`);
  // What is marked is HTML already, the rest is text.
  const joined = (parts: readonly string[]) => parts.map((part) => (part?.startsWith("<strong>") ? part : escaped(part ?? ""))).join("");
  return `<section class="ahead" lang="${locale.tag}">
          <h2>${escaped(locale.ui.allIn)}</h2>
          <p class="figure"><b>${escaped(format.percentFigure(quote.allInRate as number))}</b> ${escaped(locale.ui.aYear)}</p>
          <div><p>${joined(said)}</p><p class="quiet">${joined(nominal)}</p></div>
        </section>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
