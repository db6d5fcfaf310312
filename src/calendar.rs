//! Day counts, periods, business days.
