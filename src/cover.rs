//! What cover costs.
