//! Values and rates of dated flows.
