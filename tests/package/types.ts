// What the compiler must accept and refuse in a user's code; checked, never run.

import { loadEngine, QuoteError, rows } from "export-risk";
import type { AnyRequest, LoanQuote, LoanRequest } from "export-risk";
import { loadEngine as loadSlim } from "export-risk/slim";
import module from "export-risk/export-risk.wasm";

const engine = await loadEngine();

// The product decides the type of the quote.
const loan = engine.quote({
  product: "loan",
  currency: "USD",
  principal: "200000",
  rate: 0.06,
  start: "2026-01-01",
  instalments: 360,
});
loan satisfies LoanQuote;
loan.totalInterest satisfies string;
loan.schedule.dates satisfies Int32Array;
loan.schedule.opening satisfies Float64Array;
// @ts-expect-error a loan has no rates of return
loan.roots;

const flows = engine.quote({
  product: "cash-flow",
  dates: ["2015-06-11", "2016-06-11"],
  amounts: Float64Array.of(-100, 110),
});
flows.xirr satisfies number | null;
// @ts-expect-error flows have no schedule
flows.schedule;

// @ts-expect-error there is no such product
engine.quote({ product: "lottery" });

// @ts-expect-error the principal and more are missing
engine.quote({ product: "loan", currency: "USD" });

engine.quote({
  product: "loan",
  currency: "USD",
  principal: "200000",
  rate: 0.06,
  start: "2026-01-01",
  instalments: 360,
  // @ts-expect-error there is no such frequency
  frequency: "hourly",
});

engine.quote({
  product: "loan",
  currency: "USD",
  principal: "200000",
  rate: 0.06,
  start: "2026-01-01",
  instalments: 360,
  // @ts-expect-error a name that is not known is refused
  instalment: 360,
});

// A request of which the product is not known beforehand gives any quote.
declare const some: AnyRequest;
const any = engine.quote(some);
if ("schedule" in any) any satisfies object;

// The working.
const request: LoanRequest = {
  product: "loan",
  currency: "USD",
  principal: 200_000,
  rate: 0.06,
  start: "2026-01-01",
  instalments: 360,
};
const explanation = engine.explain(request);
explanation.quote satisfies LoanQuote;
explanation.steps[0]?.formula satisfies string | undefined;
explanation.editions[0]?.retrieved satisfies string | undefined;

// The small tools.
engine.yearFraction({ dayCount: "ACT/ACT ISDA", start: "2026-01-15", end: "2026-07-15" }) satisfies number;
engine.yearFraction({ dayCount: "THIRTY_E_360", start: "2026-01-15", end: "2026-07-15" }) satisfies number;
// @ts-expect-error there is no such day count
engine.yearFraction({ dayCount: "30E/361", start: "2026-01-15", end: "2026-07-15" });
engine.round({ amount: "2.675", currency: "USD", strategy: "half-up" }) satisfies string;
// @ts-expect-error the amount is missing
engine.round({ currency: "USD" });

// Rows for people.
const [row] = rows(loan.schedule, { scale: 2 });
row?.date satisfies string | undefined;
row?.opening satisfies string | number | undefined;
// @ts-expect-error the column of dates is one date in a row
row?.dates;

engine.countries()[0]?.alpha3 satisfies string | undefined;
engine.editions[0]?.title satisfies string | undefined;
engine.version satisfies string;

const error: unknown = undefined;
if (error instanceof QuoteError && error.kind === "out-of-range") error.field satisfies string;
// @ts-expect-error a kind that does not exist
if (error instanceof QuoteError && error.kind === "wrong") error.field;

// Ways to bring the module.
await loadSlim({ wasm: module });
await loadSlim({ wasm: fetch("/export-risk.wasm") });
await loadSlim({ first: fetch("/export-risk-first.wasm"), wasm: "/export-risk.wasm" }).then((engine) => engine.complete());
(await loadEngine({ first: true })).version satisfies string;
// @ts-expect-error slim has no module of its own
await loadSlim();
// @ts-expect-error nor one to begin with
await loadSlim({ first: true, wasm: module });
// @ts-expect-error there is no such option
await loadEngine({ wams: module });

// The verbs that vary a request.
const solved = engine.solve(request, { vary: "rate", target: "instalment", equals: "1199.10", between: [0.01, 0.2] });
solved.value satisfies number;
solved.quote satisfies LoanQuote;
solved.solutions[0]?.neighbours[0]?.target satisfies number | undefined;
solved.jumps[0]?.below.value satisfies number | undefined;
// @ts-expect-error the wanted value is missing
engine.solve(request, { vary: "rate", target: "instalment" });
const moved = engine.sensitivity(request, { outputs: ["instalment"], bumps: { rate: 0.01, start: { low: 1, high: 2 } } });
moved.rows[0]?.outputs["instalment"]?.high satisfies number | null | undefined;
moved.rows[0]?.errors.low?.kind satisfies string | undefined;
// @ts-expect-error the outputs are missing
engine.sensitivity(request, {});
const compared = engine.compare(request, { ...request, rate: 0.05 });
compared.outputs[0]?.difference satisfies string | number | null | undefined;
compared.errors.b?.reason satisfies string | undefined;
// @ts-expect-error the other request is missing
engine.compare(request);
const quotes = engine.quoteMany("loan", { principal: Float64Array.of(1e5, 2e5), start: ["2026-01-01", "2026-02-01"] }, {
  currency: "USD", rate: 0.06, instalments: 360,
});
quotes.columns["instalment"] satisfies Float64Array | Int32Array | string[] | undefined;
quotes.status satisfies Int32Array;
quotes.errors.kind[0] satisfies string | undefined;
// @ts-expect-error there is no such product
engine.quoteMany("lottery", {});
// @ts-expect-error the defaults are of that product
engine.quoteMany("loan", {}, { horizon: 3 });
// Books take columns as they are.
engine.quote({
  product: "short-term-cover", currency: "USD", country: "MEX",
  book: { turnover: Float64Array.of(1e6, 2e6), termDays: Int32Array.of(90, 120), defaultRates: ["0.01", 0.02] },
});
