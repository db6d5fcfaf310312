//! How the cascade tells its working.

use super::cascade::{Cascade, Part};
use super::levies::Origin;
use super::request::{LandedCostQuote, LandedCostRequest};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::reference::LevyBase;
use crate::values::minor_text;

impl LandedCostRequest {
    pub(super) fn explain(&self, quote: &LandedCostQuote, cascade: &Cascade<'_>, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let code = self.currency.code();
        let law = "Agreement on implementation of article VII of the GATT 1994, article 8.2";
        trace.step(|| {
            Step::new(
                "customs-value",
                "V",
                "CIF = price + to port + freight + insurance; FOB = price + to port",
            )
            .output("customsValue")
            .value(quote.customs_value, code)
            .cited(law, Grade::Official)
        });
        for (at, part) in cascade.parts.iter().enumerate() {
            let path = ["cascade.", &at.text(), ".amount"].concat();
            trace.step(|| self.step(part).output(&path).value(minor_text(part.amount, self.currency), code));
        }
        trace.alike(code, (OURS, Grade::Assumption), &[("n", &self.units, "count")]).each(&[
            ("landed-duties", "D", "D = Σ duties", "duties", &quote.duties),
            ("landed-levies", "L", "L = Σ levies", "levies", &quote.levies),
            (
                "landed-before-vat",
                "C₀",
                "C₀ = Σ parts before VAT",
                "landedCostBeforeVat",
                &quote.landed_cost_before_vat,
            ),
            ("landed-cost", "C", "C = Σ parts before the margin", "landedCost", &quote.landed_cost),
            ("landed-margin", "M", "M = m · C, or m / (1 − m) · C", "margin", &quote.margin),
            ("showroom-price", "P", "P = Σ parts", "showroomPrice", &quote.showroom_price),
            ("programme-price", "n · P", "n · P", "programmePrice", &quote.programme_price),
            ("programme-cost", "n · C", "n · C", "programmeCost", &quote.programme_cost),
            ("programme-levies", "n · L", "n · L", "programmeLevies", &quote.programme_levies),
        ]);
        trace.alike("fraction", (OURS, Grade::Assumption), &[("V", &quote.customs_value, code)]).each(&[
            ("effective-duty", "d", "d = D / V", "effectiveDuty", &quote.effective_duty),
            ("effective-levies", "l", "l = L / V", "effectiveLevies", &quote.effective_levies),
        ]);
    }

    fn step(&self, part: &Part<'_>) -> Step {
        let Some(levy) = part.levy else {
            if part.part == super::LandedPart::Margin {
                return Step::new("landed-margin", "M", "M = m · C, or m / (1 − m) · C")
                    .input("m", self.dealer_margin, "fraction")
                    .cited(GIVEN, Grade::Assumption);
            }
            return Step::new("landed-given", "A", "as given").cited(GIVEN, Grade::Assumption);
        };
        let row = &levy.row;
        let own = if row.currency.is_empty() { self.currency.code() } else { &row.currency };
        let step = match (row.base, part.is_least) {
            (_, true) => Step::new("levy-least", "A", "A = least · x").input(
                "least",
                row.least.unwrap_or_default(),
                own,
            ),
            (LevyBase::TaxInclusive, _) => Step::new("levy-inclusive", "A", "A = r / (1 − r) · B"),
            (LevyBase::Unit, _) => Step::new("levy-amount", "A", "A = a · x").input("a", row.rate, own),
            (LevyBase::Horsepower, _) => Step::new("levy-power", "A", "A = a · n · x")
                .input("a", row.rate, own)
                .input("n", self.horsepower.unwrap_or_default(), "count"),
            _ => Step::new("levy-on-value", "A", "A = r · B"),
        };
        let step = match part.base {
            Some(base) => step.input("r", row.rate, "fraction").input(
                "B",
                minor_text(base, self.currency),
                self.currency.code(),
            ),
            None => step,
        };
        match levy.origin {
            Origin::Request => step.cited(GIVEN, Grade::Assumption),
            Origin::Card => step.cited(row.source.clone(), row.grade).from_edition("rate-card"),
            Origin::Duties => step.cited(row.source.clone(), row.grade).from_edition("vehicle-duties"),
            Origin::Fees => step.cited(row.source.clone(), row.grade).from_edition("vehicle-recycling-fee"),
        }
    }
}

const GIVEN: &str = "Given in the request";
const OURS: &str = "Definition of this project";
