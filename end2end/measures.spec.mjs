import { expect, test } from "./app.mjs";

const pick = (page, view) => page.getByRole("radio", { name: view, exact: true }).check({ force: true });
const undo = (page) => page.getByRole("banner").getByRole("button", { name: /^Rückgängig/ });
const panelOf = (page, title) => page.getByRole("region", { name: `Details zu „${title}“` });

/** A cell of the table, by its row's title and its column's heading. */
async function cell(page, title, column) {
  const grid = page.getByRole("grid", { name: "Maßnahmen" });
  await expect(grid.getByRole("columnheader").first()).toBeVisible();
  const heads = await grid.getByRole("columnheader").allInnerTexts();
  const at = heads.findIndex((head) => head.trim() === column);
  return grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) }).locator(`[data-column="${at}"]`);
}

test("a measure gets dates, money and worth, and every figure shows its calculation", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Maßnahmen");
  await page.getByRole("main").getByRole("button", { name: "Neue Maßnahme" }).first().click();
  await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Begrüßungsanruf");
  await page.keyboard.press("Enter");
  const panel = panelOf(page, "Begrüßungsanruf");
  const write = async (name, text) => {
    const field = panel.getByRole("textbox", { name, exact: true });
    await field.fill(text);
    await field.press("Enter");
  };

  await test.step("what can't be is refused or named", async () => {
    await panel.getByLabel("Beginn", { exact: true }).fill("2026-01-01");
    await panel.getByLabel("Ende", { exact: true }).fill("2025-12-31");
    await panel.getByLabel("Ende", { exact: true }).press("Tab");
    await expect(panel).toContainText("Das Ende liegt vor dem Beginn.");
    await panel.getByLabel("Ende", { exact: true }).fill("2026-12-31");
    await panel.getByLabel("Ende", { exact: true }).press("Tab");
    await expect(panel).not.toContainText("Das Ende liegt vor dem Beginn.");
    const start = panel.getByLabel("Beginn", { exact: true });
    await start.fill("1026-01-01");
    await start.press("Tab");
    await expect(panel.locator(".field").filter({ has: page.getByLabel("Beginn", { exact: true }) })).toContainText("Das Jahr 1026 ist wohl ein Tippfehler.");
    await start.fill("2026-01-01");
    await start.press("Tab");
    await expect(panel).not.toContainText("Tippfehler");
    await write("Kosten einmalig", "viel");
    await expect(panel).toContainText("„viel“ ist keine Zahl.");
    await write("Kosten einmalig", "-5");
    await expect(panel).toContainText("Das kann nicht unter 0 liegen.");
    await write("Kosten einmalig", "1e308");
    await expect(panel).toContainText("Das ist mehr, als ein Plan fasst.");
    await write("Aufwand", "6");
    await expect(panel).toContainText("„6“ ist kein Aufwand.");
  });

  await test.step("a department that helps is added to the register", async () => {
    const helping = panel.getByRole("combobox", { name: "Mithilfe" });
    await helping.fill("Außendienst");
    await helping.press("Enter");
    await expect(panel.getByRole("link", { name: "Außendienst" })).toBeVisible();
  });

  await test.step("a ready-made KPI is added to the plan and linked, as one step", async () => {
    const kpis = panel.getByRole("combobox", { name: "Kennzahlen" });
    await kpis.fill("NPS");
    await kpis.press("Enter");
    await expect(panel.getByRole("link", { name: "Weiterempfehlung (NPS)" })).toBeVisible();
    await expect(undo(page)).toHaveAccessibleName("Rückgängig: Kennzahl hinzufügen");
  });

  await test.step("cost, benefit and worth", async () => {
    await write("Kosten einmalig", "24.000");
    await write("Kosten je Monat", "500");
    await write("mindestens", "12.000");
    await write("wahrscheinlich", "30.000");
    await write("höchstens", "48.000");
    await write("Wert für Kunden", "80");
    await write("Wert fürs Unternehmen", "40");
    await write("Aufwand", "3");
  });

  await test.step("figures with range and calculation", async () => {
    const figure = (name) => panel.locator("details.measure-figure").filter({ has: page.getByText(name, { exact: true }) });
    await expect(figure("Kapitalwert").locator("summary")).toContainText(/19\.980\s€\s*−9\.742\s€ bis /);
    await figure("Kapitalwert").locator("summary").click();
    await expect(figure("Kapitalwert")).toContainText(/−9\.742\s€/);
    await expect(figure("Kapitalwert")).toContainText("30.000 ÷ 1,08²");
    await expect(figure("Priorität").locator("summary")).toContainText("20,0");
    await panel.getByRole("button", { name: "Zahlungsreihe zeigen" }).click();
    const dialog = page.getByRole("dialog", { name: "Zahlungsreihe von „Begrüßungsanruf“" });
    await expect(dialog.getByRole("row")).toHaveCount(13);
    await page.keyboard.press("Escape");
  });

  await test.step("the benefit can be derived", async () => {
    await panel.getByRole("radio", { name: "herleiten" }).check({ force: true });
    await expect(panel).toContainText("Noch nicht bestimmbar");
    await write("Abwanderung sinkt um mindestens", "0,5");
    await write("höchstens", "0,2");
    await expect(panel).toContainText("„Mindestens“ ist mehr als „höchstens“.");
    await write("höchstens", "1,5");
    await expect(panel).not.toContainText("„Mindestens“ ist mehr als „höchstens“.");
    await expect(panel.getByRole("button", { name: /^Aus Kennzahl/ })).toHaveCount(0);
    await write("Kunden, die es betrifft", "12.000");
    await write("Kundenwert (CLV)", "240");
    await expect(panel).toContainText(/28\.800\s€ je Jahr/);
    await undo(page).click();
    await expect(panel).toContainText("Noch nicht bestimmbar");
  });

  expect(await page.getByRole("main").innerText()).not.toMatch(/NaN|Infinity|inf\b/);
});

