import { expect, test } from "./app.mjs";

test("a department is added, renamed, used in a map, deleted with where it was used, and brought back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");

  await page.getByRole("button", { name: "Abteilung hinzufügen" }).click();
  await page.keyboard.type("Beschwerden");
  await page.keyboard.press("Enter");
  const row = (name) => page.getByRole("listitem").filter({ has: page.getByRole("button", { name, exact: true }) });
  await expect(row("Beschwerden")).toBeVisible();
  await row("Beschwerden").getByRole("button", { name: "Beschwerden", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Beschwerdestelle");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Kapazität: Beschwerdestelle" }).fill("40");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Kapazität: Beschwerdestelle" })).toHaveValue("40");

  await test.step("it owns a touchpoint", async () => {
    await app.goTo("Kundenreisen");
    await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
    await page.getByRole("columnheader", { name: "Hotline" }).click();
    await page.getByRole("region", { name: "Hotline" }).getByRole("combobox", { name: "Abteilung" }).fill("beschw");
    await page.getByRole("listbox").getByRole("option", { name: "Beschwerdestelle" }).click();
    await expect(page.getByRole("gridcell", { name: "Beschwerdestelle" })).toBeVisible();
  });

  await test.step("deleting names the use; undoing restores it", async () => {
    await app.goTo("Einstellungen");
    await page.getByRole("button", { name: "„Beschwerdestelle“ löschen" }).click();
    await expect(app.toasts).toContainText(/„Beschwerdestelle“ gelöscht\. Wurde in 1 Touchpoint \(„Hotline“\) und \d+ Kundenreisen? \(„.+“; \d+ Schritte?\) verwendet\./);
    await expect(row("Beschwerdestelle")).toHaveCount(0);
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(row("Beschwerdestelle")).toBeVisible();
    await app.goTo("Kundenreisen");
    await page.getByRole("link", { name: "Umzug und Stromwechsel" }).click();
    await expect(page.getByRole("gridcell", { name: "Beschwerdestelle" })).toBeVisible();
  });

});

test("what was chosen from a list is taken back by keys while the list has the focus, and keeps it", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  // Its row comes to another list, and back.
  const phase = page.getByRole("combobox", { name: "Phase: Erwägung" });
  await phase.focus();
  await phase.selectOption("Aktiv");
  await expect(phase).toHaveValue("active");
  await expect(phase).toBeFocused();
  for (const [keys, value] of [["Control+z", "acquisition"], ["Control+y", "active"], ["Control+z", "acquisition"]]) {
    await page.keyboard.press(keys);
    await expect(phase).toHaveValue(value);
    // The row is shown two frames after the address has come to name it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
    await expect(phase).toBeInViewport();
    await expect(phase).toBeFocused();
  }
});

test("a row of a register is deleted by a key on its name, and brought back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  const names = page.getByRole("list", { name: "Abteilungen", exact: true }).locator(".register-name .editable-text");
  await expect(names.first()).toBeVisible();
  const before = await names.allTextContents();
  await names.first().press("Delete");
  await expect(app.toasts).toContainText(`„${before[0]}“ gelöscht.`);
  await expect(names).toHaveText(before.slice(1));
  await expect(names.first()).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(names).toHaveText(before);
});

test("rows of a register are dragged to another place, in one step that can be undone", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  const rows = page.getByRole("list", { name: "Abteilungen", exact: true }).getByRole("listitem");
  const names = () => rows.locator(".register-name .editable-text").allTextContents();
  await expect(rows.nth(3)).toBeVisible();
  const before = await names();
  const grip = rows.first().locator(".register-grip");
  // A page that scrolls between press and move drags nothing.
  await rows.nth(3).scrollIntoViewIfNeeded();
  await rows.first().hover();
  await grip.dragTo(rows.nth(2), { steps: 5 });
  const [first, second, third, ...rest] = before;
  await expect.poll(names).toEqual([second, third, first, ...rest]);
  await rows.nth(2).hover();
  await rows.nth(2).locator(".register-grip").dragTo(rows.nth(1), { steps: 5 });
  await expect.poll(names).toEqual([second, first, third, ...rest]);
  await app.press("Control+z", "Control+z");
  await expect.poll(names).toEqual(before);
});

test("adding a record and naming it is one step", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Einstellungen");
  const undo = page.getByRole("button", { name: /^Rückgängig/ });
  for (const [button, name] of [
    ["Abteilung hinzufügen", "Beschwerden"],
    ["Touchpoint hinzufügen", "Aushang"],
  ]) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("main").locator("input:focus, textarea:focus")).toBeVisible();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
    await undo.click();
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
    await expect(undo).toBeDisabled();
  }
});
