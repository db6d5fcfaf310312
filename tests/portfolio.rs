//! Books: what CreditRisk+ printed, models against each other, and what must hold of any book.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use export_risk::Engine;
use serde_json::{Value, json};

/// The 25 obligors of CreditRisk+, A Credit Risk Management Framework (1997), Appendix B, table 7.
const EXPOSURES: [f64; 25] = [
    358475.0, 1089819.0, 1799710.0, 1933116.0, 2317327.0, 2410929.0, 2652184.0, 2957685.0, 3137989.0,
    3204044.0, 4727724.0, 4830517.0, 4912097.0, 4928989.0, 5042312.0, 5320364.0, 5435457.0, 5517586.0,
    5764596.0, 5847845.0, 6466533.0, 6480322.0, 7727651.0, 15410906.0, 20238895.0,
];
const RATES: [f64; 25] = [
    0.3, 0.3, 0.1, 0.15, 0.15, 0.15, 0.3, 0.15, 0.05, 0.05, 0.015, 0.05, 0.05, 0.3, 0.1, 0.075, 0.05, 0.03,
    0.075, 0.03, 0.3, 0.3, 0.016, 0.1, 0.075,
];

fn quote(request: &Value) -> Value {
    let text = Engine::embedded().unwrap().quote_json(&request.to_string());
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{error:?} for {request}"))).unwrap()
}

fn refused(request: &Value) -> (String, String) {
    let error = Engine::embedded().unwrap().quote_json(&request.to_string()).unwrap_err();
    (error.reason().to_owned(), error.field().to_owned())
}

fn number(value: &Value, path: &str) -> f64 {
    let pointer = format!("/{}", path.replace('.', "/"));
    value.pointer(&pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path}"))
}

fn with(mut request: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        request[name] = value.clone();
    }
    request
}

fn printed_book() -> Value {
    json!({
        "product": "portfolio", "model": "credit-risk-plus", "exposure": EXPOSURES, "defaultRate": RATES,
        "defaultRateDeviation": RATES.map(|rate| rate / 2.0), "lossGivenDefault": 1,
    })
}

#[test]
fn the_printed_book_of_credit_risk_plus() {
    let quote = quote(&with(printed_book(), json!({"levels": [0.5, 0.99, 0.995, 0.999]})));
    let close = |path: &str, expected: f64, tolerance: f64| {
        assert!((number(&quote, path) - expected).abs() <= tolerance, "{path}: {}", number(&quote, path));
    };
    close("unit", 202_389.0, 0.0);
    // Printed.
    close("expectedLoss", 14_221_863.0, 0.5);
    close("quantiles.1.loss", 55_311_503.0, 0.5);
    close("quantiles.2.loss", 62_033_181.0, 0.5);
    // Recomputed with the same rules by tests/fixtures/generate/portfolio.py.
    close("standardDeviation", 12_668_742.0, 0.5);
    close("quantiles.0.loss", 11_089_455.0, 0.5);
    close("quantiles.3.loss", 77_133_478.0, 0.5);
    close("noLossProbability", 0.098_814_2, 5e-8);
}

fn small_book() -> Value {
    json!({
        "product": "portfolio", "model": "exact", "exposure": [100, 250, 400, 400, 900, 1300], "lossGivenDefault": 1,
        "defaultRate": [0.02, 0.05, 0.6, 0.01, 0.03, 0.1], "unit": 50, "tailLevel": 0.95,
        "country": ["DEU", "DEU", "KAZ", "MEX", "KAZ", "MEX"], "name": ["a", "b", "c", "d", "e", "f"],
    })
}

fn column(quote: &Value, path: &str) -> Vec<f64> {
    let pointer = format!("/{}", path.replace('.', "/"));
    let list = quote.pointer(&pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("{path}"));
    list.iter().map(|entry| entry.as_f64().unwrap()).collect()
}

fn near(found: f64, expected: f64, relative: f64) {
    assert!(
        (found - expected).abs() <= relative * expected.abs().max(1e-12),
        "{found} instead of {expected}"
    );
}

/// All ways in which six obligors can default, by hand.
fn all_cases(exposures: &[f64], rates: &[f64]) -> Vec<(f64, f64, usize)> {
    let mut cases: Vec<(f64, f64, usize)> = (0..1_usize << rates.len())
        .map(|case| {
            let mut found = (0.0, 1.0);
            for (at, (exposure, rate)) in exposures.iter().zip(rates).enumerate() {
                let defaults = case >> at & 1 == 1;
                found.0 += if defaults { *exposure } else { 0.0 };
                found.1 *= if defaults { *rate } else { 1.0 - rate };
            }
            (found.0, found.1, case)
        })
        .collect();
    cases.sort_by(|a, b| a.0.total_cmp(&b.0));
    cases
}

