//! The purchase itself: price, sources and uses on the day of the closing.

use rust_decimal::Decimal;

use super::super::part::Part;
use super::quote::AcquisitionItem;
use super::request::{AcquisitionLoan, AcquisitionRequest, AcquisitionSponsor};
use crate::document::Text;
use crate::error::Error;
use crate::values::{Amount, Currency, Exact, Rounding, Share, bounded, to_minor, to_minor_exact, within};

/// A loan with its terms in whole numbers.
#[derive(Debug)]
pub(super) struct Loan<'a> {
    pub terms: &'a AcquisitionLoan,
    pub amount: i64,
    pub fee: i64,
    /// What a year costs in cash, and what is added to the loan.
    pub cash_rate: Part,
    pub added_rate: Part,
    pub sweep: Part,
}

/// A sponsor with its part of the equity.
#[derive(Debug)]
pub(super) struct Sponsor<'a> {
    pub terms: &'a AcquisitionSponsor,
    pub share: Decimal,
    pub equity: i64,
    pub loan: i64,
}

/// The purchase on its day.
#[derive(Debug)]
pub(super) struct Deal<'a> {
    pub request: &'a AcquisitionRequest,
    pub currency: Currency,
    pub ebitda: i64,
    pub enterprise: i64,
    pub equity_value: i64,
    /// What is paid for the shares that are bought.
    pub price: i64,
    pub net_debt: i64,
    pub minimum_cash: i64,
    pub uses: Vec<(AcquisitionItem, i64)>,
    pub sources: Vec<(AcquisitionItem, i64)>,
    /// Senior first.
    pub loans: [Option<Loan<'a>>; 2],
    /// The buyer first.
    pub sponsors: Vec<Sponsor<'a>>,
    /// The enterprise value at the sale over EBITDA.
    pub exit_multiple: Part,
    pub share: Part,
}

