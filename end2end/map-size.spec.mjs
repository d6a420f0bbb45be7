// A map of 60 steps and 20 lanes on a laptop and in a low window, and titles of any length.
import { expect, test } from "./app.mjs";

const row = (page, title) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title, exact: typeof title === "string" }) });
const heads = (page) => row(page, "Touchpoints").getByRole("columnheader");
const stages = (page) => row(page, "Etappen").getByRole("columnheader");
const cell = (page, lane, column) => row(page, lane).getByRole("gridcell").nth(column);
const title = (page, name) => page.getByRole("rowheader", { name, exact: true });
const frame = (page) => page.locator(".map-scroll");

const steps = 60;
/** A row of the table: what stands in it, again and again. */
const line = (name, ...texts) => [name, ...Array.from({ length: steps }, (_, at) => texts[at % texts.length])].join("\t");
const table = [
  ["Etappe", ...Array.from({ length: steps }, (_, at) => (at % 10 === 0 ? `Etappe ${at / 10 + 1}` : ""))].join("\t"),
  ["Touchpoint", ...Array.from({ length: steps }, (_, at) => `Installationsterminvereinbarung ${at + 1}`)].join("\t"),
  line("Handlung", "Liest die Vertragsunterlagen", "Ruft an und wartet"),
  line("Frage", "Was kostet mich das im Monat?"),
  line("Erhoffter Nutzen", "Planungssicherheit"),
  line("Kanal", "Website", "Telefon"),
  line("Erwartung", "Rückruf zum Termin [+]", "", "Klare Preisangabe"),
  line("Nötiger Service", "Rechnungserläuterung"),
  line("Dauer", "5 min", "3 Tage"),
  line("Emotion", "1", "-1,5", "0"),
  line("Erlebnis", "rational 3, emotional 2"),
  line("Moment der Wahrheit", "", "", "x"),
  line("Schmerzpunkte", "Warteschleife", ""),
  line("Chancen", "", "Statusverfolgung"),
  line("Vor den Kulissen", "Beratung"),
  line("Hinter den Kulissen", "Bonitätsprüfung"),
  line("Abteilung", "Kundenservice", "Abrechnung"),
  line("Beleg", "Interview"),
  ...["Zitat", "Rechtliche Vorgaben", "IT-Systeme", "Verantwortungsübergaben"].map((name) => line(name, "Text")),
].join("\n");

/** Opens a journey that a table of 60 steps and 20 lanes has become. */
async function openLargeJourney(app, page) {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Aus Tabelle" }).click();
  const dialog = page.getByRole("dialog", { name: "Tabelle einlesen" });
  await dialog.getByRole("textbox", { name: /^Oder hier einfügen/ }).fill(table);
  await dialog.getByRole("button", { name: "Tabelle prüfen" }).click();
  await expect(dialog).toContainText("Gefunden: 60 Schritte in 6 Etappen, 20 Spuren.");
  await expect(dialog.getByRole("button", { name: "Übernehmen" }), "what is next is seen without scrolling").toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-colcount", String(steps + 1));
}

