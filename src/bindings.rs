//! What JavaScript calls: bytes in, one header out. No other room knows that it runs in a browser.
//!
//! A call goes in three steps: `input(length)` makes room for a message and says where; JavaScript writes the
//! message there (`message.rs` has its form); a verb such as `quote(length)` answers with the place of a header
//! of `u32`s: status (0 well, 1 an error, 2 well with parts beside the text), then place and length of the text, of all
//! columns of numbers and of all columns of whole numbers. The text is the document or the error; with parts beside it,
//! a list of the document and of what belongs where in it: see [`Written`]. The parts that are shared are the editions, in the order of the verb `editions`, which itself has
//! them in full. All of it stays until the next call.
//! There is nothing to free, and the module imports nothing.

#![allow(unsafe_code, reason = "an export needs no_mangle; there is no other unsafe code")]

use core::cell::RefCell;

use crate::document::{Value, Write, Writer, Written};
use crate::error::Error;
use crate::quote::{Engine, Verb, write_error};
use crate::reference::Market;

#[cfg(feature = "everything")]
mod everything;
mod message;

/// The standard library's allocator for WebAssembly is five kilobytes larger and no quicker here.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::new()) };
}

struct State {
    engine: Option<Engine>,
    input: Vec<u8>,
    written: Written,
    header: [u32; 7],
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
    answer(length, Market::TABLES, |engine, request, out| engine.quote_document(request, out))
}

/// Answers a request and tells the working.
#[unsafe(no_mangle)]
pub extern "C" fn explain(length: usize) -> *const u32 {
    answer(length, Market::TABLES, |engine, request, out| engine.explain_document(request, out))
}

/// Every country and territory.
#[unsafe(no_mangle)]
pub extern "C" fn countries(_length: usize) -> *const u32 {
    answer(0, &[], |engine, _, out| {
        engine.countries().write(out);
        Ok(())
    })
}

/// The tables in use.
#[unsafe(no_mangle)]
pub extern "C" fn editions(_length: usize) -> *const u32 {
    answer(0, &[], |engine, _, out| {
        engine.editions().write(out);
        Ok(())
    })
}

/// The version of the engine.
#[unsafe(no_mangle)]
pub extern "C" fn version(_length: usize) -> *const u32 {
    answer(0, &[], |_, _, out| {
        out.text(Engine::version());
        Ok(())
    })
}

fn answer(length: usize, shared: &'static [&'static str], verb: Verb) -> *const u32 {
    STATE.with_borrow_mut(|state| {
        let mut out = Writer::with_columns_apart(core::mem::take(&mut state.written), shared);
        let start = out.mark();
        let result = state.run(length, verb, &mut out);
        if let Err(error) = &result {
            out.back_to(start);
            write_error(error, &mut out);
        }
        state.written = out.finish();
        state.write_header(result.is_err())
    })
}

impl State {
    const fn new() -> Self {
        let written = Written { text: String::new(), numbers: Vec::new(), integers: Vec::new() };
        Self { engine: None, input: Vec::new(), written, header: [0; 7] }
    }

    fn run(&mut self, length: usize, verb: Verb, out: &mut Writer) -> Result<(), Error> {
        let engine = match &mut self.engine {
            Some(engine) => engine,
            none => none.insert(Engine::embedded()?),
        };
        let bytes = self.input.get(..length).unwrap_or_default();
        let request = if bytes.is_empty() { Value::Null } else { message::read(bytes)? };
        verb(engine, request, out)
    }

    fn write_header(&mut self, failed: bool) -> *const u32 {
        let Written { text, numbers, integers } = &self.written;
        let (status, text) = match self.written.alone() {
            Some(document) => (u32::from(failed), document),
            None => (2, text.as_str()),
        };
        self.header = [
            status,
            text.as_ptr() as u32,
            text.len() as u32,
            numbers.as_ptr() as u32,
            numbers.len() as u32,
            integers.as_ptr() as u32,
            integers.len() as u32,
        ];
        self.header.as_ptr()
    }
}
