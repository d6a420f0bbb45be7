import { expect, test } from "./app.mjs";

const matrix = (page) => page.getByRole("grid", { name: "Kanäle und Abschnitte" });

/** A section of the page, by its heading. */
const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

test("a cell of the matrix lists its steps, and a step leads into its map", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kanäle");
  const cell = matrix(page).getByRole("button", { name: /^Telefon, Nutzung: 2 Schritte, Stimmung −1,8/ });
  await cell.click();
  const panel = page.getByRole("region", { name: "Telefon · Nutzung" });
  await expect(panel).toContainText("2 Schritte · Stimmung im Mittel −1,8");
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await panel.getByRole("listitem").filter({ hasText: "Sechs Standorte, ein Vertrag" }).getByRole("link", { name: "Hotline" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sechs Standorte, ein Vertrag");
  // The step is shown, also after a reload.
  await expect(page.getByRole("region", { name: "Hotline" })).toBeVisible();
  await app.reload();
  await expect(page.getByRole("region", { name: "Hotline" })).toBeVisible();
});

test("breaks come first, chosen changes are named as such, and both lead into the maps", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kanäle");
  const switches = section(page, "Kanalwechsel");
  await expect(switches.getByRole("listitem").first()).toContainText("Bruch, online zu offline");
  await expect(switches.getByRole("listitem").filter({ hasText: "gewählt" }).first()).toBeVisible();
  const hotline = switches.getByRole("listitem").filter({ hasText: "App → Telefon" });
  await expect(hotline).toContainText("Bruch, online zu offline");
  await expect(switches).toContainText(/\d+ (Bruch|Brüche).* · bei \d+ Wechseln Grund offen/);
  await hotline.getByRole("link", { name: "App → Hotline" }).click();
  await expect(page.getByRole("region", { name: "Hotline" })).toBeVisible();
});

test("gaps are said phase by phase, and the matrix follows what is looked at", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kanäle");
  const gaps = section(page, "Lücken");
  await expect(gaps).toContainText("Inaktivität");
  await expect(gaps).toContainText("Kundenzentrum");
  await page.getByRole("radio", { name: "Soll-Reise" }).check({ force: true });
  await expect(matrix(page).getByRole("button", { name: /^Telefon, Nutzung: 1 Schritt, Stimmung \+1,0/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Persona" }).selectOption("Stammkundin ohne Internet");
  await expect(matrix(page).getByRole("button", { name: /Schritt/ })).toHaveCount(0);
  await expect(section(page, "Kanalwechsel")).toContainText("Kein Kanalwechsel.");
});

test("the matrix is one tab stop, and arrows go from cell to cell", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kanäle");
  const first = matrix(page).getByRole("button", { name: /^Freunde/ }).first();
  await app.tabTo(first);
  await app.press("ArrowRight");
  await expect(matrix(page).getByRole("button", { name: /^Freunde, Aufmerksamkeit: 1 Schritt/ })).toBeFocused();
  await app.press("Home", "ArrowDown", "End", "Enter");
  await expect(page.getByRole("region", { name: /^Portal · / })).toBeVisible();
  await app.press("Escape");
  await expect(matrix(page).getByRole("button", { name: /^Portal, / })).toBeFocused();
});
