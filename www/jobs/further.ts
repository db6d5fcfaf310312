/** The jobs that come after the first answer. */

import { acquisition } from "./acquisition.js";
import { captive } from "./captive.js";
import { chain } from "./chain.js";
import { creditAccess } from "./credit-access.js";
import { floorplan } from "./floorplan.js";
import { fund } from "./fund.js";
import { fxHedge } from "./fx-hedge.js";
import { green } from "./green.js";
import { investment, shortTerm } from "./insure.js";
import { landed } from "./landed.js";
import { loan } from "./loan.js";
import { matching } from "./matching.js";
import { plant } from "./plant.js";
import { portfolio } from "./portfolio.js";
import { receivables } from "./receivables.js";
import { retail } from "./retail.js";
import { riskWeight } from "./risk-weight.js";
import { route } from "./route.js";
import { settlement } from "./settlement.js";
import { cashFlow, rounding, timeValue, yearFraction } from "./tools.js";
import type { Job } from "../jobs.js";

export const furtherJobs: readonly Job[] = [
  shortTerm, investment, receivables, settlement, captive, plant, acquisition, green, fund, fxHedge, landed, route, chain, creditAccess, matching,
  loan, cashFlow, timeValue, yearFraction, rounding, riskWeight, floorplan, retail, portfolio,
];
