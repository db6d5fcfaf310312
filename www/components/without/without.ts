/** The same deal with and without cover, side by side, and the spread at which both cost the same. */

import { html, nothing, type TemplateResult } from "lit";
import { outputLabel, phrase, why, type View } from "../../element/view.js";
import { valueAt } from "../../text/path.js";

export function without(view: View): TemplateResult | typeof nothing {
  const { quote, format } = view;
  if (!valueAt(quote, "cover") || !valueAt(quote, "withoutCover")) return nothing;
  const { ui, says } = view.locale;
  const rate = (path: string) => why(view, path, format.percent(Number(valueAt(quote, path))));
  const money = (path: string) => why(view, path, format.number(String(valueAt(quote, path)), 0));
  const rows: [string, (path: string) => unknown][] = [
    ["allInRate", rate],
    ["allInRateNominal", rate],
    ["totalCost", money],
  ];
  return html`
    <section class="card without ${view.stale ? "stale" : ""}" part="without" aria-labelledby="without-title">
      <h2 id="without-title">${ui.withAndWithout}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${ui.withAndWithout}>
        <table>
          <thead>
            <tr>
              <td></td>
              <th scope="col">${ui.withCover}</th>
              <th scope="col">${ui.withoutCover}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, write]) => html`<tr>
                <th scope="row">${outputLabel(view, name)}${write === money ? `, ${view.currency}` : ""}</th>
                <td>${write(name)}</td>
                <td>${write(`withoutCover.${name}`)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p>${phrase(says.breakEven<unknown>({ spread: html`<strong>${rate("withoutCover.breakEvenSpread")}</strong>` }))}</p>
    </section>
  `;
}
