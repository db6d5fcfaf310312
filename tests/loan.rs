//! Schedules against tables that others printed or computed, and the laws that every schedule keeps.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::calendar::{DayCount, Frequency};
use export_risk::loan::{Draw, Periods, Profile, Schedule, Terms, average_life};
use export_risk::values::{Currency, Date, Rounding};
use export_risk::{Engine, Error, ErrorKind};
use proptest::prelude::*;

fn terms(currency: &str, rate: &str, profile: Profile) -> Terms {
    Terms {
        currency: Currency::parse(currency).unwrap(),
        rate: rate.parse().unwrap(),
        rounding: Rounding::default(),
        profile,
        balloon: 0,
        grace: 0,
        capitalised: false,
    }
}

fn counted_by_one_year() -> Vec<DayCount> {
    DayCount::ALL.iter().copied().filter(|day_count| day_count.fixed_basis().is_some()).collect()
}

fn monthly(start: &str, count: u32, day_count: DayCount) -> Periods {
    Periods::regular(Date::parse(start).unwrap(), Frequency::Monthly, count, day_count).unwrap()
}

fn row(schedule: &Schedule, number: usize) -> [i64; 5] {
    let at = number - 1;
    [&schedule.opening, &schedule.payment, &schedule.interest, &schedule.principal, &schedule.closing]
        .map(|column| column[at] as i64)
}

/// Source: own definition in Python's decimal with 28 digits: level payment and interest rounded half up to the
/// smallest unit, interest on a twelfth of a year, the last payment clears. Rows are opening, payment, interest,
/// principal, closing.
#[test]
fn annuities_as_another_program_computes_them() {
    let of = |currency, principal, rate, count| {
        let periods = monthly("2026-01-01", count, DayCount::Thirty360Us);
        terms(currency, rate, Profile::Annuity).schedule_of(principal, &periods).unwrap()
    };
    let usd = of("USD", 1_000_000, "0.06", 12);
    assert_eq!((usd.instalment, usd.total_interest), (86_066, 32_796));
    assert_eq!(row(&usd, 6), [590_596, 86_066, 2_953, 83_113, 507_483]);
    assert_eq!(row(&usd, 12), [85_642, 86_070, 428, 85_642, 0]);
    let jpy = of("JPY", 1_000_000, "0.015", 36);
    assert_eq!((jpy.instalment, jpy.total_interest), (28_425, 23_294));
    assert_eq!(row(&jpy, 36), [28_384, 28_419, 35, 28_384, 0]);
    let kwd = of("KWD", 5_000_000, "0.0725", 24);
    assert_eq!((kwd.instalment, kwd.total_interest), (224_430, 386_319));
    assert_eq!(row(&kwd, 24), [223_081, 224_429, 1_348, 223_081, 0]);
    let eur = of("EUR", 20_000_000, "0.06", 240);
    assert_eq!((eur.instalment, eur.total_interest), (143_286, 14_388_730));
    assert_eq!(row(&eur, 240), [142_663, 143_376, 713, 142_663, 0]);
    let zero = of("USD", 120_000, "0", 12);
    assert_eq!((zero.instalment, zero.total_interest), (10_000, 0));
    let tiny = of("USD", 10_000, "0.05", 7);
    assert_eq!((tiny.instalment, tiny.total_interest), (1_452, 168));
    assert_eq!(row(&tiny, 7), [1_450, 1_456, 6, 1_450, 0]);
    let thirty_years = of("USD", 25_000_000, "0.0499", 360);
    assert_eq!((thirty_years.instalment, thirty_years.total_interest), (134_053, 23_258_783));
    assert_eq!(row(&thirty_years, 360), [133_202, 133_756, 554, 133_202, 0]);
}

