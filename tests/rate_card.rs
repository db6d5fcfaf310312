//! The rate card: what it puts in the place of the tables, who is named as its source, and what is refused.
//!
//! Expected premiums are worked by hand from the formula of `card-rate` and the numbers in `examples/`, which are invented.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::{Engine, Error, ErrorKind};
use proptest::prelude::*;
use serde_json::{Value, json};

const BANK: &str = include_str!("../examples/bank-rate-card.json");
const INSURER: &str = include_str!("../examples/insurer-rate-card.json");

fn with(card: &str) -> Engine {
    Engine::with_rate_card_json(card).unwrap()
}

fn plain() -> Engine {
    Engine::embedded().unwrap()
}

fn quote(engine: &Engine, request: &Value) -> Value {
    serde_json::from_str(&engine.quote_json(&request.to_string()).unwrap()).unwrap()
}

fn explain(engine: &Engine, request: &Value) -> Value {
    serde_json::from_str(&engine.explain_json(&request.to_string()).unwrap()).unwrap()
}

fn refused(card: &Value) -> Vec<(String, &'static str)> {
    let error = Engine::with_rate_card_json(&card.to_string()).unwrap_err();
    assert_eq!((error.kind(), error.reason()), (ErrorKind::InvalidInput, "rate-card-refused"), "{error:?}");
    error.faults().iter().map(|fault| (fault.field().to_owned(), fault.reason())).collect()
}

/// A card of the least that one needs, with some fields more.
fn card(more: Value) -> Value {
    let mut card = json!({ "name": "A card", "date": "2026-11-01" });
    for (field, value) in more.as_object().unwrap() {
        card[field] = value.clone();
    }
    card
}

