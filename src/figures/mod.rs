//! KPIs: definitions, formulas, statistics.
