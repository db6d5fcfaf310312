//! Schedules of loans.
