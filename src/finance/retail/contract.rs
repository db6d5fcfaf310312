//! The contract worked out: what is financed, what is paid, and the schedule.

use rust_decimal::Decimal;

use super::costs::Costs;
use super::request::{RetailAgreement, RetailRequest};
use crate::calendar::{DayCount, Frequency};
use crate::cash_flow::Flows;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::loan::{
    BalloonPayment, CustomInstalments, GraceInterest, Instalments, InterestDays, LoanProfile, LoanRequest,
    OddDays, Settlement, SettlementQuote, UnpaidInterest,
};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{
    Amount, Currency, Exact, PositiveAmount, Rate, bounded, minor_decimal, to_minor, to_minor_exact,
};

/// The contract in smallest units.
pub(super) struct Contract {
    pub price: i64,
    pub deposit: i64,
    pub contributions: [i64; 2],
    pub credit: i64,
    pub fees: Costs,
    pub advance: u32,
    /// How many monthly payments there are, those in advance among them.
    pub payments: u32,
    pub payment: i64,
    pub payment_tax: i64,
    pub final_value: i64,
    pub security: i64,
    /// The rate a year in the payments, and whether it was found from them.
    pub nominal: f64,
    pub found: bool,
    pub rows: Vec<Row>,
    pub settlement: Option<SettlementQuote>,
    pub notices: Vec<Notice>,
}

/// One row of the contract; the first is its start.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    pub date: i32,
    pub opening: i64,
    pub interest: i64,
    pub payment: i64,
    pub closing: i64,
    /// Fees, tax and insurance beside; and those of them that count in the rate of the credit.
    pub charges: i64,
    pub counted: i64,
}

impl Contract {
    /// Amounts are taken exactly; tax is rounded once each: on the price, and on a payment.
    ///
    /// # Errors
    /// `InvalidInput`, `only-one`, where not exactly one of rate, money factor and payment is given. `OutOfRange`: more
    /// paid at the start than the car costs, more payments in advance than there are.
    pub fn of(request: &RetailRequest, market: &Market) -> Result<Self, Error> {
        let currency = request.currency;
        let exact = |amount: Amount, field: &str| {
            to_minor_exact(amount.get(), currency).map_err(|error| error.at(field))
        };
        let price = to_minor_exact(request.price.get(), currency).map_err(|error| error.at("price"))?;
        let price_tax =
            to_minor(request.price.get().times(request.price_tax.get()), currency, request.rounding)?;
        let deposit = exact(request.deposit, "deposit")?;
        let contributions = [
            exact(request.maker_contribution, "makerContribution")?,
            exact(request.dealer_contribution, "dealerContribution")?,
        ];
        let fees = Costs::of(request)?;
        let [maker, dealer] = contributions;
        let credit = bounded(
            [price, price_tax, fees.on_credit, fees.insurance_on_credit]
                .iter()
                .map(|part| i128::from(*part))
                .sum::<i128>()
                - i128::from(deposit)
                - i128::from(maker)
                - i128::from(dealer),
            currency,
        )?;
        if credit <= 0 {
            let sentence = "what is paid at the start must leave something to finance";
            return Err(Error::out_of_range("nothing-financed", sentence)
                .at("deposit")
                .with_value(request.deposit.text()));
        }
        let months = request.months.get();
        let usual = u32::from(request.agreement == RetailAgreement::Lease);
        let advance = request.advance_payments.unwrap_or(usual);
        if advance >= months && advance > 0 {
            let most = (months - 1).text();
            return Err(Error::out_of_range(
                "above-maximum",
                "at least one payment follows those in advance",
            )
            .detail("maximum", most)
            .at("advancePayments")
            .with_value(advance.text()));
        }
        let final_value = exact(request.final_value, "finalValue")?;
        let alone = advance == 0 && request.final_payment == BalloonPayment::Alone && final_value > 0;
        let payments = if alone { months - 1 } else { months };
        if payments == 0 {
            return Err(Error::out_of_range(
                "below-minimum",
                "a balloon in place of a payment needs two months",
            )
            .detail("minimum", "2")
            .at("months")
            .with_value("1"));
        }
        let mut contract = Self {
            price,
            deposit,
            contributions,
            credit,
            fees,
            advance,
            payments,
            payment: 0,
            payment_tax: 0,
            final_value,
            security: exact(request.security_deposit, "securityDeposit")?,
            nominal: 0.0,
            found: false,
            rows: Vec::new(),
            settlement: None,
            notices: Vec::new(),
        };
        contract.work_out(request, market)?;
        let tax = minor_decimal(contract.payment, currency).times(request.payment_tax.get());
        contract.payment_tax = to_minor(tax, currency, request.rounding)?;
        contract.charge(currency)?;
        Ok(contract)
    }

    /// What is lent in goods and cash: the credit less the fees and the required insurance in it.
    pub fn lent(&self) -> i64 {
        let insurance = if self.fees.insurance_required { self.fees.insurance_on_credit } else { 0 };
        self.credit - self.fees.on_credit - insurance
    }

