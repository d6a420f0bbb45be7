// What a KPI page is to show, counted without the app.
import { expect } from "@playwright/test";

/** An NPS in German words and its number of answers. */
export function npsInWords({ promoters, detractors, n }) {
  const value = ((promoters - detractors) / n) * 100;
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return { points: `${sign}${Math.abs(value).toFixed(1).replace(".", ",")}`, n: String(n) };
}

/** The rows of a chart that is shown as a table, without its head. */
export const chartRows = (page, chart) => chart.getByRole("row").filter({ has: page.getByRole("rowheader") });

/** Expects a chart that is shown as a table to have these figures, a row each. */
export async function expectFigures(page, chart, expected) {
  const rows = chartRows(page, chart);
  await expect(rows).toHaveCount(expected.length);
  for (const [index, { points, n }] of expected.entries()) {
    await expect(rows.nth(index).getByRole("cell", { name: points, exact: true })).toHaveCount(1);
    await expect(rows.nth(index).getByRole("cell", { name: n, exact: true })).toHaveCount(1);
  }
}