test.describe("on a laptop", () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test("60 steps are seen at a glance, and what a filter dims are steps alone", async ({ app, page }) => {
    await openLargeJourney(app, page);

    await test.step("all of them stand side by side, from wherever one was", async () => {
      await heads(page).first().focus();
      await page.keyboard.press("End");
      await expect(heads(page).last()).toHaveText(/ 60(?!\d)/);
      await page.getByRole("radio", { name: "Überblick" }).check();
      await expect(heads(page)).toHaveCount(steps);
      await expect(heads(page).first()).toBeInViewport({ ratio: 1 });
      await expect(heads(page).last()).toBeInViewport({ ratio: 0.9 });
      const mark = (column) => cell(page, "Erwartung", column).evaluate((element) => getComputedStyle(element, "::before").content);
      await expect.poll(() => mark(2), "a text is marked").not.toBe("none");
      expect(await mark(1), "what is empty isn't").toBe("none");
      await page.getByRole("radio", { name: "Arbeiten" }).check();
    });

    await test.step("titles of lanes lie over what dims the columns", async () => {
      await page.getByRole("combobox", { name: "Abteilung" }).selectOption({ label: "Abrechnung" });
      await expect(page.locator(".map-note")).toContainText("30 von 60 Schritten passen");
      await frame(page).evaluate((element) => element.scrollTo(500, 0));
      await expect(page.locator(".map-lane > .map-veil")).toHaveCount(20);
      const isOnTop = await title(page, "Handlung").evaluate((element) => {
        for (const veil of document.querySelectorAll(".map-veil")) veil.style.pointerEvents = "auto";
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
      expect(isOnTop).toBe(true);
      await page.getByRole("button", { name: "Alle zeigen" }).click();
      await expect(page.locator(".map-veil")).toHaveCount(0);
    });

    await test.step("undoing a move leaves the focus with what was moved", async () => {
      await frame(page).evaluate((element) => element.scrollTo(0, 0));
      await expect(heads(page).nth(1)).toHaveText(/ 2(?!\d)/);
      for (const [moved, key] of [
        [heads(page).nth(1), "Alt+ArrowRight"],
        [stages(page).first(), "Alt+ArrowRight"],
        [title(page, "Frage"), "Alt+ArrowDown"],
      ]) {
        const name = await moved.textContent();
        await moved.focus();
        await page.keyboard.press(key);
        await page.keyboard.press("Control+z");
        await expect(moved).toHaveText(name);
        await expect(moved).toBeFocused();
      }
    });

    await test.step("the cell that was clicked is marked", async () => {
      await cell(page, "Frage", 1).click();
      await expect(cell(page, "Frage", 1)).toBeFocused();
      await expect(cell(page, "Frage", 1)).toHaveCSS("outline-style", "solid");
    });
  });
});

test("in a low window the map has all of it once the head is scrolled away", async ({ app, page }) => {
  await openLargeJourney(app, page);
  await page.setViewportSize({ width: 844, height: 390 });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(async () => (await frame(page).boundingBox()).height).toBeGreaterThan(300);
  await expect(frame(page)).toBeInViewport({ ratio: 0.95 });
});

test("a panel is left by its button, and a pain point written in it leads on", async ({ app, page }) => {
  await openLargeJourney(app, page);
  const lanes = page.getByRole("button", { name: "Spuren", exact: true });
  await lanes.focus();
  await app.press("Enter");
  await expect(page.getByRole("region", { name: "Spuren der Karte" })).toBeVisible();
  await app.press("Escape");
  await expect(page.locator(".panel")).toHaveCount(0);
  await expect(lanes).toBeFocused();

  await heads(page).first().click();
  const add = page.locator(".panel").getByRole("button", { name: "Schmerzpunkt hinzufügen" });
  await add.focus();
  await app.press("Enter");
  await page.keyboard.type("Rückruf bleibt aus");
  await app.press("Enter");
  await expect(page.locator(".panel").getByText("Rückruf bleibt aus")).toBeVisible();
  await expect(add).toBeFocused();
});

test("a title of 10,000 characters shows how it begins, and pushes nothing away", async ({ app, page }) => {
  await openLargeJourney(app, page);
  const heading = page.getByRole("heading", { level: 1 });
  await heading.getByRole("button").click();
  await page.getByRole("textbox", { name: "Titel der Kundenreise" }).fill("Donaudampfschifffahrtselektrizität ".repeat(290).trim());
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await heading.boundingBox()).height).toBeLessThan(160);
  await app.saved();
  for (const part of [app.saveState, page.getByRole("banner").getByRole("button", { name: "Exportieren", exact: true })]) {
    expect((await part.boundingBox()).height, "no word of the bar is broken").toBeLessThan(40);
  }
  await heads(page).nth(1).click();
  await expect(page.locator(".panel")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Präsentieren" }).click();
  const slides = page.getByRole("dialog", { name: /^Präsentation/ });
  for (const name of ["Präsentation beenden", "Weiter"]) {
    await expect(slides.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press("Escape");

  await app.goTo("Kundenreisen");
  const link = page.getByRole("table").getByRole("link", { name: /^Donaudampf/ });
  expect((await link.boundingBox()).height).toBeLessThan(120);
});
