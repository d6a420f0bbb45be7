// What the bench measures of a KPI with three years of daily data and a million answers: how long another view of it takes.

const DAYS = 3 * 365;
const ANSWERS = 1_000_000;
const REGIONS = ["Nord", "Süd", "Ost", "West"];

/** A plan file with one NPS: scores by day, and by month and region. */
function planFile() {
  const days = {};
  const regions = REGIONS.map((name, at) => ({ dimension: "region", value: `region-${at}`, months: {} }));
  for (let at = 0; at < DAYS; at += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10);
    const scores = {};
    for (let score = 0; score <= 10; score += 1) {
      // More of the high scores, and more of them from day to day.
      const answers = Math.round((ANSWERS / DAYS / 66) * (score + 1) * (0.9 + (0.2 * at) / DAYS));
      scores[score] = answers;
      regions.forEach(({ months }, region) => {
        const month = (months[day.slice(0, 7)] ??= {});
        month[score] = (month[score] ?? 0) + Math.floor((answers + region) / REGIONS.length);
      });
    }
    days[day] = scores;
  }
  const plan = {
    id: "bench",
    profile: [{ id: "profile", title: "Großer Plan", currency: "EUR" }],
    dimensions: [{ id: "region", name: "Region", values: REGIONS.map((name, at) => ({ id: `region-${at}`, name })) }],
    kpis: [{ id: "nps", title: "Weiterempfehlung", kind: "nps" }],
    sources: [{ id: "survey", title: "Befragung", tallies: [{ kpi: "nps", days, segments: regions }] }],
  };
  return JSON.stringify({ format: "reiseplan", schema: 1, plan });
}

/** The longest time from choosing another period, group or window to the picture of the chart that follows from it, in milliseconds. */
export async function switchKpi(page, address) {
  await page.goto(address);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Plandatei öffnen" }).click();
  await (await choosing).setFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(planFile()) });
  await page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: "Kennzahlen" }).click();
  await page.getByRole("link", { name: "Weiterempfehlung" }).click();
  await page.locator(".kpi-main .chart svg path").first().waitFor({ state: "attached" });
  const group = page.getByRole("combobox", { name: "Gruppe" });
  const north = await group.locator("option", { hasText: "Nord" }).getAttribute("value");
  const choices = [
    [page.getByRole("radio", { name: "Tag" }), ""],
    [page.getByRole("radio", { name: "Woche" }), ""],
    [page.getByRole("radio", { name: "Monat" }), ""],
    [page.getByRole("combobox", { name: "Gleitend" }), "12"],
    [group, north],
  ];
  const times = [];
  for (const [choice, value] of choices) {
    const took = await choice.evaluate(
      (element, value) =>
        new Promise((resolve) => {
          const begun = performance.now();
          new MutationObserver((_, observer) => {
            observer.disconnect();
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - begun);
              port2.postMessage(null);
            });
          }).observe(document.querySelector(".kpi-main .chart-canvas"), { childList: true, subtree: true, attributes: true });
          if (element.type === "radio") element.click();
          else {
            element.value = value;
            element.dispatchEvent(new Event("change", { bubbles: true }));
          }
        }),
      value,
    );
    times.push(took);
  }
  return Math.max(...times);
}
