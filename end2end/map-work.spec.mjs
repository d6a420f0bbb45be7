// Working on a whole map: clipboard, curves of personas, zoom, search, filter, and the keyboard alone.
import { expect, test } from "./app.mjs";

const row = (page, title) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title, exact: typeof title === "string" }) });
const heads = (page) => row(page, "Touchpoints").getByRole("columnheader");
const stages = (page) => row(page, "Etappen").getByRole("columnheader");
const cell = (page, lane, column) => row(page, lane).getByRole("gridcell").nth(column);
const title = (page, name) => page.getByRole("rowheader", { name, exact: true });

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function openSampleJourney(app, page) {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(heads(page)).toHaveCount(16);
}

/** Begins a journey with one stage of one unnamed step. */
async function beginJourney(app, page) {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  await page.getByRole("button", { name: "Mit einer Etappe beginnen" }).click();
  await expect(stages(page)).toBeFocused();
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const setClipboard = (page, text) => page.evaluate((text) => navigator.clipboard.writeText(text), text);

test("a table from a spreadsheet becomes steps, and the map goes back as a table", async ({ app, page }) => {
  await beginJourney(app, page);
  await app.press("ArrowDown");
  await expect(heads(page)).toBeFocused();
  await setClipboard(page, 'Website\tHotline\tRechnung\r\nSucht\t"Ruft an\nund wartet"\tSagt ""hm""\r\nWas kostet es?\t\tStimmt das?\r\n');
  await page.keyboard.press("Control+v");
  await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung"]);
  await expect(cell(page, "Handlung", 1)).toHaveText("Ruft an\nund wartet");
  await expect(cell(page, "Frage", 2)).toHaveText("Stimmt das?");
  await expect(app.toasts).toContainText("Eingefügt: 3 Schritte, 5 Zellen.");

  await test.step("one step of the history takes it all back", async () => {
    await page.keyboard.press("Control+z");
    await expect(heads(page)).toHaveCount(1);
    await page.keyboard.press("Control+Shift+z");
    await expect(heads(page)).toHaveCount(3);
  });

  await test.step("the register knows the touchpoints by name", async () => {
    await heads(page).nth(2).focus();
    await setClipboard(page, " hotline ");
    await page.keyboard.press("Control+v");
    await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung", "Hotline"]);
    await heads(page).nth(3).click();
    await expect(page.getByRole("region", { name: "Hotline" })).toContainText("nur in dieser Reise");
    await page.keyboard.press("Escape");
  });

  await test.step("a range is selected by keys and copied as a table", async () => {
    await cell(page, "Handlung", 0).focus();
    await app.press("Shift+ArrowRight", "Shift+ArrowDown");
    await expect(page.locator('.map-grid [aria-selected="true"]')).toHaveCount(4);
    await page.keyboard.press("Control+c");
    await expect(app.toasts).toContainText("4 Zellen kopiert.");
    expect(await clipboard(page)).toBe('Sucht\t"Ruft an\nund wartet"\nWas kostet es?\t\n');
    await page.keyboard.press("Delete");
    await expect(cell(page, "Handlung", 0)).toHaveText("");
    await page.keyboard.press("Control+z");
    await expect(cell(page, "Handlung", 0)).toHaveText("Sucht");
  });

  await test.step("a lane goes out with its title, and comes in as a lane", async () => {
    await title(page, "Handlung").focus();
    await page.keyboard.press("Control+c");
    expect(await clipboard(page)).toMatch(/^Handlung\tSucht\t/);
    await title(page, "Frage").focus();
    await page.keyboard.press("Control+v");
    await expect(cell(page, "Handlung (Kopie)", 0)).toHaveText("Sucht");
    await page.keyboard.press("Control+z");
    await expect(title(page, "Handlung (Kopie)")).toHaveCount(0);
  });

  await test.step("what doesn't fit is told, the rest is in", async () => {
    await cell(page, /^Emotion/, 2).focus();
    await setClipboard(page, "1,5\tgut\tzu viel");
    await page.keyboard.press("Control+v");
    await expect(cell(page, /^Emotion/, 2)).toHaveText("Emotion +1,5");
    await expect(app.problems).toContainText("2 Angaben passten nicht und fehlen.");
    await expect(app.problems).toContainText("„gut“ ist keine Emotion");
    await expect(app.problems).toContainText("„zu viel“ liegt außerhalb der Karte");
  });

  await test.step("what doesn't fit the next time takes its place, and undoing takes it away", async () => {
    await cell(page, /^Emotion/, 3).focus();
    await setClipboard(page, "0,5\tdaneben");
    await page.keyboard.press("Control+v");
    await expect(app.problems).toContainText("1 Angabe passte nicht und fehlt. Alles andere ist eingefügt.");
    await expect(app.problems).toContainText("„daneben“ liegt außerhalb der Karte");
    await expect(app.problems).not.toContainText("„gut“");
    await page.keyboard.press("Control+z");
    await expect(cell(page, /^Emotion/, 3)).not.toContainText("0,5");
    await expect(app.problems).toHaveText("");
  });

  await test.step("a lane that another can't take is told", async () => {
    await page.getByRole("button", { name: "Spuren", exact: true }).click();
    await page.getByRole("checkbox", { name: "Dauer anzeigen" }).check();
    await page.keyboard.press("Escape");
    await title(page, /^Emotion/).focus();
    await page.keyboard.press("Control+c");
    await expect(app.toasts).toContainText("1 Spur kopiert.");
    await title(page, "Dauer").focus();
    await page.keyboard.press("Control+v");
    await expect(app.problems).toContainText("1 Angabe passte nicht und fehlt. Es ist nichts eingefügt.");
    await expect(app.problems).toContainText("Dauer: „Emotion“ passt nur in die eigene Spur");
    await app.problems.getByRole("button", { name: "Schließen" }).click();
    await expect(app.problems).toHaveText("");
  });

  await test.step("by buttons too", async () => {
    await cell(page, "Handlung", 0).click();
    await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
    await page.getByRole("menuitem", { name: /^Kopieren/ }).click();
    await expect.poll(() => clipboard(page)).toBe("Sucht");
    await cell(page, "Handlung", 3).click();
    await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
    await page.getByRole("menuitem", { name: /^Einfügen/ }).click();
    await expect(cell(page, "Handlung", 3)).toHaveText("Sucht");
    const undo = app.toasts.getByRole("button", { name: "Rückgängig" });
    await expect(undo).toHaveCount(1);
    // Again, it puts nothing in, and what was told of the first time is gone.
    await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
    await page.getByRole("menuitem", { name: /^Einfügen/ }).click();
    await expect(app.toasts).toContainText("Nichts eingefügt");
    await expect(undo).toHaveCount(0);
    await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
    await page.getByRole("menuitem", { name: "Ganze Karte kopieren" }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^Etappe\t.*\nTouchpoint\tWebsite\tHotline\tRechnung\tHotline\nHandlung\tSucht/);
  });
});

test("a table that names its rows brings stages, own lanes and departments, and one that can be no map is refused", async ({ app, page }) => {
  await beginJourney(app, page);
  await app.press("ArrowDown");
  await expect(heads(page)).toBeFocused();
  const rows = [
    ["Phase", "Schaden", "", "Regulierung"],
    ["Schritt", "Hotline", "Portal", "Gutachten"],
    ["Handlung", "Meldet", "Lädt Fotos hoch", "Wartet"],
    ["Risiko", "Warteschleife", "", "Termin fällt aus"],
    ["Zuständig", "Service", "IT", ""],
  ];
  await setClipboard(page, rows.map((cells) => cells.join("\t")).join("\n"));
  await page.keyboard.press("Control+v");
  await expect(heads(page)).toHaveText(["Hotline", "Portal", "Gutachten"]);
  await expect(stages(page)).toHaveText([/Schaden/, /Regulierung/]);
  await expect(cell(page, "Risiko", 2)).toHaveText("Termin fällt aus");
  await expect(cell(page, "Abteilung", 1)).toHaveText("IT");
  await expect(app.toasts).toContainText("Eingefügt: 2 Etappen, 3 Schritte, 1 Spur, 7 Zellen.");
  await expect(app.problems).toHaveText("");

  await setClipboard(page, `Touchpoint${"\tHotline".repeat(301)}`);
  await page.keyboard.press("Control+v");
  await expect(app.problems).toContainText("302 Spalten");
  await expect(heads(page)).toHaveCount(3);
});

test("a journey without stages takes a table in, by keys and by its button", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  const button = page.getByRole("button", { name: "Kopierte Tabelle einfügen" });
  await expect(button).toBeVisible();
  await setClipboard(page, "Website\tHotline\nSucht\tRuft an\n");
  await page.keyboard.press("Control+v");
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
  await expect(heads(page).nth(0)).toBeFocused();
  await page.keyboard.press("Control+z");
  await button.click();
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
  await expect(heads(page).nth(0)).toBeFocused();
});