/// Source: shermanloan/scejson-doc at c3ded052, module-loan.md (AdjPmt): ACT/365F, eleven times 87.90, then 87.85.
#[test]
fn an_annuity_on_actual_days_as_printed() {
    let schedule = terms("USD", "0.1", Profile::Annuity)
        .schedule_of(100_000, &monthly("2019-01-01", 12, DayCount::Act365F))
        .unwrap();
    assert_eq!((schedule.instalment, schedule.total_interest, schedule.total_paid), (8_790, 5_475, 105_475));
    assert_eq!(row(&schedule, 1), [100_000, 8_790, 849, 7_941, 92_059]);
    assert_eq!(row(&schedule, 3), [83_975, 8_790, 713, 8_077, 75_898]);
    assert_eq!(row(&schedule, 12), [8_711, 8_785, 74, 8_711, 0]);
}

/// Source: shermanloan/scejson-doc at c3ded052, module-equalpmt.md: a long first period, ACT/365F, 856.92 a month;
/// there 0.03 stay unpaid, here the last payment takes them.
#[test]
fn an_odd_first_period_as_printed() {
    let date = |text| Date::parse(text).unwrap();
    let ends: Vec<Date> = (0..12).map(|months| date("2022-10-01").add_months(months).unwrap()).collect();
    let periods = Periods::between(date("2022-08-22"), &ends, DayCount::Act365F).unwrap();
    let schedule = terms("USD", "0.045", Profile::Annuity).schedule_of(1_002_500, &periods).unwrap();
    assert_eq!((schedule.instalment, schedule.total_interest), (85_692, 25_807));
    assert_eq!(row(&schedule, 1), [1_002_500, 85_692, 4_944, 80_748, 921_752]);
    assert_eq!(row(&schedule, 12), [85_369, 85_695, 326, 85_369, 0]);
}

/// Source: shermanloan/scejson-doc at c3ded052, module-principalplus.md: parts of 100 and a final balloon, ACT/365F.
#[test]
fn equal_principal_with_a_balloon_as_printed() {
    let date = |text| Date::parse(text).unwrap();
    let ends: Vec<Date> = (0..12).map(|months| date("2022-10-01").add_months(months).unwrap()).collect();
    let periods = Periods::between(date("2022-08-24"), &ends, DayCount::Act365F).unwrap();
    let terms = Terms { balloon: 880_000, ..terms("USD", "0.06", Profile::EqualPrincipal) };
    let schedule = terms.schedule_of(1_000_000, &periods).unwrap();
    assert_eq!((schedule.instalment, schedule.total_interest), (16_247, 58_006));
    assert_eq!(row(&schedule, 2), [990_000, 15_045, 5_045, 10_000, 980_000]);
    assert_eq!(row(&schedule, 12), [890_000, 894_535, 4_535, 890_000, 0]);
}

/// Source: shermanloan/scejson-doc at c3ded052, module-singlepmt.md: 164 days at 5.5 %, ACT/365F.
#[test]
fn a_single_payment_as_printed() {
    let date = |text| Date::parse(text).unwrap();
    let periods = Periods::between(date("2022-07-20"), &[date("2022-12-31")], DayCount::Act365F).unwrap();
    let schedule = terms("USD", "0.055", Profile::Bullet).schedule_of(502_500, &periods).unwrap();
    assert_eq!(periods.days, [164]);
    assert_eq!(row(&schedule, 1), [502_500, 514_918, 12_418, 502_500, 0]);
    assert_eq!(schedule.instalment, 514_918);
}

/// 25,000 at 7.9 % over 48 months with 10,000 left: the annuity formula in 40 digits (Python's decimal)
/// gives 431.3235.
#[test]
fn a_balloon_is_paid_with_the_last_instalment() {
    let terms = Terms { balloon: 1_000_000, ..terms("USD", "0.079", Profile::Annuity) };
    let schedule = terms.schedule_of(2_500_000, &monthly("2026-01-15", 48, DayCount::Thirty360Us)).unwrap();
    assert_eq!(schedule.instalment, 43_132);
    let last = schedule.payment[47] as i64;
    assert!((last - 1_043_132).abs() < 48, "{last}");
}

