import { expect, test } from "./app.mjs";

/** The number in a row of the overview below a sub-phase. */
async function overviewCell(page, row, subPhase) {
  const table = page.getByRole("table", { name: "Der Lebenszyklus auf einen Blick" });
  await expect(table).toBeVisible();
  const heads = await table.locator("thead").locator("td, th").allInnerTexts();
  const column = heads.findIndex((head) => head.includes(subPhase));
  return table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: row }) }).locator("th, td").nth(column);
}

test("goal, weakness and measure are written, undone by name and seen in the overview", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Strategie");
  const column = page.getByRole("region", { name: "Onboarding", exact: true });
  const undo = page.getByRole("banner").getByRole("button", { name: /^Rückgängig/ });

  await test.step("a goal of one's own", async () => {
    const field = column.getByRole("combobox", { name: "Ziel hinzufügen: Onboarding" });
    await field.fill("Schneller bestätigen");
    await field.press("Enter");
    await expect(column.getByRole("button", { name: "Schneller bestätigen", exact: true })).toBeVisible();
    await expect(undo).toHaveAccessibleName("Rückgängig: Ziel hinzufügen");
  });

  await test.step("a typical weakness and whether it applies", async () => {
    await column.getByRole("combobox", { name: "Schwäche hinzufügen: Onboarding" }).click();
    const option = column.getByRole("listbox").getByRole("option").first();
    const title = await option.innerText();
    await option.click();
    await column.getByRole("combobox", { name: `Trifft das zu? „${title}“` }).selectOption("trifft zu");
    await expect(undo).toHaveAccessibleName("Rückgängig: Einschätzung ändern");
    await undo.click();
    await expect(column.getByRole("combobox", { name: `Trifft das zu? „${title}“` })).toHaveValue("");
    await expect(undo).toHaveAccessibleName("Rückgängig: Schwäche hinzufügen");
    await page.keyboard.press("Control+y");
    await expect(column.getByRole("combobox", { name: `Trifft das zu? „${title}“` })).toHaveValue("applies");
  });

  await test.step("a measure, whose link leads to its details", async () => {
    const field = column.getByRole("combobox", { name: "Maßnahme hinzufügen: Onboarding" });
    await field.fill("Begrüßungsanruf");
    await field.press("Enter");
    await column.getByRole("link", { name: "Begrüßungsanruf" }).click();
    const panel = page.getByRole("region", { name: "Details zu „Begrüßungsanruf“" });
    await panel.getByRole("combobox", { name: "Stand", exact: true }).selectOption("geplant");
    await panel.getByRole("textbox", { name: "Verantwortlich" }).fill("Leitung Service");
    await page.keyboard.press("Tab");
    await panel.getByRole("textbox", { name: "Kosten einmalig" }).fill("30.000");
    await panel.getByRole("textbox", { name: "Kosten einmalig" }).press("Enter");
    await page.goBack();
    await expect(column).toContainText("Leitung Service");
  });

  await test.step("the overview counts them", async () => {
    await app.goTo("Überblick");
    await expect(await overviewCell(page, "Ziele", "Onboarding")).toHaveText("1");
    await expect(await overviewCell(page, "Schwächen", "Onboarding")).toHaveText("1");
    await expect(await overviewCell(page, "Maßnahmen", "Onboarding")).toHaveText("1");
    await expect(await overviewCell(page, "Kosten", "Onboarding")).toContainText("30");
    await expect(page.getByRole("main")).toContainText("Begrüßungsanruf");
  });

  await test.step("deleting says so and can be undone", async () => {
    await app.goTo("Strategie");
    await column.getByRole("button", { name: "Mehr zu „Schneller bestätigen“" }).click();
    await page.getByRole("menuitem", { name: "Löschen" }).click();
    await expect(app.toasts).toContainText("„Schneller bestätigen“ gelöscht");
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(column.getByRole("button", { name: "Schneller bestätigen", exact: true })).toBeVisible();
  });
});

test("the strategy and the overview print as they stand on a screen: phases side by side, no fields", async ({ app, page }) => {
  await app.openSamplePlan();
  for (const [area, most] of [["Überblick", 1], ["Strategie", 3]]) {
    await app.goTo(area);
    await expect(page.getByRole("table", { name: "Der Lebenszyklus auf einen Blick" })).toBeVisible();
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g).length, area).toBeLessThanOrEqual(most);
  }
  await test.step("the summary on two pages, with what comes first and what it costs", async () => {
    await app.goTo("Überblick");
    await page.getByRole("radio", { name: "Zusammenfassung" }).check({ force: true });
    await expect(page.getByRole("main")).toContainText("Zuerst: „");
    await expect(page.getByRole("main")).toContainText("Kosten je Quartal: Q");
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeLessThanOrEqual(2);
  });
  await app.goTo("Strategie");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("combobox", { name: "Ziel hinzufügen: Onboarding" })).toBeHidden();
});
