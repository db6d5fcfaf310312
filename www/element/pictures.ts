/** The pictures of the products that have one panel after the other. */

import { html, type TemplateResult } from "lit";
import { book } from "../components/book/book.js";
import { channels } from "../components/channels/channels.js";
import { chain } from "../components/chain/chain.js";
import { company } from "../components/company/company.js";
import { green } from "../components/green/green.js";
import { hedge } from "../components/hedge/hedge.js";
import { equity } from "../components/equity/equity.js";
import { landed } from "../components/landed/landed.js";
import { bank } from "../components/bank/bank.js";
import { losses } from "../components/losses/losses.js";
import { waterfall } from "../components/losses/waterfall.js";
import { matching } from "../components/matching/matching.js";
import { plant } from "../components/plant/plant.js";
import { purchase } from "../components/purchase/purchase.js";
import { receivables } from "../components/receivables/receivables.js";
import { routes } from "../components/routes/routes.js";
import { rules } from "../components/rules/rules.js";
import { schedule } from "../components/schedule/schedule.js";
import { supplier } from "../components/supplier/supplier.js";
import type { View } from "./view.js";

export function pictures(view: View, width: (name: string) => number): TemplateResult {
  const { product, quote } = view;
  if (product === "receivables") return html`${receivables(view, width("cash"))}`;
  if (product === "settlement") return html`${channels(view, width("channels"))}`;
  if (product === "captive") return html`${company(view, width("company"))}`;
  if (product === "landed-cost") return html`${landed(view, width("landed"))}`;
  if (product === "portfolio") return html`${book(view, width)}`;
  if (product === "route") return html`${routes(view, width)}`;
  if (product === "acquisition") return html`${purchase(view, width("purchase"))}`;
  if (product === "green") return html`${green(view, width("green"))}`;
  if (product === "chain") return html`${chain(view, width("chain"))}`;
  if (product === "matching") return html`${matching(view, width("matching"))}`;
  if (product === "plant") return html`${plant(view, width("plant"))}`;
  if (product === "fx-hedge") return html`${hedge(view, width("hedge"))}`;
  if (product === "fund") return html`${waterfall(view, width("waterfall"))}${schedule(view, quote?.schedule, width("schedule"))}`;
  if (product === "retail" && quote?.equity) return html`${equity(view, width("equity"))}`;
  return html`${rules(view, width("rules"))}${losses(view, width("losses"))}${schedule(view, quote?.schedule, width("schedule"))}`;
}

/** What an export credit has beyond its first answer. */
export function furtherParts(view: View, width: (name: string) => number): TemplateResult {
  return html`${supplier(view, width)}${bank(view, width("bank"))}`;
}