#[test]
fn grace_pays_interest_or_adds_it() {
    let periods =
        Periods::regular(Date::parse("2026-01-15").unwrap(), Frequency::SemiAnnual, 6, DayCount::ThirtyE360)
            .unwrap();
    let paid = Terms { grace: 2, ..terms("EUR", "0.06", Profile::EqualPrincipal) };
    let schedule = paid.schedule_of(100_000, &periods).unwrap();
    assert_eq!(schedule.payment, [3_000, 3_000, 28_000, 27_250, 26_500, 25_750].map(f64::from));
    assert_eq!(schedule.instalment, 28_000);
    let added = Terms { capitalised: true, ..paid };
    let schedule = added.schedule_of(100_000, &periods).unwrap();
    assert_eq!(row(&schedule, 1), [100_000, 0, 3_000, -3_000, 103_000]);
    assert_eq!(row(&schedule, 2), [103_000, 0, 3_090, -3_090, 106_090]);
    assert_eq!(row(&schedule, 3), [106_090, 26_523 + 3_183, 3_183, 26_523, 79_567]);
    assert_eq!(schedule.closing[5], 0.0);
}

/// 100 on the first day, 100 in the middle of the second half-year: 3, then 6 + 100 · 6 % · 90/360 = 4.50.
#[test]
fn draws_bear_interest_from_their_own_day() {
    let periods =
        Periods::regular(Date::parse("2026-01-01").unwrap(), Frequency::SemiAnnual, 4, DayCount::Thirty360Us)
            .unwrap();
    let terms = Terms { grace: 2, ..terms("USD", "0.06", Profile::EqualPrincipal) };
    let draws = [
        Draw { period: 0, days: 180, amount: 10_000 },
        Draw { period: 1, days: 90, amount: 10_000 },
        Draw { period: 2, days: 180, amount: 5_000 },
    ];
    let schedule = terms.schedule(&draws, &periods).unwrap();
    assert_eq!(schedule.interest, [300, 450, 750, 375].map(f64::from));
    assert_eq!(schedule.opening, [10_000, 10_000, 25_000, 12_500].map(f64::from));
    assert_eq!(schedule.drawn, [0, 10_000, 0, 0].map(f64::from));
    assert_eq!(schedule.closing, [10_000, 20_000, 12_500, 0].map(f64::from));
}

/// 1.25 for one month at 4.8 % is 1.255 exactly, and 1.00 at 12 % is 1.01: floating point alone would decide by chance.
#[test]
fn an_instalment_on_a_midpoint_follows_the_rounding() {
    let one = |rounding, principal, rate: &str| {
        let terms = Terms { rounding, ..terms("USD", rate, Profile::Annuity) };
        terms.schedule_of(principal, &monthly("2026-01-01", 1, DayCount::Thirty360Us)).unwrap().instalment
    };
    assert_eq!(one(Rounding::MidpointAwayFromZero, 125, "0.048"), 126);
    assert_eq!(one(Rounding::MidpointNearestEven, 125, "0.048"), 126);
    assert_eq!(one(Rounding::MidpointTowardZero, 125, "0.048"), 125);
    assert_eq!(one(Rounding::AwayFromZero, 100, "0.12"), 101);
    assert_eq!(one(Rounding::TowardZero, 100, "0.12"), 101);
}