test("the table is worked by keyboard alone, as a spreadsheet", async ({ app, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.openSamplePlan();
  await app.goTo("Maßnahmen");
  const grid = page.getByRole("grid", { name: "Maßnahmen" });
  await app.tabTo(grid);

  await test.step("typing edits, Enter goes down, Esc restores", async () => {
    await app.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await page.keyboard.type("Redaktion");
    await app.press("Enter");
    await expect(await cell(page, "Umzugsratgeber", "Verantwortlich")).toHaveText("Redaktion");
    await app.press("ArrowUp", "F2");
    await page.keyboard.type(" neu");
    await app.press("Escape");
    await expect(await cell(page, "Umzugsratgeber", "Verantwortlich")).toHaveText("Redaktion");
    await expect(grid).toBeFocused();
  });

  await test.step("a choice is typed by its first letters", async () => {
    await app.press("Home", "ArrowRight", "g", "Enter");
    await expect(await cell(page, "Umzugsratgeber", "Stand")).toHaveText("geplant");
    await expect(undo(page)).toHaveAccessibleName("Rückgängig: Maßnahme ändern");
  });

  await test.step("what doesn't fit is told and changes nothing", async () => {
    await app.press("Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await page.keyboard.type("30.2.2026");
    await app.press("Enter");
    const problem = page.getByRole("alert").filter({ hasText: "„30.2.2026“ ist kein Datum." });
    await expect(problem).toBeVisible();
    // What was typed stays to be put right.
    const field = page.getByRole("textbox", { name: /^Beginn, / });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("30.2.2026");
    await app.press("Escape");
    await expect(problem).toBeHidden();
    await expect(grid).toBeFocused();
  });

  await test.step("a heading sorts", async () => {
    await app.press("Control+Home", "ArrowUp");
    for (let at = 0; at < 7; at += 1) await app.press("ArrowRight");
    await app.press("Enter", "Enter");
    await expect(grid.getByRole("columnheader", { name: "Kosten ohne Personentage" })).toHaveAttribute("aria-sort", "descending");
    await expect(grid.getByRole("rowheader").first()).toContainText("Rückrufservice");
    await app.press("Enter");
  });

  await test.step("copied cells are pasted as one step", async () => {
    await app.press("Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Control+c", "ArrowDown", "Control+v");
    await expect(await cell(page, "Eine Seite je Kaufphase", "Verantwortlich")).toHaveText("Redaktion");
    await expect(app.toasts).toContainText("1 Zelle eingefügt.");
    await undo(page).click();
    await expect(await cell(page, "Eine Seite je Kaufphase", "Verantwortlich")).toHaveText("");
  });

  await test.step("groups have their sums, and filters narrow", async () => {
    await page.getByRole("combobox", { name: "Gruppieren" }).selectOption("nach Phase");
    await expect(grid.getByRole("rowheader", { name: "Passiv (3)" })).toBeVisible();
    await page.getByRole("searchbox", { name: "Suchen" }).fill("rückruf");
    await expect(page.getByText("1 von 15 Maßnahmen")).toBeVisible();
    await page.getByRole("button", { name: "Alle zeigen" }).click();
    await expect(page.getByText("15 von 15 Maßnahmen")).toBeVisible();
  });

  await test.step("space opens the details, Esc closes them", async () => {
    await grid.focus();
    await app.press("Control+Home", " ");
    await expect(page.locator(".panel")).toBeFocused();
    await app.press("Escape");
    await expect(page.locator(".panel")).toHaveCount(0);
  });
});

test("cards are moved by keys, by buttons and by the pointer", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Maßnahmen");
  await pick(page, "Board");
  const column = (name) => page.getByRole("region", { name, exact: true });
  const card = (title) => page.locator(".board-card").filter({ hasText: title });

  await card("Umzugsratgeber").getByRole("link").focus();
  await app.press("Alt+ArrowRight");
  await expect(column("fertig")).toContainText("Umzugsratgeber");
  await expect(card("Umzugsratgeber").getByRole("link")).toBeFocused();
  await expect(app.toasts).toContainText("„Umzugsratgeber“ ist jetzt: fertig.");
  await undo(page).click();
  await expect(column("läuft")).toContainText("Umzugsratgeber");

  await card("Chatbot").hover();
  await page.getByRole("button", { name: "„Chatbot vor der Hotline“ eine Spalte nach links" }).click();
  await expect(column("fertig")).toContainText("Chatbot");

  const from = await card("Verbrauchsbericht").boundingBox();
  const to = await column("geplant").boundingBox();
  await page.mouse.move(from.x + 60, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(column("geplant")).toContainText("Verbrauchsbericht");
  await expect(page.locator(".panel")).toHaveCount(0);
});

test("bars are moved and stretched, and what contradicts itself is named", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Maßnahmen");
  await pick(page, "Zeitplan");
  const bar = page.locator('[data-bar="m-tariff-check"]');
  const contradictions = page.getByRole("region", { name: "Widersprüche" });
  await expect(contradictions).toContainText("Beginnt, bevor „Rechnung verständlich machen“ fertig ist");
  const period = () => bar.getAttribute("aria-label");
  const before = await period();

  await test.step("by keys, as one step", async () => {
    await bar.focus();
    await app.press("Alt+ArrowRight", "Alt+ArrowRight");
    await expect.poll(period).not.toBe(before);
    await expect(bar).toBeFocused();
    await app.press("Control+z");
    await expect.poll(period).toBe(before);
    await app.press("Control+Shift+ArrowLeft");
    await expect.poll(period).not.toBe(before);
    await app.press("Control+z");
    await expect.poll(period).toBe(before);
  });

  await test.step("arrows pass by what has no dates", async () => {
    const bars = page.locator("[data-bar]");
    const count = await bars.count();
    await bars.first().focus();
    for (let at = 1; at < count; at += 1) {
      await app.press("ArrowDown");
      await expect(bars.nth(at)).toBeFocused();
    }
    await bar.focus();
  });

  await test.step("by the pointer, without opening the details", async () => {
    const box = await bar.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 300, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(contradictions).toContainText("Kein Termin widerspricht einem anderen.");
    await expect(page.locator(".panel")).toHaveCount(0);
    await undo(page).click();
    await expect.poll(period).toBe(before);
  });

  await test.step("by buttons", async () => {
    await bar.focus();
    await page.getByRole("button", { name: "Ende später" }).click();
    await expect.poll(period).not.toBe(before);
  });

  await test.step("a measure without dates gets some", async () => {
    await page.getByRole("main").getByRole("button", { name: "Neue Maßnahme" }).first().click();
    await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Störungskarte");
    await page.keyboard.press("Enter");
    await panelOf(page, "Störungskarte").getByRole("button", { name: "Schließen" }).click();
    await expect(page.locator(".panel")).toHaveCount(0);
    await page.getByRole("searchbox", { name: "Suchen" }).fill("störungskarte");
    await page.getByRole("button", { name: "Termin für „Störungskarte“ setzen" }).click();
    await expect(page.getByRole("link", { name: /^Störungskarte, / })).toBeFocused();
  });

  await test.step("weeks are marked where there is room for them", async () => {
    const weeks = page.locator(".timeline-head .timeline-week");
    await expect(weeks).toHaveCount(0);
    await page.getByRole("radio", { name: "Wochen" }).check({ force: true });
    await expect(weeks.filter({ hasText: /^\d+$/ })).not.toHaveCount(0);
  });
});

test("an address that names a view shows it, whichever was shown before", async ({ app, page }) => {
  await app.openSamplePlan();
  for (const [part, name] of [["timeline", "Zeitplan"], ["matrix", "Matrix"]]) {
    await app.open(`measures?plan=${app.planId}&part=${part}`);
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  }
  await page.getByRole("link", { name: /^Tarifcheck vor dem Preisbrief: Wert/ }).click();
  await expect(panelOf(page, "Tarifcheck vor dem Preisbrief")).toBeVisible();
});

test("matrix, budget, departments and gaps answer what comes first, what it costs and who does it", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Maßnahmen");

  await test.step("which three first, and why", async () => {
    await pick(page, "Matrix");
    await expect(page.getByText(/^Zuerst: „Kündigungsgrund in zwei Fragen“, „Tarifcheck vor dem Preisbrief“/)).toBeVisible();
    await expect(page.getByRole("grid", { name: "Rangfolge" }).getByRole("rowheader").first()).toContainText("1. Kündigungsgrund");
    await expect(page.locator(".matrix-label", { hasText: "Kündigungsgrund in zwei Fragen" })).toBeVisible();
    await page.getByRole("link", { name: /^Tarifcheck vor dem Preisbrief: Wert/ }).click();
    await expect(panelOf(page, "Tarifcheck vor dem Preisbrief")).toBeVisible();
  });

  await test.step("a benefit is derived from what the plan's KPIs say", async () => {
    const panel = panelOf(page, "Tarifcheck vor dem Preisbrief");
    await expect(panel.getByRole("textbox", { name: "Kundenwert (CLV)", exact: true })).toHaveValue("321");
    await expect(panel.getByRole("button", { name: /^Aus Kennzahl „Kundenwert \(CLV\)“: 321\s€ \(nach ihren Annahmen\)$/ })).toBeVisible();
    await panel.getByRole("button", { name: /^Aus Kennzahl „Abwanderungsrate“: 46\.871 \(Stand / }).click();
    await expect(panel.getByRole("textbox", { name: "Kunden, die es betrifft", exact: true })).toHaveValue("46.871");
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Tarifcheck vor dem Preisbrief: Wert/ })).toBeFocused();
  });

  await test.step("what it costs against what there is", async () => {
    await pick(page, "Budget");
    for (const name of ["Nach Phase", "Nach Abteilung", "Nach Quartal"]) {
      const table = page.getByRole("table", { name, exact: true });
      const sum = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Zusammen" }) });
      await expect(sum).toContainText(/253\.130\s€/);
    }
    const field = page.getByRole("textbox", { name: "Verfügbar: Passiv" });
    await field.fill("10.000");
    await field.press("Enter");
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Passiv" }) });
    await expect(row).toContainText("zu viel");
    await field.fill("1e308");
    await field.press("Enter");
    await expect(row).toContainText("mehr, als ein Plan fasst");
    await expect(page.getByRole("img", { name: /bezahlt gemacht/ })).toBeVisible();
    await page.getByRole("radio", { name: "Nach Monat" }).check({ force: true });
    await expect(page.getByRole("table", { name: "Nach Monat" })).toBeVisible();
  });

  await test.step("who does it", async () => {
    await pick(page, "Abteilungen");
    const grid = page.getByRole("grid", { name: "Wer was tut" });
    await app.tabTo(grid);
    await app.press("Control+Home", "ArrowRight", "ArrowRight", "v", "Enter");
    const first = grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Umzugsratgeber" }) });
    await expect(first.getByRole("gridcell").nth(1)).toContainText("V");
    await expect(first.getByRole("gridcell").nth(0)).toContainText("M");
    await expect(page.getByRole("table", { name: "Auslastung" })).toContainText("von 80");
  });

  await test.step("who does it, on a phone: each measure a block that is read and changed without scrolling sideways", async () => {
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const grid = page.getByRole("grid", { name: "Wer was tut" });
    const block = grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Eine Seite je Kaufphase" }) });
    const service = block.getByRole("gridcell").filter({ hasText: "Service" }).first();
    await expect(service).toContainText("–");
    for (const frame of [page.locator(".people-parts .data-grid-scroll"), page.getByRole("region", { name: "Auslastung" })]) {
      await expect.poll(() => frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    }
    // The departments of a measure lie below one another, and so do keys find them.
    await grid.focus();
    await app.press("Control+Home");
    for (let at = 0; at < 3; at += 1) await app.press("ArrowDown");
    await app.press("PageDown", "b", "Enter");
    await expect(service).toContainText("B berät");
    await app.press("Enter");
    await expect(page.getByRole("combobox", { name: "Abrechnung, Eine Seite je Kaufphase" })).toBeFocused();
    await app.press("Escape");
    // The pointer chooses, too: the second click on a cell.
    await service.click();
    await service.click();
    await page.getByRole("combobox", { name: "Service, Eine Seite je Kaufphase" }).selectOption("");
    await app.press("Enter");
    await expect(service).toContainText("–");
    await page.setViewportSize(wide);
    await expect(grid).not.toHaveClass(/data-grid-stacked/);
  });

  await test.step("what has to change for the target journey", async () => {
    await pick(page, "Ist und Soll");
    await expect(page.getByText(/Schritte ändern sich; um \d+ kümmert sich noch keine Maßnahme/)).toBeVisible();
    await page.getByRole("button", { name: /^Maßnahme für „.*“ planen$/ }).first().click();
    await expect(page.getByRole("textbox", { name: "Maßnahme", exact: true })).toBeFocused();
  });
});

