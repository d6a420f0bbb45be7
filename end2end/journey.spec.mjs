import { expect, test } from "./app.mjs";

/** The row of a journey's map with this title. */
const row = (page, title) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) });
const heads = (page) => row(page, "Touchpoints").getByRole("columnheader");
const stages = (page) => row(page, "Etappen").getByRole("columnheader");
const cell = (page, title, column) => row(page, title).getByRole("gridcell").nth(column);

/** Begins a journey with one stage by pointer. */
async function beginJourney(app, page) {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Neue Kundenreise" }).click();
  await page.getByRole("button", { name: "Mit einer Etappe beginnen" }).click();
  await expect(stages(page)).toBeFocused();
}

/** Opens the journey of the sample plan. */
async function openSampleJourney(app, page) {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
  await expect(heads(page)).toHaveCount(16);
}

test("a journey is mapped by keyboard alone", async ({ app, page }) => {
  const keys = page.keyboard;
  await app.open();
  await app.tabTo(page.getByRole("button", { name: "Leerer Plan" }));
  await keys.press("Enter");
  await expect(page.getByRole("table")).toBeVisible();
  await keys.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Suchen und Befehle" })).toBeFocused();
  await keys.type("Kundenreisen");
  await keys.press("Enter");
  await app.tabTo(page.getByRole("button", { name: "Neue Kundenreise" }));
  await keys.press("Enter");

  const title = page.getByRole("heading", { level: 1 }).getByRole("button");
  await app.tabTo(title);
  await keys.press("Enter");
  // The name that it was given is selected: typing takes its place.
  await keys.type("Umzug in die neue Stadt");
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Umzug in die neue Stadt");
  await expect(title).toBeFocused();

  await test.step("stages and steps are named by typing", async () => {
    await app.tabTo(page.getByRole("button", { name: "Mit einer Etappe beginnen" }));
    await keys.press("Enter");
    await expect(stages(page)).toBeFocused();
    await keys.type("Vor dem Umzug");
    await keys.press("Enter");
    await expect(stages(page)).toHaveText("Vor dem Umzug");
    await expect(stages(page)).toBeFocused();
    await app.press("Alt+Enter");
    await expect(stages(page)).toHaveCount(2);
    await expect(stages(page).nth(1)).toBeFocused();
    await keys.type("Danach");
    await app.press("Enter", "ArrowDown");
    await expect(heads(page).nth(1)).toBeFocused();
    await app.press("ArrowLeft");
    await keys.type("Website");
    await app.press("Enter", "Alt+Enter");
    await expect(heads(page)).toHaveCount(3);
    await expect(heads(page).nth(1)).toBeFocused();
    await keys.type("Hotline");
    await keys.press("Tab");
    await expect(heads(page).nth(2)).toBeFocused();
    await keys.type("Rechnung");
    await keys.press("Enter");
    await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung"]);
    await expect(stages(page)).toHaveText(["Vor dem Umzug", "Danach"]);
  });

  await test.step("texts are edited in place", async () => {
    await app.press("ArrowDown", "Home");
    await expect(cell(page, "Handlung", 0)).toBeFocused();
    await keys.press("F2");
    await keys.type("Sucht den Tarif");
    await keys.press("Tab");
    await expect(cell(page, "Handlung", 1)).toBeFocused();
    await keys.type("Ruft an");
    await keys.press("Enter");
    await expect(cell(page, "Handlung", 1)).toBeFocused();
    await keys.press("Enter");
    await keys.type(" und wartet");
    await keys.press("Escape");
    await expect(cell(page, "Handlung", 1)).toBeFocused();
    await expect(row(page, "Handlung").getByRole("gridcell")).toHaveText(["Sucht den Tarif", "Ruft an", ""]);
  });

  await test.step("the emotion is set by keys", async () => {
    await app.press("ArrowDown", "ArrowDown", "ArrowDown");
    const emotion = cell(page, /^Emotion/, 1);
    await expect(emotion).toBeFocused();
    await keys.press("2");
    await expect(emotion).toHaveText("Emotion +2,0");
    await keys.press("-");
    await expect(emotion).toHaveText("Emotion +1,5");
    await keys.press("0");
    await keys.press("+");
    await expect(emotion).toHaveText("Emotion +0,5");
    await keys.press("Delete");
    await expect(emotion).toHaveText("keine Emotion");
    await app.press("Control+z");
    await expect(emotion).toHaveText("Emotion +0,5");
    for (const [typed, shown] of [["1,5", "+1,5"], ["-1.5", "−1,5"], ["-0,5", "−0,5"], ["2", "+2,0"], ["0,5", "+0,5"]]) {
      await app.press("ArrowLeft", "ArrowRight");
      await app.press(...typed);
      await expect(emotion).toHaveText(`Emotion ${shown}`);
    }
    await app.press("Delete", ...",3");
    await expect(app.toasts).toContainText("„,3“ ist keine Emotion");
    await expect(emotion).toHaveText("keine Emotion");
    await app.press("Control+z");
    await expect(emotion).toHaveText("Emotion +0,5");
    await keys.press("Enter");
    await expect(page.getByRole("radio", { name: "+0,5", exact: true })).toBeFocused();
    await keys.press("ArrowRight");
    await expect(emotion).toHaveText("Emotion +1,0");
    await keys.press("ArrowLeft");
    await expect(emotion).toHaveText("Emotion +0,5");
    await keys.press("Escape");
    await expect(emotion).toBeFocused();
  });

  await test.step("a pain point is noted and evidence chosen", async () => {
    await app.press("ArrowDown");
    const pains = cell(page, /^Schmerz/, 1);
    await expect(pains).toBeFocused();
    await keys.type("Lange Warteschleife");
    await keys.press("Enter");
    await expect(pains).toHaveText("Lange Warteschleife");
    await app.press("ArrowDown", "ArrowDown", "Enter");
    await expect(page.getByRole("combobox", { name: "Beleg, Hotline" })).toBeFocused();
    await app.press("ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    await expect(cell(page, "Beleg", 1)).toHaveText("Interview");
    await expect(cell(page, "Beleg", 1)).toBeFocused();
  });

  await test.step("the focus goes to the ends of a row and of the map", async () => {
    await keys.press("End");
    await expect(cell(page, "Beleg", 2)).toBeFocused();
    await keys.press("Home");
    await expect(cell(page, "Beleg", 0)).toBeFocused();
    await keys.press("Control+Home");
    await expect(page.getByRole("rowheader", { name: "Etappen" })).toBeFocused();
    await keys.press("Control+End");
    await expect(cell(page, "Beleg", 2)).toBeFocused();
  });

  await test.step("steps are moved, deleted and brought back", async () => {
    await app.press("Control+Home", "ArrowDown", "Home", "Alt+ArrowRight");
    await expect(heads(page)).toHaveText(["Hotline", "Website", "Rechnung"]);
    await expect(heads(page).nth(1)).toBeFocused();
    await keys.press("Delete");
    await expect(heads(page)).toHaveText(["Hotline", "Rechnung"]);
    await expect(app.toasts).toContainText("Schritt „Website“ gelöscht.");
    await expect(heads(page).nth(1)).toBeFocused();
    await app.press("Control+z");
    await expect(heads(page)).toHaveText(["Hotline", "Website", "Rechnung"]);
    await expect(cell(page, "Handlung", 1)).toHaveText("Sucht den Tarif");
    await app.press("Control+z");
    await expect(heads(page)).toHaveText(["Website", "Hotline", "Rechnung"]);
    await app.press("Control+y");
    await expect(heads(page)).toHaveText(["Hotline", "Website", "Rechnung"]);
  });
});

test("a journey is shaped by pointer and in the panel of a step", async ({ app, page }) => {
  await openSampleJourney(app, page);

  await test.step("a point of the emotion curve is dragged", async () => {
    const emotion = cell(page, /^Emotion/, 2);
    await expect(emotion).toHaveText("Emotion +0,5; Soll +0,5");
    const { x, y, width, height } = await emotion.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height * 0.7);
    await page.mouse.move(x + width / 2, y + height - 4);
    await page.mouse.up();
    await expect(emotion).toHaveText("Emotion −2,0; Soll +0,5, Unterschied +2,5");
    await page.getByRole("button", { name: "Rückgängig: Emotion ändern" }).click();
    await expect(emotion).toHaveText("Emotion +0,5; Soll +0,5");
  });

  await test.step("what begins sideways, or is taken by the browser to scroll, changes nothing", async () => {
    const emotion = cell(page, /^Emotion/, 2);
    const { x, y, width, height } = await emotion.boundingBox();
    const [middle, centre, bottom] = [x + width / 2, y + height / 2, y + height - 4];
    await page.mouse.move(middle, centre);
    await page.mouse.down();
    await page.mouse.move(middle + 20, centre);
    await page.mouse.move(middle + 20, bottom);
    await page.mouse.up();
    await expect(emotion).toHaveText("Emotion +0,5; Soll +0,5");
    await page.mouse.move(middle, centre);
    await page.mouse.down();
    await page.mouse.move(middle, bottom);
    await expect(emotion).toContainText("Emotion −2,0");
    await emotion.dispatchEvent("pointercancel");
    await page.mouse.up();
    await expect(emotion).toHaveText("Emotion +0,5; Soll +0,5");
    await expect(page.getByRole("button", { name: "Rückgängig: Emotion ändern" })).toHaveCount(0);
  });

  await test.step("a click chooses a cell of the curve, and only then sets its value", async () => {
    const emotion = cell(page, /^Emotion/, 4);
    const before = await emotion.textContent();
    const { width, height } = await emotion.boundingBox();
    const low = { position: { x: width / 2, y: height - 4 } };
    await emotion.click(low);
    await expect(emotion).toBeFocused();
    await expect(emotion).toHaveText(before);
    await emotion.click(low);
    await expect(emotion).toContainText("Emotion −2,0");
    await page.getByRole("button", { name: "Rückgängig: Emotion ändern" }).click();
    await expect(emotion).toHaveText(before);
  });

  await test.step("a step is dragged", async () => {
    const before = await heads(page).allTextContents();
    await heads(page).nth(1).dragTo(heads(page).nth(2));
    await expect(heads(page)).toHaveText([before[0], before[2], before[1], ...before.slice(3)]);
    await page.getByRole("button", { name: "Rückgängig: Schritt verschieben" }).click();
    await expect(heads(page)).toHaveText(before);
  });

  const panel = page.getByRole("region", { name: "Hotline" });

  await test.step("a touchpoint is picked from the register", async () => {
    await heads(page).nth(2).click();
    const touchpoint = page.getByRole("combobox", { name: "Touchpoint", exact: true });
    await touchpoint.click();
    await touchpoint.fill("hotl");
    await page.getByRole("option", { name: "Hotline" }).click();
    await expect(heads(page).nth(2)).toHaveText("Hotline");
    await expect(panel).toContainText("Hotline");
  });

  await test.step("the register is offered while the name of a column is typed", async () => {
    await heads(page).nth(3).focus();
    await page.keyboard.press("F2");
    const field = page.getByRole("textbox", { name: "Touchpoint, " });
    await field.fill("hotl");
    await expect(page.getByRole("listbox", { name: "Touchpoints" }).getByRole("option")).toHaveText(["Hotline"]);
    await app.press("ArrowDown", "Enter");
    await expect(field).toHaveCount(0);
    await expect(heads(page).nth(3)).toHaveText("Hotline");
    await page.keyboard.press("Control+z");
    await expect(heads(page).nth(3)).not.toHaveText("Hotline");
    await heads(page).nth(2).click();
  });

  await test.step("a channel is added", async () => {
    await panel.getByRole("combobox", { name: "Kanäle" }).click();
    await panel.getByRole("option", { name: "Brief" }).click();
    await expect(cell(page, "Kanal", 2)).toContainText("Brief");
    await panel.getByRole("button", { name: "Brief entfernen" }).click();
    await expect(cell(page, "Kanal", 2)).not.toContainText("Brief");
  });

  await test.step("a new channel is added once, however it is typed again", async () => {
    const channels = panel.getByRole("combobox", { name: "Kanäle", exact: true });
    const offered = panel.getByRole("listbox", { name: "Kanäle", exact: true }).getByRole("option");
    const remove = panel.getByRole("button", { name: "Messestand entfernen" });
    await channels.fill("Messestand");
    await expect(offered).toHaveText("Kanal „Messestand“ anlegen");
    await channels.press("Enter");
    await expect(remove).toHaveCount(1);
    await channels.fill(" messestand");
    await expect(offered).toHaveText("„Messestand“ ist schon gewählt.");
    await channels.press("Enter");
    await expect(offered).toHaveText("„Messestand“ ist schon gewählt.");
    await channels.press("Escape");
    await expect(remove).toHaveCount(1);
    await remove.click();
    await channels.fill("Messestand");
    await expect(offered, "the register has it once").toHaveText("Messestand");
    await channels.press("Escape");
  });

  await test.step("a pain point is noted with its severity", async () => {
    await panel.getByRole("button", { name: "Schmerzpunkt hinzufügen" }).click();
    await page.keyboard.type("Muss alles zweimal erzählen");
    await page.keyboard.press("Enter");
    const pain = panel.getByRole("listitem").filter({ hasText: "Muss alles zweimal erzählen" });
    await pain.getByRole("combobox", { name: "Schwere" }).selectOption("4");
    const card = cell(page, /^Schmerz/, 2).locator(".pain").filter({ hasText: "Muss alles zweimal erzählen" });
    await expect(card.getByLabel("Schwere 4 von 5")).toBeVisible();

    // An open one becomes a measure in one step.
    await pain.getByRole("button", { name: "Maßnahme planen: Muss alles zweimal erzählen" }).click();
    await expect(page).toHaveURL(/\/measures/);
    await expect(app.toasts).toContainText("angelegt und verknüpft");
    await page.goBack();
    await heads(page).nth(2).click();
    await expect(panel.getByRole("link", { name: "Beheben: Muss alles zweimal erzählen" })).toBeVisible();
    await expect(pain.getByRole("combobox", { name: "Stand" })).toHaveValue("planned");
    await expect(pain.getByRole("button", { name: /^Maßnahme planen/ })).toHaveCount(0);
    await pain.getByRole("combobox", { name: "Stand" }).selectOption("gelöst");
    await expect(card).toContainText("gelöst");
  });

  await test.step("a measure is planned for the step", async () => {
    await panel.getByRole("button", { name: "Maßnahme planen", exact: true }).click();
    await expect(page).toHaveURL(/\/measures/);
    await expect(app.toasts).toContainText("Maßnahme „Hotline verbessern“ angelegt und verknüpft.");
    await expect(page.getByRole("textbox", { name: "Maßnahme" }).or(page.getByRole("region", { name: "Hotline verbessern" })).first()).toBeVisible();
    await page.goBack();
    await heads(page).nth(2).click();
    await expect(panel.getByRole("link", { name: "Hotline verbessern" })).toBeVisible();
  });
});