#[test]
fn what_makes_no_schedule_is_refused() {
    let periods = monthly("2026-01-01", 12, DayCount::Act360);
    let of = |terms: Terms, principal| terms.schedule_of(principal, &periods).map(|_| ()).unwrap_err();
    let told = |error: Error| (error.kind(), error.reason(), error.field().to_owned());
    let annuity = || terms("USD", "0.05", Profile::Annuity);
    let out = ErrorKind::OutOfRange;
    let bad = ErrorKind::InvalidInput;
    assert_eq!(
        told(of(Terms { grace: 12, ..annuity() }, 1)),
        (out, "above-maximum", "graceInstalments".into())
    );
    assert_eq!(told(of(Terms { balloon: 101, ..annuity() }, 100)), (out, "above-maximum", "balloon".into()));
    assert_eq!(told(of(Terms { balloon: -1, ..annuity() }, 100)), (out, "above-maximum", "balloon".into()));
    let bullet = Terms { balloon: 1, ..terms("USD", "0.05", Profile::Bullet) };
    assert_eq!(told(of(bullet, 100)), (bad, "balloon-of-a-bullet", "balloon".into()));
    assert_eq!(told(of(annuity(), 1 << 53)), (out, "amount-too-large", String::new()));
    let growing = Terms { grace: 11, capitalised: true, ..terms("USD", "10", Profile::Annuity) };
    assert_eq!(told(of(growing, 1 << 52)), (out, "amount-too-large", String::new()));
    let none = Periods { dates: vec![], days: vec![], basis: 360 };
    assert_eq!(annuity().schedule_of(1, &none).unwrap_err().reason(), "no-period");
    let late = [Draw { period: 1, days: 31, amount: 1 }];
    assert_eq!(annuity().schedule(&late, &periods).unwrap_err().reason(), "draw-after-repayment");
    let date = Date::parse("2026-01-01").unwrap();
    assert_eq!(
        Periods::between(date, &[date], DayCount::Act360).unwrap_err().reason(),
        "dates-not-ascending"
    );
    assert!(Periods::regular(Date::MAX, Frequency::Annual, 1, DayCount::Act360).is_err());
}

#[test]
fn average_life_weighs_time_by_principal() {
    assert_eq!(average_life([(50.0, 1.0), (50.0, 2.0)]), 1.5);
    assert_eq!(average_life([(-10.0, 1.0), (110.0, 2.0)]), 2.0);
    assert_eq!(average_life([]), 0.0);
}

#[test]
fn an_answer_explains_itself() {
    let engine = Engine::embedded().unwrap();
    let request = r#"{ "product": "loan", "currency": "USD", "principal": "200000", "rate": 0.06, "start": "2026-01-01",
        "frequency": "monthly", "instalments": 360, "profile": "annuity", "dayCount": "30/360" }"#;
    let answer: serde_json::Value = serde_json::from_str(&engine.explain_json(request).unwrap()).unwrap();
    let steps: Vec<(&str, &str)> = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["output"].as_str().unwrap(), step["value"].as_str().unwrap()))
        .collect();
    assert_eq!(steps[0], ("schedule.interest.0", "1000.00"));
    assert_eq!(steps[1], ("instalment", "1199.10"));
    assert_eq!(
        steps.iter().map(|step| step.0).collect::<Vec<_>>()[2..],
        ["totalInterest", "totalPaid", "totalCost", "effectiveRate", "nominalRate", "averageLifeYears"]
    );
    assert_eq!(answer["quote"]["notices"][0]["code"], "last-payment-differs");
}

/// What every schedule keeps, whatever its terms.
fn keeps_the_laws(schedule: &Schedule, drawn: i64) -> Result<(), TestCaseError> {
    let drawn_in = |at: usize| schedule.drawn.get(at).copied().unwrap_or(0.0);
    let mut before = schedule.opening[0];
    for at in 0..schedule.dates.len() {
        prop_assert_eq!(schedule.payment[at], schedule.interest[at] + schedule.principal[at]);
        prop_assert_eq!(schedule.closing[at], schedule.opening[at] + drawn_in(at) - schedule.principal[at]);
        prop_assert!(schedule.opening[at] >= before, "nothing is lost between two rows");
        before = schedule.closing[at];
    }
    prop_assert_eq!(before, 0.0);
    prop_assert_eq!(schedule.principal.iter().sum::<f64>(), drawn as f64);
    prop_assert_eq!(schedule.interest.iter().sum::<f64>(), schedule.total_interest as f64);
    prop_assert_eq!(schedule.payment.iter().sum::<f64>(), schedule.total_paid as f64);
    Ok(())
}

fn profiles() -> impl Strategy<Value = Profile> {
    proptest::sample::select(Profile::ALL)
}

