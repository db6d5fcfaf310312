import { html, noChange, nothing, type PropertyValues } from "lit";
import { actions } from "../components/actions/actions.js";
import { answer, heard, shortAnswer } from "../components/answer/answer.js";
import { Combobox } from "../components/form/combobox.js";
import { form } from "../components/form/form.js";
import { nav } from "../components/nav/nav.js";
import { broken, cardProblem } from "../components/notices/notices.js";
import { problemPlace, problemText } from "../components/notices/problem.js";
import { sources } from "../components/sources/sources.js";
import { inOrder, jobOf, type Job } from "../jobs.js";
import { localeOf, speak, speakOf, tagOf } from "../locales/index.js";
import type { Locale } from "../locales/locale.js";
import { fieldNames, productNames, schema } from "../schema/embedded.js";
import { fieldsOf, outputsOf, type Field } from "../schema/schema.js";
import { download } from "../text/csv.js";
import { plain } from "../text/decimal.js";
import { currencies, Format } from "../text/format.js";
import { namesFor } from "../text/names.js";
import { patched, valueAt } from "../text/path.js";
import { fromFragment, toFragment, type Document, type Json } from "../text/share.js";
import { Answers } from "./answers.js";
import { fieldAttributes, patchOf } from "./attributes.js";
import { open, type Card } from "./card.js";
import { FormControl } from "./control.js";
import { asGiven, Deal } from "./deal.js";
import { digitsOf, problemOf, type CountryRow, type Engine, type Problem } from "./engine.js";
import type { Later } from "./later.js";
import { Measure } from "./measure.js";
import { controlOf, focusField, focusOption, goBack, reveal } from "./reveal.js";
import { styles } from "./calculator.styles.js";
import type { Actions, View } from "./view.js";
import { beside, isHere, loadRest, sidesOf, type Sides } from "./whole.js";

/** The main job: the one whose answer needs nothing that comes later. */
const MAIN = "export-credit";
/** How long typing must rest before the answer is read out. */
const REST = 900;

/**
 * The calculator: asks for a deal, shows the engine's answer and its working. Computes nothing itself, asks
 * nothing of any server, keeps nothing.
 *
 * @element export-risk-calculator
 *
 * @attr product - the product that is shown first: `export-credit`, `loan`, ...
 * @attr products - the products to offer, separated by spaces or commas; without it only `product`
 * @attr theme - `light`, `dark` or `auto`
 * @attr lang - BCP 47; without it that of the nearest ancestor
 * @attr readonly - shows the deal as a list, nothing can be changed
 * @attr compact - the deal and the answer only
 * @attr name - in a form: `request` and `headline` are sent as `<name>-request` and `<name>-headline`
 * @attr disabled - in a form: shows the deal as `readonly` does, without the other jobs, and sends nothing
 * @attr rate-card - the address of a rate card on the same site
 * @attr method-page - the folder of the pages "Method and sources" on the same site; without it there is no link to them
 * @attr country-names - a ready list of names: `mainland-china`
 *
 * @prop request - the whole request document
 * @prop rateCard - a rate card, as an object or as JSON text; it stands before the address
 * @prop countryNames - names by ISO 3166-1 alpha-2, in the place of the browser's, or the name of a ready list
 * @prop territories - codes of the countries and territories that the picture of the world shows; all by default
 *
 * @fires export-risk-ready - the engine has started
 * @fires export-risk-quote - an answer; detail: `request`, `quote`
 * @fires export-risk-error - a request that has none; detail: `request`, `error`
 * @fires export-risk-share - the visitor wants a link; detail: `request`, `fragment`; preventDefault() keeps the element from making one
 * @fires export-risk-print - the visitor wants to print; preventDefault() keeps the element from printing
 * @fires export-risk-contact - the visitor follows the call to action; detail: `request`, `quote`
 *
 * @slot - what stands there until the first answer does
 * @slot logo - left of the jobs
 * @slot tools - right of the jobs
 * @slot disclaimer - in the place of the default disclaimer
 * @slot call-to-action - a link or button of the host
 */
export class ExportRiskCalculator extends FormControl {
  static override styles = styles;

  static override properties = {
    product: { type: String, reflect: true },
    products: { type: String },
    theme: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    compact: { type: Boolean, reflect: true },
    request: { attribute: false, noAccessor: true },
    rateCard: { attribute: false },
    rateCardAddress: { attribute: "rate-card" },
    methodPage: { attribute: "method-page" },
    countryNames: { attribute: "country-names" },
    territories: { attribute: false },
  };

