/** Who is bound by the answer, what it is not, and which tables it rests on. */

import { html, nothing, type TemplateResult } from "lit";
import { disclaimerOf } from "../../element/card.js";
import type { Edition } from "../../element/engine.js";
import type { View } from "../../element/view.js";

/** The Participants to the Arrangement, whose agencies the minimum premium binds. */
const PARTICIPANTS = ["AU", "CA", "EU", "JP", "KR", "NZ", "NO", "CH", "TR", "GB", "US"];

export function sources(view: View, more: unknown): TemplateResult {
  const { ui, bound, disclaimer } = view.locale;
  const name = (alpha2: string) => view.format.country(alpha2, view.names);
  const names = { participants: view.format.list(PARTICIPANTS.map(name)), china: name("CN") };
  const editions = editionsOf(view);
  const premium = view.product.startsWith("export-credit");
  return html`
    <section class="card sources" part="sources" aria-labelledby="sources-title">
      <h2 id="sources-title" tabindex="-1">${ui.sources}</h2>
      <div class="two">
        <div>
          ${premium ? html`<h3>${ui.whoIsBound}</h3><p>${bound(names)}</p>` : ""}
          <h3>${ui.disclaimerTitle}</h3>
          <p part="disclaimer"><slot name="disclaimer">${disclaimerOf(view.card, view.locale.tag.split("-")[0] ?? "")} ${disclaimer}</slot></p>
          ${more}
        </div>
        ${editions.length > 0
          ? html`<ul class="editions">${editions.map((edition) => row(view, edition))}</ul>`
          : html`<p class="quiet">${view.quote ? ui.noTables : ""}</p>`}
      </div>
    </section>
  `;
}

function row(view: View, edition: Edition): TemplateResult {
  const { says, grades } = view.locale;
  const { format } = view;
  const dates = says.edition({
    inForce: edition.inForce ? format.date(edition.inForce) : null,
    retrieved: format.date(edition.retrieved),
  });
  // A source keeps the name that it has; who reads it aloud must know the language. That of a card is the card's own.
  const language = edition.grade === "partner" ? nothing : "en";
  const title = view.tableTitle(edition.id);
  return html`
    <li>
      <p><strong lang=${title ? nothing : language}>${title ?? edition.title}</strong> <span class="grade ${edition.grade}">${grades[edition.grade] ?? edition.grade}</span></p>
      <p class="quiet origin" lang=${language}>${edition.source}</p>
      <p class="quiet">${dates}</p>
    </li>
  `;
}

/** The tables that this answer used, those of the quotes inside it among them, each once. */
function editionsOf(view: View): Edition[] {
  const found = new Map<string, Edition>();
  for (const part of [view.quote, ...Object.values(view.quote ?? {})]) {
    const list = (part as { editions?: Edition[] } | null)?.editions;
    if (Array.isArray(list)) for (const edition of list) found.set(edition.id, edition);
  }
  return [...found.values()];
}
