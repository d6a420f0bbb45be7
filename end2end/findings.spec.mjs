import { readFileSync } from "node:fs";
import { expect, test } from "./app.mjs";

/** The rows of findings, without headings of groups. */
const rows = (page) => page.getByRole("table").locator("tbody tr[data-item]");

/** The row with a text. */
const row = (page, text) => rows(page).filter({ hasText: text });

async function openList(app) {
  await app.openSamplePlan();
  await app.goTo("Schmerzpunkte");
}

test("pain points of all journeys are found, filtered, grouped and sorted", async ({ app, page }) => {
  await openList(app);
  await expect(rows(page).first()).toBeVisible();
  const all = await rows(page).count();
  await expect(page.getByRole("status").filter({ hasText: "Einträge" })).toHaveText(`${all} Einträge`);
  // The gravest come first.
  await expect(rows(page).first()).toContainText("Elf Minuten Wartezeit");

  await page.getByRole("searchbox", { name: "Suchen" }).fill("hotline kontakt");
  await expect(page.getByText("Nichts passt zu diesen Filtern.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Suchen" }).fill("WARTE hotline");
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, "Elf Minuten Wartezeit")).toBeVisible();
  await page.getByRole("searchbox", { name: "Suchen" }).fill("");

  await page.getByRole("radio", { name: "Chancen" }).check({ force: true });
  await expect(row(page, "Elf Minuten Wartezeit")).toBeHidden();
  await expect(row(page, "Wechselstatus wie bei Paketen verfolgen")).toBeVisible();
  await page.getByRole("radio", { name: "Alle" }).check({ force: true });

  await page.getByRole("combobox", { name: "Persona" }).selectOption("Gewerbekunde mit mehreren Standorten");
  await expect(row(page, "Jede Filiale bekommt eine eigene Rechnung")).toBeVisible();
  await expect(row(page, "Foto wird nicht gespeichert")).toBeHidden();
  await page.getByRole("combobox", { name: "Stand" }).selectOption("offen");
  await page.getByRole("checkbox", { name: "nur ohne Maßnahme" }).check();
  await expect(row(page, "Am Telefon kennt niemand den Rahmenvertrag")).toBeVisible();
  await expect(row(page, "Jede Filiale bekommt eine eigene Rechnung")).toBeHidden();
  await page.getByRole("button", { name: "Alle zeigen" }).click();
  await expect(rows(page)).toHaveCount(all);

  await page.getByRole("combobox", { name: "Gruppieren nach" }).selectOption("Phase");
  await expect(page.getByRole("columnheader", { name: /^Passiv/ })).toBeVisible();
  // What lies in two phases stands in both.
  await expect(row(page, "Abschlag schon im Tarifrechner erklären")).toHaveCount(2);
  await page.getByRole("combobox", { name: "Gruppieren nach" }).selectOption("nichts");

  await page.getByRole("button", { name: "Was Kunden erleben" }).click();
  await expect(page.getByRole("columnheader", { name: "Was Kunden erleben" })).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first()).toContainText("Abschlag nicht erklärt");
});