test("the budget shows what filters leave beside the whole, and its lines lead to the measures", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Maßnahmen");
  await pick(page, "Budget");
  const table = (name) => page.getByRole("table", { name, exact: true });
  const line = (name, title) =>
    table(name)
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: title, exact: true }) });
  const opener = (name, title) => table(name).getByRole("button", { name: title, exact: true });
  const measures = (name) => table(name).locator(".budget-measure").getByRole("link");

  await test.step("what is planned and what is left stay those of all", async () => {
    const field = page.getByRole("textbox", { name: "Verfügbar: Passiv" });
    await expect(line("Nach Phase", "Passiv")).toContainText(/1\.370\s€/);
    await page.getByRole("combobox", { name: "Stand", exact: true }).selectOption("läuft");
    const shown = page.getByText(/^Gezeigt: /);
    await expect(shown).toContainText(/^Gezeigt: 5 von 14 Maßnahmen mit Kosten, 93\.900\s€ von 253\.130\s€\. „Geplant“/);
    for (const name of ["Nach Phase", "Nach Abteilung", "Nach Quartal"]) {
      await expect(line(name, "Zusammen")).toContainText(/253\.130\s€\s*93\.900\s€/);
    }
    await expect(line("Nach Phase", "Passiv")).toContainText("1 von 3");
    await expect(line("Nach Phase", "Passiv")).toContainText(/38\.630\s€\s*6\.000\s€/);
    await expect(line("Nach Phase", "Passiv")).toContainText(/1\.370\s€/);
    await field.fill("10.000");
    await field.press("Enter");
    await expect(line("Nach Phase", "Passiv")).toContainText(/28\.630\s€ zu viel/);
    await page.getByRole("radio", { name: "Nach Monat" }).check({ force: true });
    await expect(line("Nach Monat", "Zusammen")).toContainText(/253\.130\s€\s*93\.900\s€/);
    await expect(page.getByText(/^Nutzen minus Kosten der gezeigten Maßnahmen/)).toBeVisible();
    // What is dropped stands in no line, and the sentence says so.
    await page.getByRole("combobox", { name: "Stand", exact: true }).selectOption("");
    await page.getByRole("combobox", { name: "Phase", exact: true }).selectOption("active");
    await expect(line("Nach Phase", "Aktiv")).toContainText("8 von 8");
    await expect(shown).toContainText(/^Gezeigt: 8 von 14 Maßnahmen mit Kosten, .* Nicht mitgezählt: 1 verworfene\. „Geplant“/);
    await page.getByRole("combobox", { name: "Phase", exact: true }).selectOption("");
    await page.getByRole("combobox", { name: "Stand", exact: true }).selectOption("läuft");
  });

  await test.step("a line opens to its measures, the dearest first", async () => {
    await opener("Nach Phase", "Aktiv").focus();
    await app.press("Enter");
    await expect(opener("Nach Phase", "Aktiv")).toHaveAttribute("aria-expanded", "true");
    await expect(measures("Nach Phase")).toHaveText([
      "Rückrufservice mit Terminwahl",
      "Zählerstand per Foto",
      "Wechselstatus wie bei Paketen",
    ]);
    await expect(line("Nach Phase", "Rückrufservice mit Terminwahl")).toContainText(/34\.500\s€/);
    await expect(opener("Nach Abteilung", "Abrechnung")).toHaveCount(0);
  });

  await test.step("a measure is selected where it stands, and the focus comes back there", async () => {
    await opener("Nach Abteilung", "Service").focus();
    await app.press("Enter");
    const link = measures("Nach Abteilung");
    await expect(link).toHaveText(["Rückrufservice mit Terminwahl"]);
    await app.tabTo(link);
    await app.press("Enter");
    await expect(panelOf(page, "Rückrufservice mit Terminwahl")).toBeFocused();
    await expect(line("Nach Abteilung", "Rückrufservice mit Terminwahl")).toHaveAttribute("aria-current", "true");
    await app.press("Escape");
    await expect(link).toBeFocused();
  });

  await test.step("what is selected elsewhere is seen here", async () => {
    await pick(page, "Board");
    await page.locator('[data-item="m-meter-photo"]').getByRole("link").click();
    await expect(panelOf(page, "Zählerstand per Foto")).toBeVisible();
    await pick(page, "Budget");
    await expect(line("Nach Phase", "Zählerstand per Foto")).toHaveAttribute("aria-current", "true");
    await panelOf(page, "Zählerstand per Foto").getByRole("button", { name: "Schließen" }).click();
    await expect(measures("Nach Phase").filter({ hasText: "Zählerstand per Foto" })).toBeFocused();
  });

  await test.step("groups come first, with their measures", async () => {
    await page.getByRole("combobox", { name: "Gruppieren" }).selectOption("nach Stand");
    await expect(measures("Nach Stand")).toHaveCount(5);
    await page.getByRole("button", { name: "Alle zeigen" }).click();
    await expect(page.getByRole("columnheader", { name: "davon gezeigt" })).toHaveCount(0);
    await expect(page.getByRole("table").first()).toHaveAccessibleName("Nach Stand");
    await expect(opener("Nach Stand", "geplant")).toHaveAttribute("aria-expanded", "true");
    await expect(measures("Nach Stand")).toHaveCount(14);
    await page.getByRole("combobox", { name: "Gruppieren" }).selectOption("nach Abteilung");
    await expect(page.getByRole("table").first()).toHaveAccessibleName("Nach Abteilung");
    await expect(table("Nach Phase")).toBeVisible();
    await expect(table("Nach Stand")).toHaveCount(0);
  });

  await test.step("what has no cost yet is named", async () => {
    await page.getByRole("main").getByRole("button", { name: "Neue Maßnahme" }).first().click();
    await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Nachfassbrief");
    await page.keyboard.press("Enter");
    await page.getByText("1 Maßnahme ohne Kosten", { exact: true }).click();
    await expect(page.locator(".measures-left").getByRole("link", { name: "Nachfassbrief" })).toBeVisible();
  });
});