#[test]
fn convolution_counts_every_case() {
    let request = small_book();
    let exposures = [100.0, 250.0, 400.0, 400.0, 900.0, 1300.0];
    let rates = [0.02, 0.05, 0.6, 0.01, 0.03, 0.1];
    let quote = quote(&request);
    let cases = all_cases(&exposures, &rates);
    let mean: f64 = cases.iter().map(|case| case.0 * case.1).sum();
    let square: f64 = cases.iter().map(|case| case.0 * case.0 * case.1).sum();
    near(number(&quote, "expectedLoss"), mean, 1e-13);
    near(number(&quote, "standardDeviation"), (square - mean * mean).sqrt(), 1e-12);
    // The worst 5 %, from above.
    let (mut left, mut worst, mut own) = (0.05, 0.0, [0.0; 6]);
    for at_loss in cases.chunk_by(|a, b| a.0 == b.0).rev() {
        let probability: f64 = at_loss.iter().map(|case| case.1).sum();
        let part = f64::min(1.0, left / probability);
        for case in at_loss {
            worst += case.0 * case.1 * part / 0.05;
            for at in 0..6 {
                own[at] += if case.2 >> at & 1 == 1 { exposures[at] * case.1 * part / 0.05 } else { 0.0 };
            }
        }
        left -= probability * part;
    }
    near(number(&quote, "expectedShortfall"), worst, 1e-11);
    for (found, expected) in column(&quote, "contributions.obligors.expectedShortfall").into_iter().zip(own) {
        near(found, expected, 1e-10);
    }
    near(number(&quote, "noLossProbability"), cases[0].1, 1e-13);
}

/// Everything that an obligor, a sector or a country contributes sums to the figure of the book.
fn sums(quote: &Value, relative: f64) {
    for name in ["expectedLoss", "standardDeviation", "expectedShortfall"] {
        let total = number(quote, name);
        near(column(quote, &format!("contributions.obligors.{name}")).iter().sum(), total, relative);
        for group in ["sectors", "countries"] {
            let list = quote["contributions"][group].as_array().unwrap();
            if !list.is_empty() {
                near(list.iter().map(|one| number(one, name)).sum(), total, relative);
            }
        }
    }
}

/// Layers that leave nothing out and count nothing twice.
fn layered(request: &Value) -> Value {
    let layers = json!([
        {"attachment": 0, "limit": 300}, {"attachment": 300, "limit": 700}, {"attachment": 1000, "limit": 900}, {"attachment": 1900},
    ]);
    let quote = quote(&with(request.clone(), json!({ "layers": layers })));
    let sum: f64 =
        quote["layers"].as_array().unwrap().iter().map(|layer| number(layer, "expectedLoss")).sum();
    near(sum, number(&quote, "expectedLoss"), 1e-9);
    quote
}

#[test]
fn contributions_and_layers_sum_in_every_model() {
    let sectors =
        json!([{"name": "cars", "weights": [0.5, 1, 0, 0.2, 0.3, 0.4]}, {"name": "parts", "weights": 0.4}]);
    let base = with(
        small_book(),
        json!({"defaultRateDeviation": [0.01, 0.03, 0.2, 0.02, 0.01, 0.08], "correlation": [0.1, 0.2, 0.3, 0.15, 0.05, 0.2], "paths": 20_000}),
    );
    for model in ["credit-risk-plus", "exact", "gaussian-copula", "vasicek"] {
        let request = with(base.clone(), json!({ "model": model }));
        sums(&layered(&request), 1e-8);
        let uneven = json!({"lossGivenDefault": [0.4, 0.5, 0.6, 1, 0.3, 0.2], "lossGivenDefaultDeviation": [0.2, 0, 0.3, 0, 0.1, 0.1], "firstLoss": 20});
        sums(&layered(&with(request.clone(), uneven)), 1e-8);
        let several = with(
            request.clone(),
            json!({"sector": ["x", "y", "x", "y", "z", "x"], "sectorCorrelation": 0.3}),
        );
        sums(&layered(&several), 1e-8);
        let weights = json!([{"name": "cars", "weights": [0.5, 0.6, 0, 0.2, 0.3, 0.4]}, {"name": "parts", "weights": 0.4}]);
        sums(&layered(&with(request, json!({ "sectorWeights": weights }))), 1e-8);
    }
    assert_eq!(
        refused(&with(base, json!({ "sectorWeights": sectors }))),
        ("weights-above-one".into(), "sectorWeights".into())
    );
}