test("cells are selected by drawing over them, columns go into another plan whole", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const [from, to] = [cell(page, "Handlung", 1), cell(page, "Frage", 3)];
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(a.x + 20, a.y + 10);
  await page.mouse.down();
  await page.mouse.move(b.x + 20, b.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('.map-grid [aria-selected="true"]')).toHaveCount(6);
  await page.keyboard.press("Escape");
  await expect(page.locator('.map-grid [aria-selected="true"]')).toHaveCount(0);

  // What belongs to the touchpoint changes everywhere, and is told; a lane leaves what its empty cells don't speak of.
  await cell(page, "Abteilung", 9).focus();
  await setClipboard(page, "Vertrieb");
  await page.keyboard.press("Control+v");
  await expect(app.toasts).toContainText("Eingefügt: 1 Zelle. 1 Wert ersetzt. Ändert die Abteilung von 1 Touchpoint in allen Kundenreisen.");
  await page.keyboard.press("Control+z");
  await expect(cell(page, "Abteilung", 9)).toHaveText("Service");
  await title(page, /^Emotion/).focus();
  await setClipboard(page, "Emotion\t2");
  await page.keyboard.press("Control+v");
  await expect(app.toasts).toContainText("Eingefügt: 1 Spur, 1 Zelle. 1 Wert ersetzt.");
  await expect(cell(page, /^Emotion/, 0)).toContainText("Emotion +2,0");
  await expect(cell(page, /^Emotion/, 9)).toContainText("Emotion −2,0");
  await page.keyboard.press("Control+z");

  await heads(page).nth(9).focus();
  await page.keyboard.press("Control+c");
  await expect(app.toasts).toContainText("1 Schritt kopiert.");
  await app.saved();

  await app.open();
  await page.getByRole("button", { name: "Neuer Plan", exact: true }).click();
  await page.getByRole("menuitem", { name: "Leerer Plan" }).click();
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  await page.getByRole("button", { name: "Mit einer Etappe beginnen" }).click();
  await expect(stages(page)).toBeFocused();
  await page.keyboard.press("Control+v");
  await expect(heads(page)).toHaveText(["HotlineMoment der Wahrheit"]);
  await expect(cell(page, "Handlung", 0)).toHaveText("Ruft an, wartet, erklärt zweimal");
  await expect(cell(page, "Schmerzpunkte", 0)).toContainText("Elf Minuten Wartezeit");
  await expect(cell(page, /^Emotion/, 0)).toContainText("Emotion −2,0");
  await expect(cell(page, "Kanal", 0)).toContainText("Telefon");
  await expect(cell(page, "Abteilung", 0)).toHaveText("Service");
  // Lanes that the copied map shows don't come in unseen.
  await expect(cell(page, "Erwartung", 0)).toContainText("Gleich dran, einmal erzählen");
  await expect(app.toasts).toContainText("5 Schmerzpunkte und Chancen. Neu im Plan: Telefon, Service.");
  await expect(app.problems).toContainText("ist keine Persona dieses Plans");
});

