/** Layers as rows of two numbers: from where each pays, and the most that it pays. What is typed goes to the engine as it is. */

import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { label, type View } from "../../element/view.js";
import { plain, isDecimal } from "../../text/decimal.js";
import { parseNumber } from "../../text/parse.js";
import type { Document, Json } from "../../text/share.js";

const MOST = 20;

export function layers(view: View): TemplateResult {
  const { ui, says } = view.locale;
  const field = view.fields.find(({ path }) => path === "layers");
  const list = Array.isArray(view.request.layers) ? (view.request.layers as Document[]) : [];
  const choose = (next: readonly Document[]) => field && view.act.choose(field, next.length > 0 ? [...next] : undefined);
  const write = (place: number, name: string, text: string) => choose(list.map((layer, other) => (other === place ? { ...layer, [name]: valueOf(text, view.format.tag) } : layer)));
  const names = { attachment: label(view, "layers.attachment"), limit: label(view, "layers.limit") };
  const control = (place: number, name: "attachment" | "limit") => {
    const wrong = view.problem?.field.startsWith(`layers.${place}.${name}`);
    return html`<input type="text" inputmode="decimal" autocomplete="off" aria-label="${says.bookNumbered({ name: label(view, "layers"), number: place + 1 })}${says.colon()}${names[name]}" aria-invalid=${wrong ? "true" : "false"}
      .value=${live(shown(view, list[place]?.[name]))} @change=${(event: Event) => write(place, name, (event.target as HTMLInputElement).value)} />`;
  };
  return html`<details class="layers" ?open=${list.length > 0}>
    <summary>${label(view, "layers")}</summary>
    ${list.length > 0
      ? html`<table>
          <caption class="unseen">${label(view, "layers")}</caption>
          <thead><tr><th scope="col">${names.attachment}</th><th scope="col">${names.limit}</th><td></td></tr></thead>
          <tbody>
            ${list.slice(0, MOST).map((_, place) => html`<tr>
              <td>${control(place, "attachment")}</td>
              <td>${control(place, "limit")}</td>
              <td><button type="button" class="link" @click=${() => choose(list.filter((_, other) => other !== place))}>${ui.takeOut}<span class="unseen">${says.colon()}${says.bookNumbered({ name: label(view, "layers"), number: place + 1 })}</span></button></td>
            </tr>`)}
          </tbody>
        </table>`
      : ""}
    ${list.length < MOST ? html`<button type="button" class="link" @click=${() => choose([...list, nextOf(list)])}>${ui.bookAddLayer}</button>` : ""}
  </details>`;
}

/** The next layer begins where the last one ends, and is as large. */
function nextOf(list: readonly Document[]): Document {
  const last = list.at(-1);
  const [from, limit] = [Number(last?.attachment ?? 0), Number(last?.limit ?? 0)];
  return Number.isFinite(from + limit) && limit > 0 ? { attachment: from + limit, limit } : { attachment: Number.isFinite(from) ? from : 0 };
}

function shown(view: View, value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "number" ? plain(value) : String(value);
  return isDecimal(text) ? view.format.field(text) : text;
}

function valueOf(text: string, tag: string): Json {
  const bare = text.trim();
  if (bare === "") return null;
  const number = parseNumber(bare, tag);
  return number === null ? bare : Number(number);
}