test("hostile text is shown as text", async ({ app, page }) => {
  await beginJourney(app, page);
  const hostile = [
    "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>",
    "שלום \u202eעולם &amp; <b>",
    "👩‍👩‍👧‍👦🏳️‍🌈 Zoë 𝒳",
    `Anfang${"x".repeat(9_988)}Schluss`.slice(0, 10_000),
  ];
  await page.keyboard.press("ArrowDown");
  for (const [index, text] of hostile.entries()) {
    if (index > 0) await page.keyboard.press("Alt+Enter");
    await expect(heads(page).nth(index)).toBeFocused();
    await page.keyboard.press("F2");
    await page.getByRole("textbox", { name: "Touchpoint" }).fill(text);
    await page.keyboard.press("Enter");
    await expect(heads(page).nth(index)).toHaveText(text);
  }
  await page.keyboard.press("ArrowDown");
  for (const [index, text] of hostile.toReversed().entries()) {
    await cell(page, "Handlung", index).dblclick();
    await page.getByRole("textbox", { name: /^Handlung/ }).fill(text);
    await page.keyboard.press("Enter");
    await expect(cell(page, "Handlung", index)).toHaveText(text);
  }
  await expect(page.getByRole("grid").locator("img, script, b")).toHaveCount(0);
  await expect(page).toHaveTitle(/^Kundenreisen/);
  await app.saved();
  await app.reload();
  await expect(heads(page)).toHaveText(hostile);
  await app.goTo("Überblick");
  await expect(page.getByRole("table")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page").toBe(true);
});