test("a whole map comes into another plan with its stages, by keys as by buttons", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const names = await stages(page).allTextContents();
  expect(names.length).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
  await page.getByRole("menuitem", { name: "Ganze Karte kopieren" }).click();
  await expect(app.toasts).toContainText("Zellen kopiert.");
  await app.saved();

  // Without loading the page again: what a button copied is remembered by the page.
  await page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: "Alle Pläne" }).click();
  await page.getByRole("button", { name: "Neuer Plan", exact: true }).click();
  await page.getByRole("menuitem", { name: "Leerer Plan" }).click();
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  await page.getByRole("button", { name: "Mit einer Etappe beginnen" }).click();
  await expect(stages(page)).toBeFocused();

  const isThere = async () => {
    await expect(stages(page)).toHaveText(names);
    await expect(heads(page)).toHaveCount(16);
    await expect(cell(page, "Handlung", 9)).toHaveText("Ruft an, wartet, erklärt zweimal");
    await expect(cell(page, "Kanal", 9)).toContainText("Telefon");
    await expect(cell(page, "Abteilung", 9)).toHaveText("Service");
    await expect(app.toasts).toContainText(`Eingefügt: ${names.length} Etappen, 16 Schritte,`);
  };
  await page.keyboard.press("Control+v");
  await isThere();
  await expect(stages(page).first()).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(heads(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Kopieren und Einfügen" }).click();
  await page.getByRole("menuitem", { name: /^Einfügen/ }).click();
  await isThere();
});

