import { expect, test } from "./app.mjs";

const panel = (page) => page.locator(".panel");

test("a remark of the check is put aside with a reason, by keyboard, and checked again", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Prüfliste");
  const alarm = page.locator(".nav-link-alarm");
  await expect(alarm).toHaveText(/^\d+$/);
  const before = Number(await alarm.innerText());
  await app.tabTo(page.getByTitle("Nicht relevant: Bewertungen", { exact: true }));
  await page.keyboard.press("Enter");
  const reason = page.getByRole("textbox", { name: "Warum nicht relevant: Bewertungen" });
  await expect(reason).toBeFocused();
  // Without a reason nothing is put aside.
  await page.keyboard.press("Enter");
  await expect(reason).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTitle("Nicht relevant: Bewertungen", { exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Gehört den Portalen");
  await page.keyboard.press("Enter");
  await expect(alarm).toHaveText(String(before - 1));
  // The remark is gone, the focus lies on one beside it.
  await expect(page.locator(".check-section a.check-name:focus")).toHaveCount(1);
  await page.locator(".check-dismissed summary").click();
  await expect(page.locator(".check-dismissed")).toContainText("Gehört den Portalen");
  await page.locator(".check-section").getByTitle(/^Nicht relevant: /).first().click();
  await page.keyboard.type("Kommt später");
  await page.keyboard.press("Enter");
  await expect(page.getByTitle(/^Wieder prüfen: /)).toHaveCount(2);
  await page.getByTitle("Wieder prüfen: Bewertungen").press("Enter");
  await expect(alarm).toHaveText(String(before - 1));
  await expect(page.getByTitle(/^Wieder prüfen: /), "the list stays open, and the focus in it").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(alarm).toHaveText(String(before));
});

test("a group of lost customers shows what it brings, and the plan becomes a measure", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Rückgewinnung");
  await page.getByRole("main").getByRole("button", { name: "Neue Gruppe" }).click();
  await page.keyboard.type("Vom Service enttäuscht");
  await page.keyboard.press("Enter");
  const fill = async (name, value) => {
    await panel(page).getByRole("textbox", { name, exact: true }).fill(value);
    await page.keyboard.press("Enter");
  };
  await fill("Kunden", "200");
  await fill("Deckungsbeitrag je Jahr", "90");
  await fill("Ansprache je Kunde", "8");
  await fill("Anreiz je Rückkehr", "40");
  await expect(panel(page)).toContainText("Es fehlt: Rückgewinnungsrate");
  await fill("wahrscheinlich", "250");
  await expect(panel(page)).toContainText("Bitte eine Zahl von 0 bis 100 eingeben.");
  await fill("wahrscheinlich", "25");
  await fill("vorsichtig", "30");
  await expect(panel(page)).toContainText("Es fehlt: Rückgewinnungsraten in der Reihenfolge von vorsichtig bis günstig");
  await fill("vorsichtig", "");
  await expect(panel(page)).toContainText(/50 × 231,94\s€ − 3\.600\s€ = 7\.997\s€/);
  await panel(page).getByRole("button", { name: /^Als Anreiz nehmen/ }).first().press("Enter");
  await expect(panel(page).locator(".win-back-incentive .editable-text")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await page.getByRole("button", { name: "Maßnahme daraus machen" }).click();
  const opening = page.getByRole("link", { name: "Maßnahme öffnen" });
  await expect(opening).toBeFocused();
  await opening.click();
  await expect(page.getByRole("main")).toContainText("Verlorene Kunden zurückgewinnen");
  const value = panel(page).locator("details.measure-figure").filter({ has: page.getByText("Kapitalwert", { exact: true }) });
  await expect(value.locator("summary")).toContainText(/7\.997\s€/);
  const start = await panel(page).getByLabel("Beginn", { exact: true }).inputValue();
  await expect(panel(page).getByLabel("Nutzen ab", { exact: true })).toHaveValue(start);
  await panel(page).getByRole("link", { name: "Vom Service enttäuscht" }).click();
  await expect(page).toHaveURL(/\/win-back\?.*group=/);
  await panel(page).getByRole("link", { name: "Verlorene Kunden zurückgewinnen" }).click();
  await expect(page).toHaveURL(/\/measures\?.*measure=/);
  await app.goTo("Rückgewinnung");
  await expect(page.getByRole("link", { name: "Maßnahme öffnen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Zahlen der Maßnahme aktualisieren" })).toHaveCount(0);
});

test("a single group becomes a measure of its own, or joins one", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Rückgewinnung");
  await page.getByRole("main").getByRole("link", { name: "Aus dem Netzgebiet gezogen" }).click();
  const own = panel(page).getByRole("button", { name: "Maßnahme aus dieser Gruppe machen" });
  await expect(own).toHaveCount(0);
  await panel(page).getByRole("checkbox", { name: "Diese Gruppe weglassen" }).uncheck();
  await own.click();
  await expect(app.toasts).toContainText("Die Maßnahme „Zurückgewinnen: Aus dem Netzgebiet gezogen“ ist angelegt.");
  await expect(panel(page).getByRole("link", { name: "Zurückgewinnen: Aus dem Netzgebiet gezogen" })).toBeFocused();
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await panel(page).getByRole("button", { name: "In „Rückgewinnung per Anruf binnen vier Wochen“ aufnehmen" }).click();
  await panel(page).getByRole("link", { name: "Rückgewinnung per Anruf binnen vier Wochen" }).click();
  await expect(page).toHaveURL(/\/measures/);
  await expect(panel(page)).toContainText("Aus dem Netzgebiet gezogen");
});

