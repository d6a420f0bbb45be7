import { App, expect, test } from "./app.mjs";

/** Opens the plan that is open in one tab in another. */
async function openBeside(app, context, { deaf = false, title = "CX-Plan" } = {}) {
  const page = await context.newPage();
  if (deaf) {
    // Hears nothing of the other tab, as when both save in the same moment.
    await page.addInitScript(() => {
      const { addEventListener } = EventTarget.prototype;
      BroadcastChannel.prototype.addEventListener = function (kind, ...rest) {
        if (kind !== "message") addEventListener.call(this, kind, ...rest);
      };
    });
  }
  const beside = new App(page);
  await beside.open(app.page.url());
  await expect(beside.title).toHaveText(title);
  await beside.saved();
  return beside;
}

/** Writes into a field of the settings. */
async function write(app, field, text) {
  const input = app.page.getByRole("textbox", { name: field, exact: true });
  await input.fill(text);
  await input.press("Tab");
}

const field = (app, name) => app.page.getByRole("textbox", { name, exact: true });

test("what one tab changes appears in the other", async ({ app, context }) => {
  await app.openSamplePlan();
  const other = await openBeside(app, context);
  await app.renamePlan("Umbenannt");
  await expect(other.title).toHaveText("Umbenannt");
  await other.renamePlan("Noch einmal");
  await expect(app.title).toHaveText("Noch einmal");
  await app.page.keyboard.press("Control+z");
  await expect(app.problems).toHaveText("");
});

test("changes of different records at the same moment both stay, in both tabs", async ({ app, context }) => {
  await app.openSamplePlan();
  const other = await openBeside(app, context);
  for (const tab of [app, other]) {
    await tab.goTo("Einstellungen");
    await expect(field(tab, "Organisation")).toHaveValue("Auental Energie");
  }
  await Promise.all([write(app, "Organisation", "Stadtwerke"), write(other, "Kapazität: Vertrieb", "77")]);
  for (const tab of [app, other]) {
    await expect(field(tab, "Organisation")).toHaveValue("Stadtwerke");
    await expect(field(tab, "Kapazität: Vertrieb")).toHaveValue("77");
    await tab.saved();
    await expect(tab.problems).toHaveText("");
  }
  await app.reload();
  await expect(field(app, "Organisation")).toHaveValue("Stadtwerke");
  await expect(field(app, "Kapazität: Vertrieb")).toHaveValue("77");
});

test("what is being typed stays when the other tab changes the same field", async ({ app, context }) => {
  await app.openSamplePlan();
  const other = await openBeside(app, context);
  await app.goTo("Einstellungen");
  await field(app, "Organisation").fill("Stadtwerke und");
  await other.goTo("Einstellungen");
  await write(other, "Organisation", "Energie AG");
  await write(other, "Kapazität: Vertrieb", "77");
  await expect(field(app, "Kapazität: Vertrieb")).toHaveValue("77");
  await expect(field(app, "Organisation")).toHaveValue("Stadtwerke und");
  await field(app, "Organisation").press("Tab");
  await expect(field(other, "Organisation")).toHaveValue("Stadtwerke und");
});

test("changes of the same field: one stays, the other is named", async ({ app, context }) => {
  await app.openSamplePlan();
  const deaf = await openBeside(app, context, { deaf: true });
  await app.renamePlan("Vom ersten");
  await app.saved();
  await deaf.renamePlan("Vom zweiten");
  await expect(deaf.problems).toContainText("Ein anderes Fenster hat dasselbe geändert");
  await expect(deaf.problems).toContainText("Vom ersten");
  await expect(deaf.title).toHaveText("Vom zweiten");
  await deaf.saved();
  await expect(app.title).toHaveText("Vom zweiten");
  await expect(app.problems).toHaveText("");
});

test("a tab that heard nothing takes in what the other changed elsewhere", async ({ app, context }) => {
  await app.openSamplePlan();
  const deaf = await openBeside(app, context, { deaf: true });
  await app.renamePlan("Vom ersten");
  await app.saved();
  await deaf.goTo("Einstellungen");
  await write(deaf, "Organisation", "Stadtwerke");
  await deaf.saved();
  await expect(field(deaf, "Titel")).toHaveValue("Vom ersten");
  await expect(deaf.problems).toHaveText("");
  await app.goTo("Einstellungen");
  await expect(field(app, "Organisation")).toHaveValue("Stadtwerke");
});

test("a plan deleted in one tab can be kept by the other", async ({ app, context }) => {
  await app.openSamplePlan();
  const other = await openBeside(app, context);
  await app.open();
  await app.page.getByRole("button", { name: "Weitere Aktionen für CX-Plan" }).click();
  await app.page.getByRole("menuitem", { name: "Löschen" }).click();
  await expect(app.toasts).toContainText("„CX-Plan“ gelöscht");
  await expect(other.toasts).toContainText("Dieser Plan wurde in einem anderen Fenster gelöscht");
  await expect(other.page.getByText("Noch kein Plan in diesem Browser")).toBeVisible();
  await other.toasts.getByRole("button", { name: "Behalten" }).click();
  for (const tab of [app, other]) await expect(tab.page.getByRole("rowheader", { name: "CX-Plan" })).toBeVisible();
  await other.page.getByRole("link", { name: "CX-Plan" }).click();
  await expect(other.title).toHaveText("CX-Plan");
  await other.saved();
});

test("what is typed where the other tab deletes is told", async ({ app, context }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await app.page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  const cell = (tab, column) => tab.page.getByRole("row", { name: /^Handlung/ }).getByRole("gridcell").nth(column);
  const heads = (tab) => tab.page.getByRole("row").filter({ has: tab.page.getByRole("rowheader", { name: "Touchpoints" }) }).getByRole("columnheader");
  await expect(heads(app)).toHaveCount(16);
  const other = await openBeside(app, context, { title: "Umzug und Stromwechsel" });
  const editor = app.page.locator(".map-editor textarea");

  // The field goes along with its cell, then its column goes.
  await cell(app, 6).focus();
  await app.page.keyboard.press("F2");
  await app.page.keyboard.type(" und halb getippt");
  const column = await editor.boundingBox();
  await heads(other).nth(5).focus();
  await other.page.keyboard.press("Delete");
  await expect(heads(app)).toHaveCount(15);
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue(/ und halb getippt$/);
  await expect.poll(async () => (await editor.boundingBox()).x).toBeLessThan(column.x);
  await heads(other).nth(5).focus();
  await other.page.keyboard.press("Delete");
  await expect(heads(app)).toHaveCount(14);
  await expect(app.problems).toContainText("Ein anderes Fenster hat gelöscht, woran Sie gerade schrieben.");
  await expect(app.problems).toContainText("und halb getippt");
  await expect(editor).toHaveCount(0);
  await expect(cell(app, 4)).toBeFocused();
  await app.problems.getByRole("button", { name: "Schließen" }).click();

  // The whole journey goes.
  await cell(app, 4).focus();
  await app.page.keyboard.press("F2");
  await app.page.keyboard.type(" noch etwas");
  await other.goTo("Kundenreisen");
  await other.page.getByRole("button", { name: "Weitere Aktionen für Umzug und Stromwechsel" }).click();
  await other.page.getByRole("menuitem", { name: "Löschen" }).click();
  await expect(app.problems).toContainText("noch etwas");
  await expect(app.page.getByRole("link", { name: "Alle Kundenreisen" })).toBeVisible();
});
