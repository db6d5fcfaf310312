use rust_decimal::Decimal;

use super::number::{push_decimal, push_plain, push_whole};

/// Something with one exact text: a number, a date, a code. What documents, workings and notices tell of a value
/// is written by this, and not by `Display`: that one knows of widths and precisions, whose code no quote needs.
pub trait Text {
    /// Adds the text.
    fn add_to(&self, out: &mut String);

    /// The text alone.
    fn text(&self) -> String {
        let mut out = String::new();
        self.add_to(&mut out);
        out
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn add_to(&self, out: &mut String) {
        (**self).add_to(out);
    }
}

/// Nothing where there is none.
impl<T: Text> Text for Option<T> {
    fn add_to(&self, out: &mut String) {
        if let Some(value) = self {
            value.add_to(out);
        }
    }
}

impl Text for str {
    fn add_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Text for String {
    fn add_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Text for bool {
    fn add_to(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Text for u64 {
    fn add_to(&self, out: &mut String) {
        push_whole(out, *self);
    }
}

impl Text for u32 {
    fn add_to(&self, out: &mut String) {
        push_whole(out, u64::from(*self));
    }
}

impl Text for u8 {
    fn add_to(&self, out: &mut String) {
        push_whole(out, u64::from(*self));
    }
}

impl Text for usize {
    fn add_to(&self, out: &mut String) {
        push_whole(out, *self as u64);
    }
}

impl Text for i32 {
    fn add_to(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        push_whole(out, u64::from(self.unsigned_abs()));
    }
}

/// The shortest number that names it, without an exponent; `NaN`, `inf`.
impl Text for f64 {
    fn add_to(&self, out: &mut String) {
        if self.is_finite() {
            push_plain(out, *self);
        } else {
            out.push_str(if self.is_nan() {
                "NaN"
            } else if *self > 0.0 {
                "inf"
            } else {
                "-inf"
            });
        }
    }
}

/// With as many digits after the point as it has.
impl Text for Decimal {
    fn add_to(&self, out: &mut String) {
        push_decimal(out, *self);
    }
}
