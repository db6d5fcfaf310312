//! What JavaScript calls beyond the first answer.

use super::{STATE, answer, message};
use crate::document::Writer;
use crate::quote::{Engine, small_enough, write_error};
use crate::reference::Market;

/// Finds the input that gives a wanted output.
#[unsafe(no_mangle)]
pub extern "C" fn solve(length: usize) -> *const u32 {
    answer(length, Market::TABLES, |engine, call, out| engine.solve_document(call, out))
}

/// Moves one input at a time and tells what becomes of some outputs.
#[unsafe(no_mangle)]
pub extern "C" fn sensitivity(length: usize) -> *const u32 {
    answer(length, &[], |engine, call, out| engine.sensitivity_document(call, out))
}

/// Answers two requests and tells what differs.
#[unsafe(no_mangle)]
pub extern "C" fn compare(length: usize) -> *const u32 {
    answer(length, &[], |engine, call, out| engine.compare_document(call, out))
}

/// Quotes a product once for each row of some columns.
#[unsafe(no_mangle)]
pub extern "C" fn quote_many(length: usize) -> *const u32 {
    answer(length, &[], |engine, call, out| engine.quote_many_document(call, out))
}

/// Starts the engine anew with a rate card. It holds until this module's next instance.
#[unsafe(no_mangle)]
pub extern "C" fn rate_card(length: usize) -> *const u32 {
    STATE.with_borrow_mut(|state| {
        let mut out = Writer::with_columns_apart(core::mem::take(&mut state.written), &[]);
        let bytes = state.input.get(..length).unwrap_or_default();
        let engine = small_enough(length)
            .and_then(|()| message::read(bytes))
            .and_then(|card| Engine::with_rate_card(&card));
        let failed = match engine {
            Ok(engine) => {
                state.engine = Some(engine);
                out.null();
                false
            }
            Err(error) => {
                write_error(&error, &mut out);
                true
            }
        };
        state.written = out.finish();
        state.write_header(failed)
    })
}
