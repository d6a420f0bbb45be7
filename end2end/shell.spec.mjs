import { readFile } from "node:fs/promises";
import { expect, test } from "./app.mjs";

test("the language changes while the app runs, and stays", async ({ app, page }) => {
  await app.openSamplePlan();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
  await page.getByRole("button", { name: "Sprache" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("navigation", { name: "Areas of the plan" })).toContainText("Strategy");
  await expect(page.getByRole("rowheader", { name: "Evidence" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Umzug und Stromwechsel");
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("rowheader", { name: "Evidence" })).toBeVisible();
  await page.getByRole("button", { name: "Language" }).click();
  await expect(page.getByRole("menuitemradio", { name: "English" })).toBeChecked();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("rowheader", { name: "Beleg" })).toBeVisible();
});

test("a chosen theme is kept", async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await app.open();
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Darstellung" }).click();
  await page.getByRole("menuitemradio", { name: "Dunkel" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await background();
  expect(dark).not.toBe(light);
  // The menu has been built anew by the choice; keys reach it as before.
  await page.getByRole("button", { name: "Darstellung" }).press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Wie das System" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Darstellung" })).toBeFocused();
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await background()).toBe(dark);
  await page.getByRole("button", { name: "Darstellung" }).click();
  await page.getByRole("menuitemradio", { name: "Wie das System" }).click();
  await expect.poll(background).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).toBe(dark);
});

test("one box finds what stands in the plan and what can be done", async ({ app, page }) => {
  await app.openSamplePlan();
  const box = page.getByRole("combobox", { name: "Suchen und Befehle" });
  const marked = page.getByRole("dialog").getByRole("option", { selected: true });

  await page.keyboard.press("Control+k");
  await expect(box).toBeFocused();
  await page.keyboard.type("jahresabr");
  await expect(marked).toContainText("Jahresabrechnung");
  await page.keyboard.press("Enter");
  await expect(box).toBeHidden();
  await expect(page.getByRole("grid", { name: "Karte der Kundenreise" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("einstell");
  await expect(marked).toContainText("Einstellungen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Einstellungen" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("versteht man ohne");
  await expect(marked).toHaveText("Die Rechnung versteht man ohne AnrufZiel");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Strategie" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Die Rechnung versteht man ohne Anruf").first()).toBeInViewport();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("qqqq");
  await expect(page.getByRole("dialog")).toContainText("Nichts gefunden.");
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
});

test("the list of keys says what keys do", async ({ app, page }) => {
  await app.openSamplePlan();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Tastenkürzel" });
  await expect(list).toBeVisible();
  for (const words of ["Suchen und Befehle", "Strg\u00a0K", "Wiederholen", "Strg\u00a0Umschalt\u00a0Z", "Alt + Pfeile"]) {
    await expect(list).toContainText(words);
  }
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
});

/** The plan as Ctrl+S hands it out. */
async function exported(page) {
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const download = await downloading;
  return { name: download.suggestedFilename(), ...JSON.parse(await readFile(await download.path(), "utf8")) };
}

test("Ctrl+S hands out the plan as a file, with what is still being typed", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.title.getByRole("button").click();
  await page.getByRole("textbox", { name: "Titel des Plans" }).fill("Neuer Titel");
  const { plan, ...file } = await exported(page);
  expect(file).toMatchObject({ name: "Neuer Titel.reiseplan.json", format: "reiseplan", schema: 1 });
  expect(plan.profile[0].title).toBe("Neuer Titel");
  await expect(app.title).toHaveText("Neuer Titel");

  await app.goTo("Einstellungen");
  const organisation = page.getByRole("textbox", { name: "Organisation", exact: true });
  await organisation.fill("Stadtwerke");
  expect((await exported(page)).plan.profile[0].organisation).toBe("Stadtwerke");
  await expect(organisation).toBeFocused();
});

test("back and forward lead through what was open, and each address opens again", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await expect(page).toHaveURL(/\/journeys\?plan=/);
  await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
  await expect(page).toHaveURL(/\/journeys\?plan=.*&journey=/);
  await app.goTo("Strategie");
  await expect(page).toHaveURL(/\/strategy\?plan=/);
  await page.goBack();
  await expect(page.getByRole("grid", { name: "Karte der Kundenreise" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Kundenreisen" })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("grid", { name: "Karte der Kundenreise" })).toBeVisible();
  await app.reload();
  await expect(page.getByRole("grid", { name: "Karte der Kundenreise" })).toBeVisible();
});
