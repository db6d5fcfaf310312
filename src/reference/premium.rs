use std::sync::Arc;

use rust_decimal::Decimal;

use super::table::{Row, Table};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade};
use crate::values::{BuyerClass, RiskCategory};

/// A number of the rule, as exactly as it is printed, with the grade of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coefficient {
    /// The number.
    pub value: Decimal,
    /// How good the source is.
    pub grade: Grade,
}

/// The coefficients of the minimum premium for one country risk category. Those of the parts of the premium
/// are percent of the principal, as the rule prints them.
#[derive(Clone, Debug)]
pub struct CategoryPremium {
    /// The country risk coefficient, percent a year of the horizon.
    pub a: Coefficient,
    /// The country risk constant, percent.
    pub b: Coefficient,
    /// The buyer risk coefficient by class, percent a year of the horizon; none where the class does not exist.
    c: Vec<Option<Coefficient>>,
    /// The quality factor of a product below standard.
    pub below_standard: Coefficient,
    /// The quality factor of a product above standard.
    pub above_standard: Coefficient,
    /// What the factor for the percentage of cover grows by from 95 % to 100 %.
    pub full_cover: Coefficient,
}

impl CategoryPremium {
    /// The buyer risk coefficient of a class, percent a year; none where the class does not exist.
    pub fn buyer(&self, class: BuyerClass) -> Option<Coefficient> {
        let at = BuyerClass::ALL.iter().position(|known| *known == class)?;
        self.c.get(at).copied().flatten()
    }

    /// The classes that exist in the category, best first.
    pub fn classes(&self) -> impl Iterator<Item = BuyerClass> {
        BuyerClass::ALL.iter().copied().filter(|class| self.buyer(*class).is_some())
    }
}

/// The coefficients of the minimum premium for the categories 1 to 7.
#[derive(Clone, Debug)]
pub struct PremiumTables {
    edition: Arc<Edition>,
    categories: Vec<CategoryPremium>,
}

impl PremiumTables {
    /// Reads the table `oecd-minimum-premium`: a column for each category from 1 to 7 and one for the grade; the
    /// rows `a`, `b`, `c` and a class, `qpf below-standard`, `qpf above-standard` and `pcf`. An empty cell in a row
    /// of a class says that the class does not exist there.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `row-missing`, `cell-missing`, `unknown-parameter`, `given-twice`,
    /// `below-minimum` for a negative number, and what the parser of tables says.
    pub fn parse(text: &str) -> Result<Self, Error> {
        const ID: &str = "oecd-minimum-premium";
        let table = Table::parse(ID, &["parameter", "1", "2", "3", "4", "5", "6", "7", "grade"], text)?;
        check_names(&table)?;
        let find = |name: &str| {
            table.rows().iter().find(|row| row.text(0) == name).ok_or_else(|| {
                Error::invalid("row-missing", format!("the row {name} is missing")).at(format!("{ID}.{name}"))
            })
        };
        let classes = BuyerClass::ALL
            .iter()
            .map(|class| find(&format!("c {}", class.name())))
            .collect::<Result<Vec<_>, _>>()?;
        let (a, b, full_cover) = (find("a")?, find("b")?, find("pcf")?);
        let (below, above) = (find("qpf below-standard")?, find("qpf above-standard")?);
        let one = |category: usize| {
            Ok(CategoryPremium {
                a: needed(a, category)?,
                b: needed(b, category)?,
                c: classes.iter().map(|row| coefficient(row, category)).collect::<Result<_, _>>()?,
                below_standard: needed(below, category)?,
                above_standard: needed(above, category)?,
                full_cover: needed(full_cover, category)?,
            })
        };
        Ok(Self { categories: (1..=7).map(one).collect::<Result<_, _>>()?, edition: Arc::new(table.edition) })
    }

