import { areas } from "../scripts/project.mjs";
import { expect, test } from "./app.mjs";

const preferences = (value) => (page) =>
  page.addInitScript((text) => localStorage.setItem("reiseplan:preferences", text), typeof value === "string" ? value : JSON.stringify(value));

for (const address of ["", ...areas]) {
  test(`the address /${address} is a file of the site and starts the app`, async ({ app, page }) => {
    const response = await app.open(address);
    expect(response.status()).toBe(200);
    await expect(page.locator("body")).toContainText("Reiseplan");
    await expect(app.overlay).toHaveCount(0);
  });
}

test("the pages name files that are there", async ({ app, page, request }) => {
  await app.open();
  const addresses = await page.locator("head meta[name^=reiseplan-], head link[href], head script[src]").evaluateAll((elements) =>
    elements.map((element) => element.content || element.href || element.src),
  );
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    expect((await request.get(new URL(address, page.url()).href)).status(), address).toBe(200);
  }
});

test("a chosen theme holds before the app has started", async ({ page }) => {
  await preferences({ theme: "dark" })(page);
  await page.route("**/*.wasm", () => {});
  await page.goto("", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("unreadable preferences don't keep the app from starting", async ({ app, page }) => {
  await preferences("{not json")(page);
  await app.open();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /light|dark/);
});

test("ECharts draws with both renderers under the Content-Security-Policy", async ({ app, page }) => {
  await app.open();
  const drawn = await page.evaluate(async () => {
    await import(document.querySelector("meta[name=reiseplan-echarts]").content);
    const option = {
      animation: false,
      aria: { enabled: true, label: { description: "NPS by month" } },
      xAxis: { type: "category", data: ["Jan", "Feb", "Mar"] },
      yAxis: { type: "value" },
      tooltip: { trigger: "axis", renderMode: "richText" },
      series: [
        { type: "line", data: [1, 3, 2], label: { show: true }, markLine: { data: [{ yAxis: 2 }] }, markArea: { data: [[{ xAxis: "Jan" }, { xAxis: "Feb" }]] } },
        { type: "bar", data: [2, 1, 3] },
      ],
    };
    return ["svg", "canvas"].map((renderer) => {
      const place = document.body.appendChild(document.createElement("div"));
      const chart = window.echarts.init(place, null, { renderer, width: 400, height: 300 });
      chart.setOption(option);
      chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: 1 });
      const found = place.querySelectorAll(renderer === "svg" ? "svg path" : "canvas").length;
      const label = place.getAttribute("aria-label");
      chart.dispose();
      return { renderer, found: found > 0, label };
    });
  });
  expect(drawn).toEqual([
    { renderer: "svg", found: true, label: "NPS by month" },
    { renderer: "canvas", found: true, label: "NPS by month" },
  ]);
});