test("what nobody has estimated is neither said to be 0 nor ranked", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Maßnahmen");
  await page.getByRole("main").getByRole("button", { name: "Neue Maßnahme" }).first().click();
  await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Nachfassbrief");
  await page.keyboard.press("Enter");
  await expect(panelOf(page, "Nachfassbrief")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panelOf(page, "Nachfassbrief")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Noch keine Kosten eingetragen.");
  await pick(page, "Matrix");
  await expect(page.getByText(/^Bei keiner gezeigten Maßnahme sind Wert und Aufwand geschätzt\./)).toBeVisible();
  await expect(page.getByRole("grid", { name: "Rangfolge" })).toHaveCount(0);
  await pick(page, "Budget");
  await expect(page.getByRole("main")).toContainText("Noch keine Kosten eingetragen.");
  await expect(page.getByRole("table", { name: "Nach Phase", exact: true }).getByRole("row").last()).not.toContainText("€");
  await app.goTo("Überblick");
  await page.getByRole("radio", { name: "Zusammenfassung" }).check({ force: true });
  await expect(page.getByRole("main")).toContainText("Noch keine Kosten eingetragen.");
});

test("a step without a touchpoint gets one with its measure, and a target that can't be compared is named", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Der Wechsel, wie er sein soll", exact: true }).click();
  const heads = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Touchpoints" }) })
    .getByRole("columnheader");
  const steps = await heads.count();
  await heads.first().focus();
  await page.keyboard.press("Alt+Enter");
  await expect(heads).toHaveCount(steps + 1);

  await app.goTo("Maßnahmen");
  await pick(page, "Ist und Soll");
  const plan = page.getByRole("button", { name: /^Touchpoint und Maßnahme für „.*“ anlegen$/ });
  await plan.click();
  await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Rückruf anbieten");
  await page.keyboard.press("Enter");
  await expect(page.locator(".gap-table").getByRole("link", { name: "Rückruf anbieten" })).toBeVisible();
  await expect(plan).toHaveCount(0);
  await undo(page).click();
  await undo(page).click();
  await expect(plan).toHaveCount(1);

  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Sechs Standorte, ein Vertrag", exact: true }).click();
  await page.getByRole("button", { name: "Eigenschaften" }).click();
  await page.locator(".panel").getByRole("radio", { name: "Soll-Reise" }).check({ force: true });
  await app.goTo("Maßnahmen");
  await pick(page, "Ist und Soll");
  await expect(page.getByText(/^Diese Soll-Reise gehört zu keiner Ist-Reise/)).toBeVisible();
  await page.locator(".measures-view").getByRole("link", { name: "Sechs Standorte, ein Vertrag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sechs Standorte, ein Vertrag");
});

test("a new currency leaves the amounts as they are, and says so", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  const currency = page.getByRole("combobox", { name: "Währung", exact: true });
  await currency.selectOption("CHF");
  await expect(app.toasts).toContainText("Die Währung ist jetzt CHF.");
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(currency).toHaveValue("EUR");
  // A list to choose from has no undo of its own.
  await currency.selectOption("CHF");
  await currency.press("Control+z");
  await expect(currency).toHaveValue("EUR");
});
