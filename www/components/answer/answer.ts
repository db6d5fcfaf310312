/** The answer to the main job: one figure, one sentence, and the parts that add up to it. */

import { html, nothing, type TemplateResult } from "lit";
import { partsBar } from "../../charts/parts.js";
import { phrase, why, type View } from "../../element/view.js";
import type { Phrase } from "../../locales/locale.js";
import { valueAt } from "../../text/path.js";
import { notices, problemView } from "../notices/notices.js";

export interface Component {
  name: string;
  money: string;
  rate: number;
  basisPoints: number;
  leftOutMoney: string | null;
  leftOutBasisPoints: number | null;
}

export function answer(view: View, width: number): TemplateResult {
  const { ui } = view.locale;
  const quote = view.quote;
  return html`
    <section class="card answer ${view.stale ? "stale" : ""}" part="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">${ui.allIn}</h2>
      ${problemView(view)}
      ${quote
        ? html`
            <div class="headline">
              <p class="figure" part="headline">${headline(view)}</p>
              <div class="says">${sentence(view)}</div>
            </div>
            ${parts(view, width)} ${notices(view)}
          `
        : view.problem
          ? nothing
          : html`<p class="quiet">${ui.loading}</p>`}
    </section>
  `;
}

/** The short answer that stays in sight while the deal is changed. */
export function shortAnswer(view: View): TemplateResult | typeof nothing {
  const rate = valueAt(view.quote, "allInRate");
  if (typeof rate !== "number") return nothing;
  const { ui } = view.locale;
  return html`
    <p class="short ${view.stale ? "stale" : ""}" part="short-answer" aria-hidden="true">
      <span><b>${view.format.percentFigure(rate)}</b> ${ui.aYear}</span>
      <span class="quiet">${ui.premiumOnce} ${money(view, valueAt(view.quote, "premium"))}</span>
    </p>
  `;
}

/** The headline as it is read out. */
export function heard(view: View): string {
  const rate = valueAt(view.quote, "allInRate");
  if (typeof rate !== "number") return view.locale.says.heardAnswer({ job: view.locale.jobs[view.product]?.name ?? "" });
  return view.locale.says.heard({
    rate: view.format.percent(rate),
    premium: money(view, valueAt(view.quote, "premium")),
  });
}

function headline(view: View): unknown {
  const rate = valueAt(view.quote, "allInRate");
  const figure = typeof rate === "number" ? view.format.percentFigure(rate) : "–";
  return html`<span class="big">${why(view, "allInRate", figure)}</span> <span class="unit">${view.locale.ui.aYear}</span>`;
}

function sentence(view: View): TemplateResult {
  const { said, nominal } = sentences<unknown>(view, (path, text) => html`<strong>${why(view, path, text)}</strong>`);
  return html`
    <p>
      ${phrase(said)}
    </p>
    ${nominal.length > 0 ? html`<p class="quiet">${phrase(nominal)}</p>` : nothing}
  `;
}

/** What the answer means, in sentences around its figures; `mark` makes one of a figure's path and text. */
export function sentences<T>(
  view: Pick<View, "locale" | "quote" | "request" | "format" | "currency">,
  mark: (path: string, text: string) => T,
): { said: Phrase<T>; nominal: Phrase<T> } {
  const { says, choices } = view.locale;
  const { quote, format } = view;
  const percent = (path: string): T | null => {
    const value = valueAt(quote, path);
    return isNumber(value) ? mark(path, format.percent(value)) : null;
  };
  const premium = mark("premium", money(view, valueAt(quote, "premium")));
  const naive = percent("cover.naiveAnnualSpread");
  const solved = percent("cover.annualSpread");
  const nominal = percent("allInRateNominal");
  const spread = valueAt(quote, "withoutCover.spread") ?? valueAt(view.request, "spreadWithoutCover");
  const compounding = String(valueAt(quote, "compounding") ?? "");
  const cover = !valueAt(quote, "cover")
    ? says.noCover<T>()
    : solved && naive
      ? says.cover<T>({ premium, naive, solved })
      : says.coverWithoutSpread<T>({ premium, rate: percent("cover.premiumRate") as T });
  const without = valueAt(quote, "withoutCover")
    ? says.without<T | string>({
        spread: isNumber(spread) ? format.percent(spread, 1) : "",
        rate: percent("withoutCover.allInRate") as T,
      })
    : [];
  return {
    said: [...cover, ...without],
    nominal: nominal ? says.nominal<T>({ rate: nominal, compounding: choices[compounding] ?? compounding }) : [],
  };
}

