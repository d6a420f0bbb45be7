// What the bench measures in an open plan: how long keys take in a big map, and how long saving holds up the page.

const LANES = 40;
const STEPS = 50;
const DOCUMENT_BYTES = 1.3e6;

/** A plan file: one journey of 2,000 cells, and measures until the file is as big as asked for. */
function planFile(bytes) {
  const numbers = (count) => Array.from({ length: count }, (_, number) => number + 1);
  const lanes = numbers(LANES).map((lane) => ({ id: `lane-${lane}`, kind: "text", title: `Spur ${lane}` }));
  const texts = Object.fromEntries(lanes.map(({ id }) => [id, "Ruft an und wartet"]));
  const touchpoints = numbers(STEPS).map((step) => ({ id: `touchpoint-${step}`, name: `Touchpoint ${step}` }));
  const steps = touchpoints.map(({ id }, index) => ({ id: `step-${index + 1}`, touchpoint: id, texts }));
  const stages = numbers(5).map((stage) => ({
    id: `stage-${stage}`,
    title: `Etappe ${stage}`,
    steps: steps.slice(((stage - 1) * STEPS) / 5, (stage * STEPS) / 5),
  }));
  const journey = { id: "journey", title: "Große Reise", kind: "as_is", lanes, stages };
  const description = "Jede Bestätigung nennt den nächsten Schritt und wer dafür einsteht. ".repeat(8);
  const plan = { id: "bench", profile: [{ id: "profile", title: "Großer Plan", currency: "EUR" }], touchpoints, journeys: [journey], measures: [] };
  const left = Math.max(0, bytes - JSON.stringify(plan).length);
  const measure = (number) => ({ id: `measure-${number}`, title: `Maßnahme ${number}`, status: "idea", description });
  plan.measures = numbers(Math.ceil(left / JSON.stringify(measure(1000)).length)).map(measure);
  return JSON.stringify({ format: "reiseplan", schema: 1, plan });
}

const cell = (page, lane, step) => page.locator(`[data-row="lane-${lane}"][data-column="step-${step}"]`);

async function openMap(page, address, bytes = 0) {
  await page.goto(address);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Plandatei öffnen" }).click();
  await (await choosing).setFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(planFile(bytes)) });
  await page.getByRole("navigation").getByRole("link", { name: "Kundenreisen" }).click();
  await page.getByRole("link", { name: "Große Reise", exact: true }).click();
  await cell(page, LANES, 1).waitFor({ state: "attached" });
  await saved(page);
}

const saved = (page) => page.locator(".save-state[data-state=saved]").waitFor();

/** The longest time from a key to the picture that shows what it did, in milliseconds; the browser counts in steps of 8. */
export async function slowestKey(page, press) {
  await page.evaluate(() => {
    globalThis.slowest = 0;
    const begun = performance.now();
    // What was pressed before may still be on its way to a picture.
    globalThis.note = (entries) => {
      for (const { duration, startTime } of entries) if (startTime >= begun) globalThis.slowest = Math.max(globalThis.slowest, duration);
    };
    globalThis.keys = new PerformanceObserver((list) => globalThis.note(list.getEntries()));
    globalThis.keys.observe({ type: "event", durationThreshold: 16 });
  });
  await press();
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 5; frames += 1) await frame();
    globalThis.note(globalThis.keys.takeRecords());
    globalThis.keys.disconnect();
    return globalThis.slowest;
  });
}

/** Writes a text into a cell in the middle of the map. */
export async function typeInMap(page, address) {
  await openMap(page, address);
  await cell(page, 20, 3).focus();
  return slowestKey(page, async () => {
    await page.keyboard.type("Fragt nach dem Stand der Bestellung");
    await page.keyboard.press("Enter");
  });
}

/** Undoes what can be done to the map with keys, one step after another. */
export async function undoInMap(page, address) {
  await openMap(page, address);
  const focus = (row, step) => page.locator(`[data-row="${row}"][data-column="step-${step}"]`).focus();
  await focus("lane-20", 3);
  await page.keyboard.type("Neu");
  await page.keyboard.press("Enter");
  await focus("head", 4);
  await page.keyboard.press("Alt+ArrowRight");
  await focus("head", 5);
  await page.keyboard.press("Delete");
  await focus("head", 6);
  await page.keyboard.press("Alt+Enter");
  await page.locator("[data-row=head]:focus").waitFor();
  await focus("stage", 11);
  await page.keyboard.press("Delete");
  await page.locator('[data-column="step-12"]').first().waitFor({ state: "detached" });
  await focus("head", 7);
  return slowestKey(page, async () => {
    for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press("Control+z");
  });
}

/** The longest task while one edit of a plan of 1.3 MB is saved, from the picture of the edit until it is kept. */
export async function saveBigPlan(page, address) {
  await openMap(page, address, DOCUMENT_BYTES);
  await cell(page, 20, 3).focus();
  await page.keyboard.type("Neu");
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["blink.user_timing", "disabled-by-default-devtools.timeline"] });
  await page.keyboard.press("Enter");
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    performance.mark("edit shown");
  });
  await saved(page);
  await page.evaluate(() => performance.mark("edit saved"));
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  const shown = events.find(({ name }) => name === "edit shown");
  const kept = events.find(({ name }) => name === "edit saved");
  // The task that sets the last mark isn't one of saving, and the trace may end before it.
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur }) => name === "RunTask" && pid === shown.pid && tid === shown.tid && ts > shown.ts && ts + dur <= kept.ts,
  );
  return Math.max(0, ...tasks.map(({ dur }) => dur)) / 1000;
}
