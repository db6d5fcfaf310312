//! Country risk.
