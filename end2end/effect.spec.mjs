import { readFileSync } from "node:fs";
import { expect, test } from "./app.mjs";

test("the sample plan tells its story: the NPS rises, the hotline drives it, the call-back service did it", async ({ app, page }) => {
  await app.openSamplePlan();
  await expect(page.getByRole("link", { name: /^Rückrufservice mit Terminwahl.*belegt/ })).toBeVisible();

  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
  await expect(page.locator(".kpi-verdict")).toContainText("Mehr als Zufall");
  await expect(page.locator(".kpi-verdict")).toContainText(/liegt der Wert um 16,0 höher/);

  await app.goTo("Treiber");
  await expect(page.getByText(/„Hotline“ steht an erster Stelle/)).toBeVisible();
  const matrix = page.getByRole("group", { name: "Wichtigkeit und Bewertung" });
  await matrix.getByRole("link", { name: /^Hotline: .*Hier ansetzen$/ }).click();
  await expect(page).toHaveURL(/\/settings.*record=/);
  const touchpoints = page.locator(".register-touchpoints").getByRole("listitem");
  const hotline = touchpoints.filter({ has: page.getByRole("button", { name: "Hotline", exact: true }) });
  await expect(hotline.locator(".touchpoint-fields")).toBeVisible();

  await app.goTo("Wirkung");
  const effect = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Rückrufservice mit Terminwahl" }) }).filter({ hasText: "Weiterempfehlung" });
  await expect(effect).toContainText("belegt");
  await expect(effect).toContainText(/Privatkunde \+21,5 \(p\s=\s0,009\)/);
  await expect(effect).toContainText("In dieser Zeit begannen auch:");
});

test("churn is typed as counts, filled down, and compared by the month", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-03-10T12:00:00");
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Abwanderungsrate" }).click();
  await expect(page.locator(".kpi-verdict")).toContainText(/liegt der Wert um 0,2 niedriger/);
  const grid = page.getByRole("grid", { name: "Eingetippte Werte" });
  const lost = (row) => grid.getByRole("row").nth(row).getByRole("gridcell").nth(2);
  await expect(lost(1)).toHaveText("619");
  await lost(1).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await expect(lost(2)).toHaveText("619");
  await expect(lost(3)).toHaveText("619");
  await expect(lost(4)).not.toHaveText("619");
  await page.keyboard.press("Control+z");
  await expect(lost(2)).toHaveText("683");
});

test("what a customer is worth follows from margin and retention", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Kundenwert (CLV)" }).click();
  // 100 × 0.8 ÷ (1 + 0.1 − 0.8)
  for (const [field, value] of [["Deckungsbeitrag je Kunde und Jahr", "100"], ["Bindungsrate im Jahr (%)", "80"], ["Kalkulationszins im Jahr (%)", "10"], ["Kosten je Neukunde", "0"]]) {
    await page.getByRole("textbox", { name: field }).fill(value);
    await page.keyboard.press("Tab");
  }
  await expect(page.getByRole("main")).toContainText(/267\s€/);
  await page.getByRole("textbox", { name: "Bindungsrate im Jahr (%)" }).fill("120");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Bitte eine Zahl von 0 bis 100 eingeben.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/267\s€/);
});

test("a plan is exported for passing on, by month and without small groups", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  await page.getByRole("textbox", { name: "Kleinste Gruppe" }).fill("300");
  await page.keyboard.press("Tab");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Weitere Exportmöglichkeiten" }).click();
  await page.getByRole("menuitem", { name: "Zum Weitergeben exportieren" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\(zum Weitergeben\)\.reiseplan\.json$/);
  const { plan } = JSON.parse(readFileSync(await download.path(), "utf8"));
  const tally = plan.sources[0].tallies[0];
  expect(Object.keys(tally.days).every((day) => day.endsWith("-01"))).toBe(true);
  const cases = (segment) => Object.values(segment.months).flatMap((scores) => Object.values(scores)).reduce((sum, n) => sum + n, 0);
  expect(tally.segments.length).toBeGreaterThan(0);
  expect(tally.segments.every((segment) => cases(segment) >= 300)).toBe(true);
});
