use std::sync::Arc;

use rust_decimal::Decimal;

use super::Market;
use super::card_duties::CardDuty;
use super::countries::{Country, CountryStatus};
use super::score::{Indicator, ScoreDimension};
use crate::document::{Column, Described, Faults, Kind, Owned, Read, Shape, Text, Value, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice};
use crate::values::{Amount, BuyerClass, CountryCode, Currency, Date, PremiumRate, RiskCategory, Share};

crate::record! {
    /// A bank's or an insurer's own numbers: what is given takes the place of the tables' field by field, and what is not
    /// given stays as it is. A request's own values win over it.
    pub struct RateCard {
        /// What the card is called; it stands wherever a number of it is used. 1 to 200 characters.
        pub name: String,
        /// The day of this edition of the card.
        pub date: Date,
        /// Who answers for the numbers; without it the name stands for it.
        pub issuer: Option<String>,
        /// The currency of amounts of the card, such as a least premium.
        pub currency: Option<Currency>,
        /// Whether the numbers are invented to show what a card can do: they are then graded as assumptions.
        pub illustrative: bool = false,
        /// Countries and territories that the partner classifies otherwise than the list.
        pub countries: Vec<CardCountry> = Vec::new(),
        /// The market's spreads for an obligor of a country, for the rule set `market-spread`; one curve a country.
        pub market_curves: Vec<CardCurve> = Vec::new(),
        /// The spreads of sovereigns, for `country-risk`; one curve a country.
        pub sovereign_curves: Vec<CardCurve> = Vec::new(),
        /// Weights of the country score in the place of the method's own.
        pub score_weights: Vec<CardWeight> = Vec::new(),
        /// The partner's own premiums of a credit, for the rule set `rate-card`.
        pub premium_tariff: Option<CardTariff>,
        /// Cells of the grid of short-term cover.
        pub short_term: Vec<CardCell> = Vec::new(),
        /// By product, what stands for fields that a request does not give: rates, margins, fees, least premiums, insured
        /// percentages, calendars. `{ "loan": { "rate": 0.05 } }`.
        pub defaults: CardDefaults = CardDefaults(Vec::new()),
        /// Levies on vehicles by market, for `landed-cost`.
        pub duty_rows: Vec<CardDuty> = Vec::new(),
        /// Names that the page gives to countries and territories, in the place of the browser's.
        pub country_names: Vec<CardName> = Vec::new(),
        /// What the page says before its own disclaimer, by language; plain text.
        pub disclaimer: Vec<CardText> = Vec::new(),
        /// Where a visitor finds the partner, for the page: begins with `https://` or `mailto:`.
        pub contact: Option<String>,
    }
}

crate::record! {
    /// What a card says of one country or territory.
    pub struct CardCountry {
        /// The country or territory.
        pub country: CountryCode,
        /// The category; only with the status `classified`.
        pub category: Option<RiskCategory>,
        /// Whether it is classified, and if not, why.
        pub status: CountryStatus = CountryStatus::Classified,
    }
}

crate::record! {
    /// Spreads of one country by tenor.
    pub struct CardCurve {
        /// The country or territory.
        pub country: CountryCode,
        /// Tenors in years, ascending, above zero.
        pub tenors: Column<f64>,
        /// The spread a year at each, as a fraction, 0 to 10: 0.015 is 1.5 %.
        pub spreads: Column<f64>,
    }
}

crate::record! {
    /// The weight of a dimension, relative to the other dimensions (1 without the card), or that of an indicator, relative
    /// to the others of its dimension (their parts of it, which sum to 1, without the card). 0 leaves it out.
    pub struct CardWeight {
        /// The dimension. Give this or the indicator.
        pub dimension: Option<ScoreDimension>,
        /// The indicator.
        pub indicator: Option<Indicator>,
        /// The weight.
        pub weight: Share,
    }
}

crate::record! {
    /// Premiums of a credit: factor · (rate + rateAYear · horizon of risk in years), of the principal.
    pub struct CardTariff {
        /// Rates by category and class.
        pub rates: Vec<CardRate>,
        /// What multiplies every rate: 0.9 is a discount of 10 %, 1.1 a surcharge; above 0, at most 10.
        pub factor: Decimal = Decimal::ONE,
        /// The least premium, in the card's currency: it counts for deals in that currency.
        pub minimum_premium: Option<Amount>,
    }
}

crate::record! {
    /// The rate of one category, and of one class in it or of all those that have no rate of their own.
    pub struct CardRate {
        /// The category; 0 stands for the countries that the market prices as well.
        pub category: RiskCategory,
        /// The obligor's class; without it every class.
        pub buyer: Option<BuyerClass>,
        /// The part that grows with the horizon of risk, a fraction of the principal for each year.
        pub rate_a_year: PremiumRate,
        /// The part that does not, a fraction of the principal.
        pub rate: PremiumRate,
    }
}

