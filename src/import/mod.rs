//! Bytes to table to roles of columns to tallies and issues.