fn ids(quote: &Value) -> Vec<&str> {
    quote["editions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

fn codes(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

fn deal(rules: Value) -> Value {
    json!({ "product": "export-credit-cover", "country": "MEX", "buyer": "CC2", "currency": "USD", "amount": "10000000",
        "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.06, "rules": rules })
}

#[test]
fn a_tariff_is_one_more_rule_set() {
    let engine = with(INSURER);
    let answer = explain(&engine, &deal(json!("rate-card")));
    let own = &answer["quote"];
    // 0.9 · (0.0050 + 0.0075 · 5.5)
    assert_eq!((own["premiumRate"].as_str(), own["premium"].as_str()), (Some("0.041625"), Some("416250.00")));
    assert_eq!(
        (&own["ruleSet"]["table"], &own["ruleSet"]["grade"]),
        (&json!("rate-card"), &json!("assumption"))
    );
    assert!(ids(own).contains(&"rate-card") && codes(own).contains(&"rate-card-used"));
    let step = answer["steps"].as_array().unwrap().iter().find(|step| step["id"] == "card-rate").unwrap();
    assert_eq!((&step["edition"], &step["output"]), (&json!("rate-card"), &json!("premiumRate")));
    let every = quote(&engine, &deal(json!("every")));
    let others: Vec<_> = every["others"].as_array().unwrap().iter().map(|one| &one["rules"]).collect();
    assert!(others.contains(&&json!("rate-card")), "{others:?}");
    // A class without a row of its own: 0.9 · (0.0040 + 0.0060 · 5.5)
    let mut other = deal(json!("rate-card"));
    other["buyer"] = json!("CC4");
    assert_eq!(quote(&engine, &other)["premiumRate"], "0.0333");
    // Countries that the market prices: 0.9 · (0.0010 + 0.0020 · 5.5)
    other["country"] = json!("DEU");
    assert_eq!(quote(&engine, &other)["premiumRate"], "0.0108");
    // The least premium, in the card's currency alone.
    other["amount"] = json!("100000");
    assert_eq!(quote(&engine, &other)["premium"], "10000.00");
    other["currency"] = json!("EUR");
    assert_eq!(quote(&engine, &other)["premium"], "1080.00");
    other["country"] = json!("BRA");
    let error = engine.quote_json(&other.to_string()).unwrap_err();
    assert_eq!((error.kind(), error.reason()), (ErrorKind::MissingData, "not-printed"));
}

#[test]
fn without_a_card_nothing_changes() {
    let error = plain().quote_json(&deal(json!("rate-card")).to_string()).unwrap_err();
    assert_eq!(
        (error.kind(), error.reason(), error.field()),
        (ErrorKind::MissingData, "no-rate-card", "rules")
    );
    assert!(!quote(&plain(), &deal(json!("every"))).to_string().contains("rate-card"));
    // What a card doesn't say stays as it is, and is not called its own.
    let minimum = deal(json!("oecd-minimum"));
    assert_eq!(quote(&with(INSURER), &minimum), quote(&plain(), &minimum));
    let empty = with(&card(json!({})).to_string());
    for request in [minimum, json!({ "product": "country-risk", "country": "MEX" }), short("open-account")] {
        assert_eq!(quote(&empty, &request), quote(&plain(), &request));
    }
}

#[test]
fn a_country_has_the_cards_category() {
    let request = json!({ "product": "country-risk", "country": "KAZ" });
    let (own, list) = (explain(&with(BANK), &request), quote(&plain(), &request));
    assert_eq!((&own["quote"]["category"], &list["category"]), (&json!(4), &json!(5)));
    assert!(ids(&own["quote"]).contains(&"rate-card") && !ids(&list).contains(&"rate-card"));
    assert_eq!((&own["quote"]["asOf"], &list["asOf"]), (&json!("2026-11-01"), &json!("2026-01-30")));
    let step = own["steps"].as_array().unwrap().iter().find(|step| step["id"] == "country-category").unwrap();
    assert_eq!(step["edition"], "rate-card");
    // The premium follows, and its list of sources.
    let mut cover = deal(json!("oecd-minimum"));
    cover["country"] = json!("KAZ");
    let own = quote(&with(BANK), &cover);
    cover["category"] = json!(4);
    assert_eq!(own["premium"], quote(&plain(), &cover)["premium"]);
    assert!(ids(&own).contains(&"rate-card"));
    // A country that has none on the list.
    let brunei = quote(&with(BANK), &json!({ "product": "country-risk", "country": "BRN" }));
    assert_eq!((&brunei["category"], &brunei["status"]), (&json!(2), &json!("classified")));
    let rows = with(BANK).countries();
    let row = rows.iter().find(|row| row.alpha3 == "KAZ").unwrap();
    assert_eq!(row.category.map(|category| category.get()), Some(4));
}

#[test]
fn curves_are_the_default_and_the_request_wins() {
    let mut request = deal(json!("market-spread"));
    request["country"] = json!("DEU");
    request["amount"] = json!("1000000");
    let own = quote(&with(BANK), &request);
    assert_eq!(own["ruleSet"]["table"], "rate-card");
    request["marketCurve"] = json!({ "tenors": [1, 5, 10], "spreads": [0.004, 0.008, 0.011] });
    let given = quote(&with(BANK), &request);
    assert_eq!((&given["premium"], &given["ruleSet"]["table"]), (&own["premium"], &Value::Null));
    assert_eq!(given, quote(&plain(), &request));
    request["marketCurve"] = Value::Null;
    assert_eq!(plain().quote_json(&request.to_string()).unwrap_err().field(), "marketCurve");

    let request = json!({ "product": "country-risk", "country": "MEX", "compare": ["KAZ"] });
    let own = explain(&with(BANK), &request);
    // Straight between 0.006 at one year and 0.012 at five.
    assert!((own["quote"]["spread"][2].as_f64().unwrap() - 0.009).abs() < 1e-15);
    assert_eq!(own["quote"]["spreadSource"], "sovereign-curve");
    let step = own["steps"].as_array().unwrap().iter().find(|step| step["id"] == "curve-spread").unwrap();
    assert_eq!(step["edition"], "rate-card");
}

#[test]
fn weights_are_data() {
    let request = json!({ "product": "country-risk", "country": "MEX" });
    let by_card =
        with(&card(json!({ "scoreWeights": [{ "dimension": "currency", "weight": 0 }] })).to_string());
    let mut by_request = request.clone();
    by_request["weights"] = json!({ "currency": 0 });
    let (card_score, request_score) = (quote(&by_card, &request), quote(&plain(), &by_request));
    let near = |left: &Value, right: &Value| (left.as_f64().unwrap() - right.as_f64().unwrap()).abs() < 1e-12;
    assert!(near(&card_score["score"], &request_score["score"]));
    assert!(!near(&card_score["score"], &quote(&plain(), &request)["score"]));
    assert!(ids(&card_score).contains(&"rate-card"));
    // An indicator alone in its dimension: its points are the dimension's.
    let weights = json!([{ "indicator": "current-account", "weight": 0 }]);
    let alone = quote(&with(&card(json!({ "scoreWeights": weights })).to_string()), &request);
    let transfer = &alone["dimensions"][0];
    assert!(near(&transfer["score"], &transfer["indicators"][0]["points"]));
}

fn short(payment: &str) -> Value {
    json!({ "product": "short-term-cover", "currency": "USD", "turnover": "10000000", "country": "MEX", "termDays": 180,
        "payment": payment, "insuredShare": 0.9 })
}

#[test]
fn cells_of_short_term_cover() {
    let own = explain(&with(INSURER), &short("open-account"));
    let by_table = quote(&plain(), &short("open-account"));
    let rate = |quote: &Value| quote["lines"]["rate"][0].as_f64().unwrap();
    // 0.0030 · 1.1 · 1.3 against 0.0029 · 1 · 1.25, all else alike.
    let expected = (0.0030 * 1.1 * 1.3) / (0.0029 * 1.25);
    assert!((rate(&own["quote"]) / rate(&by_table) - expected).abs() < 1e-12);
    assert!(ids(&own["quote"]).contains(&"rate-card") && codes(&own["quote"]).contains(&"rate-card-used"));
    let step = own["steps"].as_array().unwrap().iter().find(|step| step["id"] == "short-term-rate").unwrap();
    assert_eq!(step["edition"], "rate-card");
}

#[test]
fn engines_with_different_cards_stand_beside_each_other() {
    let (bank, insurer, none) = (with(BANK), with(INSURER), plain());
    let request = json!({ "product": "country-risk", "country": "KAZ" });
    let categories: Vec<_> =
        [&bank, &insurer, &none, &bank].map(|engine| quote(engine, &request)["category"].clone()).into();
    assert_eq!(categories, [json!(4), json!(5), json!(5), json!(4)]);
}

#[test]
fn every_wrong_path_is_told() {
    let wrong = json!({
        "name": 5, "date": "2026-02-30", "curency": "USD", "illustrative": "yes",
        "countries": [{ "country": "KAZ", "category": 9 }, { "country": "XYZ", "category": 1, "status": "fine" }, {}],
        "premiumTariff": { "rates": [{ "category": 3, "rateAYear": "x", "rat": 1 }], "factor": true },
        "offers": [], "__proto__": 1, "constructor": {},
    });
    let found = refused(&wrong);
    for expected in [
        ("curency", "unknown-field"),
        ("offers", "unknown-field"),
        ("__proto__", "unknown-field"),
        ("constructor", "unknown-field"),
        ("name", "wrong-kind"),
        ("date", "no-such-date"),
        ("illustrative", "wrong-kind"),
        ("countries.0.category", "out-of-bounds"),
        ("countries.1.country", "unknown-country"),
        ("countries.1.status", "unknown-name"),
        ("countries.2.country", "required"),
        ("premiumTariff.rates.0.rat", "unknown-field"),
        ("premiumTariff.rates.0.rateAYear", "not-a-number"),
        ("premiumTariff.rates.0.rate", "required"),
        ("premiumTariff.factor", "wrong-kind"),
    ] {
        assert!(
            found.iter().any(|(field, reason)| (field.as_str(), *reason) == expected),
            "{expected:?} {found:?}"
        );
    }
    assert_eq!(found.len(), 15, "{found:?}");
    let error = Engine::with_rate_card_json(&wrong.to_string()).unwrap_err();
    let nearest = error.faults().iter().find(|fault| fault.field() == "curency").unwrap();
    assert!(nearest.sentence().contains("currency"));
    assert!(error.sentence().contains("countries.1.status"));
}

#[test]
fn every_contradiction_is_told() {
    let found = refused(&card(json!({
        "name": " ", "contact": "javascript:alert(1)",
        "countries": [{ "country": "KAZ" }, { "country": "KAZ", "category": 1 }],
        "marketCurves": [{ "country": "DEU", "tenors": [5, 1], "spreads": [0.1, 0.2] }],
        "sovereignCurves": [{ "country": "DEU", "tenors": [5], "spreads": [] }, { "country": "DEU", "tenors": [5], "spreads": [11] }],
        "scoreWeights": [{ "weight": 1 }],
        "premiumTariff": { "rates": [], "factor": 0, "minimumPremium": 1 },
        "shortTerm": [{ "factor": "rate", "name": "3", "value": -1 }],
        "disclaimer": [{ "text": "" }],
        "countryNames": [{ "country": "TUR", "name": "x".repeat(201) }],
    })));
    let expected = [
        ("name", "text-length"),
        ("contact", "not-a-link"),
        ("countries.0.category", "category-and-status"),
        ("countries.1", "given-twice"),
        ("sovereignCurves.1", "given-twice"),
        ("scoreWeights.0", "dimension-or-indicator"),
        ("premiumTariff.factor", "out-of-bounds"),
        ("premiumTariff.rates", "empty"),
        ("premiumTariff.minimumPremium", "currency-missing"),
        ("shortTerm.0.value", "out-of-bounds"),
        ("countryNames.0.name", "text-length"),
        ("disclaimer.0.text", "text-length"),
        ("marketCurves.0.tenors", "tenors-not-ascending"),
        ("sovereignCurves.0.spreads", "unequal-lengths"),
        ("sovereignCurves.1.spreads", "out-of-bounds"),
    ];
    let found: Vec<_> = found.iter().map(|(field, reason)| (field.as_str(), *reason)).collect();
    assert_eq!(found, expected);
    let all_zero: Vec<_> = [
        "transfer-and-convertibility",
        "sovereign-credit",
        "political-stability-and-conflict",
        "rule-of-law-and-expropriation",
        "trade-barriers",
        "technical-and-service-readiness",
        "competition-and-market",
        "currency",
    ]
    .iter()
    .map(|name| json!({ "dimension": name, "weight": 0 }))
    .collect();
    assert_eq!(
        refused(&card(json!({ "scoreWeights": all_zero }))),
        [("scoreWeights".to_owned(), "no-weight")]
    );
    let weights = json!([{ "indicator": "customs", "weight": 0 }]);
    assert_eq!(
        refused(&card(json!({ "scoreWeights": weights }))),
        [("scoreWeights".to_owned(), "no-weight")]
    );
    let row = json!([{ "factor": "rate", "name": "8", "value": 1 }]);
    assert_eq!(refused(&card(json!({ "shortTerm": row }))), [("shortTerm.0.name".to_owned(), "unknown-row")]);
}

fn reason(card: &str) -> &'static str {
    Engine::with_rate_card_json(card).unwrap_err().reason()
}

#[test]
fn a_hostile_card_harms_nothing() {
    assert_eq!(reason(&" ".repeat(50_000_000)), "rate-card-too-large");
    assert_eq!(reason(&"[".repeat(500_000)), "not-json");
    assert_eq!(reason("{"), "not-json");
    assert_eq!(reason("null"), "rate-card-refused");
    assert_eq!(reason("[]"), "rate-card-refused");
    // A list that has nothing right ends at a hundred faults.
    let many = card(json!({ "countries": vec![json!({ "a": 1, "b": 2 }); 20_000] }));
    assert_eq!(refused(&many).len(), 100);
    let long =
        card(json!({ "shortTerm": vec![json!({ "factor": "rate", "name": "3", "value": 1 }); 5_000] }));
    assert_eq!(refused(&long), [("shortTerm".to_owned(), "too-many")]);
    // Numbers beyond all sense.
    for value in [json!(1e308), json!("1e9"), json!("99999999999999999999999999999999"), json!(-1), json!(11)]
    {
        let cell = json!([{ "factor": "rate", "name": "3", "value": value }]);
        assert_eq!(refused(&card(json!({ "shortTerm": cell }))).len(), 1, "{value}");
    }
    // Markup is text, and stays it.
    let markup = "<img src=x onerror=alert(1)>";
    let engine = with(
        &card(json!({ "name": markup, "countries": [{ "country": "MEX", "category": 4 }] })).to_string(),
    );
    let own = quote(&engine, &json!({ "product": "country-risk", "country": "MEX" }));
    assert!(own["editions"].as_array().unwrap().iter().any(|one| one["title"] == markup));
    for contact in [
        "javascript:alert(1)",
        "http://a.example",
        "https://",
        "https://a b",
        "data:text/html,x",
        "mailto:\n",
    ] {
        assert_eq!(
            refused(&card(json!({ "contact": contact }))),
            [("contact".to_owned(), "not-a-link")],
            "{contact}"
        );
    }
}

/// The worst that a tariff may say is still answered.
#[test]
fn extreme_tariffs_have_answers() {
    let rates = json!([{ "category": 3, "rateAYear": 1, "rate": 1 }]);
    let extreme = card(
        json!({ "currency": "USD", "premiumTariff": { "rates": rates, "factor": 10, "minimumPremium": "79228162514264337593543950335" } }),
    );
    let mut request = deal(json!("rate-card"));
    request["repaymentMonths"] = json!(600);
    let engine = with(&extreme.to_string());
    let answer: Result<String, Error> = engine.quote_json(&request.to_string());
    assert!(
        answer.is_ok_and(|text| !text.contains("NaN")) || engine.quote_json(&request.to_string()).is_err()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A card that repeats the list's own categories changes no premium.
    #[test]
    fn a_card_that_says_what_the_list_says_changes_no_number(at in 0usize..200, months in 24u32..120) {
        let rows = plain().countries();
        let classified: Vec<_> = rows.iter().filter(|row| row.category.is_some_and(|one| one.get() > 0)).collect();
        let row = classified[at % classified.len()];
        let category = row.category.unwrap().get();
        let same = with(&card(json!({ "countries": [{ "country": row.alpha3, "category": category }] })).to_string());
        let mut request = deal(json!("oecd-minimum"));
        request["country"] = json!(row.alpha3);
        request["repaymentMonths"] = json!(months);
        prop_assert_eq!(&quote(&same, &request)["premium"], &quote(&plain(), &request)["premium"]);
    }

    /// The factor scales the premium rate, and a longer credit is never cheaper.
    #[test]
    fn a_factor_scales(percent in 1u32..200, months in 24u32..180) {
        let tariff = |factor: f64| {
            let rates = json!([{ "category": 3, "rateAYear": "0.001", "rate": "0.002" }]);
            with(&card(json!({ "premiumTariff": { "rates": rates, "factor": factor } })).to_string())
        };
        let mut request = deal(json!("rate-card"));
        request["repaymentMonths"] = json!(months);
        let rate = |engine: &Engine, request: &Value| -> f64 {
            quote(engine, request)["premiumRate"].as_str().unwrap().parse().unwrap()
        };
        let (one, scaled) = (rate(&tariff(1.0), &request), rate(&tariff(f64::from(percent) / 100.0), &request));
        prop_assert!((scaled - one * f64::from(percent) / 100.0).abs() < 1e-12);
        request["repaymentMonths"] = json!(months + 1);
        prop_assert!(rate(&tariff(1.0), &request) > one);
    }
}

#[test]
fn a_card_gives_what_a_request_leaves_out() {
    let engine = with(BANK);
    let loan = json!({ "product": "loan", "currency": "USD", "principal": "200000", "start": "2026-01-01",
        "frequency": "monthly", "instalments": 360, "dayCount": "30/360" });
    let answer = explain(&engine, &loan);
    let mut whole = loan.clone();
    whole["rate"] = json!(0.061);
    whole["fees"] = json!({ "arrangement": 0.01, "agencyAmount": "250" });
    let given = quote(&plain(), &whole);
    for name in ["instalment", "totalFees", "effectiveRate", "schedule"] {
        assert_eq!(answer["quote"][name], given[name], "{name}");
    }
    assert!(ids(&answer["quote"]).contains(&"rate-card") && ids(&given).is_empty());
    let fields = |quote: &Value| -> Option<String> {
        let notices = quote["notices"].as_array().unwrap();
        let notice = notices.iter().find(|one| one["code"] == "from-rate-card")?;
        Some(notice["values"]["fields"].as_str().unwrap().to_owned())
    };
    assert_eq!(fields(&answer["quote"]).as_deref(), Some("rate, fees"));
    let steps = answer["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["id"] == "from-rate-card").unwrap();
    assert_eq!((&step["value"], &step["edition"]), (&json!("0.061"), &json!("rate-card")));

    // What the request gives wins, within a record too; what is the same is the card's.
    let mut own = loan.clone();
    own["rate"] = json!("0.061");
    own["fees"] = json!({ "arrangement": 0.02 });
    let own = quote(&engine, &own);
    assert_eq!(fields(&own).as_deref(), Some("rate, fees.agencyAmount"));
    assert_eq!(own["feesAtStart"], "4250.00");
    whole["rate"] = json!(0.05);
    whole["fees"] = json!({ "arrangement": 0, "agencyAmount": 0 });
    assert_eq!(fields(&quote(&engine, &whole)), None);

    // By every verb. What a search moves is no longer the card's.
    let call = json!({ "request": loan, "vary": "rate", "target": "instalment", "equals": "1200", "between": [0.01, 0.1] });
    let solved: Value = serde_json::from_str(&engine.solve_json(&call.to_string()).unwrap()).unwrap();
    assert_eq!(fields(&solved["quote"]).as_deref(), Some("fees"));
    let many = json!({ "product": "loan", "defaults": loan, "columns": { "principal": [200_000, 100_000] },
        "outputs": ["instalment"] });
    let many: Value = serde_json::from_str(&engine.quote_many_json(&many.to_string()).unwrap()).unwrap();
    let cents = (given["instalment"].as_str().unwrap().parse::<f64>().unwrap() * 100.0).round();
    assert_eq!(many["columns"]["instalment"][0].as_f64(), Some(cents));
}

#[test]
fn defaults_are_looked_through_field_by_field() {
    let found = refused(&card(json!({ "defaults": {
        "loan": { "rate": 50, "frequency": "weekly-ish", "fees": { "arangement": 0.01 }, "instalments": 0 },
        "short-term-cover": { "insuredShare": 1.5 },
        "lone": {},
        "cash-flow": 3,
    } })));
    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    for path in [
        "defaults.loan.rate",
        "defaults.loan.frequency",
        "defaults.loan.fees.arangement",
        "defaults.loan.instalments",
        "defaults.short-term-cover.insuredShare",
        "defaults.lone",
        "defaults.cash-flow",
    ] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
    assert_eq!(paths.len(), 7, "{paths:?}");
}

/// Of two fields that stand for one thing a card gives none to a request that has the other.
#[test]
fn a_card_does_not_contradict_a_request() {
    let deal = json!({ "product": "export-credit", "country": "MEX", "currency": "USD", "contractValue": "1000000",
        "start": "2027-01-15", "disbursementMonths": 12, "repaymentMonths": 60 });
    let yields = json!({ "dates": ["2026-10-01"], "maturities": [4], "yields": [0.04], "margin": 0.011 });
    let with_field = |name: &str, value: Value| {
        let mut deal = deal.clone();
        deal[name] = value;
        deal
    };
    let ruled = with(&card(json!({ "defaults": { "export-credit": { "cirr": yields } } })).to_string());
    assert_eq!(quote(&ruled, &deal)["cirr"]["rate"], "0.051");
    assert_eq!(quote(&ruled, &with_field("cirr", json!({ "margin": 0.01 })))["cirr"]["rate"], "0.05");
    assert_eq!(quote(&ruled, &with_field("rate", json!(0.06)))["cirr"], Value::Null);
    let fixed = with(&card(json!({ "defaults": { "export-credit": { "rate": 0.055 } } })).to_string());
    assert_eq!(quote(&fixed, &with_field("cirr", yields))["cirr"]["rate"], "0.051");
    let floating = json!({ "dates": ["2027-01-15"], "rates": [0.04] });
    assert_eq!(quote(&fixed, &with_field("floating", floating))["rates"][0], 0.04);
}
