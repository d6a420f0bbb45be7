import { expect, test } from "./app.mjs";

const panel = (page) => page.locator(".panel");

test("an audit is filled in with a checklist, becomes a pain point and is compared with the next one", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Touchpoint-Audits");
  await page.getByRole("main").getByRole("button", { name: "Neues Audit" }).click();
  await page.getByRole("button", { name: "Hotline", exact: true }).click();
  await expect(app.title).toContainText("Hotline");
  const questions = page.locator(".audit-question");
  await expect(questions).toHaveCount(6);
  const touchpoint = page.getByRole("combobox", { name: "Touchpoint" });
  await touchpoint.click();
  await page.keyboard.type("Hotline");
  await page.keyboard.press("Enter");
  await expect(touchpoint).toHaveValue("Hotline");

  const wait = questions.filter({ hasText: "Wartezeit" });
  await wait.getByRole("radio", { name: "1" }).check();
  await expect(wait).toContainText("schlecht");
  await questions.filter({ hasText: "freundlich" }).getByRole("radio", { name: "5" }).check();
  await expect(page.getByRole("banner").locator("xpath=following::header[1]")).toContainText("3,0 von 5");
  await wait.getByTitle(/^Beobachtung/).click();
  await page.keyboard.type("Elf Minuten ohne Ansage");
  await page.keyboard.press("Tab");
  await wait.getByRole("button", { name: "Schmerzpunkt anlegen" }).click();
  await expect(app.toasts).toContainText("Schmerzpunkt „Elf Minuten ohne Ansage“ angelegt.");
  const beside = page.locator(".audit-history");
  await expect(beside).toContainText("Elf Minuten ohne Ansage");

  await page.getByRole("textbox", { name: "Wert: Wartezeit" }).fill("elf");
  await page.keyboard.press("Enter");
  await expect(page.locator(".audit-measurement").first()).toContainText("Bitte eine Zahl eingeben.");
  await page.getByRole("textbox", { name: "Wert: Wartezeit" }).fill("11");
  await page.keyboard.press("Enter");

  await page.getByLabel("Datum", { exact: true }).fill("2025-01-15");
  await page.keyboard.press("Tab");
  await page.getByRole("main").getByRole("button", { name: "Wiederholen" }).click();
  await expect(page.locator(".audit-question")).toHaveCount(6);
  await wait.getByRole("radio", { name: "4" }).check();
  await expect(beside).toContainText("+3,0 (1 Frage)");
  await app.goTo("Touchpoint-Audits");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("table")).toContainText("Wartezeit 11 Minuten");
});

test("questions of the catalogue are searched, ticked and taken up", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Touchpoint-Audits");
  await page.getByTitle("Audit beginnen: Preisbrief").click();
  await page.getByRole("button", { name: "Katalog …" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("kündigung");
  await dialog.getByRole("checkbox", { name: /Kündigung leicht zu finden/ }).check();
  await dialog.getByRole("searchbox").fill("");
  await dialog.getByRole("group", { name: "Rücksendung" }).getByRole("checkbox", { name: /^alle 4/ }).check();
  await dialog.getByRole("button", { name: "5 aufnehmen" }).click();
  await expect(page.locator(".audit-question")).toHaveCount(5);
  await page.getByRole("button", { name: "Rückgängig: Audit ändern" }).click();
  await expect(page.locator(".audit-question")).toHaveCount(0);
});

test("voices are searched, given a topic together, and back a pain point", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Stimmen");
  const rows = page.getByRole("table").getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(24);
  await page.getByRole("searchbox", { name: "Suchen" }).fill("weiterverbunden");
  await expect(rows).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Suchen" }).fill("warte");
  await expect(page.locator(".list-count")).toContainText("von 24 Stimmen");
  const found = await rows.count();
  expect(found).toBeGreaterThan(1);
  const topic = page.getByRole("combobox", { name: "Thema geben …" });
  await topic.click();
  await page.keyboard.type("Geduld");
  await page.keyboard.press("Enter");
  await expect(app.toasts).toContainText(`${found} Stimmen haben jetzt das Thema „Geduld“.`);
  await expect(page.locator(".voices-bars").first()).toContainText("Geduld");

  await rows.first().getByRole("link").click();
  await panel(page).getByRole("button", { name: "Schmerzpunkt anlegen" }).click();
  await expect(page).toHaveURL(/findings/);
  await expect(panel(page).locator(".voice-quote")).toHaveCount(1);
  await panel(page).locator(".voice-quote").getByRole("link").click();
  await expect(page).toHaveURL(/voices/);
  await expect(panel(page).locator(".row-list .row")).not.toHaveCount(0);
});

