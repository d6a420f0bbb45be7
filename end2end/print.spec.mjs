// What the browser prints of the app's pages. Maps, personas, strategy and summary have stories of their own.
import { expect, test } from "./app.mjs";

/** Shows the page as it is while it is being printed. */
async function beginPrinting(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

async function endPrinting(page) {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
}

/** What stands in the margin of printed pages. */
const margin = (page, property) =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), property);

test("paper says what it shows and when, has whole lists and no boxes of fields", async ({ app, page }) => {
  await app.openSamplePlan();

  await test.step("questions without an answer: all of them", async () => {
    await app.goTo("Inhalte");
    const questions = page.locator(".content-question");
    await expect(questions).toHaveCount(8);
    await beginPrinting(page);
    await expect.poll(() => questions.count()).toBeGreaterThan(20);
    await expect(page.getByRole("button", { name: /weitere/ })).toBeHidden();
    await expect.poll(() => margin(page, "--printed-title")).toBe('"Inhalte · CX-Plan"');
    await expect.poll(() => margin(page, "--printed-day")).toMatch(/^"\d{1,2}\.\d{1,2}\.\d{4}"$/);
    await endPrinting(page);
    await expect(questions).toHaveCount(8);
  });

  await test.step("voices: what is chosen, as words", async () => {
    await app.goTo("Stimmen");
    const choice = page.getByRole("table").getByRole("combobox").first();
    await expect(choice).not.toHaveCSS("border-top-width", "0px");
    await beginPrinting(page);
    await expect(choice).toHaveCSS("border-top-width", "0px");
    await expect(choice).toHaveCSS("appearance", "none");
    await endPrinting(page);
  });

  await test.step("the timeline: as wide as the paper", async () => {
    await app.goTo("Maßnahmen");
    await page.getByRole("radio", { name: "Zeitplan", exact: true }).check({ force: true });
    const width = () =>
      page.locator(".timeline").first().evaluate((timeline) => Math.round(Number.parseFloat(timeline.style.getPropertyValue("--lane-width"))));
    await page.getByRole("radio", { name: "Wochen", exact: true }).check({ force: true });
    await expect.poll(width).not.toBe(1048);
    await beginPrinting(page);
    await expect.poll(width).toBe(1048);
    await expect(page.locator(".timeline")).toHaveCount(1);
    await endPrinting(page);
    await expect.poll(width).not.toBe(1048);
  });
});

test("a chart is as wide as the paper, however wide it was drawn", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("main").getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
  const drawing = page.locator(".chart-canvas svg").first();
  await expect(drawing).toHaveAttribute("viewBox", /^0 0 \d/);
  const drawn = Number(await drawing.getAttribute("width"));
  await page.emulateMedia({ media: "print" });
  const chart = page.locator(".chart-canvas").first();
  const width = (locator) => locator.evaluate((element) => Math.round(element.getBoundingClientRect().width));
  expect(drawn).toBeGreaterThan(0);
  await expect.poll(async () => (await width(drawing)) - (await width(chart))).toBe(0);
});

test("headings that sort stand on each page", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Schmerzpunkte");
  await page.emulateMedia({ media: "print" });
  // A button in a heading isn't repeated by the browser.
  await expect(page.getByRole("table").locator(".table-sort").first()).toHaveCSS("display", "contents");
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height));
  expect(boxes.length).toBeGreaterThan(1);
  expect(boxes.every(Boolean), "all of them lie across").toBe(true);
});