  declare product: string;
  declare products: string | null;
  declare theme: string;
  declare readonly: boolean;
  declare compact: boolean;
  declare rateCard: unknown;
  declare rateCardAddress: string | null;
  declare methodPage: string | null;
  declare countryNames: Readonly<Record<string, string>> | string | undefined;
  declare territories: readonly string[] | undefined;

  /** Attributes that prefill fields, by the schema. */
  static readonly #prefills = new Set(fieldAttributes(fieldNames, ["amount"]));

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang", ...this.#prefills];
  }

  readonly #combobox = new Combobox(this);
  readonly #measure = new Measure(this);
  #later: Later | undefined;
  #sides: Promise<Sides> | undefined;
  #compared: Sides | undefined;
  readonly #deals = new Map<string, Deal>();
  readonly #picked = new Map<string, string>();
  #engine: Engine | null = null;
  #broken: Problem | null = null;
  #card: Card | null = null;
  #cardProblem: Problem | null = null;
  #cardKey: unknown = "";
  #countries: readonly CountryRow[] = [];
  #spoken: Locale | undefined;
  #wrongFile: View["wrongFile"] = null;
  #asked = "";
  #asker: Element | null = null;
  #link = "";
  #copied = false;
  #linkProblem: "" | "shareBroken" | "shareTooLong" = "";
  #heard = "";
  #frame = 0;
  #disabled = false;
  /** The frame in which what stands below an answer is drawn; 0 when it has been. */
  #below = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.product = "export-credit";
    this.products = "";
    this.theme = "auto";
    this.readonly = false;
    this.compact = false;
  }

  /** The request on the screen, as a document that any server with the engine can answer. */
  get request(): Document {
    return this.#deal.request;
  }

  set request(given: Document) {
    // What is no document is one without any field: the engine says what is missing.
    const request = typeof given === "object" && given !== null && !Array.isArray(given) ? given : { product: this.product };
    const product = typeof request.product === "string" ? request.product : this.product;
    if (productNames.includes(product)) this.#go(product);
    this.#deal.replace({ ...request });
    this.#linkProblem = "";
    this.#ask();
  }

  /** Takes the request out of a link's fragment. A link that can't be read is told in place. */
  restore(fragment: string): void {
    try {
      const request = fromFragment(fragment);
      if (request) this.request = request;
      this.#linkProblem = "";
      // Without one it also forgets that the link before brought one that could not be read.
      if (this.#compared || /[#&]compare=/.test(fragment)) this.#withSides((sides) => sides.bring(this.product, fragment));
    } catch {
      this.#linkProblem = "shareBroken";
    }
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#engine) this.#ask();
    else void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#below);
    clearTimeout(this.#rest);
    this.#answers.end();
    this.#frame = this.#below = 0;
  }

  formAssociatedCallback(): void {
    this.#hand();
  }

  /** Every deal begins again. */
  formResetCallback(): void {
    this.#deals.clear();
    this.#change(() => this.#forget());
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    if (name === "lang") this.requestUpdate();
    if (ExportRiskCalculator.#prefills.has(name)) {
      for (const [product, deal] of this.#deals) deal.lay(this.#prefill(product));
      this.#ask();
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.isConnected && this.#cardKey !== this.#wantedCard) void this.#start();
    if (changed.has("product")) {
      if (!productNames.includes(this.product)) this.product = this.#offered[0] ?? "export-credit";
      if (this.#answers.quote && changed.get("product") !== this.product) this.#forget();
      this.#ask();
    }
  }

  protected override render(): unknown {
    const locale = this.#locale();
    if (!locale) return html`<slot></slot>`;
    const view = this.#view(locale);
    const width = (name: string) => this.#measure.width(name);
    const later = this.#later;
    const main = view.product === MAIN;
    return html`
      <div class="root" lang=${view.format.tag} dir=${locale.direction}>
        ${nav(locale, this.#disabled ? [] : this.#offered, view.product, (product) => this.#go(product))}
        ${this.#broken ? broken(view, this.#broken) : nothing}
        ${later && this.#cardProblem ? cardProblem(view, this.#cardProblem) : nothing}
        ${this.#isAhead ? html`<slot></slot>` : this.#isReady ? html`<div class="frame">
          ${main ? shortAnswer(view) : later?.short(view)}
          ${view.locked ? later?.inputs(view, false) : html`${form(view, this.#combobox, later?.files)}`}
          <div class="results" aria-busy=${this.#answers.lags || this.#below !== 0}>
            ${this.#linkProblem ? html`<p class="card problem" role="alert" part="error">${locale.ui[this.#linkProblem]}</p>` : nothing}
            ${view.locked ? nothing : later?.inputs(view, true)}
            ${this.#compared?.panel(view, width("compare")) ?? nothing}
            ${main ? answer(view, width("bar")) : later?.answer(view, width, this.territories)}
            ${actions({
              locale,
              link: this.#link,
              partner: this.#card?.contact ?? null,
              copied: this.#copied,
              share: () => void this.#share(),
              print: () => this.#print(),
              save: () => download("request.json", "application/json", `${JSON.stringify(this.request, null, 2)}\n`),
              keep: view.locked ? null : () => void this.#withSides((sides) => sides.keep(this.product, this.request)),
              rests: () => reveal(this.renderRoot, "#sources-title"),
              contact: () => this.#tell("contact", { request: this.request, quote: this.#answers.quote }),
            })}
            ${!view.quote ? nothing : this.#below !== 0 ? noChange : later?.panels(view, width, this.#answers.lags)}
            ${sources(view, later?.methodLink(view, this.methodPage) ?? nothing)}
            ${later?.printed(view)}
          </div>
        </div>` : nothing}
        <p class="unseen" role="status" aria-live="polite">${this.#heard}</p>
      </div>
    `;
  }

  /** The texts of the reader's language; those of the one before until they are there. */
  #locale(): Locale | undefined {
    const tag = tagOf(this);
    const locale = localeOf(tag);
    if (!locale) speak(tag).then(() => this.requestUpdate(), () => {});
    return (this.#spoken = locale ?? this.#spoken);
  }

  #view(locale: Locale): View {
    const currency = valueAt(this.request, "currency");
    const { quote, steps, problem, stale, progress } = this.#answers;
    return {
      locale,
      format: Format.of(tagOf(this)),
      product: this.product,
      job: this.#job,
      fields: this.#fields,
      outputs: outputsOf(schema, this.product).map((output) => ({ ...output, kind: this.#job.means?.[output.name] ?? output.kind })),
      request: this.request,
      drafts: this.#deal.drafts,
      quote,
      steps,
      // Its words come later than those of an answer.
      problem: this.#later ? problem : null,
      stale,
      progress,
      countries: this.#countries,
      currencies,
      currency: typeof currency === "string" ? currency : "",
      digits: digitsOf(quote),
      names: namesFor(locale.tag.split("-")[0] ?? "", this.countryNames, this.#card?.countryNames ?? [], this.#countries),
      card: this.#card,
      engine: this.#engine,
      locked: this.readonly || this.#disabled,
      wrongFile: this.#wrongFile,
      tableTitle: (id) => this.#later?.tableTitle(locale.tag, id),
      asked: this.#asked,
      canGoBack: this.#asker !== null,
      picked: this.#picked,
      act: this.#act,
    };
  }

  readonly #act: Actions = {
    type: (field: Field, text: string) => this.#change(() => this.#deal.type(field, text, tagOf(this))),
    leave: (field: Field) => this.#change(() => this.#deal.leave(field, tagOf(this))),
    choose: (field: Field, value: Json | undefined) => this.#change(() => this.#choose(field, value)),
    preset: (patch: Document) => this.#lay(patch, [...Object.keys(this.#job.options ?? {}), ...(this.#job.files ?? [])]),
    file: (group: string, file: File) => void this.#takeFile(group, file),
    option: (path: string, used: boolean) => {
      this.#change(() => this.#deal.use(path, used, this.#job));
      void this.updateComplete.then(() => focusOption(this.renderRoot, path));
    },
    open: (request: Document) => {
      if (!this.readonly && !this.#disabled) this.request = request;
    },
    reset: () => this.#change(() => this.#deal.replace(this.#opening(this.product))),
    ask: (output: string) => void this.#showWhy(output),
    back: () => goBack(this.renderRoot, this.#asker),
    pick: (panel: string, choice: string) => {
      this.#picked.set(panel, choice);
      this.requestUpdate();
    },
    focus: (path: string) => focusField(this.renderRoot, this.#fields, path),
    stop: () => {
      this.#answers.end();
      this.requestUpdate();
    },
    save: download,
  };

  #lay(patch: Document, afresh: readonly string[]): void {
    this.#wrongFile = null;
    this.#change(() => this.#deal.choosePreset(patch, afresh));
  }

  /** A file that can't be read leaves everything as it is and says why; what can be read is the engine's to judge. */
  async #takeFile(group: string, file: File): Promise<void> {
    const { product } = this;
    const read = await (await this.#loadLater()).columns(file, group, this.#fields);
    if (this.product !== product) return;
    if ("patch" in read) return this.#lay(read.patch, [group]);
    this.#wrongFile = { group, problem: read.problem };
    this.requestUpdate();
  }

  async #loadLater(): Promise<Later> {
    const [{ laterParts }] = await Promise.all([import("./later.js"), speakOf("later")]);
    this.#later ??= laterParts(this);
    this.requestUpdate();
    return this.#later;
  }

  #choose(field: Field, value: Json | undefined): void {
    this.#deal.choose(field, value);
    const pair = value === undefined ? undefined : this.#job.either.find((paths) => paths.includes(field.path));
    const other = this.#fields.find(({ path }) => path !== field.path && pair?.includes(path));
    if (other) this.#deal.choose(other, undefined);
  }

  /** The rest of the page comes first: only the engine with everything compares. */
  async #withSides(act: (sides: Sides) => unknown): Promise<void> {
    try {
      this.#sides ??= sidesOf(this);
      const [sides] = await Promise.all([this.#sides, this.#engine?.complete()]);
      this.#compared = sides;
      act(sides);
    } catch (error) {
      this.#sides = undefined; // tried again by the next click
      this.#broken = problemOf(error);
    }
    this.requestUpdate();
  }

  get #job(): Job {
    return jobOf(this.product);
  }

  get #fields(): Field[] {
    const { kinds } = this.#job;
    return fieldsOf(schema, this.product).map((field) => asGiven({ ...field, kind: kinds[field.path] ?? field.kind }, this.request));
  }

  get #offered(): string[] {
    // An attribute that was taken away again is null.
    const asked = this.products ?? "";
    const wanted = asked.split(/[\s,]+/).filter((product) => productNames.includes(product));
    return wanted.length > 0 ? wanted : asked.trim() === "all" ? inOrder(productNames) : [];
  }

  get #deal(): Deal {
    let deal = this.#deals.get(this.product);
    if (!deal) this.#deals.set(this.product, (deal = new Deal(this.#opening(this.product))));
    return deal;
  }

  #opening(product: string): Document {
    return patched(jobOf(product).opening, this.#laid(product));
  }

  /** What the rate card gives for a product, and over it what the host's attributes say. */
  #laid(product: string): Document {
    return patched(this.#card?.defaults?.[product] ?? {}, this.#prefill(product));
  }

  #prefill(product: string): Document {
    return patchOf(this, fieldsOf(schema, product), jobOf(product));
  }

  #go(product: string): void {
    if (product === this.product) return;
    this.product = product;
    this.#forget();
    this.#ask();
  }

  #forget(): void {
    this.#asker = null;
    this.#answers.forget();
    this.#link = "";
  }

  #change(edit: () => void): void {
    edit();
    this.#link = "";
    this.#linkProblem = "";
    this.#ask();
    this.requestUpdate();
  }

  get #wantedCard(): unknown {
    return this.rateCard || this.rateCardAddress || "";
  }

  async #start(): Promise<void> {
    const wanted = this.#wantedCard;
    this.#cardKey = wanted;
    try {
      const opened = open(this.rateCard, this.rateCardAddress ?? "");
      const [{ engine, card, problem }] = await Promise.all([opened, speak(tagOf(this))]);
      if (wanted !== this.#wantedCard) return; // another card came meanwhile
      this.#engine = engine;
      this.#card = card;
      this.#openAnew();
      this.#cardProblem = problem;
      if (problem) this.#tell("error", { request: this.request, error: problem });
      this.#countries = this.#engine.countries();
      this.#broken = null;
      this.#answer();
      this.#tell("ready", {});
      this.#loadLater().catch(() => {}); // tried again by who needs it
      // While the first answer is read: other jobs need it at once.
      if (this.#offered.length > 1) this.#rests().catch(() => {}); // asked for again when it is needed
    } catch (error) {
      this.#broken = problemOf(error);
      this.#tell("error", { request: this.request, error });
    }
    this.requestUpdate();
  }

  /** Answers in the next frame: however many changes come before it, they cost one answer. */
  #ask(): void {
    this.#hand(true);
    if (!this.#engine || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#answer();
      this.requestUpdate();
    });
  }

  #answer(): void {
    if (!this.#engine || !this.isConnected) return;
    if (!this.#isReady) return void this.#complete();
    this.#answers.ask(this.#engine, this.request, this.#job.lighter, beside({ ...this.request, product: this.product }, this.#card));
    // First the answer is painted, then what stands below it.
    cancelAnimationFrame(this.#below);
    this.#below = requestAnimationFrame(() => {
      this.#below = 0;
      this.requestUpdate();
    });
  }

  readonly #answers = new Answers({
    quoted: (request, quote) => {
      this.#hand();
      this.#tell("quote", { request, quote });
      this.#rested();
    },
    refused: (request, error) => {
      this.#hand();
      this.#tell("error", { request, error });
      this.#rested();
    },
    moved: () => this.requestUpdate(),
    missing: () => void this.#complete(true),
  });

  /** Gives the host's form the request and, once it is there, the headline of its answer or what is wrong. */
  #hand(pending = false): void {
    if (!this.form) return;
    const { quote, problem } = this.#answers;
    if (pending) return this.brings(this.request, null);
    if (!problem) return this.brings(this.request, written(valueAt(quote, this.#job.headline)));
    const said = this.#spoken ? problemText(this.#view(this.#spoken), problem) : problem.message;
    this.brings(this.request, null, said, controlOf(this.renderRoot, this.#fields, problem.field));
  }

  /** The answer is read out once typing has stopped. */
  #rested(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#readOut(), REST);
    this.requestUpdate();
  }

  /** Whether what the host has put in stands in the place of the first answer, which is not there yet. */
  get #isAhead(): boolean {
    const { quote, problem } = this.#answers;
    return !quote && !problem && !this.#broken && !this.#countries.length && this.querySelector(":scope > :not([slot])") !== null;
  }

  /** Whether the product's form and answer can be shown. */
  get #isReady(): boolean {
    return this.product === MAIN || (this.#later !== undefined && isHere(this.product));
  }

  async #rests(): Promise<void> {
    await Promise.all([this.#engine?.complete(), loadRest()]);
    // A job that was chosen meanwhile was drawn without its opening deal.
    const before = this.request;
    this.#openAnew();
    if (JSON.stringify(before) !== JSON.stringify(this.request)) this.#ask();
  }

  /** Deals that nobody has touched begin again, with what is known now. */
  #openAnew(): void {
    for (const [product, deal] of this.#deals) if (!deal.isOwn) deal.request = this.#opening(product);
  }

  /** Loads what the product needs, and answers what had to wait for it. */
  async #complete(everything = !isHere(this.product)): Promise<void> {
    const engine = this.#engine;
    try {
      await Promise.all([this.#loadLater(), everything && this.#rests()]);
      this.#openAnew();
      if (engine === this.#engine) this.#ask();
    } catch (error) {
      this.#broken = problemOf(error);
      this.#tell("error", { request: this.request, error });
    }
    this.requestUpdate();
  }

  #readOut(): void {
    if (!this.#spoken) return;
    const view = this.#view(this.#spoken);
    this.#heard = view.problem
      ? view.locale.says.heardProblem({ field: problemPlace(view, view.problem), problem: problemText(view, view.problem) })
      : heard(view) + (this.#compared?.heard(view) ?? "");
    this.requestUpdate();
  }

  async #showWhy(output: string): Promise<void> {
    this.#asked = output;
    this.#asker = this.shadowRoot?.activeElement ?? null;
    this.requestUpdate();
    await this.updateComplete;
    reveal(this.renderRoot, "#why-title");
  }

  async #share(): Promise<void> {
    const fragment = toFragment(this.request) + (this.#compared?.fragment(this.product) ?? "");
    this.#linkProblem = fragment === "" ? "shareTooLong" : "";
    if (fragment === "") return this.requestUpdate();
    const own = this.#tell("share", { request: this.request, fragment });
    if (!own) return;
    const page = new URL(location.href);
    page.hash = fragment;
    this.#link = page.href;
    try {
      await navigator.clipboard.writeText(this.#link);
      this.#copied = true;
    } catch {
      this.#copied = false; // not allowed here: the link stands in its field
    }
    this.requestUpdate();
  }

  #print(): void {
    if (this.#tell("print", { request: this.request, quote: this.#answers.quote })) print();
  }

  /** False when the host has taken the matter into its own hands. */
  #tell(name: string, detail: object): boolean {
    const cancelable = name === "share" || name === "print";
    return this.dispatchEvent(
      new CustomEvent(`export-risk-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }
}

/** A value of the quote as its document has it. */
function written(value: unknown): string | null {
  return value === null || value === undefined ? null : typeof value === "number" ? plain(value) : String(value);
}
