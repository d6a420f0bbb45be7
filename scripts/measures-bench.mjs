// What the bench measures of 500 measures with 2,000 links: how long views take to open, keys to edit, frames to drag.
import { slowestKey } from "./editing-bench.mjs";

const MEASURES = 500;

/** A plan file: measures with a pain point, a goal, a touchpoint and a measure before them each. */
function planFile() {
  const numbers = Array.from({ length: MEASURES }, (_, at) => at + 1);
  const two = (number) => String(number).padStart(2, "0");
  const statuses = ["idea", "planned", "running", "done", "dropped"];
  const measures = numbers.map((number) => ({
    id: `measure-${number}`,
    title: `Maßnahme ${number}`,
    sub_phase: ["awareness", "use", "cancelled"][number % 3],
    status: statuses[number % statuses.length],
    owner: `Leitung ${number % 20}`,
    department: `department-${number % 12}`,
    touchpoints: [`touchpoint-${number % 60}`],
    pain_points: [`pain-${number % 100}`],
    goals: [`goal-${number % 50}`],
    depends_on: number > 1 ? [`measure-${number - 1}`] : [],
    start: `2026-${two(1 + (number % 12))}-01`,
    end: `2026-${two(1 + (number % 12))}-28`,
    one_off_cost: number * 100,
    monthly_cost: 100,
    person_days: 10,
    benefit_low: 1000,
    benefit_likely: 5000,
    benefit_high: 9000,
    customer_value: number % 100,
    business_value: (number * 7) % 100,
    effort: 1 + (number % 5),
  }));
  const many = (count, make) => Array.from({ length: count }, (_, at) => make(at));
  const plan = {
    id: "bench",
    profile: [{ id: "profile", title: "Großer Plan", currency: "EUR", budget: 1000000 }],
    sub_phases: [
      { id: "awareness", phase: "acquisition" },
      { id: "use", phase: "active" },
      { id: "cancelled", phase: "passive" },
    ],
    departments: many(12, (at) => ({ id: `department-${at}`, name: `Abteilung ${at}`, capacity_days_per_quarter: 100 })),
    touchpoints: many(60, (at) => ({ id: `touchpoint-${at}`, name: `Touchpoint ${at}` })),
    pain_points: many(100, (at) => ({ id: `pain-${at}`, text: `Schmerzpunkt ${at}`, touchpoints: [`touchpoint-${at % 60}`] })),
    goals: many(50, (at) => ({ id: `goal-${at}`, title: `Ziel ${at}` })),
    measures,
  };
  return JSON.stringify({ format: "reiseplan", schema: 1, plan });
}

const marks = {
  Tabelle: '.measures-view [role="grid"] [data-row]',
  Board: ".board-card",
  Zeitplan: ".timeline-bar",
  Budget: ".budget-table tbody tr",
};

const radio = (page, view) => page.getByRole("radio", { name: view, exact: true });

/** Opens the plan at its measures, in a view. */
async function openMeasures(page, address, view) {
  await page.goto(address);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Plandatei öffnen" }).click();
  await (await choosing).setFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(planFile()) });
  await page.locator(".save-state[data-state=saved]").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Maßnahmen" }).click();
  await page.locator(marks.Tabelle).first().waitFor();
  if (view !== "Tabelle") {
    await radio(page, view).check({ force: true });
    await page.locator(marks[view]).first().waitFor();
  }
}

/** Milliseconds from choosing a view to the picture that shows it. */
export const openView = (view) => async (page, address) => {
  await openMeasures(page, address, view === "Tabelle" ? "Board" : "Tabelle");
  return page.evaluate(async (name) => {
    const label = [...document.querySelectorAll(".measures-views label")].find((label) => label.textContent.trim() === name);
    const begun = performance.now();
    label.querySelector("input").click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begun;
  }, view);
};

/** The longest time from a key to the picture that shows what it did, while cells of the table are edited. */
export async function editMeasures(page, address) {
  await openMeasures(page, address, "Tabelle");
  return slowestKey(page, async () => {
    await page.getByRole("grid").focus();
    for (const key of ["Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    for (let row = 0; row < 10; row += 1) {
      await page.keyboard.type("Rolle");
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Control+z");
  });
}

/** The longest frame while something is dragged across the view. */
export const dragIn = (view) => async (page, address) => {
  await openMeasures(page, address, view);
  const box = await page.locator(marks[view]).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.longest = 0;
    let before = performance.now();
    const frame = (now) => {
      globalThis.longest = Math.max(globalThis.longest, now - before);
      before = now;
      globalThis.request = requestAnimationFrame(frame);
    };
    globalThis.request = requestAnimationFrame(frame);
  });
  await page.mouse.move(box.x + 400, box.y + 60, { steps: 40 });
  const longest = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.request);
    return globalThis.longest;
  });
  await page.mouse.up();
  return longest;
};