test("the focus stays in the map when what has it is undone", async ({ app, page }) => {
  await beginJourney(app, page);
  await app.press("ArrowDown");
  await page.keyboard.type("Website");
  await app.press("Enter", "Alt+Enter");
  await expect(heads(page).nth(1)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(heads(page)).toHaveText(["Website"]);
  await expect(heads(page)).toBeFocused();

  await test.step("in the row of a lane", async () => {
    await setClipboard(page, "Hotline\tRechnung");
    await page.keyboard.press("Control+v");
    await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung"]);
    await cell(page, "Handlung", 2).focus();
    await page.keyboard.press("Control+z");
    await expect(heads(page)).toHaveText(["Website"]);
    await expect(cell(page, "Handlung", 0)).toBeFocused();
  });

  await test.step("and where nothing is left", async () => {
    await page.keyboard.press("Control+z");
    await expect(heads(page)).toHaveText(["ohne Namen"]);
    await page.keyboard.press("Control+z");
    await expect(page.locator(".map-page .empty-state").getByRole("button").first()).toBeFocused();
  });
});

test("an opportunity shows its impact as a pain point shows its severity", async ({ app, page }) => {
  await openSampleJourney(app, page);
  await expect(cell(page, "Schmerzpunkte", 9).getByRole("img", { name: "Schwere 5 von 5" })).toBeVisible();
  await expect(cell(page, "Chancen", 9).getByRole("img", { name: "Wirkung 5 von 5" })).toBeVisible();
});

test("each persona can have a curve of its own", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const emotion = cell(page, /^Emotion/, 9);
  await expect(emotion).toContainText("Emotion −2,0");
  const choice = page.getByRole("combobox", { name: "Wessen Emotion" });
  const persona = await choice.locator("option").nth(1).textContent();
  await choice.selectOption({ index: 1 });
  await expect(cell(page, /^Emotion/, 0)).toContainText("Emotion +0,5");
  await emotion.focus();
  await app.press("-", "1");
  await expect(emotion).toContainText("Emotion −1,0");
  await cell(page, /^Emotion/, 15).focus();
  await app.press("2");
  await expect(row(page, /^Emotion/)).toContainText("Peak-End +2,0");
  const name = (text) => page.locator(".curve-name").filter({ hasText: text });
  await expect(name("Alle Kunden")).toHaveCount(1);
  await expect(name(persona)).toHaveCount(0);
  await choice.selectOption({ index: 0 });
  await expect(emotion).toContainText("Emotion −2,0");
  await expect(name(persona)).toHaveCount(1);
  await expect(name("Alle Kunden")).toHaveCount(0);
  const covered = () =>
    page.locator(".curve-name, .curve-mark").evaluateAll((elements) => {
      const boxes = elements.map((element) => [element.textContent, element.getBoundingClientRect()]);
      const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return boxes.flatMap(([text, box], at) => boxes.slice(0, at).flatMap(([other, there]) => (meet(box, there) ? [`${text} covers ${other}`] : [])));
    });
  await expect.poll(covered).toEqual([]);
  await app.saved();
  await app.reload();
  await page.getByRole("combobox", { name: "Wessen Emotion" }).selectOption({ index: 1 });
  await expect(cell(page, /^Emotion/, 9)).toContainText("Emotion −1,0");
});

