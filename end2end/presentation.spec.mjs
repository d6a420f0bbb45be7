import { expect, test } from "./app.mjs";

async function present(app, page) {
  await app.openSamplePlan();
  await app.open(`journeys?plan=${app.planId}&journey=moving-and-switching`);
  await page.getByRole("button", { name: "Präsentieren" }).click();
  const dialog = page.getByRole("dialog", { name: "Präsentation: Umzug und Stromwechsel" });
  await expect(dialog).toBeVisible();
  return dialog;
}

const heading = (dialog) => dialog.getByRole("heading", { level: 2 });

test("a map is presented from the whole to the touchpoint by keys", async ({ app, page }) => {
  const dialog = await present(app, page);
  await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(true);
  await expect(heading(dialog)).toHaveText("Umzug und Stromwechsel");
  await expect(dialog.getByRole("status")).toHaveText("1 von 25: Die Reise im Überblick: Umzug und Stromwechsel");
  await page.keyboard.press("ArrowRight");
  await expect(heading(dialog)).toHaveText("Aufmerksamkeit");
  await page.keyboard.press("PageDown");
  await expect(heading(dialog)).toHaveText("Umzug steht an");
  await expect(dialog.getByRole("status")).toHaveText("3 von 25: Umzug steht an, Etappe Aufmerksamkeit");
  await expect(dialog).toContainText("Neue Wohnung, Strom muss mit");
  await page.keyboard.press("ArrowLeft");
  await expect(heading(dialog)).toHaveText("Aufmerksamkeit");
  await page.keyboard.press("End");
  await expect(heading(dialog)).toHaveText("Anruf danach");
  await expect(dialog.getByRole("button", { name: "Weiter" })).toBeDisabled();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await expect(heading(dialog)).toHaveText("Umzug und Stromwechsel");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Hotline" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Präsentieren" })).toBeFocused();
  await expect(page.locator(".frame")).not.toHaveAttribute("inert");
});

test("a map is presented by pointer, down to what a touchpoint shows", async ({ app, page }) => {
  const dialog = await present(app, page);
  await dialog.getByRole("navigation", { name: "Etappen" }).getByRole("button", { name: "Nutzung" }).click();
  await expect(heading(dialog)).toHaveText("Nutzung");
  await page.keyboard.press("ArrowLeft");
  await expect(heading(dialog)).not.toHaveText("Nutzung");
  await page.keyboard.press("ArrowRight");
  await expect(heading(dialog)).toHaveText("Nutzung");
  await dialog.getByRole("button", { name: /Hotline/ }).click();
  await expect(heading(dialog)).toHaveText("Hotline");
  for (const text of ["Moment der Wahrheit", "Ruft an, wartet, erklärt zweimal", "−2,0", "Soll +1,0 (▲ +3,0)", "Bruch: App → Telefon", "Elf Minuten Wartezeit", "Service", "Privatkundin, zieht um −2,0"]) {
    await expect(dialog).toContainText(text);
  }
  await expect(dialog.getByRole("img", { name: "Wirkung 5 von 5" })).toBeVisible();
  await dialog.getByRole("button", { name: "Weiter" }).click();
  await expect(heading(dialog)).toHaveText("Zählerstand");
  await page.keyboard.press("End");
  await expect(dialog.getByRole("button", { name: "Weiter" })).toBeDisabled();
  await page.keyboard.press("Home");
  await expect(heading(dialog)).toHaveText("Umzug und Stromwechsel");
  await dialog.getByRole("button", { name: "Präsentation beenden" }).click();
  await expect(dialog).toHaveCount(0);
});

test("without a full screen the presentation fills the window, also on a phone", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => false }));
  await page.setViewportSize({ width: 390, height: 844 });
  const dialog = await present(app, page);
  await expect(dialog.getByRole("button", { name: "Vollbild" })).toHaveCount(0);
  for (let slide = 1; slide <= 13; slide += 1) {
    await expect(dialog.getByRole("status")).toContainText(`${slide} von 25`);
    const box = await dialog.boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    const over = await dialog.locator(".presentation-slide").evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(over, `slide ${slide} fits`).toBe(0);
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("a slide that is higher than the screen says so, and keys show all of it before they go on", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => false }));
  const dialog = await present(app, page);
  const slide = dialog.locator(".presentation-slide");
  const more = dialog.getByRole("button", { name: "Mehr darunter" });
  const isCut = () => slide.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop > 1.5);
  for (const [width, height, key] of [[1280, 720, " "], [1440, 900, "PageDown"], [390, 844, "ArrowDown"]]) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press("Home");
    await expect(heading(dialog)).toHaveText("Umzug und Stromwechsel");
    await dialog.getByRole("navigation", { name: "Etappen" }).getByRole("button", { name: "Nutzung" }).click();
    await expect(heading(dialog)).toHaveText("Nutzung");
    await dialog.getByRole("button", { name: /Hotline/ }).click();
    await expect(heading(dialog)).toHaveText("Hotline");
    await expect(more).toBeInViewport({ ratio: 1 });
    await more.click();
    await expect.poll(() => slide.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    for (let presses = 0; presses < 20 && (await isCut()); presses += 1) {
      // What has the focus is no button, which the space bar would press.
      await slide.focus();
      await page.keyboard.press(key);
    }
    await expect(heading(dialog)).toHaveText("Hotline");
    await expect(more).toHaveCount(0);
    await expect(dialog.locator(".slide-block").last()).toBeInViewport();
    await slide.focus();
    await page.keyboard.press(key);
    await expect(heading(dialog)).toHaveText("Zählerstand");
  }
});