test("a remark of the check leads to what it is about: an item of the strategy, a step of a journey, a budget, a group", async ({ app, page }) => {
  const found = (rule) => page.locator(`[data-rule="${rule}"]`);
  await app.openSamplePlan();

  await test.step("a goal", async () => {
    await app.goTo("Prüfliste");
    await found("goal-without-kpi").getByRole("link", { name: "Der Preis im Rechner ist der Preis auf der Rechnung" }).click();
    const goal = page.locator('[data-item="g-final-price"]');
    await expect(goal).toHaveAttribute("aria-current", "true");
    await expect(goal).toBeFocused();
    await expect(goal).toBeInViewport();
  });

  await test.step("the step of a journey", async () => {
    await app.goTo("Prüfliste");
    await found("channel-break").getByRole("link", { name: "Umzug und Stromwechsel" }).click();
    await expect(page.getByRole("region", { name: "Erste Abrechnung" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Erste Abrechnung" })).toBeInViewport();
    await app.goTo("Prüfliste");
    await found("target-uncovered").getByRole("link", { name: "Der Wechsel, wie er sein soll" }).click();
    await expect(page.locator(".map-head[data-selected]")).toBeInViewport();
  });

  await test.step("the budget of a phase", async () => {
    await app.goTo("Maßnahmen");
    const view = (name) => page.getByRole("radio", { name, exact: true });
    await view("Budget").check({ force: true });
    const field = page.getByRole("textbox", { name: "Verfügbar: Passiv" });
    const quarters = page.getByRole("textbox", { name: /^Verfügbar: Q/ });
    for (const own of [field, quarters.nth(3)]) {
      await own.fill("10");
      await own.press("Enter");
    }
    await view("Board").press("Space");
    await app.goTo("Prüfliste");
    await found("budget-exceeded").getByRole("link", { name: /^Passiv/ }).click();
    await expect(view("Budget")).toBeChecked();
    await expect(field).toHaveValue("10");
    await expect(page).not.toHaveURL(/part=/);
    const phase = page.getByRole("row").filter({ has: field });
    await expect(phase).toBeFocused();
    await expect(phase).toHaveAttribute("aria-current", "true");
    await page.goBack();
    await expect(page).toHaveURL(/\/check/);
  });

  await test.step("the budget of a quarter, far down the page", async () => {
    const remark = found("quarter-budget-exceeded").locator("[data-subject]").last();
    const subject = await remark.getAttribute("data-subject");
    await remark.getByRole("link").click();
    const quarter = page.locator(`#budget-line-${subject}`);
    await expect(quarter).toBeFocused();
    await expect(quarter).toBeInViewport();
    await expect(quarter).toHaveAttribute("aria-current", "true");
    await expect(quarter).toContainText("zu viel");
    await expect(page.locator('.budget-table tr[aria-current="true"]')).toHaveCount(1);
  });

  await test.step("a group of lost customers", async () => {
    await app.goTo("Rückgewinnung");
    await page.getByRole("main").getByRole("button", { name: "Neue Gruppe" }).click();
    await page.keyboard.type("Kaum zu halten");
    await page.keyboard.press("Enter");
    for (const [name, value] of [["Kunden", "200"], ["Deckungsbeitrag je Jahr", "1"], ["Ansprache je Kunde", "8"], ["wahrscheinlich", "1"]]) {
      await panel(page).getByRole("textbox", { name, exact: true }).fill(value);
      await page.keyboard.press("Enter");
    }
    await app.goTo("Prüfliste");
    await found("group-does-not-pay").getByRole("link", { name: "Kaum zu halten" }).click();
    await expect(page.getByRole("region", { name: "Details zur Gruppe „Kaum zu halten“" })).toBeVisible();
  });
});

test("questions of journeys become contents, and customers are involved where a gap was", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Inhalte");
  const rows = page.locator(".content-list tbody tr");
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  for (const name of ["Fertig bis", "Abteilung"]) {
    await expect(page.locator(".content-list").getByRole("columnheader", { name, exact: true })).toHaveCount(1);
  }
  await page.getByTitle("Als Inhalt aufnehmen: Kann ich denen trauen?").click();
  await expect(rows).toHaveCount(before + 1);
  await expect(page.locator(".content-question a:focus")).toHaveCount(1);
  await app.goTo("Beteiligung");
  const design = page.getByRole("region", { name: "Gestaltung" });
  await expect(design).toContainText("Lücke");
  await design.getByRole("combobox").click();
  await design.getByRole("option").first().click();
  await expect(design).not.toContainText("Lücke");
});
