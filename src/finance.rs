//! What financing costs.
