//! Requests of other products, made from what the chain shares, and what their quotes carry.

use std::sync::Arc;

use crate::document::{Owned, Text, Writer};
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::{Product, Quote as _};
use crate::reference::Market;

/// A request as a tree, before its product reads it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft(Vec<(String, Owned)>);

impl Draft {
    /// With one field.
    pub fn one(name: &str, value: impl Text) -> Self {
        let mut draft = Self::default();
        draft.put(name, value);
        draft
    }

    /// Each kind of value is written in one place: a chain makes a hundred fields.
    pub fn put(&mut self, name: &str, value: impl Text) -> &mut Self {
        self.told(name, &value)
    }

    pub fn put_if(&mut self, name: &str, value: Option<impl Text>) -> &mut Self {
        match value {
            Some(value) => self.told(name, &value),
            None => self,
        }
    }

    pub fn count(&mut self, name: &str, value: u32) -> &mut Self {
        self.number(name, f64::from(value))
    }

    #[inline(never)]
    pub fn number(&mut self, name: &str, value: f64) -> &mut Self {
        self.own(name, Owned::Number(value))
    }

    pub fn under(&mut self, name: &str, record: Self) -> &mut Self {
        self.own(name, Owned::Record(record.0))
    }

    pub fn list(&mut self, name: &str, item: Owned) -> &mut Self {
        self.own(name, Owned::List(vec![item]))
    }

    #[inline(never)]
    pub fn own(&mut self, name: &str, value: Owned) -> &mut Self {
        self.0.push((name.to_owned(), value));
        self
    }

    #[inline(never)]
    fn told(&mut self, name: &str, value: &dyn Text) -> &mut Self {
        self.own(name, Owned::Text(value.text()))
    }

    /// The product's own answer.
    pub fn ask<P: Product>(&self, market: &Market) -> Result<P::Quote, Error> {
        let tree = Owned::Record(self.0.clone());
        P::read(&tree.view())?.quote(market, &mut Trace::silent())
    }

    /// The same, its tables and notices among what is carried.
    pub fn ask_all<P: Product>(&self, market: &Market, carried: &mut Carried) -> Result<P::Quote, Error> {
        let mut quote = self.ask::<P>(market)?;
        let (editions, notices) = quote.carried();
        carried.take(editions, notices);
        Ok(quote)
    }

    /// As JSON text, with its product.
    pub fn text(&self, product: &str) -> String {
        let mut out = String::from("{\"product\":");
        add(&mut out, &Owned::Text(product.to_owned()));
        for (name, value) in &self.0 {
            out.push(',');
            add_field(&mut out, name, value);
        }
        out.push('}');
        out
    }
}

fn add_field(out: &mut String, name: &str, value: &Owned) {
    add(out, &Owned::Text(name.to_owned()));
    out.push(':');
    add(out, value);
}

fn add(out: &mut String, value: &Owned) {
    let mut writer = Writer::new();
    match value {
        Owned::Null => writer.null(),
        Owned::Bool(value) => writer.bool(*value),
        Owned::Number(value) => writer.number(*value),
        Owned::Text(text) => writer.text(text),
        Owned::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                add(out, item);
            }
            out.push(']');
        }
        Owned::Record(fields) => {
            out.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                add_field(out, name, value);
            }
            out.push('}');
        }
    }
    out.push_str(&writer.finish().text);
}

/// Tables and notices of all quotes, each once.
#[derive(Debug, Default)]
pub(super) struct Carried {
    pub editions: Vec<Arc<Edition>>,
    pub notices: Vec<Notice>,
}

impl Carried {
    fn take(&mut self, editions: &[Arc<Edition>], notices: &[Notice]) {
        for edition in editions {
            if !self.editions.iter().any(|known| Arc::ptr_eq(known, edition)) {
                self.editions.push(Arc::clone(edition));
            }
        }
        for notice in notices {
            if !self.notices.contains(notice) {
                self.notices.push(notice.clone());
            }
        }
    }
}