    /// What the buyer receives (above zero) and pays, by day: the credit and all that has to be paid for it.
    pub fn flows(&self) -> (Vec<i32>, Vec<f64>) {
        let last = self.rows.len().saturating_sub(1);
        let flow = |(at, row): (usize, &Row)| {
            let received = if at == 0 { self.lent() - self.security } else { 0 };
            let back = if at == last { self.security } else { 0 };
            (row.date, (received + back - row.payment - row.counted) as f64)
        };
        self.rows.iter().enumerate().map(flow).unzip()
    }

    /// Payment and schedule.
    fn work_out(&mut self, request: &RetailRequest, market: &Market) -> Result<(), Error> {
        match (request.rate, request.money_factor, request.payment) {
            (Some(rate), None, None) if self.advance == 0 => {
                let loan = LoanRequest {
                    balloon: amount(self.final_value, request.currency)?,
                    balloon_payment: if self.final_value > 0 {
                        request.final_payment
                    } else {
                        BalloonPayment::Beside
                    },
                    first_payment: request.first_payment,
                    ..self.loan(request, rate, self.credit, request.months.get())?
                };
                self.nominal = rate.as_f64();
                return self.lay_out(&loan, 0, None, market);
            }
            (Some(rate), None, None) => {
                self.nominal = rate.as_f64();
                self.payment = self.level();
            }
            (None, Some(factor), None) => {
                // (C − R) / n + (C + R)·m, divided once.
                let months = Decimal::from(request.months.get());
                let (credit, residual) = (Decimal::from(self.credit), Decimal::from(self.final_value));
                let sum = credit
                    .minus(residual)
                    .plus(credit.plus(residual).times(factor.get()).times(months))
                    .over(months.times(Decimal::from(request.currency.minor_per_unit())));
                self.payment = to_minor(sum, request.currency, request.rounding)?;
            }
            (None, None, Some(payment)) => {
                self.payment =
                    to_minor_exact(payment.get(), request.currency).map_err(|error| error.at("payment"))?;
            }
            (None, None, None) => {
                return Err(Error::invalid("required", "give a rate, a money factor or a payment").at("rate"));
            }
            _ => {
                let sentence = "give one of rate, money factor and payment: the others follow";
                return Err(Error::invalid("only-one", sentence).at("rate"));
            }
        }
        if request.first_payment.is_some() {
            let sentence = "an odd first payment goes with a given rate and no payments in advance";
            return Err(Error::invalid("only-with-a-rate", sentence).at("firstPayment"));
        }
        let paid = i128::from(self.payment) * i128::from(self.advance);
        if self.payment <= 0 || paid >= i128::from(self.credit) {
            return Err(Error::out_of_range(
                "nothing-financed",
                "the payments at the start must be above zero and leave something to finance",
            )
            .at("advancePayments")
            .with_value(self.advance.text()));
        }
        let advanced = paid as i64;
        let months = request.months.get();
        let count = if self.final_value > 0 { months } else { months - self.advance };
        let regular = self.payments - self.advance;
        let mut payments: Vec<i64> =
            (0..count).map(|at| if at < regular { self.payment } else { 0 }).collect();
        if let Some(last) = payments.last_mut() {
            *last += self.final_value;
        }
        if request.rate.is_none() {
            let mut flows = vec![(self.credit - advanced) as f64];
            flows.extend(payments.iter().map(|payment| -(*payment as f64)));
            let rates = Flows::periodic(&flows).and_then(|flows| flows.rates());
            self.nominal = 12.0 * rates.map_err(|error| error.moved("payment"))?.nearest;
            self.found = true;
        }
        let exact = (self.nominal * 1e12).round() as i128;
        let rate = Decimal::try_from_i128_with_scale(exact, 12).unwrap_or(Decimal::MAX);
        let rate = Rate::new(rate.normalize()).map_err(|error| error.at("payment"))?;
        let listed = payments.iter().map(|payment| amount(*payment, request.currency));
        let loan = LoanRequest {
            profile: LoanProfile::Custom,
            custom: Some(CustomInstalments {
                principal: None,
                payments: Some(listed.collect::<Result<_, _>>()?),
                unpaid_interest: UnpaidInterest::Capitalised,
            }),
            ..self.loan(request, rate, self.credit - advanced, count)?
        };
        let agreed = (self.found || self.final_value > 0).then(|| payments.last().copied()).flatten();
        self.lay_out(&loan, advanced, agreed, market)
    }

