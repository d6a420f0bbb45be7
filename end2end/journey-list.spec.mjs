import { expect, test } from "./app.mjs";

const rows = (page) => page.getByRole("table", { name: "Kundenreisen" }).locator("tbody tr");
const row = (page, title) => rows(page).filter({ has: page.getByRole("link", { name: title, exact: true }) });

async function openList(app) {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
}

test("journeys are searched, filtered, grouped and sorted", async ({ app, page }) => {
  await openList(app);
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Suchen" }).fill("sammelrechnung");
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, "Sechs Standorte, ein Vertrag")).toBeVisible();
  await page.getByRole("searchbox", { name: "Suchen" }).fill("");
  await page.getByRole("radio", { name: "Soll-Reise" }).check({ force: true });
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("radio", { name: "Alle" }).check({ force: true });
  await page.getByRole("combobox", { name: "Stimmung" }).selectOption("schlecht (unter 0)");
  await expect(row(page, "Umzug und Stromwechsel")).toBeVisible();
  await expect(row(page, "Der Wechsel, wie er sein soll")).toBeHidden();
  await page.getByRole("button", { name: "Alle zeigen" }).click();
  await page.getByRole("button", { name: "Stimmung" }).click();
  await expect(rows(page).first()).toContainText("Sechs Standorte, ein Vertrag");
  await page.getByRole("combobox", { name: "Gruppieren nach" }).selectOption("Persona");
  await expect(page.getByRole("columnheader", { name: /^Privatkundin, zieht um/ })).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
});

test("journeys as they are and as they are to be lead to each other, and a target is designed from the list", async ({ app, page }) => {
  await openList(app);
  await expect(row(page, "Umzug und Stromwechsel")).toContainText("Soll-Reise „Der Wechsel, wie er sein soll“");
  await row(page, "Der Wechsel, wie er sein soll").getByRole("link", { name: "Ist-Reise" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Umzug und Stromwechsel");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Weitere Aktionen für Sechs Standorte, ein Vertrag" }).click();
  await page.getByRole("menuitem", { name: "Soll-Reise entwerfen" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await app.goTo("Kundenreisen");
  await expect(rows(page)).toHaveCount(4);
  await expect(row(page, "Sechs Standorte, ein Vertrag")).toContainText("Soll-Reise");
});