/// Source: see `src/capital/internal.rs`; 1 %, 0.20, 99.9 %.
#[test]
fn the_limit_is_vasiceks() {
    let request = json!({
        "product": "portfolio", "model": "vasicek", "exposure": vec![10; 50], "defaultRate": 0.01, "correlation": 0.2,
        "lossGivenDefault": 1, "levels": [0.999], "tailLevel": 0.999,
    });
    let quote = quote(&request);
    assert!((number(&quote, "quantiles.0.loss") / 500.0 - 0.145_525_27).abs() < 5e-9);
    near(number(&quote, "expectedLoss"), 5.0, 1e-13);
    sums(&quote, 1e-9);
    let rows = column(&quote, "lossDistribution.cumulative");
    near(*rows.last().unwrap(), 1.0, 1e-12);
}

fn even_book(count: usize) -> Value {
    let exposures: Vec<usize> = (0..count).map(|at| 10 + at % 7).collect();
    let rates: Vec<f64> = (0..count).map(|at| 0.004 * (1 + at % 5) as f64).collect();
    json!({
        "product": "portfolio", "exposure": exposures, "defaultRate": rates, "lossGivenDefault": 1, "correlation": 0.15,
        "defaultRateDeviation": 0, "unit": 1, "levels": [0.5, 0.9, 0.99, 0.999], "paths": 50_000, "seed": 7,
    })
}

#[test]
fn without_correlation_drawing_comes_to_convolution() {
    let book = with(even_book(200), json!({ "correlation": 0 }));
    let exact = quote(&with(book.clone(), json!({"model": "exact"})));
    for sampling in ["random", "antithetic", "quasi-random"] {
        let drawn = quote(&with(book.clone(), json!({"model": "gaussian-copula", "sampling": sampling})));
        let error = number(&drawn, "simulation.standardError");
        assert!((number(&drawn, "expectedLoss") - number(&exact, "expectedLoss")).abs() < 4.0 * error);
        near(number(&drawn, "standardDeviation"), number(&exact, "standardDeviation"), 0.02);
        for at in 0..4 {
            let (low, high) = (
                number(&drawn, &format!("quantiles.{at}.low")),
                number(&drawn, &format!("quantiles.{at}.high")),
            );
            let loss = number(&exact, &format!("quantiles.{at}.loss"));
            assert!(low - 2.0 <= loss && loss <= high + 2.0, "{sampling} {low} {loss} {high}");
        }
    }
}

/// With rates that hardly vary CreditRisk+ is a compound Poisson distribution; with small rates that is nearly the binomial one.
#[test]
fn the_recursion_comes_to_convolution() {
    let rates: Vec<f64> = (0..300).map(|at| 0.0004 * f64::from(1 + at % 5)).collect();
    let book = with(even_book(300), json!({ "defaultRate": rates }));
    let exact = quote(&with(book.clone(), json!({"model": "exact"})));
    let poisson = quote(&with(book.clone(), json!({"model": "credit-risk-plus"})));
    let nearly = quote(&with(book, json!({"model": "credit-risk-plus", "defaultRateDeviation": 1e-9})));
    for path in ["expectedLoss", "standardDeviation", "quantiles.3.loss", "expectedShortfall"] {
        near(number(&poisson, path), number(&exact, path), 2e-3);
        near(number(&nearly, path), number(&poisson, path), 1e-9);
    }
}

#[test]
fn drawing_comes_to_the_limit() {
    let book = with(even_book(4000), json!({"defaultRate": 0.02, "exposure": 1, "paths": 40_000}));
    let book = with(book, json!({ "exposure": vec![1; 4000] }));
    let limit = quote(&with(book.clone(), json!({"model": "vasicek"})));
    let drawn = quote(&with(book, json!({"model": "gaussian-copula"})));
    near(number(&drawn, "standardDeviation"), number(&limit, "standardDeviation"), 0.03);
    near(number(&drawn, "quantiles.2.loss"), number(&limit, "quantiles.2.loss"), 0.05);
    near(number(&drawn, "expectedShortfall"), number(&limit, "expectedShortfall"), 0.05);
}

