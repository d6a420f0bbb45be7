import { expect, test } from "./app.mjs";

/** A section of a persona's page, by its heading. */
const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Writes into a text that is edited where it stands. */
async function write(page, name, text) {
  await page.getByTitle(name, { exact: true }).click();
  const field = page.getByRole("textbox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

test("a persona is described from nothing, chosen for a journey, and there again after a reload", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Personas");
  await page.getByRole("button", { name: "Neue Persona" }).click();

  await expect(page.getByRole("textbox", { name: "Name des Typs" }), "it begins with its name").toBeFocused();
  await page.keyboard.type("Rentnerehepaar im Eigenheim");
  await page.keyboard.press("Enter");
  await write(page, "Situation", "Wohnt seit dreißig Jahren im selben Haus.");
  await write(page, "Bedürfnisse", "Ein Mensch, der den Vertrag kennt.");
  await write(page, "Erwartungen", "Post auf Papier.");
  await write(page, "Was sie stört", "Wer nur noch eine App anbietet.");
  await write(page, "Zitat", "Wir möchten mit jemandem sprechen.");
  await page.getByRole("radio", { name: "B2C" }).check({ force: true });
  const channel = page.getByRole("combobox", { name: "Bevorzugte Kanäle" });
  await channel.fill("Kunden");
  await page.getByRole("option", { name: "Kundenzentrum" }).click();
  await channel.fill("Gemeindebrief");
  await channel.press("Enter");
  await expect(page.getByRole("button", { name: "Gemeindebrief entfernen" })).toBeVisible();

  const figures = section(page, "Kennzahlen dieser Kunden");
  await expect(figures).toContainText("Keine Daten: Die Persona hat noch kein Segment");
  const segments = page.getByRole("combobox", { name: "Segmente" });
  await segments.fill("West");
  await segments.press("Enter");
  await expect(figures).toContainText("Region: West");
  await expect(figures).toContainText(/[+−]?\d+,\d/);
  await expect(figures).toContainText(/[+−]?\d+ bis [+−]?\d+ · n\s=\s\d+/);

  const journeys = section(page, "Kundenreisen");
  await journeys.getByRole("combobox").fill("Stromwechsel");
  await journeys.getByRole("combobox").press("Enter");
  await expect(journeys.getByRole("link", { name: "Umzug und Stromwechsel" })).toBeVisible();
  await app.saved();
  await app.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rentnerehepaar im Eigenheim");
  await expect(journeys.getByRole("link", { name: "Umzug und Stromwechsel" })).toBeVisible();
  await app.goTo("Personas");
  await expect(page.getByRole("listitem").filter({ hasText: "Rentnerehepaar im Eigenheim" })).toContainText("Region: West");
});

test("deleting a persona in use says where it was used, and undo brings all of it back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Personas");
  await page.getByRole("link", { name: "Privatkundin, zieht um" }).click();
  await page.getByRole("button", { name: "Weitere Aktionen für „Privatkundin, zieht um“" }).click();
  await page.getByRole("menuitem", { name: "Löschen" }).click();
  await expect(app.toasts).toContainText("„Privatkundin, zieht um“ gelöscht. Wurde in 2 Kundenreisen");
  await expect(page.getByRole("link", { name: "Privatkundin, zieht um" })).toBeHidden();
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privatkundin, zieht um");
  await expect(section(page, "Kundenreisen").getByRole("link", { name: "Umzug und Stromwechsel" })).toBeVisible();
});

test("the card of a persona prints on one page", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Personas");
  for (const name of ["Privatkundin, zieht um", "Gewerbekunde mit mehreren Standorten"]) {
    await page.getByRole("main").getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await app.goTo("Personas");
  }
});