crate::record! {
    /// A cell of the grid of short-term cover.
    pub struct CardCell {
        /// Which part of the grid: `rate`, `payment` or `policy`; `term` for the factor of a term.
        pub factor: String,
        /// The row: `domestic` or a category from 0 to 7 for a rate, a way of payment, a kind of policy, or the days up to
        /// which a term's factor holds. The grid must have it.
        pub name: String,
        /// The rate a year on the insured turnover, or the factor; above 0, at most 10.
        pub value: Decimal,
    }
}

crate::record! {
    /// What the page calls a country or territory.
    pub struct CardName {
        /// The country or territory.
        pub country: CountryCode,
        /// The language, as its tag begins: `zh`; without it every language.
        pub language: Option<String>,
        /// The name; 1 to 200 characters.
        pub name: String,
    }
}

crate::record! {
    /// A text of the page in one language.
    pub struct CardText {
        /// The language, as its tag begins: `zh`; without it every language that has no text of its own.
        pub language: Option<String>,
        /// The text; 1 to 4,000 characters.
        pub text: String,
    }
}

/// Requests in parts, by product. Which fields there are is the products' matter.
#[derive(Clone, Debug, PartialEq)]
pub struct CardDefaults(pub Vec<(String, Owned)>);

impl Read for CardDefaults {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        match Owned::of(value)? {
            Owned::Record(products) => Ok(Self(products)),
            _ => Err(value.wrong_kind("a record of products")),
        }
    }
}

impl Write for CardDefaults {
    fn write(&self, out: &mut Writer) {
        out.record(|_| {});
    }
}

impl Described for CardDefaults {
    const KIND: &'static Kind = &Kind::Closed;

    fn shape() -> Shape {
        Shape::Requests
    }
}

/// A rate card that is in use, with its edition.
#[derive(Debug)]
pub struct CardInUse {
    /// The edition: what stands as the source of every number of the card.
    pub edition: Arc<Edition>,
    /// The card.
    pub card: RateCard,
}

impl CardInUse {
    /// The id of a card's edition.
    pub const ID: &'static str = "rate-card";

    /// The notice that numbers of the card were used.
    pub fn notice(&self) -> Notice {
        Notice::new("rate-card-used").with("name", &self.card.name).with("date", self.card.date)
    }

    /// Whether a cell of the grid of short-term cover is the card's.
    pub fn has_cell(&self, factor: &str, name: &str) -> bool {
        self.card.short_term.iter().any(|cell| cell.factor == factor && cell.name == name)
    }

    /// The curve of a country.
    pub fn curve(curves: &[CardCurve], country: CountryCode) -> Option<&CardCurve> {
        curves.iter().find(|curve| curve.country == country)
    }
}

impl RateCard {
    /// How a card stands as a source.
    fn edition(&self) -> Edition {
        let issuer = self.issuer.as_ref().unwrap_or(&self.name).as_str();
        let source =
            if self.illustrative { [issuer, ": invented numbers"].concat() } else { issuer.to_owned() };
        Edition {
            id: CardInUse::ID,
            title: self.name.clone(),
            source,
            in_force: Some(self.date),
            retrieved: self.date,
            grade: self.grade(),
        }
    }

    /// How good a source a card is.
    pub(super) fn grade(&self) -> Grade {
        if self.illustrative { Grade::Assumption } else { Grade::Partner }
    }

    /// What is wrong with a card whose fields can be read: lengths, links, what is there twice, what belongs together.
    pub fn contradictions(&self, found: &mut Faults) {
        found.under("name", &mut |found| length(&self.name, 200, found));
        if let Some(issuer) = &self.issuer {
            found.under("issuer", &mut |found| length(issuer, 200, found));
        }
        if self.contact.as_deref().is_some_and(|link| !is_link(link)) {
            let sentence = "a link begins with https:// or mailto: and has no spaces";
            let error = Error::invalid("not-a-link", sentence).at("contact");
            found.add(error.with_value(self.contact.clone().unwrap_or_default()));
        }
        each(found, "countries", self.countries.len(), &mut |at, found| {
            let Some(one) = self.countries.get(at) else { return };
            if one.category.is_some() != (one.status == CountryStatus::Classified) {
                let sentence = "the classified have a category, the others none";
                found.add(Error::invalid("category-and-status", sentence).at("category"));
            }
            twice(found, before(&self.countries, at).any(|other| other.country == one.country));
        });
        for (name, curves) in
            [("marketCurves", &self.market_curves), ("sovereignCurves", &self.sovereign_curves)]
        {
            each(found, name, curves.len(), &mut |at, found| {
                let own = curves.get(at).map(|one| one.country);
                twice(found, before(curves, at).any(|other| Some(other.country) == own));
            });
        }
        each(found, "scoreWeights", self.score_weights.len(), &mut |at, found| {
            let Some(one) = self.score_weights.get(at) else { return };
            if one.dimension.is_some() == one.indicator.is_some() {
                let sentence = "a weight is that of a dimension or of an indicator: give one of them";
                return found.add(Error::invalid("dimension-or-indicator", sentence));
            }
            let same =
                |other: &CardWeight| other.dimension == one.dimension && other.indicator == one.indicator;
            twice(found, before(&self.score_weights, at).any(same));
        });
        if let Some(tariff) = &self.premium_tariff {
            found.under("premiumTariff", &mut |found| self.contradictions_of(tariff, found));
        }
        each(found, "shortTerm", self.short_term.len(), &mut |at, found| {
            let Some(one) = self.short_term.get(at) else { return };
            factor(one.value, "value", found);
            let same = |other: &CardCell| other.factor == one.factor && other.name == one.name;
            twice(found, before(&self.short_term, at).any(same));
        });
        each(found, "dutyRows", self.duty_rows.len(), &mut |at, found| {
            if let Some(one) = self.duty_rows.get(at) {
                one.contradictions(self, found);
            }
        });
        each(found, "countryNames", self.country_names.len(), &mut |at, found| {
            let Some(one) = self.country_names.get(at) else { return };
            found.under("name", &mut |found| length(&one.name, 200, found));
            let same = |other: &CardName| other.country == one.country && other.language == one.language;
            twice(found, before(&self.country_names, at).any(same));
        });
        each(found, "disclaimer", self.disclaimer.len(), &mut |at, found| {
            let Some(one) = self.disclaimer.get(at) else { return };
            found.under("text", &mut |found| length(&one.text, 4000, found));
            twice(found, before(&self.disclaimer, at).any(|other| other.language == one.language));
        });
    }