test("a persona without a curve begins with that of all customers", async ({ app, page }) => {
  await beginJourney(app, page);
  await app.press("ArrowDown");
  await setClipboard(page, "Website\tHotline\tRechnung\r\n");
  await page.keyboard.press("Control+v");
  await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung"]);
  await cell(page, /^Emotion/, 0).focus();
  await app.press("1", "ArrowRight", "2");
  await page.getByRole("button", { name: "Eigenschaften" }).click();
  const personas = page.getByRole("combobox", { name: "Personas", exact: true });
  await personas.fill("Anna");
  await personas.press("Enter");
  await page.getByRole("combobox", { name: "Wessen Emotion" }).selectOption("Anna");
  await expect(cell(page, /^Emotion/, 0)).toHaveText("keine Emotion");

  const takeOver = page.getByRole("button", { name: "Von allen Kunden übernehmen" });
  await takeOver.press("Enter");
  await expect(cell(page, /^Emotion/, 0)).toHaveText("Emotion +1,0");
  await expect(cell(page, /^Emotion/, 1)).toHaveText("Emotion +2,0");
  await expect(cell(page, /^Emotion/, 2)).toHaveText("keine Emotion");
  await expect(takeOver).toHaveCount(0);
  await expect(page.getByRole("rowheader", { name: /^Emotion/ })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(cell(page, /^Emotion/, 1)).toHaveText("keine Emotion");
  await expect(takeOver).toBeVisible();
});

test("the map is searched, filtered and seen from far and near", async ({ app, page }) => {
  await openSampleJourney(app, page);

  await test.step("the search walks through its hits", async () => {
    await cell(page, "Handlung", 0).focus();
    await page.keyboard.press("Control+f");
    const field = page.getByRole("searchbox", { name: "In der Karte suchen" });
    await expect(field).toBeFocused();
    await page.keyboard.type("hotline");
    await expect(page.locator(".map-find-count")).toHaveText(/^\d+ Treffer$/);
    await page.keyboard.press("Enter");
    await expect(page.locator(".map-find-count")).toHaveText(/^1 von \d+$/);
    await expect(page.locator('[data-hit="shown"]')).toBeInViewport();
    await page.keyboard.press("Shift+Enter");
    await expect(page.locator(".map-find-count")).toHaveText(/^(\d+) von \1$/);
    await page.keyboard.press("Escape");
    await expect(field).toHaveValue("");
    await expect(page.locator("[data-hit]")).toHaveCount(0);
    await expect(page.locator(".map-grid :focus")).toHaveCount(1);
    await page.keyboard.press("Control+f");
    await page.keyboard.type("erwägung");
    await page.keyboard.press("Enter");
    await expect(page.locator('[data-row="stage"][data-hit="shown"]')).toHaveText("Erwägung");
    await page.keyboard.press("Escape");
    await expect(stages(page).nth(1)).toBeFocused();
  });

  await test.step("what a department has stands out", async () => {
    await page.getByRole("combobox", { name: "Abteilung" }).selectOption({ label: "Service" });
    await expect(page.locator(".map-note")).toContainText(/^\d+ von 16 Schritten passen: Abteilung Service\./);
    await page.getByRole("button", { name: "Nächster passender Schritt" }).click();
    await expect(page.locator('[data-row="head"]:focus')).toHaveCount(1);
    await page.getByRole("button", { name: "Alle zeigen" }).click();
    await expect(page.locator(".map-veil")).toHaveCount(0);
  });

  await test.step("all stages are seen at once, or one touchpoint", async () => {
    await page.getByRole("radio", { name: "Überblick" }).check();
    await expect(heads(page).last()).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(heads(page).last()).toBeInViewport({ ratio: 0.9 });
    await expect(page.locator(".map-stage[data-upright]")).toHaveCount(8);
    for (const stage of await page.locator(".map-stage-title").all()) {
      const cut = await stage.evaluate((element) => element.scrollHeight - element.clientHeight);
      expect(cut, `${await stage.textContent()} is read as a whole`).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("radio", { name: "Ein Touchpoint" }).check();
    await expect.poll(async () => (await heads(page).nth(2).boundingBox()).width).toBeGreaterThan(500);
    await page.getByRole("radio", { name: "Arbeiten" }).check();
    await expect.poll(async () => (await heads(page).nth(2).boundingBox()).width).toBeLessThan(130);
  });

  await test.step("a note about a step is kept", async () => {
    await heads(page).nth(0).click();
    const panel = page.locator(".panel");
    await panel.getByRole("button", { name: "Notiz schreiben" }).click();
    await page.getByRole("textbox", { name: "Notizen" }).fill("Im Mai nachfragen");
    await page.keyboard.press("Enter");
    await app.saved();
    await app.reload();
    await heads(page).nth(0).click();
    await expect(page.locator(".panel")).toContainText("Im Mai nachfragen");
  });
});

test("16 steps with all lanes are mapped by keyboard alone", async ({ app, page }) => {
  test.setTimeout(240_000);
  let [keys, characters] = [0, 0];
  const press = async (...names) => {
    keys += names.length;
    await app.press(...names);
  };
  const type = async (text) => {
    keys += text.length;
    characters += text.length;
    await page.keyboard.type(text);
  };
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await press("Tab");
    }
    await expect(locator).toBeFocused();
  };
  /** Goes to an area of the plan. */
  const goTo = async (name) => {
    await press("Control+k");
    await expect(page.getByRole("combobox", { name: "Suchen und Befehle" })).toBeFocused();
    await type(name);
    await press("Enter");
  };
  await app.begin("Leerer Plan");
  await goTo("Kennzahlen");
  await tabTo(page.getByRole("button", { name: "Werte eintippen" }));
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Weiterempfehlung (NPS)");
  await goTo("Kundenreisen");
  await tabTo(page.getByRole("button", { name: "Neue Kundenreise" }));
  await press("Enter");
  await tabTo(page.getByRole("button", { name: "Mit einer Etappe beginnen" }));
  await press("Enter");
  await expect(stages(page)).toBeFocused();

  const plan = [
    ["Suche", ["Freunde", "Portal", "Website", "Rechner"]],
    ["Abschluss", ["Formular", "Vertrag", "Bestätigung", "Status"]],
    ["Nutzung", ["Rechnung", "App", "Hotline", "Zählerstand"]],
    ["Wechsel", ["Kündigung", "Rückruf", "Angebot", "Abschied"]],
  ];
  for (const [number, [stage, steps]] of plan.entries()) {
    if (number > 0) await press("ArrowUp", "Alt+Enter");
    await type(stage);
    await press("Enter", "ArrowDown");
    for (const [index, step] of steps.entries()) {
      await type(step);
      await press(index < 3 ? "Alt+Enter" : "Enter");
    }
  }
  await expect(heads(page)).toHaveText(plan.flatMap(([, steps]) => steps));

  // The first stage begins in the first sub-phase, each other one in that of the stage before; "Nutzung" names its own.
  const subPhase = page.getByRole("combobox", { name: "Abschnitt des Lebenszyklus" });
  await press("Control+Home", "ArrowRight");
  let at = 0;
  for (const [stage, further] of [[1, 2], [3, 3]]) {
    await press(...Array(stage - at).fill("ArrowRight"), " ");
    at = stage;
    await tabTo(subPhase);
    await press(...Array(further).fill("ArrowDown"), "Escape");
    await expect(subPhase).toHaveCount(0);
    await expect(stages(page).nth(stage)).toBeFocused();
  }

  await press("Control+Home", "ArrowDown", "ArrowDown", " ");
  await tabTo(page.getByRole("button", { name: "Alle Spuren anzeigen" }));
  await press("Enter");
  await expect(page.locator(".map-lane")).toHaveCount(17);
  await press("Escape");
  await expect(title(page, "Handlung")).toBeFocused();
  await press("Alt+Enter");
  await expect(title(page, "Neue Spur")).toBeFocused();
  await type("Gedanke");
  await press("Enter");
  await expect(title(page, "Gedanke")).toBeFocused();
  await press("ArrowUp", "ArrowRight");

  /** Goes through a row; Tab goes on, over its end to the next row. */
  const fill = async (texts) => {
    for (let column = 0; column < 16; column += 1) {
      await type(texts[column % texts.length]);
      await press("Tab");
    }
  };
  /** Goes through a row of cells that take keys at once. */
  const set = async (values) => {
    for (let column = 0; column < 16; column += 1) {
      if (values[column % values.length]) await press(...values[column % values.length]);
      await press(column < 15 ? "ArrowRight" : "ArrowDown");
    }
    await press("Home");
  };
  await fill(["Sucht", "Fragt nach", "Wartet"]);
  await fill(["Muss das sein?", "Na also"]);
  await fill(["Wie teuer?", "Wie lange?"]);
  await fill(["Sparen", "Ruhe"]);
  await fill(["Website", "Telefon", "E-Mail", "App"]);
  await fill(["Sofort [+]", "Klar [=]", "Genau [-]"]);
  await fill(["Rückruf", "Beispiele"]);
  await fill(["5 min", "2 h", "3 Tage"]);
  await set([["1"], ["-", "1"], ["2"], ["-", "2"]]);
  await fill(["43210", "25100"]);
  await set([["x"], [], [], []]);
  await fill(["Besetzt", "Unklar"]);
  await fill(["Chat", "Video"]);
  await fill(["Berät", "Erklärt"]);
  await fill(["Prüft", "Legt an"]);
  for (let column = 0; column < 16; column += 1) {
    const names = ["Vertrieb", "Service"];
    await type(column < 2 ? names[column] : names[column % 2][0]);
    await press("Tab");
  }
  await fill(["W"]);
  await fill(["I", "B"]);

  for (const [stage, phase] of ["acquisition", "acquisition", "active", "passive"].entries()) {
    await expect(stages(page).nth(stage)).toHaveAttribute("data-phase", phase);
  }
  await expect(cell(page, "Handlung", 15)).toHaveText("Sucht");
  await expect(cell(page, "Gedanke", 15)).toHaveText("Na also");
  await expect(cell(page, /^Kenn/, 15)).toContainText("Weiterempfehlung");
  await expect(cell(page, "Kanal", 15)).toContainText("App");
  await expect(cell(page, "Erwartung", 14)).toContainText("verfehlt");
  await expect(cell(page, "Dauer", 14)).toHaveText("3 Tage");
  await expect(cell(page, /^Emotion/, 15)).toHaveText("Emotion −2,0");
  await expect(cell(page, "Erlebnis", 15).getByRole("img", { name: "sensorisch 1 von 5" })).toHaveCount(1);
  await expect(cell(page, "Moment der Wahrheit", 12)).not.toHaveText("");
  await expect(cell(page, "Schmerzpunkte", 15)).toContainText("Unklar");
  await expect(cell(page, "Chancen", 15)).toContainText("Video");
  await expect(cell(page, "Hinter den Kulissen", 15)).toHaveText("Legt an");
  await expect(cell(page, "Abteilung", 15)).toHaveText("Service");
  await expect(cell(page, "Beleg", 14)).toHaveText("Interview");
  await app.saved();
  console.log(`16 steps with all lanes: ${keys} keystrokes for ${characters} characters`);
  expect(keys, "few keys beside the characters").toBeLessThan(characters * 1.5);
});

