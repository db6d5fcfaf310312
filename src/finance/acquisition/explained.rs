//! How a purchase tells its working.

use super::deal::Deal;
use super::quote::AcquisitionQuote;
use crate::explain::{Grade, Step, Trace};

const OURS: &str = "Definition of this project";
const COVENANTS: &str = "Covenants as leveraged loan agreements define them";
const RETURN: &str = "Internal rate of return of yearly flows";
const RATE: &str = "Σ Fₜ / (1 + i)^t = 0";

/// The steps to every number of the answer that stands alone.
pub(super) fn explain(deal: &Deal<'_>, quote: &AcquisitionQuote, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let code = deal.currency.code();
    trace.alike(code, (OURS, Grade::Assumption), &[]).each(&[
        ("purchase-enterprise", "EV", "V + N", "enterpriseValue", &quote.enterprise_value),
        ("purchase-equity", "V", "EV − N", "equityValue", &quote.equity_value),
        ("purchase-uses", "U", "P + N + costs + fees + cash", "totalUses", &quote.total_uses),
        ("sale-value", "EVₙ", "m·(EBITDAₙ + Sₙ)", "exitValue", &quote.exit_value),
        ("plant-support", "S", "Σ paid beside E", "sponsorSupport", &quote.sponsor_support),
        ("plant-unpaid", "D", "owed at the end", "unpaidDebt", &quote.unpaid_debt),
    ]);
    trace.alike("factor", (COVENANTS, Grade::Secondary), &[]).each(&[
        ("entry-multiple", "m₀", "EV / EBITDA₀", "entryMultiple", &quote.entry_multiple),
        ("exit-multiple", "m", "EVₙ / (EBITDAₙ + Sₙ)", "exitMultiple", &quote.exit_multiple),
        ("opening-leverage", "L₀", "D₀ / EBITDA₀", "openingLeverage", &quote.opening_leverage),
        ("highest-leverage", "L", "max(Dₜ / Eₜ)", "highestLeverage", &quote.highest_leverage),
        ("purchase-debt-share", "g", "D₀ / U", "debtShare", &quote.debt_share),
        ("loan-to-price", "b", "senior / P", "loanToPrice", &quote.loan_to_price),
        (
            "least-interest-cover",
            "c",
            "min(Eₜ / interest)",
            "leastInterestCover",
            &quote.least_interest_cover,
        ),
        (
            "least-cash-cover",
            "d",
            "min(CFADSₜ / (interest + principal))",
            "leastCashCover",
            &quote.least_cash_cover,
        ),
        (
            "least-headroom",
            "h",
            "min(1 − Dₜ/(L·Eₜ), 1 − c·interest/Eₜ, (CFADSₜ − d·service)/Eₜ)",
            "leastHeadroom",
            &quote.least_headroom,
        ),
    ]);
    trace.alike("fraction-a-year", (RETURN, Grade::Official), &[]).each(&[
        ("sponsors-return", "i", RATE, "acquirerReturn", &quote.acquirer_return),
        ("sponsors-return", "i", RATE, "partnerReturn", &quote.partner_return),
        ("sponsors-return", "i", RATE, "sponsorsReturn", &quote.sponsors_return),
    ]);
    if let (Some(amount), Some(rate)) = (quote.break_even_synergy, deal.request.acquirer.required_return) {
        trace.step(|| {
            Step::new("break-even-synergy", "S", "V(S) = 0")
                .output("breakEvenSynergy")
                .input("k", rate, "fraction-a-year")
                .value(amount, code)
                .cited(OURS, Grade::Assumption)
        });
    }
}
