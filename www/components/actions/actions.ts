/** What can be done with an answer: hand it on, print it, keep it, ask for the real thing. */

import { html, nothing, type TemplateResult } from "lit";
import type { Locale } from "../../locales/locale.js";

export interface ActionsState {
  locale: Locale;
  /** The link that was made last; shown so that it can be copied by hand. */
  link: string;
  /** The partner's own link, from its rate card. */
  partner: string | null;
  copied: boolean;
  share(): void;
  print(): void;
  save(): void;
  /** Keeps this deal as the one that further changes are compared with; null where nothing can be changed. */
  keep: (() => void) | null;
  /** Leads to what the answer rests on and what it is not. */
  rests(): void;
  contact(): void;
}

export function actions(state: ActionsState): TemplateResult {
  const { ui } = state.locale;
  return html`
    <div class="actions" part="actions">
      <button type="button" class="plain" @click=${state.share}>${ui.share}</button>
      <button type="button" class="plain" @click=${state.print}>${ui.print}</button>
      <button type="button" class="plain" @click=${state.save}>${ui.json}</button>
      ${state.keep ? html`<button type="button" class="plain" id="keep-deal" @click=${state.keep}>${ui.keepDeal}</button>` : nothing}
      <button type="button" class="link" @click=${state.rests}>${ui.illustration}</button>
      <span class="call" @click=${state.contact}><slot name="call-to-action">${state.partner ? html`<a href=${state.partner} rel="noopener">${ui.contact}</a>` : nothing}</slot></span>
      ${state.link
        ? html`<p class="shared">
            <label for="shared-link">${state.copied ? ui.shareDone : ui.shareLink}</label>
            <input id="shared-link" type="text" readonly .value=${state.link} @focus=${selectAll} />
          </p>`
        : nothing}
    </div>
  `;
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}
