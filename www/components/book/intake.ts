/** The rows of a book: from a file that is chosen or dropped, or pasted; what was wrong with which row, and what the book consists of. */

import { html, nothing, type TemplateResult } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { Part } from "lit/directive.js";
import { label, type View } from "../../element/view.js";
import { BookFault, bookColumns, countrySpellings, MOST_TOLD, readBook, refusedRows, type Book, type Mistake } from "../../text/book.js";
import { csv } from "../../text/csv.js";
import { plain } from "../../text/decimal.js";
import { Format } from "../../text/format.js";
import type { Document, Json } from "../../text/share.js";
import { problemText } from "../notices/problem.js";
import { layers } from "./layers.js";

/** So long is a slice of reading: nobody feels it. */
const SLICE = 12;
/** Milliseconds between two words of how far it is. */
const TELL = 120;
/** Rows that can be shown to be changed by hand. */
const MOST_SHOWN = 500;
/** Columns with a value for each row that may be taken out, so that one value stands for all. */
const REQUIRED = new Set(["exposure"]);

class Intake extends AsyncDirective {
  #view: View | undefined;
  #reading: { share: number; done: number; told: number; isOver: boolean } | null = null;
  #book: Book | null = null;
  #file = "";
  #fault: BookFault | null = null;
  #text = "";
  #dragged = false;

  override render(_view: View): unknown {
    return nothing;
  }

  override update(_part: Part, [view]: [View]): unknown {
    this.#view = view;
    return this.#template(view);
  }