impl<'a> Deal<'a> {
    /// - equity value `= EV − net debt`; price `= round(share·equity value)`
    /// - uses: price, net debt that is repaid, costs `round(c·price)`, fees, cash; sources: the company's own cash where net
    ///   debt is below zero and repaid, loans, shareholder loans, and equity for what is left, by the sponsors' parts (the
    ///   buyer takes what rounding has left)
    ///
    /// Source: definition of this project.
    ///
    /// # Errors
    /// `InvalidInput`: `price-or-equity`, `only-one`, `size-missing`, `shares-not-all`, `refinanced-part`,
    /// `price-not-positive`; `OutOfRange`: `debt-above-uses`, `out-of-bounds`, amounts that are too large.
    pub fn of(request: &'a AcquisitionRequest) -> Result<Self, Error> {
        let currency = request.currency;
        within(request.years, 1, 15, "years")?;
        let ebitda = exact(request.ebitda.get(), currency, "ebitda")?;
        let net_debt = exact(request.net_debt, currency, "netDebt")?;
        let (enterprise, equity_value) = match (request.enterprise_value, request.equity_value) {
            (Some(value), None) => {
                let value = exact(value.get(), currency, "enterpriseValue")?;
                (value, value - net_debt)
            }
            (None, Some(value)) => {
                let value = exact(value.get(), currency, "equityValue")?;
                (value + net_debt, value)
            }
            (given, _) => {
                let sentence = "give the price of the whole company or of its shares: one of the two";
                let field = if given.is_some() { "equityValue" } else { "enterpriseValue" };
                return Err(Error::invalid("price-or-equity", sentence).at(field));
            }
        };
        let nothing = Part::over(request.acquired_share.get(), 1).of(equity_value.max(0), currency)? == 0;
        if enterprise <= 0 || (nothing && request.acquired_share > Share::ZERO) {
            let sentence = "net debt leaves nothing of the price: check it, and the price";
            return Err(Error::invalid("price-not-positive", sentence)
                .at("netDebt")
                .with_value(request.net_debt.text()));
        }
        if request.acquired_share == Share::ZERO {
            return Err(Error::out_of_range("below-minimum", "some part of the shares must be bought")
                .at("acquiredShare"));
        }
        if request.refinanced && request.acquired_share < Share::ONE {
            let sentence = "net debt is repaid only where all shares are bought";
            return Err(Error::invalid("refinanced-part", sentence).at("refinanced"));
        }
        let share = Part::over(request.acquired_share.get(), 1);
        let price = share.of(equity_value, currency)?;
        let minimum_cash = exact(request.minimum_cash.get(), currency, "minimumCash")?;
        let loans = [
            Loan::of(request.senior.as_ref(), request, "senior")?,
            Loan::of(request.mezzanine.as_ref(), request, "mezzanine")?,
        ];
        let repaid = if request.refinanced { net_debt } else { 0 };
        let costs = Part::over(request.transaction_costs.get(), 1).of(price, currency)?;
        let fees = loans.iter().flatten().map(|loan| loan.fee).sum();
        let uses = vec![
            (AcquisitionItem::Shares, price),
            (AcquisitionItem::NetDebt, repaid.max(0)),
            (AcquisitionItem::TransactionCosts, costs),
            (AcquisitionItem::LenderFees, fees),
            (AcquisitionItem::Cash, minimum_cash),
        ];
        let total = bounded(uses.iter().map(|(_, amount)| i128::from(*amount)).sum(), currency)?;
        let mut sponsors = sponsors(request)?;
        let borrowed = |at: usize| loans.get(at).and_then(|loan| loan.as_ref()).map_or(0, |loan| loan.amount);
        let mut left = total - (-repaid).max(0) - borrowed(0) - borrowed(1);
        left -= sponsors.iter().map(|sponsor| sponsor.loan).sum::<i64>();
        if left < 0 {
            let sentence = "loans can't be more than all that is paid at the closing";
            return Err(Error::out_of_range("debt-above-uses", sentence).at("senior"));
        }
        let mut rest = left;
        if let Some(partner) = sponsors.get_mut(1) {
            partner.equity = Part::over(partner.share, 1).of(left, currency)?.min(rest);
            rest -= partner.equity;
        }
        if let Some(acquirer) = sponsors.first_mut() {
            acquirer.equity = rest;
        }
        let of = |at: usize| sponsors.get(at).map_or((0, 0), |sponsor| (sponsor.loan, sponsor.equity));
        let sources = vec![
            (AcquisitionItem::TargetCash, (-repaid).max(0)),
            (AcquisitionItem::Senior, borrowed(0)),
            (AcquisitionItem::Mezzanine, borrowed(1)),
            (AcquisitionItem::AcquirerLoan, of(0).0),
            (AcquisitionItem::PartnerLoan, of(1).0),
            (AcquisitionItem::AcquirerEquity, of(0).1),
            (AcquisitionItem::PartnerEquity, of(1).1),
        ];
        let multiple = match request.exit_multiple {
            Some(multiple) => {
                positive(multiple, "exitMultiple")?;
                Part::over(multiple, 1)
            }
            None => Part::ratio(Decimal::from(enterprise), Decimal::from(ebitda)),
        };
        for (limit, field) in [
            (request.maximum_leverage, "maximumLeverage"),
            (request.minimum_interest_cover, "minimumInterestCover"),
            (request.minimum_cash_cover, "minimumCashCover"),
        ] {
            limit.map_or(Ok(()), |limit| positive(limit, field))?;
        }
        Ok(Self {
            request,
            currency,
            ebitda,
            enterprise,
            equity_value,
            price,
            net_debt: net_debt - repaid,
            minimum_cash,
            uses,
            sources,
            loans,
            sponsors,
            exit_multiple: multiple,
            share,
        })
    }

    /// Everything that is paid at the closing.
    pub fn total(&self) -> i64 {
        self.uses.iter().map(|(_, amount)| amount).sum()
    }

    /// Both loans at the closing.
    pub fn borrowed(&self) -> i64 {
        self.loans.iter().flatten().map(|loan| loan.amount).sum()
    }
}

impl<'a> Loan<'a> {
    fn of(
        terms: Option<&'a AcquisitionLoan>,
        request: &AcquisitionRequest,
        name: &str,
    ) -> Result<Option<Self>, Error> {
        let Some(terms) = terms else { return Ok(None) };
        Self::checked(terms, request).map(Some).map_err(|error| error.under(name))
    }

