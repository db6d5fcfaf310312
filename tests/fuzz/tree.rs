//! A request that owns its parts: it can be changed, made smaller, shown, and turned into what the engine reads.

use export_risk::document::Value;

#[derive(Clone, Debug)]
pub enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Numbers(Vec<f64>),
    Integers(Vec<i32>),
    Record(Vec<(String, Tree)>),
    Foreign(String),
}

impl Tree {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What the engine reads.
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(value) => Value::Number(*value),
            Self::Text(text) => Value::Text(text),
            Self::List(items) => Value::List(items.iter().map(Self::value).collect()),
            Self::Numbers(items) => Value::Numbers(items.clone()),
            Self::Integers(items) => Value::Integers(items.clone()),
            Self::Record(fields) => {
                Value::Record(fields.iter().map(|(name, value)| (name.as_str(), value.value())).collect())
            }
            Self::Foreign(what) => Value::Foreign(what),
        }
    }

    /// Its JSON text; of what JSON can't say, something that a person understands.
    pub fn show(&self) -> String {
        let mut out = String::new();
        self.add_to(&mut out);
        out
    }

    fn add_to(&self, out: &mut String) {
        let list = |out: &mut String, parts: &mut dyn Iterator<Item = String>| {
            out.push_str(&parts.collect::<Vec<_>>().join(","));
        };
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(&value.to_string()),
            Self::Number(value) => out.push_str(&number(*value)),
            Self::Text(text) => out.push_str(&quoted(text)),
            Self::List(items) => {
                out.push('[');
                list(out, &mut items.iter().map(Self::show));
                out.push(']');
            }
            Self::Numbers(items) => {
                out.push_str("Float64Array.of(");
                list(out, &mut items.iter().map(|item| number(*item)));
                out.push(')');
            }
            Self::Integers(items) => {
                out.push_str("Int32Array.of(");
                list(out, &mut items.iter().map(i32::to_string));
                out.push(')');
            }
            Self::Record(fields) => {
                out.push('{');
                list(
                    out,
                    &mut fields.iter().map(|(name, value)| format!("{}:{}", quoted(name), value.show())),
                );
                out.push('}');
            }
            Self::Foreign(what) => out.push_str(&format!("/* {what} */")),
        }
    }

    /// Whether JSON text says all of it.
    pub fn is_json(&self) -> bool {
        match self {
            Self::Null | Self::Bool(_) | Self::Text(_) => true,
            Self::Number(value) => value.is_finite(),
            Self::List(items) => items.iter().all(Self::is_json),
            Self::Record(fields) => fields.iter().enumerate().all(|(at, (name, value))| {
                value.is_json() && fields[..at].iter().all(|(before, _)| before != name)
            }),
            Self::Numbers(_) | Self::Integers(_) | Self::Foreign(_) => false,
        }
    }

    /// How deep lists and records lie in one another.
    pub fn depth(&self) -> usize {
        match self {
            Self::List(items) => 1 + items.iter().map(Self::depth).max().unwrap_or(0),
            Self::Record(fields) => 1 + fields.iter().map(|(_, value)| value.depth()).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// The message in which JavaScript hands it over; `src/bindings/message.rs` has the form.
    pub fn message(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.add_message(&mut out);
        out
    }

    fn add_message(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.push(0),
            Self::Bool(value) => out.push(1 + u8::from(*value)),
            Self::Number(value) => {
                out.push(3);
                out.extend(value.to_le_bytes());
            }
            Self::Text(text) => {
                out.push(4);
                add_text(out, text);
            }
            Self::List(items) => {
                out.push(5);
                add_count(out, items.len());
                items.iter().for_each(|item| item.add_message(out));
            }
            Self::Record(fields) => {
                out.push(6);
                add_count(out, fields.len());
                for (name, value) in fields {
                    add_text(out, name);
                    value.add_message(out);
                }
            }
            Self::Numbers(items) => {
                out.push(7);
                add_count(out, items.len());
                items.iter().for_each(|item| out.extend(item.to_le_bytes()));
            }
            Self::Integers(items) => {
                out.push(8);
                add_count(out, items.len());
                items.iter().for_each(|item| out.extend(item.to_le_bytes()));
            }
            Self::Foreign(what) => {
                out.push(9);
                add_text(out, what);
            }
        }
    }

    /// What lies at a path such as `cover.commercial` or `dates.1`.
    pub fn at(&mut self, path: &str) -> Option<&mut Self> {
        path.split('.').try_fold(self, |at, name| match at {
            Self::Record(fields) => {
                fields.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
            }
            Self::List(items) => items.get_mut(name.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// Puts a value at a path, and makes the last record's field where there is none.
    pub fn set(&mut self, path: &str, value: Self) {
        if let Some(place) = self.at(path) {
            *place = value;
            return;
        }
        let (holder, name) = match path.rsplit_once('.') {
            Some((holder, name)) => {
                if self.at(holder).is_none() {
                    self.set(holder, Self::Record(Vec::new()));
                }
                (self.at(holder), name)
            }
            None => (Some(self), path),
        };
        match holder {
            Some(Self::Record(fields)) => fields.push((name.to_owned(), value)),
            Some(place @ Self::Null) => *place = Self::Record(vec![(name.to_owned(), value)]),
            _ => {}
        }
    }

    /// Takes away what lies at a path, and says whether there was anything.
    pub fn remove(&mut self, path: &str) -> bool {
        let (holder, name) = match path.rsplit_once('.') {
            Some((holder, name)) => (self.at(holder), name),
            None => (Some(self), path),
        };
        match holder {
            Some(Self::Record(fields)) => {
                let before = fields.len();
                fields.retain(|(known, _)| known != name);
                fields.len() < before
            }
            Some(Self::List(items)) => match name.parse::<usize>() {
                Ok(at) if at < items.len() => {
                    items.remove(at);
                    true
                }
                _ => false,
            },
            _ => false,
        }
    }
}

impl From<&serde_json::Value> for Tree {
    fn from(json: &serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Bool(*value),
            serde_json::Value::Number(value) => Self::Number(value.as_f64().unwrap()),
            serde_json::Value::String(text) => Self::text(text),
            serde_json::Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            serde_json::Value::Object(fields) => {
                Self::Record(fields.iter().map(|(name, value)| (name.clone(), Self::from(value))).collect())
            }
        }
    }
}

fn number(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else {
        // The shortest text, and one that JSON takes.
        format!("{value:?}").trim_end_matches(".0").to_owned()
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn add_count(out: &mut Vec<u8>, count: usize) {
    out.extend(u32::try_from(count).unwrap().to_le_bytes());
}

fn add_text(out: &mut Vec<u8>, text: &str) {
    add_count(out, text.len());
    out.extend(text.as_bytes());
}
