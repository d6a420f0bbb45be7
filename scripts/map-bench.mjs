// What the bench measures in maps: a plan of 60 journeys with 12,000 cells, and one map of 10,000 cells.
import { slowestKey } from "./editing-bench.mjs";

const numbers = (count) => Array.from({ length: count }, (_, number) => number + 1);

/** A journey with lanes for text and one for the emotion; its steps are at touchpoints of the register. */
function journey(number, steps, lanes) {
  const textLanes = numbers(lanes - 1).map((lane) => ({ id: `lane-${lane}`, kind: "text", title: `Spur ${lane}` }));
  const texts = Object.fromEntries(textLanes.map(({ id }) => [id, "Ruft an und wartet"]));
  const step = (at) => ({ id: `step-${number}-${at}`, touchpoint: `touchpoint-${((at - 1) % 200) + 1}`, emotion: (((at * 7) % 9) - 4) / 2, texts });
  const stages = numbers(Math.ceil(steps / 10)).map((stage) => ({
    id: `stage-${number}-${stage}`,
    title: `Etappe ${stage}`,
    steps: numbers(steps).slice((stage - 1) * 10, stage * 10).map(step),
  }));
  return { id: `journey-${number}`, title: `Reise ${number}`, kind: "as_is", lanes: [{ id: "emotion", kind: "emotion" }, ...textLanes], stages };
}

function planFile(journeys) {
  const touchpoints = numbers(200).map((number) => ({ id: `touchpoint-${number}`, name: `Touchpoint ${number}` }));
  const plan = { id: "bench", profile: [{ id: "profile", title: "Großer Plan", currency: "EUR" }], touchpoints, journeys };
  return JSON.stringify({ format: "reiseplan", schema: 1, plan });
}

const manyJourneys = () => planFile(numbers(60).map((number) => journey(number, 20, 10)));
const oneBigMap = () => planFile([journey(1, 250, 40)]);

async function openPlan(page, address, file) {
  await page.goto(address);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Plandatei öffnen" }).click();
  await (await choosing).setFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByRole("link", { name: "Kundenreisen" }).first().click();
  await page.getByRole("link", { name: "Reise 1", exact: true }).first().waitFor();
  await page.locator(".save-state[data-state=saved]").waitFor();
}

/** Opens the first map; gives the milliseconds from the click to the picture with its cells. */
async function openMap(page) {
  const link = page.getByRole("link", { name: "Reise 1", exact: true }).first();
  return link.evaluate(
    (link) =>
      new Promise((resolve) => {
        const begin = performance.now();
        const painted = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - begin);
            port2.postMessage(null);
          });
        new MutationObserver((_, observer) => {
          if (!document.querySelector(".map-grid .map-cell")) return;
          observer.disconnect();
          painted();
        }).observe(document.body, { childList: true, subtree: true });
        link.click();
      }),
  );
}

const cell = (page, row, step) => page.locator(`[data-row="${row}"][data-column="step-1-${step}"]`);

async function typed(page) {
  await cell(page, "lane-3", 3).focus();
  return slowestKey(page, async () => {
    await page.keyboard.type("Fragt nach dem Stand der Bestellung");
    await page.keyboard.press("Enter");
  });
}

/** Opens a map after another one was open, so that its part of the program is there. */
async function openWarm(page, address, file) {
  await openPlan(page, address, file);
  await openMap(page);
  await page.goBack();
  await page.getByRole("link", { name: "Reise 1", exact: true }).first().waitFor();
}

/** Opens one of 60 maps. */
export async function openOneOfMany(page, address) {
  await openWarm(page, address, manyJourneys());
  return openMap(page);
}

/** Writes into a cell of one of 60 maps. */
export async function typeInOneOfMany(page, address) {
  await openPlan(page, address, manyJourneys());
  await openMap(page);
  return typed(page);
}

/** Drags a point of the emotion curve in one of 60 maps; the longest time between two pictures. */
export async function dragInOneOfMany(page, address) {
  await openPlan(page, address, manyJourneys());
  await openMap(page);
  const { x, y, width, height } = await cell(page, "emotion", 3).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const frame = (now) => {
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      globalThis.frames = requestAnimationFrame(frame);
    };
    globalThis.frames = requestAnimationFrame((now) => {
      last = now;
      globalThis.frames = requestAnimationFrame(frame);
    });
  });
  for (let turn = 0; turn < 5; turn += 1) {
    await page.mouse.move(x + width / 2, y + height - 4, { steps: 12 });
    await page.mouse.move(x + width / 2, y + 4, { steps: 12 });
  }
  const longest = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.frames);
    return globalThis.longest;
  });
  await page.mouse.up();
  return longest;
}

/** Undoes edits of cells and columns in one of 60 maps. */
export async function undoInOneOfMany(page, address) {
  await openPlan(page, address, manyJourneys());
  await openMap(page);
  await cell(page, "lane-3", 3).focus();
  await page.keyboard.type("Neu");
  await page.keyboard.press("Enter");
  await cell(page, "head", 4).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await cell(page, "head", 5).focus();
  await page.keyboard.press("Delete");
  await cell(page, "head", 5).waitFor({ state: "detached" });
  await cell(page, "head", 7).focus();
  return slowestKey(page, async () => {
    for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press("Control+z");
  });
}

/** Opens a map of 10,000 cells. */
export async function openBigMap(page, address) {
  await openWarm(page, address, oneBigMap());
  return openMap(page);
}

/** Writes into a cell of a map of 10,000 cells. */
export async function typeInBigMap(page, address) {
  await openPlan(page, address, oneBigMap());
  await openMap(page);
  return typed(page);
}