    /// The coefficients of a category; none for category 0, which the market prices.
    pub fn category(&self, category: RiskCategory) -> Option<&CategoryPremium> {
        usize::from(category.get()).checked_sub(1).and_then(|at| self.categories.get(at))
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

fn needed(row: &Row<'_>, category: usize) -> Result<Coefficient, Error> {
    coefficient(row, category)?.ok_or_else(|| {
        let error = Error::invalid("cell-missing", "this row needs a number for every category");
        row.fault(error, &category.text())
    })
}

/// The number of a row for a category. The columns stand in the order of the categories, behind the name.
fn coefficient(row: &Row<'_>, category: usize) -> Result<Option<Coefficient>, Error> {
    let column = category.text();
    let grade = row.read(8, "grade", Grade::parse)?;
    match row.decimal(category, &column)? {
        Some(value) if value.is_sign_negative() => {
            let error = Error::invalid("below-minimum", "no coefficient is below zero");
            Err(row.fault(error.with_value(value.text()), &column))
        }
        value => Ok(value.map(|value| Coefficient { value, grade })),
    }
}

fn check_names(table: &Table<'_>) -> Result<(), Error> {
    for (at, row) in table.rows().iter().enumerate() {
        let name = row.text(0);
        let class = name.strip_prefix("c ").is_some_and(|class| BuyerClass::parse(class).is_ok());
        if !class && !["a", "b", "qpf below-standard", "qpf above-standard", "pcf"].contains(&name) {
            let sentence =
                "the rows are a, b, c with a class, qpf below-standard, qpf above-standard and pcf";
            return Err(
                row.fault(Error::invalid("unknown-parameter", sentence).with_value(name), "parameter")
            );
        }
        if table.rows().iter().take(at).any(|before| before.text(0) == name) {
            let error = Error::invalid("given-twice", "this row is there twice").with_value(name);
            return Err(row.fault(error, "parameter"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/oecd-minimum-premium.csv");

    #[test]
    fn six_pairs_of_class_and_category_do_not_exist() {
        let tables = PremiumTables::parse(EMBEDDED).unwrap();
        let mut missing = Vec::new();
        for category in 1..=7 {
            let premium = tables.category(RiskCategory::new(category).unwrap()).unwrap();
            let absent = BuyerClass::ALL.iter().filter(|class| premium.buyer(**class).is_none());
            missing.extend(absent.map(|class| (category, class.name())));
        }
        assert_eq!(missing, [(5, "CC5"), (6, "CC4"), (6, "CC5"), (7, "CC3"), (7, "CC4"), (7, "CC5")]);
        assert!(tables.category(RiskCategory::new(0).unwrap()).is_none());
    }

    #[test]
    fn the_grade_stands_on_the_row() {
        let tables = PremiumTables::parse(EMBEDDED).unwrap();
        let five = tables.category(RiskCategory::new(5).unwrap()).unwrap();
        assert_eq!((five.a.value.to_string().as_str(), five.a.grade), ("0.740", Grade::Official));
        let class = five.buyer(BuyerClass::Cc2).unwrap();
        assert_eq!((class.value.to_string().as_str(), class.grade), ("0.246", Grade::Secondary));
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("pcf,0.00000,", "pcf,,", "cell-missing", "oecd-minimum-premium.21.1"),
            ("a,0.090", "a,-0.090", "below-minimum", "oecd-minimum-premium.9.1"),
            ("a,0.090", "a,0:090", "not-a-number", "oecd-minimum-premium.9.1"),
            ("c CC5", "c CC6", "unknown-parameter", "oecd-minimum-premium.18.parameter"),
            ("c CC5", "c CC4", "given-twice", "oecd-minimum-premium.18.parameter"),
            ("1.100,official", "1.100,good", "unknown-name", "oecd-minimum-premium.9.grade"),
        ] {
            let error = PremiumTables::parse(&EMBEDDED.replace(from, to)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
        let without: String =
            EMBEDDED.lines().filter(|line| !line.starts_with("pcf")).map(|l| format!("{l}\n")).collect();
        let error = PremiumTables::parse(&without).unwrap_err();
        assert_eq!((error.reason(), error.field()), ("row-missing", "oecd-minimum-premium.pcf"));
    }
}