test("a voice is written down, answered, and its deletion says where it was used", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Stimmen");
  await page.getByRole("button", { name: "Neue Stimme" }).click();
  await page.keyboard.type("<b>Danke</b> für die schnelle Hilfe!");
  await page.keyboard.press("Tab");
  await expect(panel(page)).toContainText("<b>Danke</b> für die schnelle Hilfe!");
  await panel(page).getByRole("combobox", { name: "Stimmung" }).selectOption("zufrieden");
  await panel(page).getByRole("combobox", { name: "Stand" }).selectOption("erledigt");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("main")).toContainText("25 Stimmen");
  await page.getByRole("link", { name: /Viertelstunde in der Warteschleife/ }).click();
  await panel(page).getByRole("button", { name: "Stimme löschen" }).click();
  await expect(app.toasts).toContainText("1 Schmerzpunkt („");
  await expect(panel(page)).toBeHidden();
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByRole("link", { name: /Viertelstunde in der Warteschleife/ })).toBeVisible();
});

test("a touchpoint's audits and voices stand beside its journeys, and a plan for passing on has no voices", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("main").getByRole("link", { name: "Umzug und Stromwechsel" }).first().click();
  await page.getByRole("columnheader").getByText("Hotline").click();
  await expect(panel(page).locator(".voice-quote")).toHaveCount(3);
  await panel(page).getByRole("button", { name: /^Alle \d+ zeigen/ }).click();
  await expect(panel(page).locator(".voice-quote")).not.toHaveCount(3);
  await panel(page).getByRole("link", { name: "Rückruf vereinbart" }).click();
  await expect(app.title).toContainText("Rückruf vereinbart");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Weitergeben");
  await page.keyboard.press("Enter");
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const part of stream) text += part;
  const { plan } = JSON.parse(text);
  expect(plan.voices ?? []).toEqual([]);
  expect(JSON.stringify(plan)).not.toContain("Warteschleife, dann war");
});

test("comments of a file become voices when the user wants them, without contact data, and go with their source", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Import");
  const rows = ["03.03.2025;10;Der Rückruf kam pünktlich", "04.03.2025;2;Ruft endlich zurück: 0171 2345678", "05.03.2025;8;"];
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Datei wählen" }).click();
  await (await chooser).setFiles({
    name: "befragung.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Datum;NPS;Anmerkung\n${rows.join("\n")}\n`),
  });
  await expect(page.getByRole("heading", { name: "Was ist was?" })).toBeFocused();
  const role = page.getByRole("row", { name: /^Anmerkung/ }).getByRole("combobox").first();
  await expect(role).toHaveValue("ignore");
  await role.selectOption("Kommentar (als Stimme)");
  await expect(page.getByRole("row", { name: /^Anmerkung/ })).toContainText("lange Nummern werden entfernt");
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await expect(page.getByText("Kommentare: 2 werden Stimmen")).toBeVisible();
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(app.toasts).toContainText("2 Kommentare sind jetzt Stimmen.");
  await app.goTo("Stimmen");
  await expect(page.getByRole("table")).toContainText("Ruft endlich zurück: […]");
  await expect(page.getByRole("table").getByRole("row", { name: /Rückruf kam pünktlich/ })).toContainText("3.3.2025");
  await page.getByRole("link", { name: /Ruft endlich zurück/ }).click();
  await expect(panel(page).getByRole("combobox", { name: "Stimmung" })).toHaveValue("negative");
  await panel(page).getByRole("link", { name: "befragung" }).click();
  await page.getByRole("button", { name: "Weitere Aktionen für „befragung“" }).click();
  await page.getByRole("menuitem", { name: "Daten entfernen" }).click();
  await app.goTo("Stimmen");
  await expect(page.getByText("Was sagen Ihre Kunden?")).toBeVisible();
});
