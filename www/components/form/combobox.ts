/**
 * A text field with a list to choose from, by the combobox pattern of the ARIA Authoring Practices. One list
 * is open at a time, so one controller serves all fields of an element.
 */

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface Option {
  value: string;
  label: string;
  /** Shown at the right edge. */
  hint: string;
  /** Other texts that name it. */
  keys: readonly string[];
}

export interface ComboboxField {
  id: string;
  /** All of them; asked for when the list opens or a text is to be found in it: making it takes a while. */
  options: () => readonly Option[];
  value: string;
  /** What stands for the value while the list is closed. */
  shown: string;
  /** Typed text that named no option. */
  draft: string | undefined;
  described: string;
  wrong: boolean;
  says(v: { count: number }): string;
  choose(option: Option): void;
  /** The field is left with a text that names no option. */
  leave(text: string): void;
}

/** More than this many rows are never needed: typing a letter narrows the list. */
const MOST = 300;

export class Combobox implements ReactiveController {
  #open = "";
  #typed: string | null = null;
  #active = -1;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#close();
  }

  hostUpdated(): void {
    if (this.#open === "") return;
    this.host.shadowRoot?.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  render(field: ComboboxField): TemplateResult {
    const open = this.#open === field.id;
    const text = open && this.#typed !== null ? this.#typed : (field.draft ?? field.shown);
    const rows = open ? matching(field.options(), this.#typed ?? "").slice(0, MOST) : [];
    const active = open ? rows[this.#active] : undefined;
    const row = (option: Option, index: number) => html`
      <li
        role="option"
        id="${field.id}-option-${index}"
        aria-selected=${option === active ? "true" : "false"}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.#take(field, option)}
      >
        <span>${option.label}</span><span class="hint">${option.hint}</span>
      </li>
    `;
    return html`
      <input
        type="text"
        role="combobox"
        id=${field.id}
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${open && rows.length > 0 ? "true" : "false"}
        aria-controls=${open ? `${field.id}-list` : nothing}
        aria-activedescendant=${active ? `${field.id}-option-${this.#active}` : nothing}
        aria-describedby=${field.described || nothing}
        aria-invalid=${field.wrong ? "true" : nothing}
        .value=${live(text)}
        @input=${(event: Event) => this.#type(field, (event.target as HTMLInputElement).value)}
        @click=${(event: Event) => this.#show(field, event.target as HTMLInputElement)}
        @keydown=${(event: KeyboardEvent) => this.#key(field, rows, event)}
        @blur=${(event: Event) => this.#leave(field, (event.target as HTMLInputElement).value)}
      />
      ${open
        ? html`<ul class="options" role="listbox" id="${field.id}-list" aria-label=${field.says({ count: rows.length })}>
            ${rows.map(row)}
          </ul>`
        : nothing}
    `;
  }

  #show(field: ComboboxField, input: HTMLInputElement): void {
    if (this.#open === field.id) return;
    this.#open = field.id;
    this.#typed = null;
    this.#active = field.options().findIndex((option) => option.value === field.value);
    input.select();
    this.host.requestUpdate();
  }

  #type(field: ComboboxField, text: string): void {
    this.#open = field.id;
    this.#typed = text;
    this.#active = text.trim() === "" ? -1 : 0;
    const named = exact(field.options(), text);
    if (named && named.value !== field.value) field.choose(named);
    this.host.requestUpdate();
  }

  #key(field: ComboboxField, rows: readonly Option[], event: KeyboardEvent): void {
    const open = this.#open === field.id;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        if (!open) return this.#show(field, event.target as HTMLInputElement);
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.#active = rows.length === 0 ? -1 : (this.#active + step + rows.length) % rows.length;
        break;
      }
      case "Enter": {
        const option = open ? rows[this.#active] : undefined;
        if (option) {
          event.preventDefault();
          this.#take(field, option);
        }
        break;
      }
      case "Escape":
        if (!open) return;
        event.preventDefault();
        this.#close();
        break;
      default:
        return;
    }
    this.host.requestUpdate();
  }

  #take(field: ComboboxField, option: Option): void {
    this.#close();
    field.choose(option);
    this.host.requestUpdate();
  }

  #leave(field: ComboboxField, text: string): void {
    if (this.#open !== field.id) return;
    const typed = this.#typed;
    const named = typed === null ? null : (exact(field.options(), text) ?? only(field.options(), text));
    this.#close();
    if (named) field.choose(named);
    else if (typed !== null) field.leave(text);
    this.host.requestUpdate();
  }

  #close(): void {
    this.#open = "";
    this.#typed = null;
    this.#active = -1;
  }
}

/** Options that the text fits: those that begin with it first, then those with a word that does, then the rest. */
export function matching(options: readonly Option[], text: string): Option[] {
  const sought = plainText(text);
  if (sought === "") return [...options];
  const ranked: [number, Option][] = [];
  for (const option of options) {
    const label = plainText(option.label);
    const hint = plainText(option.hint);
    const rank = option.keys.concat(option.label).some((key) => plainText(key) === sought)
      ? 0
      : label.startsWith(sought)
        ? 1
        : label.split(/[\s(-]+/).some((word) => word.startsWith(sought))
          ? 2
          : label.includes(sought) || (hint.length > 2 && hint.includes(sought))
            ? 3
            : -1;
    if (rank >= 0) ranked.push([rank, option]);
  }
  return ranked.sort((a, b) => a[0] - b[0]).map(([, option]) => option);
}

function exact(options: readonly Option[], text: string): Option | null {
  const sought = plainText(text);
  const fits = (option: Option) =>
    plainText(option.label) === sought || option.keys.some((key) => key.length > 2 && plainText(key) === sought);
  return sought === "" ? null : (options.find(fits) ?? null);
}

function only(options: readonly Option[], text: string): Option | null {
  const found = text.trim() === "" ? [] : matching(options, text);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Without accents and case, so that "turkiye" finds Türkiye. */
function plainText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
