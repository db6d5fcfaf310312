//! How the plain types are written.

use rust_decimal::Decimal;

use super::write::{Write, Writer};

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.list(self);
    }
}

impl Write for bool {
    fn write(&self, out: &mut Writer) {
        out.bool(*self);
    }
}

impl Write for f64 {
    fn write(&self, out: &mut Writer) {
        out.number(*self);
    }
}

impl Write for u32 {
    fn write(&self, out: &mut Writer) {
        out.whole(*self);
    }
}

impl Write for str {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Write for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Write for Decimal {
    fn write(&self, out: &mut Writer) {
        out.decimal(self.normalize());
    }
}
