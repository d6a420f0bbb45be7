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

  await test.step("its KPI, ready-made while the plan has none, as one step", async () => {
    const kpi = column.getByRole("combobox", { name: "Kennzahl für „Schneller bestätigen“" });
    await kpi.focus();
    await kpi.selectOption("Kennzahl anlegen: Weiterempfehlung (NPS)");
    await expect(kpi.locator("option:checked")).toHaveText("Weiterempfehlung (NPS)");
    await expect(kpi).toBeFocused();
    await expect(undo).toHaveAccessibleName("Rückgängig: Kennzahl hinzufügen");
    await undo.click();
    await expect(kpi.locator("option:checked")).toHaveText("keine Kennzahl");
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
    await column.getByRole("button", { name: "Weitere Aktionen für „Schneller bestätigen“" }).click();
    await page.getByRole("menuitem", { name: "Löschen" }).click();
    await expect(app.toasts).toContainText("„Schneller bestätigen“ gelöscht");
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(column.getByRole("button", { name: "Schneller bestätigen", exact: true })).toBeVisible();
  });
});

test("a weakness leads to a measure and back, a taken answer stays taken, a goal shows what serves it", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Strategie");
  const column = page.getByRole("region", { name: "Onboarding", exact: true });
  const item = (title) =>
    column.getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
  const add = async (label, title) => {
    const field = column.getByRole("combobox", { name: `${label} hinzufügen: Onboarding` });
    await field.fill(title);
    await field.press("Enter");
  };
  const choose = async (title, entry) => {
    await column.getByRole("button", { name: `Weitere Aktionen für „${title}“` }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  const panel = page.locator(".panel");

  await test.step("a measure against a weakness of one's own", async () => {
    const weakness = "Rückfragen bleiben liegen";
    await add("Schwäche", weakness);
    await choose(weakness, "Maßnahme dazu anlegen");
    await expect(app.toasts).toContainText(`„Beheben: ${weakness}“`);
    await item(weakness).getByRole("link", { name: `Beheben: ${weakness}` }).click();
    await panel.getByRole("link", { name: weakness, exact: true }).click();
    await expect(page).toHaveURL(/\/strategy\?.*record=/);
    await expect(item(weakness)).toHaveAttribute("aria-current", "true");
    await expect(item(weakness)).toBeFocused();
  });

  await test.step("an answer of the catalogue is linked, and not proposed again under another title", async () => {
    const weakness = "Es wird mehr versprochen, als das Produkt hält";
    const answer = "Material für den Einstieg: kurze Videos, eine Reihe von E-Mails";
    await add("Schwäche", weakness);
    const answers = column.getByRole("group", { name: `Was gegen „${weakness}“ hilft` });
    await answers.getByRole("button", { name: `Als Maßnahme aufnehmen: ${answer}` }).click();
    await item(weakness).getByRole("link", { name: answer }).click();
    await panel.getByRole("heading", { level: 2 }).getByRole("button").click();
    await panel.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Drei kurze Videos");
    await page.keyboard.press("Enter");
    await app.goTo("Strategie");
    await choose(weakness, "Was dagegen hilft");
    await expect(answers.getByRole("button", { name: /^Als Maßnahme aufnehmen/ })).toHaveCount(1);
    await expect(answers.getByRole("button", { name: `Als Maßnahme aufnehmen: ${answer}` })).toHaveCount(0);
    await expect(item(weakness).getByRole("link", { name: "Drei kurze Videos" })).toBeVisible();
  });

  await test.step("a measure that there is serves a goal", async () => {
    await add("Ziel", "Schneller bestätigen");
    await choose("Schneller bestätigen", "Vorhandene Maßnahme verknüpfen …");
    const field = column.getByRole("combobox", { name: "Maßnahmen zu „Schneller bestätigen“" });
    await expect(field).toBeFocused();
    await field.fill("Drei kurze");
    await field.press("Enter");
    await item("Schneller bestätigen").getByRole("button", { name: "Schließen" }).click();
    await item("Schneller bestätigen").getByRole("link", { name: "Drei kurze Videos" }).click();
    await expect(panel.getByRole("link", { name: "Schneller bestätigen" })).toBeVisible();
  });

  await test.step("the focus goes on beside what is deleted", async () => {
    await app.goTo("Strategie");
    await choose("Rückfragen bleiben liegen", "Löschen");
    await expect(column.locator(".strategy-item:focus-within")).toHaveCount(1);
  });
});

test("a measure that also serves another part of the lifecycle is seen there, its cost is not", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Strategie");
  const [onboarding, use] = ["Onboarding", "Nutzung"].map((name) => page.getByRole("region", { name, exact: true }));
  await onboarding.getByRole("combobox", { name: "Maßnahme hinzufügen: Onboarding" }).fill("Begrüßungsanruf");
  await page.keyboard.press("Enter");
  await onboarding.getByRole("link", { name: "Begrüßungsanruf" }).click();
  const panel = page.getByRole("region", { name: "Details zu „Begrüßungsanruf“" });
  await panel.getByRole("textbox", { name: "Kosten einmalig" }).fill("30.000");
  await panel.getByRole("textbox", { name: "Kosten einmalig" }).press("Enter");
  const also = panel.getByRole("combobox", { name: "Dient auch" });
  await also.fill("Nutzung");
  await also.press("Enter");
  await panel.getByRole("link", { name: "Nutzung" }).click();
  await expect(use.getByRole("heading", { level: 3 })).toBeFocused();
  await expect(use.getByRole("link", { name: "Begrüßungsanruf" })).toBeVisible();
  await expect(use).toContainText("dient auch hier, liegt in Onboarding");
  await app.goTo("Überblick");
  await expect(await overviewCell(page, "Maßnahmen", "Nutzung")).toContainText("1 dient auch");
  await expect(await overviewCell(page, "Kosten", "Nutzung")).toHaveText("–");
});