    fn checked(terms: &'a AcquisitionLoan, request: &AcquisitionRequest) -> Result<Self, Error> {
        let currency = request.currency;
        within(terms.term_years, 1, 30, "termYears")?;
        let amount = match (terms.amount, terms.leverage) {
            (Some(amount), None) => exact(amount.get(), currency, "amount")?,
            (None, Some(leverage)) => {
                positive(leverage, "leverage")?;
                to_minor(request.ebitda.get().times(leverage), currency, Rounding::default())
                    .map_err(|error| error.at("leverage"))?
            }
            (Some(_), Some(_)) => {
                return Err(
                    Error::invalid("only-one", "give the amount or the leverage, not both").at("amount")
                );
            }
            (None, None) => {
                let sentence = "say how large the loan is: by its amount or over EBITDA";
                return Err(Error::invalid("size-missing", sentence).at("amount"));
            }
        };
        let part = terms.amortisation.iter().fold(Decimal::ZERO, |sum, share| sum.plus(share.get()));
        if part > Decimal::ONE {
            return Err(Error::out_of_range("above-maximum", "no more than all of a loan is repaid")
                .detail("maximum", "1")
                .at("amortisation")
                .with_value(part.text()));
        }
        let yearly = [terms.base_rate, terms.margin, terms.hedging_cost, terms.cover_premium];
        let yearly = yearly.iter().fold(Decimal::ZERO, |sum, rate| sum.plus(rate.get()));
        if yearly < Decimal::ZERO || terms.added_interest.get() < Decimal::ZERO {
            let sentence = "a loan costs nothing at least";
            return Err(Error::out_of_range("below-minimum", sentence)
                .at("baseRate")
                .with_value(yearly.text()));
        }
        Ok(Self {
            terms,
            amount,
            fee: Part::over(terms.fee.get(), 1).of(amount, currency)?,
            cash_rate: Part::over(yearly, 1),
            added_rate: Part::over(terms.added_interest.get(), 1),
            sweep: Part::over(terms.sweep.get(), 1),
        })
    }
}

fn sponsors(request: &AcquisitionRequest) -> Result<Vec<Sponsor<'_>>, Error> {
    let given = |sponsor: &AcquisitionSponsor| sponsor.equity_share.map(|share| share.get());
    let partner = request.partner.as_ref();
    let (first, second) = match (given(&request.acquirer), partner.map(given)) {
        (first, None) => (first.unwrap_or(Decimal::ONE), Decimal::ZERO),
        (Some(first), Some(Some(second))) => (first, second),
        (Some(first), Some(None)) => (first, Decimal::ONE.minus(first)),
        (None, Some(Some(second))) => (Decimal::ONE.minus(second), second),
        (None, Some(None)) => {
            let sentence = "say what part of the equity the partner takes";
            return Err(Error::invalid("required", sentence).at("partner.equityShare"));
        }
    };
    if first.plus(second) != Decimal::ONE {
        let sentence = "the sponsors' parts of the equity must add up to all of it";
        return Err(Error::invalid("shares-not-all", sentence)
            .at("acquirer.equityShare")
            .with_value(first.text()));
    }
    let of = |terms, share, amount: Amount, field| {
        exact(amount.get(), request.currency, field).map(|loan| Sponsor { terms, share, equity: 0, loan })
    };
    let mut all =
        vec![of(&request.acquirer, first, request.acquirer.shareholder_loan, "acquirer.shareholderLoan")?];
    if let Some(partner) = partner {
        all.push(of(partner, second, partner.shareholder_loan, "partner.shareholderLoan")?);
    }
    Ok(all)
}

fn exact(amount: Decimal, currency: Currency, field: &str) -> Result<i64, Error> {
    to_minor_exact(amount, currency).map_err(|error| error.at(field))
}

/// Whether a multiple or a ratio is above zero and at most 1,000.
pub(super) fn positive(number: Decimal, field: &str) -> Result<(), Error> {
    if number > Decimal::ZERO && number <= Decimal::ONE_THOUSAND {
        return Ok(());
    }
    Err(Error::out_of_range("out-of-bounds", "this must be above 0, up to 1000")
        .detail("bounds", "above 0, up to 1000")
        .at(field)
        .with_value(number.text()))
}
