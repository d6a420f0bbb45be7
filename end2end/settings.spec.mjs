import { expect, test } from "./app.mjs";

test("a department is added, renamed, used in a map, deleted with where it was used, and brought back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");

  await page.getByRole("button", { name: "Abteilung hinzufügen" }).click();
  await page.keyboard.type("Beschwerden");
  await page.keyboard.press("Enter");
  const row = (name) => page.getByRole("listitem").filter({ has: page.getByRole("button", { name, exact: true }) });
  await expect(row("Beschwerden")).toBeVisible();
  await row("Beschwerden").getByRole("button", { name: "Beschwerden", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Beschwerdestelle");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Kapazität: Beschwerdestelle" }).fill("40");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Kapazität: Beschwerdestelle" })).toHaveValue("40");

  await test.step("it owns a touchpoint", async () => {
    await app.goTo("Kundenreisen");
    await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
    await page.getByRole("columnheader", { name: "Hotline" }).click();
    await page.getByRole("combobox", { name: "Abteilung" }).fill("beschw");
    await page.getByRole("option", { name: "Beschwerdestelle" }).click();
    await expect(page.getByRole("gridcell", { name: "Beschwerdestelle" })).toBeVisible();
  });

  await test.step("deleting names the use; undoing restores it", async () => {
    await app.goTo("Einstellungen");
    await page.getByRole("button", { name: "„Beschwerdestelle“ löschen" }).click();
    await expect(app.toasts).toContainText("„Beschwerdestelle“ gelöscht. War verwendet in 1 Touchpoint.");
    await expect(row("Beschwerdestelle")).toHaveCount(0);
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(row("Beschwerdestelle")).toBeVisible();
    await app.goTo("Kundenreisen");
    await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
    await expect(page.getByRole("gridcell", { name: "Beschwerdestelle" })).toBeVisible();
  });

});
