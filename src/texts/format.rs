//! Numbers and dates as text, in the manner of a language.