test("a pain point is written, judged in the list, linked in its details, and becomes a measure in one step", async ({ app, page }) => {
  await openList(app);
  await page.getByRole("button", { name: "Neuer Schmerzpunkt" }).click();
  const field = page.getByRole("textbox", { name: "Was schmerzt" });
  await expect(field).toBeFocused();
  await field.fill("Rechnung ohne Ansprechperson");
  await field.press("Enter");

  const details = page.getByRole("region", { name: "Details zu „Rechnung ohne Ansprechperson“" });
  await details.getByRole("combobox", { name: "Touchpoints" }).fill("Jahresab");
  await page.getByRole("listbox").getByRole("option", { name: "Jahresabrechnung" }).click();
  await details.getByRole("combobox", { name: "Touchpoints" }).fill("Mahnung");
  await details.getByRole("combobox", { name: "Touchpoints" }).press("Enter");
  await expect(details.getByRole("button", { name: "Mahnung entfernen" })).toBeVisible();
  await expect(details).toContainText("Verlängerung");
  await expect(details.getByRole("link", { name: "Umzug und Stromwechsel" })).toBeVisible();
  await details.getByRole("combobox", { name: "Beleg" }).selectOption("Interview");
  await details.getByRole("combobox", { name: "Steht im Weg" }).fill("versteht");
  await page.getByRole("listbox").getByRole("option").first().click();

  const own = row(page, "Rechnung ohne Ansprechperson");
  await own.getByRole("button", { name: /^Schwere/ }).click();
  await page.getByRole("menuitemradio", { name: "4" }).click();
  await expect(own.getByRole("button", { name: /^Schwere 4 von 5/ })).toBeVisible();
  await expect(details.getByRole("combobox", { name: "Schwere" })).toHaveValue("4");
  await details.getByRole("combobox", { name: "Häufigkeit" }).selectOption("oft");

  await own.getByRole("button", { name: "Maßnahme planen" }).click();
  await expect(page).toHaveURL(/measure=/);
  await expect(app.toasts).toContainText("Maßnahme „Beheben: Rechnung ohne Ansprechperson“ angelegt und verknüpft.");
  await expect(page.getByRole("main")).toContainText("Beheben: Rechnung ohne Ansprechperson");
  await page.goBack();
  await expect(own.getByRole("link", { name: "Beheben: Rechnung ohne Ansprechperson" })).toBeVisible();
  await expect(own.getByRole("button", { name: /^Stand geplant/ })).toBeVisible();
});

