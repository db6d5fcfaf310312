//! What JavaScript calls: bytes in, one header out. No other room knows that it runs in a browser.
//!
//! A call goes in three steps: `input(length)` makes room for a message and says where; JavaScript writes the
//! message there (`message.rs` has its form); a verb such as `quote(length)` answers with the place of a header
//! of `u32`s: status (0 well, 1 an error), text (place, length), the number of columns, and for each its path
//! (place, length), kind (0 `f64`, 1 `i32`), data (place) and count. All of it stays until the next call.
//! There is nothing to free, and the module imports nothing.

#![allow(unsafe_code, reason = "an export needs no_mangle; there is no other unsafe code")]

use core::cell::RefCell;

use crate::document::{ColumnData, ColumnPlace, Value, Write, Writer};
use crate::error::Error;
use crate::quote::{Engine, write_error};

mod message;

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::new()) };
}

struct State {
    engine: Option<Engine>,
    input: Vec<u8>,
    text: String,
    columns: Vec<ColumnPlace>,
    header: Vec<u32>,
}

/// Makes room for a message and returns its place.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        if state.input.len() < length {
            state.input.resize(length, 0);
        }
        state.input.as_mut_ptr()
    })
}

/// Answers a request.
#[unsafe(no_mangle)]
pub extern "C" fn quote(length: usize) -> *const u32 {
    answer(length, |engine, request, out| engine.quote_document(request, out))
}

/// Answers a request and tells the working.
#[unsafe(no_mangle)]
pub extern "C" fn explain(length: usize) -> *const u32 {
    answer(length, |engine, request, out| engine.explain_document(request, out))
}

/// Every country and territory.
#[unsafe(no_mangle)]
pub extern "C" fn countries(_length: usize) -> *const u32 {
    answer(0, |engine, _, out| {
        engine.countries().write(out);
        Ok(())
    })
}

/// The tables in use.
#[unsafe(no_mangle)]
pub extern "C" fn editions(_length: usize) -> *const u32 {
    answer(0, |engine, _, out| {
        engine.editions().write(out);
        Ok(())
    })
}

/// The version of the engine.
#[unsafe(no_mangle)]
pub extern "C" fn version(_length: usize) -> *const u32 {
    answer(0, |_, _, out| {
        out.text(Engine::version());
        Ok(())
    })
}

fn answer(length: usize, verb: fn(&Engine, Value<'_>, &mut Writer) -> Result<(), Error>) -> *const u32 {
    STATE.with_borrow_mut(|state| {
        let mut out = Writer::with_columns_apart(core::mem::take(&mut state.text));
        let result = state.run(length, verb, &mut out);
        if let Err(error) = &result {
            out.back_to(0);
            write_error(error, &mut out);
        }
        (state.text, state.columns) = out.finish();
        state.write_header(result.is_err())
    })
}

impl State {
    const fn new() -> Self {
        Self { engine: None, input: Vec::new(), text: String::new(), columns: Vec::new(), header: Vec::new() }
    }

    fn run(
        &mut self,
        length: usize,
        verb: fn(&Engine, Value<'_>, &mut Writer) -> Result<(), Error>,
        out: &mut Writer,
    ) -> Result<(), Error> {
        let engine = match &mut self.engine {
            Some(engine) => engine,
            none => none.insert(Engine::embedded()?),
        };
        let bytes = self.input.get(..length).unwrap_or_default();
        let request = if bytes.is_empty() { Value::Null } else { message::read(bytes)? };
        verb(engine, request, out)
    }

    fn write_header(&mut self, failed: bool) -> *const u32 {
        let place = |start: *const u8| start as usize as u32;
        self.header.clear();
        self.header.extend([
            u32::from(failed),
            place(self.text.as_ptr()),
            self.text.len() as u32,
            self.columns.len() as u32,
        ]);
        for column in &self.columns {
            let (kind, data, count) = match &column.data {
                ColumnData::Numbers(items) => (0, place(items.as_ptr().cast()), items.len()),
                ColumnData::Integers(items) => (1, place(items.as_ptr().cast()), items.len()),
            };
            self.header.extend([
                place(column.path.as_ptr()),
                column.path.len() as u32,
                kind,
                data,
                count as u32,
            ]);
        }
        self.header.as_ptr()
    }
}