    fn contradictions_of(&self, tariff: &CardTariff, found: &mut Faults) {
        factor(tariff.factor, "factor", found);
        if tariff.rates.is_empty() {
            found.add(Error::invalid("empty", "this list must name at least one").at("rates"));
        }
        if tariff.minimum_premium.is_some() && self.currency.is_none() {
            let sentence = "a least premium needs the card's currency";
            found.add(Error::invalid("currency-missing", sentence).at("minimumPremium"));
        }
        each(found, "rates", tariff.rates.len(), &mut |at, found| {
            let Some(one) = tariff.rates.get(at) else { return };
            let same = |other: &CardRate| other.category == one.category && other.buyer == one.buyer;
            twice(found, before(&tariff.rates, at).any(same));
        });
    }
}

impl Market {
    /// Puts a card over the tables. What is wrong with it stands in `found`, and the tables are then not to be used.
    pub fn apply(&mut self, card: RateCard, found: &mut Faults) {
        let edition = Arc::new(card.edition());
        let rows = card.countries.iter().map(|one| Country {
            code: one.country,
            status: one.status,
            category: one.category,
        });
        self.countries.overlay(rows, &edition);
        found.under("scoreWeights", &mut |found| {
            for (at, one) in card.score_weights.iter().enumerate() {
                let weight = one.weight.as_f64();
                if let Err(error) = self.score.overlay(one.dimension, one.indicator, weight, &edition) {
                    found.add(error.under(&at.text()));
                }
            }
            if let Err(error) = self.score.whole() {
                found.add(error);
            }
        });
        each(found, "shortTerm", card.short_term.len(), &mut |at, found| {
            let Some(one) = card.short_term.get(at) else { return };
            if let Err(error) = self.short_term.overlay(&one.factor, &one.name, one.value) {
                found.add(error);
            }
        });
        self.vehicle_duties.apply(&card, &edition.source);
        self.card = Some(Arc::new(CardInUse { edition, card }));
    }
}

/// Looks at each entry of a list by its place. A list that is too long is not looked at.
#[inline(never)]
fn each(found: &mut Faults, name: &str, count: usize, look: &mut dyn FnMut(usize, &mut Faults)) {
    found.under(name, &mut |found| {
        if count > MOST_ENTRIES {
            let error = Error::out_of_range("too-many", "this list is too long");
            return found.add(error.detail("maximum", MOST_ENTRIES.text()));
        }
        for at in 0..count {
            if !found.is_full() {
                found.under(&at.text(), &mut |found| look(at, found));
            }
        }
    });
}

fn before<T>(list: &[T], at: usize) -> impl Iterator<Item = &T> {
    list.iter().take(at)
}

#[inline(never)]
fn twice(found: &mut Faults, is_there: bool) {
    if is_there {
        found.add(Error::invalid("given-twice", "this is there twice"));
    }
}

/// The most entries of a list of a card.
const MOST_ENTRIES: usize = 2000;

#[inline(never)]
fn length(text: &str, most: usize, found: &mut Faults) {
    let count = text.trim().chars().take(most + 1).count();
    if count == 0 || text.chars().take(most + 1).count() > most {
        let bounds = format!("1 to {most}");
        let error = Error::out_of_range("text-length", format!("this text must have {bounds} characters"));
        found.add(error.detail("bounds", bounds).with_value(text));
    }
}

#[inline(never)]
fn factor(value: Decimal, name: &str, found: &mut Faults) {
    if value <= Decimal::ZERO || value > Decimal::TEN {
        let error = Error::out_of_range("out-of-bounds", "this must be above 0 and at most 10");
        found.add(error.detail("bounds", "0 to 10").at(name).with_value(value.text()));
    }
}

/// A link that can harm nobody who follows it.
fn is_link(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("mailto:"));
    rest.is_some_and(|rest| !rest.is_empty())
        && link.len() <= 2000
        && link.chars().all(|letter| !letter.is_whitespace() && !letter.is_control())
}
