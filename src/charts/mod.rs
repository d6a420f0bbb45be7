//! What a chart shows and the ECharts option that draws it.