test("several get a state and a measure together, and doubles become one that keeps all", async ({ app, page }) => {
  await openList(app);
  await expect(rows(page).first()).toBeVisible();
  const all = await rows(page).count();
  const [framework, hours] = ["Am Telefon kennt niemand den Rahmenvertrag", "Kundenzentrum schließt um vier"];
  await row(page, framework).getByRole("checkbox").check();
  await row(page, hours).getByRole("checkbox").check();
  await expect(page.getByText("2 ausgewählt")).toBeVisible();

  await page.getByRole("button", { name: "Stand setzen" }).click();
  await page.getByRole("menuitem", { name: "geplant" }).click();
  await expect(app.toasts).toContainText("2 Einträge sind jetzt „geplant“.");
  await expect(row(page, hours).getByRole("button", { name: /^Stand geplant/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Maßnahme verknüpfen …" }).fill("Rückrufservice");
  await page.getByRole("listbox").getByRole("option", { name: "Rückrufservice mit Terminwahl" }).click();
  await expect(row(page, framework).getByRole("link", { name: "Rückrufservice mit Terminwahl" })).toBeVisible();
  await expect(row(page, hours).getByRole("link", { name: "Rückrufservice mit Terminwahl" })).toBeVisible();

  await page.getByRole("button", { name: "Zusammenführen", exact: true }).click();
  await expect(app.toasts).toContainText("2 Einträge zu einem zusammengeführt.");
  await expect(rows(page)).toHaveCount(all - 1);
  await expect(row(page, hours)).toContainText(framework);
  await expect(row(page, hours)).toContainText("Hotline, Kundenzentrum");
  await expect(row(page, hours).getByRole("button", { name: /^Schwere 4 von 5/ })).toBeVisible();
  await expect(row(page, hours).getByRole("link", { name: /^Details/ })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(rows(page)).toHaveCount(all);

  await page.getByRole("combobox", { name: "Touchpoint", exact: true }).selectOption("Hotline");
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole("checkbox", { name: "Alle 5 gezeigten auswählen" }).check();
  await expect(page.getByText("5 ausgewählt")).toBeVisible();
  // Pain points and opportunities don't become one.
  await expect(page.getByRole("button", { name: "Zusammenführen", exact: true })).toBeDisabled();
  await page.getByRole("combobox", { name: "Touchpoint", exact: true }).selectOption("alle");
  await page.getByRole("combobox", { name: "Ziel", exact: true }).selectOption("Die Rechnung versteht man ohne Anruf");
  await expect(rows(page)).toHaveCount(5);
  // What isn't shown is left alone, ticked or not.
  await expect(page.getByText("ausgewählt")).toBeHidden();
  await expect(page.getByRole("button", { name: "Zusammenführen", exact: true })).toBeHidden();
});

test("deleting a pain point says what hung on it, and undo brings it back", async ({ app, page }) => {
  await openList(app);
  await row(page, "Elf Minuten Wartezeit").getByRole("link", { name: /^Details/ }).click();
  await page.getByRole("button", { name: "Schmerzpunkt löschen" }).click();
  await expect(app.toasts).toContainText(/„Elf Minuten Wartezeit“ gelöscht\. Wurde in 1 Touchpoint \(„Hotline“\).* Schritte?\) und 2 Maßnahmen \(/);
  await expect(row(page, "Elf Minuten Wartezeit")).toBeHidden();
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(row(page, "Elf Minuten Wartezeit").getByRole("link", { name: "Rückrufservice mit Terminwahl" })).toBeVisible();
});

test("the list goes to Excel as it is shown, and no text becomes a formula", async ({ app, page }) => {
  await openList(app);
  await page.getByTitle("Was schmerzt").filter({ hasText: "Elf Minuten Wartezeit" }).click();
  const field = page.getByRole("textbox", { name: "Was schmerzt" });
  await field.fill('=HYPERLINK("x";"y")');
  await field.press("Enter");
  await page.getByRole("searchbox", { name: "Suchen" }).fill("hyperlink");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^Weitere Aktionen für/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Als CSV speichern" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^CX-Plan - Schmerzpunkte und Chancen - \d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.startsWith("\ufeffArt;Was Kunden erleben;")).toBe(true);
  const lines = text.split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^Schmerzpunkt;"'=HYPERLINK\(""x"";""y""\)";5;oft;geplant;Hotline;Aktiv;Nutzung;Service;/);
});

test("arrows go from row to row, and Enter changes what stands there", async ({ app, page }) => {
  await openList(app);
  const text = (at) => rows(page).nth(at).locator("th").getByRole("button");
  await text(0).focus();
  await app.press("ArrowDown", "ArrowDown");
  await expect(text(2)).toBeFocused();
  await app.press("Enter", "End");
  await page.keyboard.type(" und ohne Ende");
  await app.press("Enter");
  await expect(rows(page).nth(2)).toContainText("und ohne Ende");
  await rows(page).nth(2).getByRole("button", { name: /^Stand/ }).focus();
  await app.press("ArrowUp", "Enter");
  await expect(page.locator(".menu-item").first()).toBeFocused();
  await app.press("ArrowDown", "ArrowDown", "Enter");
  await expect(rows(page).nth(1).getByRole("button", { name: /^Stand gelöst/ })).toBeFocused();
});

test("two hundred pain points in fifty journeys are shown and searched at once", async ({ app, page }) => {
  await openList(app);
  await app.saved();
  // The plan grows as if somebody had opened a big one.
  const text = await page.evaluate(async () => {
    const response = await fetch("sample/plan.de.json");
    const file = await response.json();
    const { plan } = file;
    for (let at = 0; at < 50; at += 1) plan.journeys.push({ ...plan.journeys[0], id: `j-${at}`, title: `Reise ${at}` });
    for (let at = 0; at < 190; at += 1) plan.pain_points.push({ ...plan.pain_points[at % 10], id: `p-${at}`, text: `Hürde Nummer ${at}` });
    plan.id = "big";
    plan.profile[0].title = "Großer Plan";
    return JSON.stringify(file);
  });
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  await (await chooser).setFiles({ name: "big.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(app.title).toHaveText("Großer Plan");
  await app.goTo("Schmerzpunkte");
  const all = 190 + 18 + 12;
  await expect(page.getByRole("status").filter({ hasText: "Einträge" })).toHaveText(`${all} Einträge`);
  await page.getByRole("searchbox", { name: "Suchen" }).pressSequentially("nummer 150");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Suchen" }).fill("");
  // What lies far below comes onto the page when somebody goes there.
  await expect(rows(page)).not.toHaveCount(1);
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(rows(page)).toHaveCount(all, { timeout: 500 });
  }).toPass();
});
