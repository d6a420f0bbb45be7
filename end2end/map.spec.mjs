import { expect, test } from "./app.mjs";

/** The row of a journey's map with this title. */
const row = (page, title) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title, exact: typeof title === "string" }) });
const title = (page, name) => page.getByRole("rowheader", { name, exact: true });
const heads = (page) => row(page, "Touchpoints").getByRole("columnheader");
const stages = (page) => row(page, "Etappen").getByRole("columnheader");
const cell = (page, lane, column) => row(page, lane).getByRole("gridcell").nth(column);
const lanes = (page) => page.locator(".map-lane").getByRole("rowheader");

async function openSampleJourney(app, page, name = "Umzug und Stromwechsel") {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heads(page)).toHaveCount(16);
}

/** Begins a journey of one stage with steps of these names. */
async function beginJourney(app, page, names) {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  await page.getByRole("button", { name: "Mit einer Etappe beginnen" }).click();
  await expect(stages(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  for (const [index, name] of names.entries()) {
    if (index > 0) await page.keyboard.press("Alt+Enter");
    await expect(heads(page).nth(index)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  }
  await expect(heads(page)).toHaveText(names);
}

test("lanes are shown, named, moved, copied and deleted in their panel", async ({ app, page }) => {
  await openSampleJourney(app, page);
  await page.getByRole("button", { name: "Spuren" }).click();
  const panel = page.getByRole("region", { name: "Spuren der Karte" });

  await test.step("a lane is hidden, and shown again with what was written in it", async () => {
    await expect(lanes(page)).toHaveCount(18);
    const backstage = panel.getByRole("checkbox", { name: "Hinter den Kulissen anzeigen" });
    await backstage.uncheck();
    await expect(title(page, "Hinter den Kulissen")).toHaveCount(0);
    await backstage.check();
    await expect(cell(page, "Hinter den Kulissen", 0)).toHaveText("Redaktion pflegt Texte");
    await panel.getByRole("checkbox", { name: "Handlung anzeigen" }).uncheck();
    await expect(title(page, "Handlung")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(title(page, "Handlung")).toHaveCount(1);
  });

  await test.step("lanes are moved by buttons and named", async () => {
    await panel.getByRole("button", { name: "Frage nach oben" }).click();
    await expect(lanes(page).first()).toHaveText("Frage");
    await expect(panel.getByRole("button", { name: "Frage nach oben" })).toBeFocused();
    await panel.getByRole("listitem").filter({ hasText: "Frage" }).getByRole("button", { name: "Frage", exact: true }).click();
    await page.getByRole("textbox", { name: "Titel der Spur" }).fill("Was er wissen will");
    await page.keyboard.press("Enter");
    await expect(lanes(page).first()).toHaveText("Was er wissen will");
  });

  await test.step("a copy has the texts and is deleted with them", async () => {
    await panel.getByRole("button", { name: "Weitere Aktionen für Handlung" }).click();
    await page.getByRole("menuitem", { name: "Duplizieren" }).click();
    await expect(cell(page, "Handlung (Kopie)", 0)).toHaveText("Neue Wohnung, Strom muss mit");
    await panel.getByRole("button", { name: "Weitere Aktionen für Handlung (Kopie)" }).click();
    await page.getByRole("menuitem", { name: "Löschen" }).click();
    await expect(app.toasts).toContainText("Spur „Handlung (Kopie)“ mit 16 Texten gelöscht.");
    await expect(title(page, "Handlung (Kopie)")).toHaveCount(0);
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(cell(page, "Handlung (Kopie)", 15)).toHaveText("Nennt den Grund, hört zu");
  });

  await test.step("a lane is dragged onto another", async () => {
    await lanes(page).nth(1).locator(".lane-title").dragTo(lanes(page).nth(0));
    await expect(lanes(page).first()).toHaveText("Handlung");
  });
});

test("lanes are worked by keys on their titles", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotline"]);
  await app.press("ArrowDown", "Control+Home", "ArrowDown", "ArrowDown");
  await expect(title(page, "Handlung")).toBeFocused();
  await app.press("Alt+ArrowDown");
  await expect(lanes(page).nth(1)).toHaveText("Handlung");
  await expect(title(page, "Handlung")).toBeFocused();
  await app.press("Alt+ArrowUp", "Alt+Enter");
  await expect(title(page, "Neue Spur")).toBeFocused();
  await expect(lanes(page).nth(1)).toHaveText("Neue Spur");
  const hostile = "<b>שלום</b> 👩‍👩‍👧 \u200b" + "x".repeat(300);
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Titel der Spur" }).fill(hostile);
  await page.keyboard.press("Enter");
  await expect(lanes(page).nth(1)).toHaveText(hostile);
  await expect(page.getByRole("grid").locator("b")).toHaveCount(0);
  const box = await lanes(page).nth(1).boundingBox();
  expect(box.width, "a long title doesn't widen its column").toBeLessThan(140);
  await page.keyboard.press("Delete");
  await expect(lanes(page).nth(1)).toHaveText("Frage");
  await expect(app.toasts).toContainText("ausgeblendet");
  await expect(title(page, "Frage")).toBeFocused();
  await app.press("Control+z");
  await expect(lanes(page).nth(1)).toHaveText(hostile);
});

test("stages and steps are inserted, split, merged and copied", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Rechner", "Vertrag"]);
  await expect(heads(page).nth(2)).toBeFocused();
  await app.press("Alt+Shift+Enter");
  await expect(heads(page)).toHaveText(["Website", "Rechner", "ohne Namen", "Vertrag"]);
  await expect(heads(page).nth(2)).toBeFocused();
  await page.keyboard.type("Beratung");
  await app.press("Enter", " ");
  const panel = page.getByRole("region", { name: "Beratung" });
  await panel.getByRole("button", { name: "Ab hier eine neue Etappe" }).click();
  await expect(stages(page)).toHaveCount(2);
  await expect(stages(page).nth(1)).toHaveAttribute("aria-colspan", "2");
  await expect(panel.getByRole("button", { name: "Der Schritt ist schon der erste seiner Etappe" })).toBeDisabled();

  await test.step("a stage is copied, moved and merged", async () => {
    await stages(page).nth(1).click();
    const stage = page.getByRole("region", { name: /^Etappe/ });
    await stage.getByRole("textbox", { name: "Titel der Etappe" }).fill("Abschluss");
    await stage.getByRole("textbox", { name: "Titel der Etappe" }).press("Enter");
    await stage.getByRole("button", { name: "Etappe duplizieren" }).click();
    await expect(stages(page)).toHaveCount(3);
    await expect(heads(page)).toHaveText(["Website", "Rechner", "Beratung", "Vertrag", "Beratung", "Vertrag"]);
    await stages(page).nth(2).dragTo(stages(page).nth(0));
    await expect(heads(page)).toHaveText(["Beratung", "Vertrag", "Website", "Rechner", "Beratung", "Vertrag"]);
    await stages(page).nth(0).click();
    await stage.getByRole("button", { name: "Mit der nächsten Etappe zusammenführen" }).click();
    await expect(stages(page)).toHaveCount(2);
    await expect(app.toasts).toContainText("gehört jetzt zu „Abschluss“");
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(stages(page)).toHaveCount(3);
  });

  await test.step("a stage is put in before another by keys", async () => {
    await stages(page).nth(0).focus();
    await app.press("Alt+Shift+Enter");
    await expect(stages(page)).toHaveCount(4);
    await expect(stages(page).nth(0)).toBeFocused();
    await expect(stages(page).nth(1)).toHaveText("Abschluss");
  });
});

test("steps are merged and split, and it is said what couldn't be joined", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotline"]);
  for (const [column, text] of ["Sucht", "Ruft an"].entries()) {
    await cell(page, "Handlung", column).focus();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await heads(page).nth(0).click();
  const panel = page.getByRole("region", { name: "Website" });
  await expect(panel.getByRole("button", { name: "Kein Text des Schritts hat mehrere Zeilen" })).toBeDisabled();
  await panel.getByRole("button", { name: "Mit dem nächsten Schritt verbinden" }).click();
  await expect(heads(page)).toHaveText(["Website"]);
  await expect(heads(page).nth(0)).toBeFocused();
  await expect(cell(page, "Handlung", 0)).toHaveText("Sucht\nRuft an");
  await expect(app.toasts).toContainText("„Website“ und „Hotline“ sind jetzt ein Schritt. Vom zweiten ließ sich nicht verbinden: Touchpoint.");
  await expect(panel.getByRole("button", { name: "Der Schritt ist der letzte seiner Etappe" })).toBeDisabled();

  await panel.getByRole("button", { name: "Ab der zweiten Zeile ein neuer Schritt" }).click();
  await expect(heads(page)).toHaveText(["Website", "Website"]);
  await expect(heads(page).nth(1)).toBeFocused();
  await expect(heads(page).nth(1), "the panel goes along").toHaveAttribute("aria-expanded", "true");
  await expect(panel.getByRole("button", { name: "Der Schritt ist der letzte seiner Etappe" })).toBeDisabled();
  await expect(row(page, "Handlung").getByRole("gridcell")).toHaveText(["Sucht", "Ruft an"]);
  await heads(page).nth(0).click();
  await panel.getByRole("button", { name: "Mit dem nächsten Schritt verbinden" }).click();
  await expect(app.toasts).toContainText("Die beiden Schritte „Website“ sind jetzt einer.");
  await page.keyboard.press("Control+z");
  await expect(heads(page)).toHaveText(["Website", "Website"]);
  await heads(page).nth(1).click();
  await page.keyboard.press("Control+z");
  await expect(heads(page)).toHaveText(["Website"]);
  await expect(page.locator(".panel"), "what the panel showed has gone").toHaveCount(0);
  await expect(heads(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
});

test("a stage with the name of a part of the lifecycle belongs to it", async ({ app, page }) => {
  await beginJourney(app, page, ["Rechnung"]);
  await stages(page).focus();
  await page.keyboard.type("nutzung");
  await page.keyboard.press("Enter");
  await expect(stages(page)).toHaveText("Nutzung");
  await page.keyboard.press(" ");
  const panel = page.getByRole("region", { name: /^Etappe/ });
  const part = panel.getByRole("combobox", { name: "Abschnitt des Lebenszyklus" });
  await expect(part.locator("option:checked")).toHaveText("Nutzung");
  await panel.getByRole("textbox", { name: "Titel der Etappe" }).fill("Jeden Monat");
  await panel.getByRole("textbox", { name: "Titel der Etappe" }).press("Enter");
  await expect(stages(page)).toHaveText("Jeden Monat");
  await expect(part.locator("option:checked")).toHaveText("Nutzung");

  await test.step("while its title is typed the parts are offered", async () => {
    await stages(page).focus();
    await page.keyboard.type("inakt");
    const known = page.getByRole("listbox", { name: "Abschnitt des Lebenszyklus" });
    await expect(known.getByRole("option")).toHaveText(["Inaktivität"]);
    await app.press("ArrowDown", "Enter");
    await expect(stages(page)).toHaveText("Inaktivität");
    await expect(stages(page)).toBeFocused();
    await expect(part.locator("option:checked")).toHaveText("Inaktivität");
  });

  await test.step("a further stage belongs to the same part", async () => {
    await app.press("Alt+Enter");
    await expect(stages(page)).toHaveText(["Inaktivität", "Inaktivität"]);
  });
});

test("channels that are typed are what their names say", async ({ app, page }) => {
  await beginJourney(app, page, ["Auftrag", "Rückfrage", "Bestätigung", "Angebote"]);
  for (const [column, name] of ["App", "Telefon", "E-Mail-Newsletter", "E-Mail"].entries()) {
    await cell(page, "Kanal", column).focus();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(cell(page, "Kanal", column)).toContainText(name);
  }
  await expect(cell(page, "Kanal", 1)).toContainText("Wechsel: App → Telefon");
  await expect(cell(page, "Kanal", 3)).toHaveText("E-Mail");
  await heads(page).nth(1).click();
  const panel = page.getByRole("region", { name: "Rückfrage" });
  await panel.getByRole("radiogroup", { name: "Kanalwechsel" }).getByRole("radio", { name: "erzwungen" }).check();
  await expect(cell(page, "Kanal", 1)).toContainText("Bruch: App → Telefon");
  await expect(cell(page, "Kanal", 1)).toContainText("online zu offline");
});

test("a step of a new plan is given a KPI that is ready-made", async ({ app, page }) => {
  await beginJourney(app, page, ["Hotline"]);
  await heads(page).nth(0).click();
  const panel = page.getByRole("region", { name: "Hotline" });
  const kpis = panel.getByRole("combobox", { name: "Kennzahlen dieses Schritts" });
  await kpis.fill("weiter");
  await kpis.press("Enter");
  await expect(panel.getByRole("button", { name: "Weiterempfehlung (NPS) entfernen" })).toBeVisible();
  await kpis.fill("Farbe des Himmels");
  await expect(panel).toContainText("Eigene legen Sie auf der Seite „Kennzahlen“ an.");
  await kpis.press("Escape");
  await page.getByRole("button", { name: /^Rückgängig: Kennzahl hinzufügen/ }).click();
  await expect(panel.getByRole("button", { name: "Weiterempfehlung (NPS) entfernen" })).toHaveCount(0);
});

test("everything about a step is said in its cells and its panel", async ({ app, page }) => {
  await openSampleJourney(app, page);

  await test.step("a duration is typed as people write it", async () => {
    const duration = cell(page, "Dauer", 1);
    await expect(duration).toHaveText("25 Minuten");
    await duration.focus();
    await page.keyboard.type("1,5 h");
    await page.keyboard.press("Enter");
    await expect(duration).toHaveText("1,5 Stunden");
    await page.keyboard.type("ewig");
    await page.keyboard.press("Enter");
    await expect(app.toasts).toContainText("„ewig“ ist keine Dauer");
    await expect(duration).toHaveText("1,5 Stunden");
    await page.keyboard.press("Delete");
    await expect(duration).toHaveText("");
    await app.press("Control+z");
    await expect(duration).toHaveText("1,5 Stunden");
  });

  await test.step("a break between channels is marked, a chosen change is named", async () => {
    await expect(cell(page, "Kanal", 9)).toContainText("Bruch: App → Telefon");
    await expect(cell(page, "Kanal", 9)).toContainText("online zu offline");
    await expect(cell(page, "Kanal", 1)).toContainText("Gewählt: Freunde → Portal");
  });

  await test.step("a cell that shows what stands with the touchpoint says so when it is emptied", async () => {
    const channels = cell(page, "Kanal", 9);
    await channels.focus();
    await page.keyboard.press("Delete");
    await expect(app.toasts).toContainText("1 Zelle zeigt, was beim Touchpoint steht; das bleibt.");
    await expect(channels).toContainText("Telefon");
    await expect(channels).not.toContainText("Bruch");
    await app.press("Control+z");
    await expect(channels).toContainText("Bruch: App → Telefon");
    await cell(page, "Abteilung", 9).focus();
    await page.keyboard.press("Delete");
    await expect(cell(page, "Abteilung", 9)).toHaveText("Service");
  });

  await heads(page).nth(9).click();
  const panel = page.getByRole("region", { name: "Hotline" });
  await test.step("the change of channel, the fulfilment and the experience are judged", async () => {
    await panel.getByRole("radiogroup", { name: "Kanalwechsel" }).getByRole("radio", { name: "gewählt" }).check();
    await expect(cell(page, "Kanal", 9)).toContainText("Gewählt: App → Telefon");
    await expect(cell(page, "Erwartung", 9)).toContainText("verfehlt");
    await panel.getByRole("radiogroup", { name: "Erwartung ist" }).getByRole("radio", { name: "übertroffen" }).check();
    await expect(cell(page, "Erwartung", 9)).toContainText("übertroffen");
    await cell(page, "Erlebnis", 9).focus();
    await page.keyboard.press("Enter");
    await panel.getByRole("radiogroup", { name: "Erlebnis: emotional" }).getByRole("radio", { name: "4" }).check();
    await expect(cell(page, "Erlebnis", 9).getByRole("img", { name: "emotional 4 von 5" })).toBeVisible();
  });

  await test.step("texts of lanes that aren't shown are written in the panel", async () => {
    await page.getByRole("button", { name: "Spuren" }).click();
    await page.getByRole("checkbox", { name: "Vor den Kulissen anzeigen" }).uncheck();
    await expect(title(page, "Vor den Kulissen")).toHaveCount(0);
    await heads(page).nth(9).click();
    await panel.getByRole("button", { name: "Stimme am Telefon" }).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Eine Stimme, ein Name");
    await page.keyboard.press("Enter");
    await expect(panel).toContainText("Eine Stimme, ein Name");
  });

  await test.step("KPIs of the step show value, interval and target", async () => {
    await expect(cell(page, /^Kenn/, 9)).toContainText(/n = \d+/);
    await panel.getByRole("button", { name: "Weiterempfehlung (NPS) entfernen" }).click();
    await expect(cell(page, /^Kenn/, 9)).not.toContainText("Weiterempfehlung");
    await expect(cell(page, /^Kenn/, 9)).toContainText("Zufriedenheit mit der Hotline");
  });

  await test.step("a KPI is typed by how it begins, and it is said which one it is", async () => {
    const kpis = cell(page, /^Kenn/, 2);
    await expect(kpis).not.toContainText("Weiterempfehlung");
    await kpis.focus();
    await page.keyboard.type("weiter");
    await page.keyboard.press("Enter");
    await expect(app.toasts).toContainText("„weiter“ als Kennzahl „Weiterempfehlung (NPS)“ eingetragen.");
    await expect(kpis).toContainText("Weiterempfehlung");
  });

  await test.step("it is all there after loading again", async () => {
    await app.saved();
    await app.reload();
    await expect(cell(page, "Dauer", 1)).toHaveText("1,5 Stunden");
    await expect(cell(page, "Erwartung", 9)).toContainText("übertroffen");
  });

  await test.step("what belongs to the touchpoint unfolds, with the ways to goals, other journeys and the register", async () => {
    await heads(page).nth(9).click();
    await expect(panel.getByRole("link", { name: "Anliegen beim ersten Kontakt lösen" })).toBeVisible();
    await panel.getByText("Mehr zum Touchpoint").click();
    await expect(panel.getByRole("button", { name: /^Drei von vier Anrufen/ })).toBeVisible();
    await expect(panel.getByRole("link", { name: "Sechs Standorte, ein Vertrag" })).toBeVisible();
    await panel.getByRole("combobox", { name: "Art des Kontakts" }).selectOption("Gespräch über das Unternehmen");
    await panel.getByRole("link", { name: "In den Einstellungen zeigen" }).click();
    const contact = page.getByRole("combobox", { name: "Art des Kontakts" });
    await expect(contact.locator("option:checked")).toHaveText("Gespräch über das Unternehmen");
  });
});

test("the way back leads to the step that was open, however it was opened", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const map = `journeys?plan=${app.planId}&journey=moving-and-switching`;
  await heads(page).nth(9).click();
  const panel = page.getByRole("region", { name: "Hotline" });
  const kpi = panel.getByRole("link", { name: "Weiterempfehlung (NPS)" });
  await expect(page).toHaveURL(/&journey=moving-and-switching&part=/);
  for (const _ of ["once", "and again"]) {
    await kpi.click();
    await expect(page).toHaveURL(/\/kpis/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Weiterempfehlung (NPS)");
    await page.goBack();
    await expect(panel).toBeVisible();
    await expect(heads(page)).toHaveCount(16);
  }
  await panel.getByRole("button", { name: "Schließen" }).click();
  await expect(page).toHaveURL(map);
  await app.reload();
  await expect(heads(page)).toHaveCount(16);
  await expect(panel).toHaveCount(0);
  // Opening and closing were no steps of the history.
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/journeys/?\\?plan=${app.planId}$`));
});

test("the focus stays in the map, whatever is closed, deleted or hidden", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotline"]);
  const close = page.locator(".panel").getByRole("button", { name: "Schließen" });
  /** Goes into the panel that is open, and closes it there. */
  const closeInPanel = async () => {
    await app.tabTo(close);
    await page.keyboard.press("Escape");
    await expect(close).toHaveCount(0);
  };

  await test.step("closing a panel leads back to the cell", async () => {
    await app.press("ArrowDown", "ArrowDown", " ");
    await expect(page.getByRole("region", { name: "Hotline" })).toBeVisible();
    await closeInPanel();
    await expect(cell(page, "Frage", 1)).toBeFocused();
    await page.getByRole("button", { name: "Eigenschaften" }).click();
    await closeInPanel();
    await expect(cell(page, "Frage", 1)).toBeFocused();
    await app.press("Control+Home", "ArrowDown", "ArrowDown", " ");
    await closeInPanel();
    await expect(title(page, "Handlung")).toBeFocused();
    await app.press("ArrowUp", "ArrowUp", "ArrowRight", " ");
    await closeInPanel();
    await expect(stages(page)).toBeFocused();
  });

  await test.step("where lanes were hidden the next title has it", async () => {
    await app.press("Control+Home", "ArrowDown", "ArrowDown", "Shift+ArrowDown", "Delete");
    await expect(app.toasts).toContainText("2 Spuren ausgeblendet.");
    await expect(title(page, "Kanal")).toBeFocused();
  });

  await test.step("a stage without steps is opened and named by keys", async () => {
    await app.press("ArrowUp", "ArrowRight", "Delete");
    await expect(heads(page)).toHaveText("Hotline");
    await expect(heads(page)).toBeFocused();
    await app.press("Delete");
    await expect(heads(page)).toHaveText("Schritt");
    await expect(heads(page)).toBeFocused();
    await app.press("ArrowUp", " ");
    await expect(page.getByRole("region", { name: /^Etappe/ })).toBeVisible();
    await app.press("Escape");
    await page.keyboard.type("Suche");
    await app.press("Enter");
    await expect(stages(page)).toHaveText("Suche");
    await expect(stages(page)).toBeFocused();
  });

  await test.step("a stage that is deleted leaves it to its neighbour, the last one to the start", async () => {
    await app.press("Delete");
    await expect(page.getByRole("button", { name: "Mit allen Abschnitten beginnen" })).toBeFocused();
    await app.press("Enter");
    await expect(stages(page).first()).toBeFocused();
    await app.press("Delete");
    await expect(stages(page).first()).toHaveText("Erwägung");
    await expect(stages(page).first()).toBeFocused();
  });
});

test("what a map can do stands among the commands and in the list of keys", async ({ app, page }) => {
  await openSampleJourney(app, page);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Tastenkürzel" });
  for (const words of ["In der Karte", "Moment der Wahrheit setzen", "Karte: Drucken", "Strg\u00a0P"]) {
    await expect(list).toContainText(words);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("karte druck");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /drucken/i })).toBeVisible();
  await page.keyboard.press("Escape");

  await app.goTo("Überblick");
  await page.keyboard.press("?");
  await expect(list).toBeVisible();
  await expect(list).not.toContainText("In der Karte");
});

test("the commands of a map are those that fit the cell with the focus", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotline"]);
  const found = (name) => page.getByRole("dialog").getByRole("option").filter({ hasText: name });
  await heads(page).nth(0).focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("schritt");
  for (const name of ["Schritt danach einfügen", "Schritt duplizieren", "Mit dem nächsten Schritt verbinden", "Schritt löschen"]) {
    await expect(found(name)).toHaveCount(1);
  }
  await expect(found("Ab der zweiten Zeile"), "no text has a second line").toHaveCount(0);
  await page.keyboard.type(" danach");
  await page.keyboard.press("Enter");
  await expect(heads(page)).toHaveCount(3);
  await expect(heads(page).nth(1)).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("etappe");
  await expect(found("Ab hier eine neue Etappe")).toHaveCount(1);
  await expect(found("Mit der nächsten Etappe"), "there is no next stage").toHaveCount(0);
  await page.keyboard.type(" hinzu");
  await page.keyboard.press("Enter");
  await expect(stages(page)).toHaveCount(2);
  await expect(stages(page).nth(1)).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("spuren der");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Spuren der Karte" })).toBeVisible();
});

test("a target journey is designed, compared and followed to its measures", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotline", "Rechnung"]);
  for (const [column, key] of [["1", "2"], ["2", "-"], ["3", "1"]]) {
    await cell(page, /^Emotion/, Number(column) - 1).focus();
    await page.keyboard.press(key);
  }
  await cell(page, /^Emotion/, 1).focus();
  await app.press("-", "-", "-", "-");
  await expect(cell(page, /^Emotion/, 1)).toHaveText("Emotion −2,0");
  await expect(page.getByRole("grid")).toContainText("Tiefpunkt −2,0");

  await page.getByRole("button", { name: "Soll-Reise entwerfen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neue Kundenreise – Soll");
  await page.getByRole("button", { name: "Was sich ändert" }).click();
  const panel = page.getByRole("region", { name: "Was sich ändert" });
  await expect(panel).toContainText("Noch ist alles gleich.");

  await test.step("what is changed in the target is listed", async () => {
    await cell(page, /^Emotion/, 1).focus();
    await app.press("1");
    await expect(cell(page, /^Emotion/, 1)).toHaveText("Emotion +1,0; Ist −2,0, Unterschied +3,0");
    await heads(page).nth(2).focus();
    await page.keyboard.press("Delete");
    await heads(page).nth(1).focus();
    await app.press("Alt+Enter");
    await page.keyboard.type("Rückruf");
    await app.press("Enter", "Escape");
    await page.getByRole("button", { name: "Was sich ändert" }).click();
    const section = (name) => panel.locator(".panel-section").filter({ has: page.getByRole("heading", { name }) });
    await expect(section("Neue Schritte").getByRole("listitem")).toHaveText("Rückruf");
    await expect(section("Entfallene Schritte").getByRole("listitem")).toHaveText("Rechnung");
    await expect(section("Geänderte Schritte").getByRole("listitem")).toHaveText(/^Hotline\s?Emotion \+3,0$/);
    await expect(section("Ohne Maßnahme").getByRole("listitem")).toHaveCount(3);
    await expect(panel).toContainText("Peak-End");
  });

  await test.step("a measure is planned where there is none, and leads there from then on", async () => {
    await panel.getByRole("button", { name: "Maßnahme planen: Hotline" }).click();
    await expect(page).toHaveURL(/\/measures/);
    await page.goBack();
    await page.getByRole("button", { name: "Was sich ändert" }).click();
    await expect(panel.getByRole("link", { name: "Hotline verbessern" })).toBeVisible();
    await expect(panel.getByRole("button", { name: "Maßnahme planen: Hotline" })).toHaveCount(0);
  });

  await test.step("both journeys lead to each other", async () => {
    await panel.getByRole("link", { name: "„Neue Kundenreise“ öffnen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neue Kundenreise");
    await expect(cell(page, /^Emotion/, 1)).toHaveText("Emotion −2,0; Soll +1,0, Unterschied +3,0");
  });
});

test("a persona's curve that the target hasn't yet changes no step and is named", async ({ app, page }) => {
  const title = "Sechs Standorte, ein Vertrag";
  const open = async () => {
    await app.goTo("Kundenreisen");
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  };
  await app.openSamplePlan();
  await open();
  await page.getByRole("button", { name: "Soll-Reise entwerfen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} – Soll`);
  await open();
  await page.getByRole("combobox", { name: "Wessen Emotion" }).selectOption({ index: 1 });
  await cell(page, /^Emotion/, 0).focus();
  await app.press("2");
  await expect(cell(page, /^Emotion/, 0)).toContainText("Emotion +2,0");
  await page.getByRole("button", { name: "Was sich ändert" }).click();
  const panel = page.getByRole("region", { name: "Was sich ändert" });
  await expect(panel).toContainText("Noch ist alles gleich.");
  await expect(panel).toContainText("In der Soll-Reise noch ohne eigene Kurve: Gewerbekunde mit mehreren Standorten.");
});

test("a corrected name is the touchpoint's in all journeys, an own heading this step's alone", async ({ app, page }) => {
  await beginJourney(app, page, ["Website", "Hotlien"]);
  await cell(page, /^Schmerz/, 1).focus();
  await page.keyboard.type("Elf Minuten Wartezeit");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Soll-Reise entwerfen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neue Kundenreise – Soll");

  await test.step("a typo is corrected over the heading", async () => {
    await heads(page).nth(1).focus();
    await page.keyboard.type("Hotline");
    await page.keyboard.press("Enter");
    await expect(heads(page)).toHaveText(["Website", "Hotline"]);
    await expect(app.toasts).toContainText("„Hotlien“ heißt jetzt „Hotline“, an 2 Schritten in 2 Reisen.");
    await expect(app.toasts).toContainText("„Überschrift nur in dieser Karte“");
    await expect(cell(page, /^Schmerz/, 1)).toContainText("Elf Minuten Wartezeit");
  });

  const openOther = async (name, title) => {
    await page.getByRole("button", { name: "Was sich ändert" }).click();
    await page.getByRole("region", { name: "Was sich ändert" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  };
  await openOther("„Neue Kundenreise“ öffnen", "Neue Kundenreise");
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
  await expect(cell(page, /^Schmerz/, 1)).toContainText("Elf Minuten Wartezeit");

  await test.step("a heading of its own is changed here alone", async () => {
    await heads(page).nth(1).click();
    await page.locator(".labelled-text").filter({ hasText: "Überschrift nur in dieser Karte" }).getByRole("button").click();
    await page.getByRole("textbox", { name: "Überschrift nur in dieser Karte" }).fill("Ruft an");
    await page.keyboard.press("Enter");
    await expect(heads(page).nth(1)).toHaveText("Ruft an");
    await heads(page).nth(1).focus();
    await page.keyboard.type("Ruft wieder an");
    await page.keyboard.press("Enter");
    await expect(heads(page).nth(1)).toHaveText("Ruft wieder an");
    await expect(cell(page, /^Schmerz/, 1)).toContainText("Elf Minuten Wartezeit");
  });
  await openOther("„Neue Kundenreise – Soll“ öffnen", "Neue Kundenreise – Soll");
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
});