#[test]
fn paths_may_be_drawn_in_parts() {
    let book = with(
        even_book(50),
        json!({"model": "gaussian-copula", "lossGivenDefault": 0.5, "lossGivenDefaultDeviation": 0.2}),
    );
    for sampling in ["random", "antithetic", "quasi-random"] {
        let book = with(book.clone(), json!({ "sampling": sampling }));
        let whole = quote(&with(book.clone(), json!({"paths": 3000})));
        let mut drawn: Vec<f64> = Vec::new();
        let mut last = Value::Null;
        for (first, paths) in [(0, 1001), (1001, 999), (2000, 1000)] {
            let part = json!({"firstPath": first, "paths": paths, "drawn": drawn});
            last = quote(&with(book.clone(), part));
            drawn.extend(column(&last, "simulation.drawn"));
        }
        assert_eq!(drawn, column(&whole, "simulation.drawn"));
        last["simulation"]["drawn"] = whole["simulation"]["drawn"].clone();
        assert_eq!(last, whole, "{sampling}");
    }
}

/// Source: of sectors that move with each other as one the factor is one; independent ones add their variances.
#[test]
fn sectors_of_the_copula_move_together_as_far_as_they_are_told() {
    let sectors: Vec<&str> = (0..400).map(|at| if at % 2 == 0 { "x" } else { "y" }).collect();
    let book = with(
        even_book(400),
        json!({"model": "gaussian-copula", "defaultRate": 0.03, "correlation": 0.2, "contributions": false}),
    );
    let deviation = |changes: Value| number(&quote(&with(book.clone(), changes)), "standardDeviation");
    let one = deviation(json!({}));
    near(deviation(json!({"sector": sectors, "sectorCorrelation": 1})), one, 0.03);
    let half: Vec<Value> = [0, 1]
        .map(|which| {
            let exposures: Vec<usize> = (0..400).filter(|at| at % 2 == which).map(|at| 10 + at % 7).collect();
            json!({ "exposure": exposures })
        })
        .to_vec();
    let apart = half.into_iter().map(&deviation).map(|deviation| deviation * deviation).sum::<f64>().sqrt();
    near(deviation(json!({ "sector": sectors })), apart, 0.03);
    let weights = json!([{"name": "all", "weights": 0.5}]);
    near(deviation(json!({ "sectorWeights": weights })), deviation(json!({"correlation": 0.05})), 0.03);
}

/// The beta distribution drawn, and as eight losses with Gauss's weights.
#[test]
fn losses_that_vary_are_drawn_as_they_are_counted() {
    let book = with(
        even_book(60),
        json!({"correlation": 0, "defaultRate": 0.1, "lossGivenDefault": 0.4, "lossGivenDefaultDeviation": 0.3, "unit": 0.05}),
    );
    let counted = quote(&with(book.clone(), json!({"model": "exact"})));
    let drawn = quote(&with(book, json!({"model": "gaussian-copula"})));
    let error = number(&drawn, "simulation.standardError");
    assert!((number(&drawn, "expectedLoss") - number(&counted, "expectedLoss")).abs() < 4.0 * error);
    near(number(&drawn, "standardDeviation"), number(&counted, "standardDeviation"), 0.02);
    near(number(&drawn, "expectedShortfall"), number(&counted, "expectedShortfall"), 0.03);
}