proptest! {
    #[test]
    fn principal_sums_to_the_loan_and_the_balance_ends_at_zero(
        principal in 1_i64..10_000_000_000,
        rate in 0_i64..500_000,
        count in 1_u32..240,
        grace in 0_usize..12,
        capitalised: bool,
        balloon_share in 0.0..1.0_f64,
        profile in profiles(),
        rounding in proptest::sample::select(Rounding::ALL),
        day_count in proptest::sample::select(counted_by_one_year()),
        frequency in proptest::sample::select(Frequency::ALL),
        start in 0_i32..30_000,
    ) {
        let start = Date::from_days(start).unwrap();
        let periods = Periods::regular(start, frequency, count, day_count).unwrap();
        let balloon = if profile == Profile::Bullet { 0 } else { (principal as f64 * balloon_share) as i64 };
        let terms = Terms {
            rate: rust_decimal::Decimal::new(rate, 6),
            rounding, balloon, capitalised,
            grace: grace.min(count as usize - 1),
            ..terms("USD", "0", profile)
        };
        match terms.schedule_of(principal, &periods) {
            Ok(schedule) => keeps_the_laws(&schedule, principal)?,
            Err(error) => prop_assert_eq!(error.reason(), "amount-too-large"),
        }
    }

    #[test]
    fn draws_are_all_repaid(
        amounts in proptest::collection::vec((0_usize..4, 0_i32..200, 1_i64..100_000_000), 1..8),
        rate in -10_000_i64..300_000,
        capitalised: bool,
        profile in profiles(),
    ) {
        let start = Date::parse("2026-08-31").unwrap();
        let periods = Periods::regular(start, Frequency::SemiAnnual, 14, DayCount::Act360).unwrap();
        let draws: Vec<Draw> = amounts.iter().map(|(period, days, amount)| Draw { period: *period, days: *days, amount: *amount }).collect();
        let terms = Terms { rate: rust_decimal::Decimal::new(rate, 6), grace: 4, capitalised, ..terms("CNY", "0", profile) };
        keeps_the_laws(&terms.schedule(&draws, &periods).unwrap(), draws.iter().map(|draw| draw.amount).sum())?;
    }

    /// The ends of every range at once: an answer that keeps the laws, or a refusal; never a panic.
    #[test]
    fn extreme_terms_are_answered_or_refused(
        principal in prop_oneof![1_i64..100, (1_i64 << 52)..(1 << 53)],
        rate in prop_oneof![Just(-99_i64), Just(-1), Just(0), Just(1), Just(1000), -99_i64..1000],
        scale in 2_u32..20,
        count in prop_oneof![1_u32..4, Just(1200_u32)],
        grace in 0_usize..1200,
        capitalised: bool,
        profile in profiles(),
        rounding in proptest::sample::select(Rounding::ALL),
        day_count in proptest::sample::select(counted_by_one_year()),
        frequency in proptest::sample::select(Frequency::ALL),
    ) {
        let periods = Periods::regular(Date::parse("2024-02-29").unwrap(), frequency, count, day_count).unwrap();
        let rate = rust_decimal::Decimal::new(rate, scale);
        let terms = Terms { rate, rounding, capitalised, grace: grace % count as usize, ..terms("JPY", "0", profile) };
        match terms.schedule_of(principal, &periods) {
            Ok(schedule) => keeps_the_laws(&schedule, principal)?,
            Err(error) => prop_assert_eq!(error.kind(), ErrorKind::OutOfRange),
        }
    }

    /// The instalment is the whole number of cents whose unrounded schedule ends nearest to zero.
    #[test]
    fn a_level_instalment_is_right_to_the_cent(
        principal in 1_000_i64..100_000_000_000,
        rate in 1_i64..300_000,
        count in 2_u32..120,
        day_count in proptest::sample::select(counted_by_one_year()),
    ) {
        let periods = monthly("2026-01-31", count, day_count);
        let terms = Terms { rate: rust_decimal::Decimal::new(rate, 6), ..terms("USD", "0", Profile::Annuity) };
        let instalment = terms.schedule_of(principal, &periods).unwrap().instalment as f64;
        let left = |payment: f64| periods.days.iter().fold(principal as f64, |owed, days| {
            owed * (1.0 + rate as f64 * 1e-6 * f64::from(*days) / f64::from(periods.basis)) - payment
        });
        prop_assert!(left(instalment - 0.5001) > -1e-4 && left(instalment + 0.5001) < 1e-4);
    }
}
