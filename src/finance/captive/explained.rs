//! How a captive tells its working.

use super::company::{Company, Month};
use super::quote::CaptiveQuote;
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_decimal;

const OURS: &str = "Definition of this project";
const RETURN: &str = "Internal rate of return of monthly flows";
const IAS: &str = "IAS 1: assets, liabilities and equity";

/// The steps to every number of the answer that stands alone.
pub(super) fn explain(company: &Company<'_>, quote: &CaptiveQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = company.request.currency.code();
    let amount = |minor: i64| minor_decimal(minor, company.request.currency);
    let months = company.months.len().saturating_sub(1);
    for (at, (year, rows)) in
        quote.years.iter().zip(company.months.get(1..).unwrap_or_default().chunks(12)).enumerate()
    {
        let place = ["years.", &at.text()].concat();
        let sum = |of: fn(&Month) -> i64| rows.iter().map(of).sum::<i64>();
        trace.under(&place, |trace| {
            let ratios = [
                (
                    "net-interest-margin",
                    "NIM",
                    "N / mean(performing before)",
                    "netInterestMargin",
                    sum(|month| month.net_interest()),
                    year.net_interest_margin,
                ),
                (
                    "cost-to-income",
                    "CIR",
                    "N / net interest",
                    "costToIncome",
                    sum(|month| month.costs),
                    year.cost_to_income,
                ),
                (
                    "return-on-assets",
                    "ROA",
                    "N / mean(assets before)",
                    "returnOnAssets",
                    sum(|month| month.profit),
                    year.return_on_assets,
                ),
                (
                    "return-on-equity",
                    "ROE",
                    "N / mean(equity before)",
                    "returnOnEquity",
                    sum(|month| month.profit),
                    year.return_on_equity,
                ),
            ];
            for (id, symbol, formula, output, number, ratio) in ratios {
                let Some(ratio) = ratio else { continue };
                trace.step(|| {
                    Step::new(id, symbol, formula)
                        .output(output)
                        .input("N", amount(number), code)
                        .value(ratio, "fraction")
                        .cited(OURS, Grade::Assumption)
                });
            }
        });
    }
    if let (Some(value), Some(rate)) = (quote.value, company.request.cost_of_equity) {
        trace.step(|| {
            Step::new("owners-value", "V", "Σ Fₘ / (1 + k)^(m/12), E at the end among F")
                .output("value")
                .input("k", rate, "fraction-a-year")
                .input("E", quote.closing_equity.decimal(), code)
                .value(value.decimal(), code)
                .cited(OURS, Grade::Assumption)
        });
    }
    let start = company.months.first().map_or(0, |month| month.equity);
    let sums = [
        ("capital-needed", "C", "C₀ + Σ paid in later", "capitalNeeded", quote.capital_needed),
        ("total-profit", "ΣP", "P₁ + … + Pₙ", "totalProfit", quote.total_profit),
        ("dividends-in-all", "ΣD", "D₁ + … + Dₙ", "dividends", quote.dividends),
        ("closing-equity", "E", "C + ΣP − ΣD", "closingEquity", quote.closing_equity),
        ("peak-book", "B", "max(performing + defaulted)", "peakBook", quote.peak_book),
        ("peak-funding", "L", "max(owed to lenders)", "peakFunding", quote.peak_funding),
    ];
    for (id, symbol, formula, output, value) in sums {
        trace.step(|| {
            let step = Step::new(id, symbol, formula).output(output);
            let step = if id == "capital-needed" { step.input("C₀", amount(start), code) } else { step };
            step.input("n", months, "months").value(value.decimal(), code).cited(IAS, Grade::Official)
        });
    }
    for (id, output, formula, month) in [
        ("peak-funding-month", "peakFundingMonth", "the first with L", quote.peak_funding_month),
        ("first-profit", "firstProfitMonth", "the first with P > 0", quote.first_profit_month),
        ("break-even", "breakEvenMonth", "the first with P₁ + … + Pₘ > 0", quote.break_even_month),
    ] {
        let Some(month) = month else { continue };
        trace.step(|| {
            Step::new(id, "m", formula).output(output).value(month, "months").cited(OURS, Grade::Assumption)
        });
    }
    if let Some(rate) = quote.equity_return {
        trace.step(|| {
            Step::new("owners-return", "i", "Σ Fₘ / (1 + i)^(m/12) = 0, E at the end among F")
                .output("equityReturn")
                .input("E", quote.closing_equity.decimal(), code)
                .value(rate, "fraction-a-year")
                .cited(RETURN, Grade::Official)
        });
    }
}