test("the target of a goal waits for its value, and goes with it", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Strategie");
  const goal = page.locator('[data-item="g-trust"]');
  await expect(goal).toContainText("ohne Zielwert");
  await goal.getByRole("button", { name: /^Weitere Aktionen für/ }).click();
  await page.getByRole("menuitem", { name: "Zielwert setzen …" }).click();
  await goal.getByLabel("bis", { exact: true }).fill("2099-06-30");
  await goal.getByLabel("bis", { exact: true }).press("Tab");
  await expect(goal).toContainText("Der Termin zählt, sobald ein Zielwert dasteht.");
  await expect(goal).toContainText("ohne Zielwert");
  const value = goal.getByRole("textbox", { name: "Zielwert", exact: true });
  await value.fill("60");
  await value.press("Enter");
  await expect(goal).toContainText(/Ziel 60.* bis 30\.0?6\.2099/);
  await value.fill("");
  await value.press("Enter");
  await expect(goal).toContainText("ohne Zielwert");
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(goal).toContainText(/Ziel 60.* bis 30\.0?6\.2099/);
});

test("the canvas leads to where the lifecycle is changed", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Strategie");
  await page.getByRole("link", { name: "Lebenszyklus ändern" }).click();
  await expect(page).toHaveURL(/\/settings\?/);
  await expect(page.getByRole("button", { name: "Anderes Modell …" })).toBeVisible();
});

test("the focus stays nearby where what had it goes", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Strategie");
  const column = page.getByRole("region", { name: "Entscheidung", exact: true });
  const item = (title) =>
    column.getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
  const add = async (label, title) => {
    const field = column.getByRole("combobox", { name: `${label} hinzufügen: Entscheidung` });
    await field.fill(title);
    await field.press("Enter");
  };
  const choose = async (title, entry) => {
    await column.getByRole("button", { name: `Weitere Aktionen für „${title}“` }).press("Enter");
    await page.getByRole("menuitem", { name: entry }).press("Enter");
  };

  const weakness = "Anzeigen werden ohne Kaufabsicht geklickt und verteuern die Gewinnung";

  await test.step("answers of a weakness are taken up one after the other, and closed", async () => {
    await add("Schwäche", weakness);
    const answers = column.getByRole("group", { name: `Was gegen „${weakness}“ hilft` });
    const left = answers.getByRole("button", { name: /^Als Maßnahme aufnehmen/ });
    await expect(left.first()).toBeVisible();
    for (let count = await left.count(); count > 1; count -= 1) {
      await left.first().press("Enter");
      await expect(left).toHaveCount(count - 1);
      await expect(left.first()).toBeFocused();
    }
    await left.first().press("Enter");
    await expect(answers.getByRole("button", { name: "Schließen" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(column.getByRole("button", { name: weakness, exact: true })).toBeFocused();
  });

  await test.step("a goal of the catalogue gets its KPI and a target", async () => {
    const goal = "Mehr Kunden gewinnen (Abschlussquote)";
    await add("Ziel", goal);
    await item(goal).getByRole("button", { name: "Kennzahl anlegen: Abschlussquote" }).press("Enter");
    const kpi = item(goal).getByRole("combobox", { name: `Kennzahl für „${goal}“` });
    await expect(kpi.locator("option:checked")).toHaveText("Abschlussquote");
    await expect(kpi).toBeFocused();
    await expect(item(goal).getByRole("button", { name: /^Kennzahl anlegen/ })).toHaveCount(0);
    await choose(goal, "Zielwert setzen …");
    await expect(item(goal).getByRole("textbox", { name: "Zielwert", exact: true })).toBeFocused();
    await item(goal).getByRole("button", { name: "Schließen" }).press("Enter");
    await expect(column.getByRole("button", { name: goal, exact: true })).toBeFocused();
  });

  await test.step("the goal beside one that is deleted, else what comes next", async () => {
    await add("Ziel", "Preise erklären");
    await choose("Preise erklären", "Löschen");
    await expect(column.getByRole("button", { name: "Mehr Kunden gewinnen (Abschlussquote)", exact: true })).toBeFocused();
    await choose("Mehr Kunden gewinnen (Abschlussquote)", "Löschen");
    await expect(column.getByRole("button", { name: weakness, exact: true })).toBeFocused();
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
    await expect(page.getByRole("main")).toContainText(/Laufende und geplante Maßnahmen zusammen: 200\.830\s€ · Alle Maßnahmen, auch Ideen und fertige: 253\.130\s€/);
    await expect(page.getByRole("main")).toContainText("Kosten je Quartal ab jetzt, Ideen mitgezählt: Q");
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeLessThanOrEqual(2);
  });
  await app.goTo("Strategie");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("combobox", { name: "Ziel hinzufügen: Onboarding" })).toBeHidden();
});
