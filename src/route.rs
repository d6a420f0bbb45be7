//! The app's addresses.