function parts(view: View, width: number): unknown {
  const list = valueAt(view.quote, "components");
  if (!Array.isArray(list)) return nothing;
  const { ui, components: names } = view.locale;
  const { format } = view;
  const all = list as Component[];
  const added = all.filter((part) => part.name !== "interaction");
  const shown = added.filter((part) => part.rate !== 0 || Number(part.money) !== 0);
  const rate = valueAt(view.quote, "allInRate");
  const bar = partsBar(
    shown.map((part) => ({
      key: part.name,
      name: names[part.name] ?? part.name,
      share: part.rate,
      value: format.percent(part.rate),
    })),
    `${ui.parts}: ${shown.map((part) => `${names[part.name] ?? part.name} ${format.percent(part.rate)}`).join(", ")}`,
    width,
  );
  const financed = Number(valueAt(view.quote, "financedPremium")) > 0;
  const at = (part: Component) => `components.${all.indexOf(part)}`;
  const tile = (key: string, name: string, amount: unknown, detail: unknown) => html`
    <li class="tile">
      <span class="edge fill-${key}"></span>
      <span class="name">${name}</span>
      <span class="amount">${amount}</span>
      <span class="quiet">${detail}</span>
    </li>
  `;
  return html`
    <div class="measured" data-measure="bar">${bar}</div>
    <ul class="tiles" part="parts">
      ${shown.map((part) =>
        tile(
          part.name,
          part.name === "premium" && financed ? ui.premiumAndInterest : (names[part.name] ?? part.name),
          why(view, `${at(part)}.money`, plainMoney(view, part.money)),
          why(view, `${at(part)}.rate`, format.percent(part.rate)),
        ),
      )}
      ${tile(
        "total",
        ui.total,
        why(view, "totalCost", plainMoney(view, valueAt(view.quote, "totalCost"))),
        isNumber(rate) ? format.percent(rate) : "",
      )}
    </ul>
    <details class="parts-table">
      <summary>${ui.parts}</summary>
      <p class="quiet">${ui.partsExplained}</p>
      ${partsTable(view, all)}
    </details>
  `;
}

function partsTable(view: View, list: readonly Component[]): TemplateResult {
  const { ui, components: names } = view.locale;
  const { format } = view;
  const points = (value: number | null) => (value === null ? "" : format.number(value, 1));
  const amount = (value: string | null) => (value === null ? "" : format.number(value, view.digits));
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${ui.parts}>
      <table>
        <thead>
          <tr>
            <th scope="col">${ui.part}</th>
            <th scope="col">${ui.money}, ${view.currency}</th>
            <th scope="col">${ui.basisPoints}</th>
            <th scope="col">${ui.leftOut}, ${view.currency}</th>
            <th scope="col">${ui.leftOutBasisPoints}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map(
            (part) => html`
              <tr>
                <th scope="row">${names[part.name] ?? part.name}</th>
                <td>${amount(part.money)}</td>
                <td>${points(part.basisPoints)}</td>
                <td>${amount(part.leftOutMoney)}</td>
                <td>${points(part.leftOutBasisPoints)}</td>
              </tr>
            `,
          )}
          <tr class="sum">
            <th scope="row">${ui.sum}</th>
            <td>${amount(String(valueAt(view.quote, "totalCost")))}</td>
            <td>${format.basisPoints(Number(valueAt(view.quote, "allInRate")))}</td>
            <td></td>
            <td></td>
          </tr>
        </tbody>
      </table>
    </div>
  `;
}

function money(view: Pick<View, "format" | "currency">, value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? view.format.money(value, view.currency) : "–";
}

/** An amount with its currency set smaller behind it: where several stand side by side. */
function plainMoney(view: View, value: unknown): unknown {
  const text = typeof value === "string" || typeof value === "number" ? view.format.number(value, 0) : "–";
  return html`${text} <small>${view.currency}</small>`;
}

function isNumber(value: unknown): value is number | string {
  return typeof value === "number" || (typeof value === "string" && value !== "");
}