test("bad input is shown as text and breaks nothing", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const long = "Donaudampfschifffahrt".repeat(480);
  const hostile = [`<img src=x onerror="alert(1)"> <b>fett</b>`, "👩‍👩‍👧 שלום עולם \u200b\u200f", long];
  for (const [column, text] of hostile.entries()) {
    await cell(page, "Handlung", column).focus();
    await page.keyboard.press("F2");
    await page.getByRole("textbox").filter({ visible: true }).last().fill(text);
    await page.keyboard.press("Enter");
    await expect(cell(page, "Handlung", column)).toHaveText(text.trim());
  }
  await expect(page.getByRole("grid").locator("img:not([role]), b")).toHaveCount(0);
  expect((await cell(page, "Handlung", 2).boundingBox()).height, "a very long text shows how it begins").toBeLessThan(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page").toBe(true);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("donaudampf");
  await expect(page.locator(".map-find-count")).toHaveText("1 Treffer");
});

test("what a map uses can be deleted: it stays whole, and it is said where it was used", async ({ app, page }) => {
  await openSampleJourney(app, page);
  await expect(cell(page, "Kanal", 9)).toContainText("Telefon");
  await app.goTo("Einstellungen");
  await page.getByRole("button", { name: "„Telefon“ löschen" }).click();
  await expect(app.toasts).toContainText(/„Telefon“ gelöscht\. Wurde in \d+ Touchpoints? \(.*„Hotline“.* Kundenreisen? \(„.+“; \d+ Schritte?\)/);
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(heads(page)).toHaveCount(16);
  await expect(cell(page, "Kanal", 9)).not.toContainText("Telefon");
  await expect(cell(page, "Handlung", 9)).toHaveText("Ruft an, wartet, erklärt zweimal");
  // Undoing leads to where the channel was deleted.
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "„Telefon“ löschen" })).toBeVisible();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(cell(page, "Kanal", 9)).toContainText("Telefon");

  await app.goTo("Kennzahlen");
  await page.getByRole("button", { name: "Weitere Aktionen für „Weiterempfehlung (NPS)“" }).click();
  await page.getByRole("menuitem", { name: "„Weiterempfehlung (NPS)“ löschen" }).click();
  await expect(app.toasts).toContainText(/„Weiterempfehlung \(NPS\)“ gelöscht\. Wurde in .*Ziel.*Maßnahme.* und 1 Datenquelle \(„.+“\) verwendet\./);
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(heads(page)).toHaveCount(16);
  await page.keyboard.press("Control+z");
  await expect(app.title).toHaveText("Weiterempfehlung (NPS)");

  // A KPI belongs to a touchpoint by its own word; the maps that lead there show it.
  await app.goTo("Kennzahlen");
  await page.getByRole("button", { name: "Weitere Aktionen für „Zufriedenheit mit der Hotline“" }).click();
  await page.getByRole("menuitem", { name: "„Zufriedenheit mit der Hotline“ löschen" }).click();
  await expect(app.toasts).toContainText(/„Zufriedenheit mit der Hotline“ gelöscht\. Wurde in 1 Touchpoint \(„Hotline“\), 3 Kundenreisen \(„Umzug und Stromwechsel“, .*; 3 Schritte\)/);
});
