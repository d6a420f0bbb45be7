// Measures the built site and prints tables: what is loaded first, and how fast it works. `make bench` builds it before.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { saveBigPlan, typeInMap, undoInMap } from "./editing-bench.mjs";
import { importBench } from "./import-bench.mjs";
import { switchKpi } from "./kpi-bench.mjs";
import { dragInOneOfMany, openBigMap, openOneOfMany, typeInBigMap, typeInOneOfMany, undoInOneOfMany } from "./map-bench.mjs";
import { dragIn, editMeasures, openView } from "./measures-bench.mjs";
import { project } from "./project.mjs";
import { serve } from "./static-server.mjs";

const RUNS = 5;
const FIRST_LOAD_LIMIT = 300 * 1024;
const folder = path.join(project, "target/bench");
const site = path.join(folder, "reiseplan");

const fast = { name: "loopback" };
const slow = { name: "1.6 Mbit/s, 150 ms, 4× CPU", cpu: 4, network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } };

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function printTable(title, head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join("  ");
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => "-".repeat(width)).join("  ")}`);
  for (const row of rows) console.log(line(row));
}

/** A page of its own, with nothing kept from before, on the given connection and processor. */
async function withPage(browser, { cpu, network }, use) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1440, height: 900 }, locale: "de-DE" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (network) await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
  const result = await use(page);
  await context.close();
  return result;
}

/** Milliseconds from the navigation to the first link, button or field. */
async function firstControl(page, address) {
  await page.addInitScript(() => {
    const seen = new Promise((resolve) => {
      const look = () => document.body?.querySelector("a[href], button, input") && resolve(performance.now());
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
    globalThis.firstControl = () => seen;
  });
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(() => globalThis.firstControl());
}

/** The files that a first visit asks for, as names from the site's root. */
async function firstLoad(page, address) {
  const names = new Set();
  const { pathname: base } = new URL(address);
  page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol.startsWith("http")) names.add(pathname.slice(base.length) || "index.html");
  });
  await page.goto(address);
  await page.locator("html[data-app=started]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  return names;
}

function sizes(name) {
  const file = path.join(site, name);
  const raw = statSync(file).size;
  // What isn't compressed by the build travels as it is.
  const small = name.endsWith(".woff2") ? raw : Math.min(raw, brotliCompressSync(readFileSync(file)).length);
  return { raw, small };
}

const kib = (bytes) => (bytes / 1024).toFixed(1);

function printSizes(first) {
  const names = readdirSync(site, { recursive: true }).filter((name) => statSync(path.join(site, name)).isFile() && !/\.(br|gz)$/.test(name));
  const shown = names.filter((name) => !/.\/index\.html$|404\.html$/.test(name));
  const files = shown.map((name) => ({ name, first: first.has(name), ...sizes(name) }));
  files.sort((a, b) => b.first - a.first || b.small - a.small);
  const rows = files.map(({ name, first, raw, small }) => [name, kib(raw), kib(small), first ? "yes" : ""]);
  const total = files.filter(({ first }) => first).reduce((sum, { raw, small }) => ({ raw: sum.raw + raw, small: sum.small + small }), { raw: 0, small: 0 });
  rows.push(["first load", kib(total.raw), kib(total.small), `limit ${kib(FIRST_LOAD_LIMIT)}`]);
  printTable("Sizes in KiB", ["file", "raw", "brotli", "first load"], rows);
  return total.small <= FIRST_LOAD_LIMIT;
}

/**
 * What is measured, each RUNS times in a page of its own: a name, the conditions, the milliseconds it may take if there
 * is a limit, and a function from a fresh page and the app's address to milliseconds.
 */
const measurements = [
  { name: "first usable control", on: fast, measure: firstControl },
  { name: "first usable control", on: slow, measure: firstControl },
  { name: "slowest key while typing in a map of 2,000 cells", on: fast, limit: 50, measure: typeInMap },
  { name: "slowest undo in a map of 2,000 cells", on: fast, limit: 50, measure: undoInMap },
  { name: "opening a map, of 60 with 12,000 cells", on: fast, limit: 150, measure: openOneOfMany },
  { name: "slowest key while typing, of 60 maps", on: fast, limit: 50, measure: typeInOneOfMany },
  { name: "longest frame while dragging, of 60 maps", on: fast, limit: 50, measure: dragInOneOfMany },
  { name: "slowest undo, of 60 maps", on: fast, limit: 50, measure: undoInOneOfMany },
  { name: "first picture of a map of 10,000 cells", on: fast, limit: 400, measure: openBigMap },
  { name: "slowest key while typing in a map of 10,000 cells", on: fast, limit: 50, measure: typeInBigMap },
  { name: "longest task while an edit of a plan of 1.3 MB is saved", on: fast, limit: 8, measure: saveBigPlan },
  { name: "500 measures: the table opens", on: fast, limit: 200, measure: openView("Tabelle") },
  { name: "500 measures: the board opens", on: fast, limit: 200, measure: openView("Board") },
  { name: "500 measures: the timeline opens", on: fast, limit: 200, measure: openView("Zeitplan") },
  { name: "500 measures: the budget opens", on: fast, limit: 200, measure: openView("Budget") },
  { name: "500 measures: slowest key while editing the table", on: fast, limit: 50, measure: editMeasures },
  { name: "500 measures: longest frame while a card is dragged", on: fast, limit: 50, measure: dragIn("Board") },
  { name: "500 measures: longest frame while a bar is dragged", on: fast, limit: 50, measure: dragIn("Zeitplan") },
  { name: "another view of a KPI of 1,000,000 answers", on: fast, limit: 100, measure: switchKpi },
];

const server = await serve(folder, { port: 0 });
const address = `http://localhost:${server.address().port}/reiseplan/`;
const browser = await chromium.launch(launchOptions());

const within = [printSizes(await withPage(browser, fast, (page) => firstLoad(page, address)))];
const rows = [];
for (const { name, on, limit, measure } of measurements) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await withPage(browser, on, (page) => measure(page, address)));
  rows.push([name, on.name, median(times).toFixed(0), Math.max(...times).toFixed(0), limit ?? ""]);
  within.push(limit === undefined || median(times) <= limit);
}
printTable(`Times in ms, of ${RUNS} runs`, ["what", "on", "median", "worst", "limit"], rows);
within.push(await importBench(browser, address, printTable));

await browser.close();
server.close();
process.exit(within.every(Boolean) ? 0 : 1);