#[test]
fn a_country_gives_the_rate_of_its_curve() {
    let engine = Engine::embedded().unwrap();
    let country = engine.quote_json(r#"{"product": "country-risk", "country": "KAZ"}"#).unwrap();
    let country: Value = serde_json::from_str(&country).unwrap();
    let rate = number(&country, "defaultProbability.2");
    let request = json!({
        "product": "portfolio", "model": "vasicek", "exposure": [100, 50], "country": ["KAZ", "KAZ"], "years": 3, "correlation": 0.2,
    });
    let found = quote(&request);
    near(number(&found, "expectedLoss"), 150.0 * rate, 1e-12);
    assert_eq!(found["notices"][0]["code"], "default-rates-from-countries");
    assert!(!found["editions"].as_array().unwrap().is_empty());
    assert_eq!(refused(&with(request, json!({"years": 16}))), ("out-of-bounds".into(), "years".into()));
}

/// What is certain does not vary, however its sums are rounded.
#[test]
fn what_is_certain_has_no_deviation() {
    let book = json!({"product": "portfolio", "exposure": [0.1, 0.7, 358475.3], "defaultRate": 0.3, "correlation": 0, "paths": 3000});
    let limit = quote(&with(book.clone(), json!({"model": "vasicek"})));
    let drawn = quote(&with(book, json!({"model": "gaussian-copula", "defaultRate": 1})));
    for found in [limit, drawn] {
        assert_eq!(number(&found, "standardDeviation"), 0.0);
        assert_eq!(column(&found, "contributions.obligors.standardDeviation"), [0.0; 3]);
        sums(&found, 1e-9);
    }
}

#[test]
fn a_large_book_is_counted_in_larger_units() {
    let sectors: Vec<String> = (0..20_000).map(|at| format!("s{}", at % 3)).collect();
    let request = json!({
        "product": "portfolio", "model": "credit-risk-plus", "exposure": vec![1000.5; 20_000], "defaultRate": 0.2, "defaultRateDeviation": 0.1,
        "sector": sectors, "contributions": false,
    });
    let found = quote(&request);
    assert!(number(&found, "unit") > 11.0, "{}", found["unit"]);
    near(number(&found, "expectedLoss"), 20_000.0 * 0.2 * 1000.5, 1e-12);
    assert_eq!(refused(&with(request, json!({"unit": 1}))), ("unit-too-small".into(), "unit".into()));
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    fn books() -> impl Strategy<Value = Vec<(u32, f64)>> {
        proptest::collection::vec((1_u32..30, 0.001_f64..0.4), 2..9)
    }

    fn request(model: &str, book: &[(u32, f64)]) -> Value {
        let (exposures, rates): (Vec<u32>, Vec<f64>) = book.iter().copied().unzip();
        let deviations: Vec<f64> = rates.iter().map(|rate| rate * 0.6).collect();
        json!({
            "product": "portfolio", "model": model, "exposure": exposures, "defaultRate": rates, "defaultRateDeviation": deviations,
            "correlation": 0.25, "unit": 1, "tailLevel": 0.95,
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Nobody contributes more to the expected shortfall than it has alone, nor does the book have more than its parts.
        #[test]
        fn diversification_never_hurts(book in books(), which in 0_usize..3) {
            let model = ["credit-risk-plus", "exact", "vasicek"][which];
            let whole = quote(&request(model, &book));
            let shares = column(&whole, "contributions.obligors.expectedShortfall");
            let mut alone = 0.0;
            for (at, share) in shares.into_iter().enumerate() {
                let own = number(&quote(&request(model, &book[at..=at])), "expectedShortfall");
                prop_assert!(share <= own * (1.0 + 1e-9) + 1e-9, "{model} {at}: {share} {own}");
                alone += own;
            }
            prop_assert!(number(&whole, "expectedShortfall") <= alone * (1.0 + 1e-9));
        }

        /// Twice the exposures in twice the unit are twice the losses.
        #[test]
        fn the_unit_of_money_does_not_matter(book in books(), which in 0_usize..4) {
            let model = ["credit-risk-plus", "exact", "vasicek", "gaussian-copula"][which];
            let one = with(request(model, &book), json!({"paths": 500}));
            let doubled: Vec<u32> = book.iter().map(|(exposure, _)| 2 * exposure).collect();
            let two = quote(&with(one.clone(), json!({"exposure": doubled, "unit": 2})));
            let one = quote(&one);
            for path in ["expectedLoss", "standardDeviation", "expectedShortfall", "quantiles.3.loss"] {
                prop_assert!((number(&two, path) - 2.0 * number(&one, path)).abs() <= 1e-9 * number(&two, path).abs(), "{model} {path}");
            }
        }

        /// Quantiles ascend, the expected shortfall is never below its quantile, probabilities sum to the last cumulative one, layers
        /// bear no more than their limits.
        #[test]
        fn a_distribution_is_one(book in books(), which in 0_usize..4, attachment in 0.0..40.0_f64, limit in 0.5..60.0_f64) {
            let model = ["credit-risk-plus", "exact", "vasicek", "gaussian-copula"][which];
            let terms = json!({"paths": 500, "layers": [{"attachment": attachment, "limit": limit}]});
            let found = quote(&with(request(model, &book), terms));
            let mut before = 0.0;
            for quantile in found["quantiles"].as_array().unwrap() {
                prop_assert!(number(quantile, "loss") >= before - 1e-9);
                before = number(quantile, "loss");
                prop_assert!(number(quantile, "expectedShortfall") >= before - 1e-9);
            }
            let cumulative = column(&found, "lossDistribution.cumulative");
            let sum: f64 = column(&found, "lossDistribution.probability").iter().sum();
            prop_assert!((sum - cumulative.last().unwrap()).abs() < 1e-12);
            prop_assert!(sum > 1.0 - 1e-9 && sum < 1.0 + 1e-12);
            let layer = &found["layers"][0];
            let expected = number(layer, "expectedLoss");
            prop_assert!(expected <= limit * number(layer, "attachmentProbability") + 1e-9);
            prop_assert!(expected >= limit * number(layer, "exhaustionProbability") - 1e-9);
        }
    }
}