    /// The level payment with the first ones in advance.
    ///
    /// `P = (C − F·vⁿ) / (a + (1 − v^(n − a)) / i)`, `v = 1 / (1 + i)`, rounded once to the nearest smallest unit
    ///
    /// - `C` credit, `F` balloon or residual value, `i` a twelfth of the rate, `a` payments in advance of `n`
    ///
    /// Source: present value of an annuity; with `a` of 1 an annuity due.
    fn level(&self) -> i64 {
        let i = self.nominal / 12.0;
        let (n, a) = (f64::from(self.payments), f64::from(self.advance));
        let discount = |months: f64| libm::exp(-months * libm::log1p(i));
        let annuity = if i == 0.0 { n - a } else { -libm::expm1(-(n - a) * libm::log1p(i)) / i };
        ((self.credit as f64 - self.final_value as f64 * discount(n)) / (a + annuity)).round() as i64
    }

    fn loan(
        &self,
        request: &RetailRequest,
        rate: Rate,
        principal: i64,
        months: u32,
    ) -> Result<LoanRequest, Error> {
        let settlement = request.settlement.as_ref();
        Ok(LoanRequest {
            currency: request.currency,
            principal: PositiveAmount::new(minor_decimal(principal, request.currency))?,
            rate: Some(rate),
            start: request.start,
            frequency: Frequency::Monthly,
            instalments: Instalments::new(months)?,
            profile: LoanProfile::Annuity,
            day_count: DayCount::Thirty360Us,
            balloon: Amount::ZERO,
            balloon_payment: BalloonPayment::Beside,
            grace_instalments: 0,
            grace_interest: GraceInterest::Paid,
            first_payment: None,
            stub: OddDays::InInstalments,
            stub_day_count: None,
            last_payment: None,
            business_days: None,
            interest_days: InterestDays::Adjusted,
            steps: None,
            custom: None,
            skips: None,
            drawdowns: None,
            floating: None,
            prepayments: None,
            settlement: settlement.map(|settled| Settlement {
                date: settled.date,
                method: settled.method,
                fee: settled.fee,
            }),
            fees: None,
            interest_tax: None,
            apr_rule: None,
            rounding: request.rounding,
            decimals: request.decimals,
        })
    }

    /// The rows of a loan after the one of the start. Where the last payment is agreed, the last interest takes the cents
    /// that rounding has left.
    fn lay_out(
        &mut self,
        loan: &LoanRequest,
        advanced: i64,
        agreed: Option<i64>,
        market: &Market,
    ) -> Result<(), Error> {
        let quote = loan.quote(market, &mut Trace::silent()).map_err(renamed)?;
        if agreed.is_none() && advanced == 0 {
            self.payment = quote.instalment.minor();
        }
        let schedule = &quote.schedule;
        self.rows.push(Row {
            date: loan.start.days(),
            opening: self.credit,
            payment: advanced,
            closing: self.credit - advanced,
            ..Row::default()
        });
        let columns = schedule.opening.0.iter().zip(&schedule.interest.0).zip(&schedule.payment.0);
        let columns = columns.zip(&schedule.closing.0).zip(&schedule.dates.0);
        self.rows.extend(columns.map(|((((opening, interest), payment), closing), date)| Row {
            date: *date,
            opening: *opening as i64,
            interest: *interest as i64,
            payment: *payment as i64,
            closing: *closing as i64,
            ..Row::default()
        }));
        self.settlement = quote.settlement;
        self.notices = quote.notices;
        if let (Some(agreed), Some(last)) = (agreed, self.rows.last_mut()) {
            last.interest = agreed - last.opening;
            last.payment = agreed;
            last.closing = 0;
            self.notices.retain(|notice| notice.code() != "last-payment-differs");
        }
        Ok(())
    }

    /// Puts fees, tax and insurance on the rows.
    fn charge(&mut self, currency: Currency) -> Result<(), Error> {
        let wide = |amount: i64| i128::from(amount);
        let fees = self.fees;
        let monthly = wide(fees.insurance_monthly);
        let insured = if fees.insurance_required { monthly } else { 0 };
        let each = wide(fees.with_each) + wide(self.payment_tax);
        let last = self.rows.len().saturating_sub(1);
        let regular = last.min((self.payments - self.advance) as usize);
        let first = usize::from(self.advance == 0);
        for (at, row) in self.rows.iter_mut().enumerate() {
            let count = if at == 0 { i128::from(self.advance) } else { i128::from(at <= regular) };
            let once = [(0, fees.at_start), (first, fees.with_first), (last, fees.with_last)];
            let once = once.iter().filter(|(place, _)| *place == at).map(|(_, fee)| wide(*fee)).sum::<i128>();
            row.charges = bounded(once + count * (each + monthly), currency)?;
            row.counted = bounded(once + count * (each + insured), currency)?;
        }
        Ok(())
    }
}

fn amount(minor: i64, currency: Currency) -> Result<Amount, Error> {
    Amount::new(minor_decimal(minor, currency))
}

/// The loan's fields by this request's names.
fn renamed(error: Error) -> Error {
    let field = match error.field() {
        "balloon" | "balloonPayment" => "finalValue",
        same @ ("firstPayment" | "settlement.date" | "rate" | "start" | "decimals") => same,
        "principal" => "price",
        _ => "months",
    };
    let field = field.to_owned();
    error.moved(&field)
}