  protected override disconnected(): void {
    if (this.#reading) this.#reading.isOver = true;
    this.#reading = null;
  }

  async #take(name: string, text: () => Promise<string>): Promise<void> {
    const view = this.#view;
    if (!view) return;
    if (this.#reading) this.#reading.isOver = true;
    const reading = (this.#reading = { share: 0, done: 0, told: 0, isOver: false });
    this.#fault = this.#book = null;
    this.#file = name;
    this.#again();
    try {
      const names = [(alpha2: string) => Format.of("en").country(alpha2), (alpha2: string) => Format.of("zh-Hans").country(alpha2), (alpha2: string) => view.format.country(alpha2, view.names)];
      const given = await text();
      const whole = documentIn(given);
      if (whole) {
        this.#reading = null;
        return view.act.open(whole);
      }
      const book = await readBook(given, countrySpellings(view.countries, names), {
        slice: SLICE,
        pause: () => new Promise((next) => setTimeout(next)),
        progress: (done, share) => {
          const now = performance.now();
          if (now - reading.told < TELL) return;
          Object.assign(reading, { done, share, told: now });
          this.#again();
        },
        isOver: () => reading.isOver,
      });
      if (book === null || reading.isOver) return;
      this.#book = book;
      // A column that this file does not have is none of the book's; one value for all stays.
      if (book.kept > 0) this.#view?.act.preset({ ...absent(this.#view.request), ...book.columns }, "");
    } catch (error) {
      if (reading.isOver) return;
      this.#fault = error instanceof BookFault ? error : new BookFault("book-rows", name);
    }
    this.#reading = null;
    this.#again();
  }

  #again(): void {
    if (this.#view && this.isConnected) this.setValue(this.#template(this.#view));
  }

  #stop(): void {
    if (this.#reading) this.#reading.isOver = true;
    this.#reading = null;
    this.#again();
  }

  #template(view: View): unknown {
    const { ui, says } = view.locale;
    const { format } = view;
    const fault = this.#fault;
    const wrong = fault ? problemText(view, { kind: "invalid-input", reason: fault.reason, field: "exposure", value: fault.what || this.#file, details: {}, message: fault.message }) : "";
    const choose = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (file) void this.#take(file.name, () => file.text());
      // The same file can be chosen again once it has been put right.
      input.value = "";
    };
    const drag = (event: DragEvent) => {
      event.preventDefault();
      const isOver = event.type === "dragover";
      if (this.#dragged !== isOver) {
        this.#dragged = isOver;
        this.#again();
      }
      const file = event.type === "drop" ? event.dataTransfer?.files[0] : undefined;
      if (file) void this.#take(file.name, () => file.text());
    };
    const reading = this.#reading;
    return html`<div class="book-rows" role="group" aria-label=${ui.bookTitle}>
      ${parts(view)}
      <div class="drop ${this.#dragged ? "over" : ""}" @dragover=${drag} @dragleave=${drag} @drop=${drag}>
        <label for="book-file">${ui.bookFile}</label>
        <input type="file" id="book-file" accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json" aria-describedby=${wrong ? "book-file-error" : "book-file-hint"} aria-invalid=${wrong ? "true" : nothing} @change=${choose} />
        <p class="quiet" id="book-file-hint">${ui.bookHint}</p>
        ${wrong ? html`<p class="wrong" id="book-file-error" role="alert">${wrong}</p>` : nothing}
      </div>
      <details>
        <summary>${ui.bookPaste}</summary>
        <label for="book-text">${ui.bookText}</label>
        <textarea id="book-text" rows="6" spellcheck="false" .value=${this.#text} @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}></textarea>
        <p class="presets">
          <button type="button" class="plain" @click=${() => void this.#take(ui.bookPasted ?? "", async () => this.#text)}>${ui.bookTake}</button>
          ${countOf(view) <= MOST_SHOWN ? html`<button type="button" class="link" @click=${() => {
            this.#text = csv(rowsOf(view)).trimEnd();
            this.#again();
          }}>${ui.bookShow}</button>` : nothing}
        </p>
      </details>
      <details>
        <summary>${ui.bookColumns}</summary>
        ${known(view)}
        <button type="button" class="link" @click=${() => view.act.save("book.csv", "text/csv", csv(sample(view)))}>${ui.bookSample}</button>
      </details>
      ${reading
        ? html`<div class="progress"><progress aria-label=${ui.bookReading} max="1" .value=${reading.share}></progress>
            <span class="quiet">${says.rows({ count: reading.done })}</span> <button type="button" class="plain" @click=${() => this.#stop()}>${ui.cancel}</button></div>`
        : nothing}
      <div role="status">${this.#book ? html`<p>${says.bookRead({ file: this.#file.slice(0, 60), kept: format.number(this.#book.kept), refused: format.number(this.#book.refused.length) })}</p>` : nothing}</div>
      ${this.#book ? said(view, this.#book) : nothing}
      ${view.progress
        ? html`<div class="progress"><p class="quiet">${ui.bookBeside}</p><progress aria-label=${ui.bookBeside} max=${view.progress.total} .value=${view.progress.done}></progress>
            ${view.progress.left === null ? nothing : html`<span class="quiet">${says.secondsLeft({ count: format.short(Math.ceil(view.progress.left), 0) })}</span>`}
            <button type="button" class="plain" @click=${() => view.act.stop()}>${ui.cancel}</button></div>`
        : nothing}
      ${layers(view)}
    </div>`;
  }
}

/** A whole request, as the page saves one. */
function documentIn(text: string): Document | null {
  if (!text.startsWith("{")) return null;
  try {
    const found = JSON.parse(text) as Document;
    return found.product === "portfolio" ? found : null;
  } catch {
    return null; // then it is read as rows, which says what is wrong
  }
}

/** How many obligors there are. */
function countOf(view: View): number {
  return Array.isArray(view.request.exposure) ? view.request.exposure.length : 0;
}

/** The columns that the book has now, those that need not be with a way to one value for all. */
function parts(view: View): TemplateResult {
  const { ui, says } = view.locale;
  const there = columnsOf(view.request);
  return html`
    <p><strong>${says.bookObligors({ count: view.format.number(countOf(view)) })}</strong></p>
    <ul class="columns" aria-label=${ui.bookHas}>
      ${there.map((name) => {
        const field = view.fields.find(({ path }) => path === name);
        return html`<li>${short(view, name)}${field && !REQUIRED.has(name)
          ? html` <button type="button" class="link" @click=${() => view.act.choose(field, undefined)}>${ui.takeOut}<span class="unseen">${says.colon()}${short(view, name)}</span></button>`
          : nothing}</li>`;
      })}
    </ul>`;
}

function columnsOf(request: Document): string[] {
  return [...bookColumns.map(({ name }) => name), "sectorWeights"].filter((name) => {
    const values = request[name];
    return Array.isArray(values) && values.length > 0;
  });
}

/** Takes the columns that are lists out of a request. */
function absent(request: Document): Document {
  return Object.fromEntries(columnsOf(request).map((name) => [name, null]));
}

/** A column's name. */
function short(view: View, name: string): string {
  return view.locale.outputs[`${view.product}/${name}`] ?? label(view, name);
}

/** What there is to say of a file: columns that mean nothing, and rows that were not taken. */
function said(view: View, book: Book): TemplateResult {
  const { ui, says } = view.locale;
  const { refused } = book;
  const inWords = (mistake: Mistake) => says.bookMistake({ reason: mistake.reason, bound: view.format.number(plain(mistake.bound)) });
  const save = () => view.act.save("refused.csv", "text/csv", csv(refusedRows(book, [ui.bookRow ?? "", ui.bookMistake ?? ""], inWords)));
  return html`
    ${book.unread.length > 0 ? html`<p class="quiet">${says.bookUnread({ list: book.unread.slice(0, 20).map((name) => name.slice(0, 40)) })}</p>` : nothing}
    ${refused.length > 0
      ? html`<details class="mistakes" open>
          <summary>${ui.bookMistakes}</summary>
          <div class="scroll" tabindex="0" role="group" aria-label=${ui.bookMistakes}>
            <table>
              <caption class="unseen">${ui.bookMistakes}</caption>
              <thead><tr><th scope="col">${ui.bookRow}</th><th scope="col">${ui.bookColumn}</th><th scope="col">${ui.bookValue}</th><th scope="col">${ui.bookMistake}</th></tr></thead>
              <tbody>
                ${refused.slice(0, MOST_TOLD).map(({ mistake }) => html`<tr><th scope="row">${mistake.row}</th><td class="words">${mistake.column.slice(0, 40)}</td><td class="words">${mistake.value}</td><td class="words">${inWords(mistake)}</td></tr>`)}
              </tbody>
            </table>
          </div>
          ${refused.length > MOST_TOLD ? html`<p class="quiet">${says.bookMore({ count: view.format.number(refused.length - MOST_TOLD) })}</p>` : nothing}
          <button type="button" class="link" @click=${save}>${ui.bookRefused}</button>
        </details>`
      : nothing}`;
}

/** Which columns a file may have, and how else they may be called. */
function known(view: View): TemplateResult {
  const { ui } = view.locale;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${ui.bookColumns}>
      <table>
        <caption class="unseen">${ui.bookColumns}</caption>
        <thead><tr><th scope="col">${ui.bookColumn}</th><th scope="col">${ui.bookMeans}</th><th scope="col">${ui.bookAlso}</th></tr></thead>
        <tbody>
          ${bookColumns.map(({ name, also }) => html`<tr><th scope="row"><code>${name}</code></th><td class="words">${label(view, name)}</td><td class="words">${also.join(", ")}</td></tr>`)}
          <tr><th scope="row"><code>weight: …</code></th><td class="words">${label(view, "sectorWeights")}</td><td class="words">权重: …</td></tr>
        </tbody>
      </table>
    </div>
    <p class="quiet">${ui.bookNumbers}</p>`;
}

/** A book to begin with: every column that the opening one may have. */
function sample(view: View): string[][] {
  return tableOf(view.job.opening);
}

/** The rows of the book on the page. */
function rowsOf(view: View): string[][] {
  return tableOf(view.request);
}

function tableOf(request: Document): string[][] {
  const plainText = (value: Json | undefined) => (typeof value === "number" ? plain(value) : String(value ?? ""));
  const lists: [string, readonly Json[]][] = columnsOf(request).flatMap((name): [string, readonly Json[]][] => {
    const values = request[name] as Json[];
    if (name !== "sectorWeights") return [[name, values]];
    return (values as (Document | null)[]).map((sector) => [`weight: ${String(sector?.name)}`, Array.isArray(sector?.weights) ? sector.weights : [sector?.weights ?? ""]]);
  });
  const count = Array.isArray(request.exposure) ? request.exposure.length : 0;
  const rows = Array.from({ length: count }, (_, row) => lists.map(([, values]) => plainText(values.length === 1 ? values[0] : values[row])));
  return [lists.map(([name]) => name), ...rows];
}

const rows = directive(Intake);

export function intake(view: View): unknown {
  return rows(view);
}
