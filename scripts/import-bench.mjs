// What the bench measures about import: from a file to the same counts, by the app's worker and by the libraries that
// others use, in one browser, on one file. Versions are those of package-lock.json.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { project } from "./project.mjs";

const RUNS = 3;
const CSV_ROWS = 1_000_000;
const XLSX_ROWS = 100_000;
/** How much more memory than at rest an import may take, in megabytes. */
const MEMORY_LIMIT = 100;

const library = (name) => path.join(project, "node_modules", name);
const version = (name) => JSON.parse(readFileSync(library(`${name}/package.json`), "utf8")).version;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** What runs in the page: makes the files, and reads them in each way. All ways come to one checksum. */
function inPage() {
  const HEAD = ["ID", "Datum", "NPS", "Kundenart", "Region", "Hotline", "App", "Website", "Rechnung", "Umsatz", "Kanal", "Bemerkung"];
  const REGIONS = ["Nord", "Süd", "Ost", "West"];
  const pad = (number, length = 2) => String(number).padStart(length, "0");
  const row = (index) => {
    const date = `2025-${pad((Math.floor(index / 28) % 12) + 1)}-${pad((index % 28) + 1)} 14:05:06`;
    const kind = index % 5 === 0 ? "Gewerbekunde" : "Privatkunde";
    const score = (offset) => ((index + offset) % 5) + 1;
    const text = `Die Wartezeit war zu lang; bitte um Rückruf am Abend, Fall ${index}`;
    return [`R_${pad(index, 8)}`, date, (index * 7) % 11, kind, REGIONS[index % 4], score(0), score(1), score(2), score(3), (index % 100000) / 100, "Telefon", text];
  };

  globalThis.makeCsv = (rows) => {
    const parts = [`${HEAD.join(",")}\r\n`];
    for (let from = 0; from < rows; from += 10_000) {
      let part = "";
      for (let index = from; index < from + 10_000; index += 1) {
        const cells = row(index);
        part += `${cells.slice(0, 11).join(",")},"${cells[11]}"\r\n`;
      }
      parts.push(part);
    }
    globalThis.csv = new File(parts, "bench.csv");
    return globalThis.csv.size;
  };
  globalThis.makeXlsx = (rows) => {
    const table = [HEAD];
    for (let index = 0; index < rows; index += 1) table.push(row(index));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), "Sheet1");
    globalThis.xlsx = new File([XLSX.write(book, { type: "array", bookType: "xlsx", compression: true })], "bench.xlsx");
    return globalThis.xlsx.size;
  };

  /** The reduction that each library's rows go through: days, and months by segment, of five scores; money; ids. */
  const SCORES = [2, 5, 6, 7, 8];
  const reducer = () => {
    const [days, months, ids, money] = [new Map(), new Map(), new Set(), new Map()];
    const count = (map, key, score) => {
      let counts = map.get(key);
      if (counts === undefined) map.set(key, (counts = new Uint32Array(11)));
      counts[score] += 1;
    };
    let accepted = 0;
    return {
      take(cells) {
        if (ids.has(cells[0])) return;
        ids.add(cells[0]);
        const date = cells[1] instanceof Date ? cells[1].toISOString() : String(cells[1]);
        const [day, month] = [date.slice(0, 10), date.slice(0, 7)];
        if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
        accepted += 1;
        for (const column of SCORES) {
          const score = Number(cells[column]);
          count(days, `${column} ${day}`, score);
          count(months, `${column} ${month} ${cells[3]}`, score);
          count(months, `${column} ${month} ${cells[4]}`, score);
        }
        const nps = Number(cells[2]);
        const group = `${month} ${nps >= 9 ? 2 : nps >= 7 ? 1 : 0}`;
        const sums = money.get(group) ?? [0, 0, 0];
        const value = Number(cells[9]);
        money.set(group, [sums[0] + 1, sums[1] + value, sums[2] + value * value]);
      },
      result() {
        let sum = 0;
        for (const [key, counts] of days) if (key.startsWith("2 ")) counts.forEach((n, score) => (sum += n * score));
        return { accepted, sum };
      },
    };
  };

  /** The app's worker, once it listens; it meets both requests about a file, as it does for the page. */
  const startWorker = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(document.querySelector("meta[name=reiseplan-worker]").content);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = () => resolve(worker);
    });
  const ask = (worker, file, request) =>
    new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        const answer = JSON.parse(data);
        if (answer.progress === undefined) resolve(answer);
      };
      worker.postMessage({ request: JSON.stringify(request), file });
    });
  const roles = (columns) =>
    columns.map(({ header, guess }) => {
      const fresh = { new: { title: header, definition: "", touchpoint: null } };
      const kinds = {
        date: (order) => ({ date: order }),
        score: (kind) => ({ score: { kind, kpi: fresh } }),
      };
      const [[name, value]] = typeof guess.role === "string" ? [[guess.role]] : Object.entries(guess.role);
      const role = name === "segment" ? { segment: { new: header } } : (kinds[name]?.(value) ?? name);
      return { header, role };
    });
  const csat = { csat: { scale: { low: 1, high: 5 }, satisfied_from: 4 } };
  globalThis.byApp = async (file) => {
    const worker = await startWorker();
    const { inspected } = await ask(worker, file, { inspect: {} });
    const columns = roles(inspected.columns);
    for (const column of columns) {
      const { header } = column;
      const kpi = { new: { title: header, definition: "", touchpoint: null } };
      if (["Hotline", "App", "Website", "Rechnung"].includes(header)) column.role = { score: { kind: csat, kpi } };
      if (header === "Kundenart" || header === "Region") column.role = { segment: { new: header } };
      if (header === "ID") column.role = "respondent_id";
      if (header === "Umsatz") column.role = "money";
      if (header === "Kanal" || header === "Bemerkung") column.role = "ignore";
    }
    const mapping = { columns, with_unfinished: false, month: null, count_candidates: [], drivers: null };
    const { reduced, failed } = await ask(worker, file, { reduce: { inspection: inspected, mapping } });
    worker.terminate();
    if (!reduced) throw new Error(JSON.stringify(failed));
    let sum = 0;
    for (const counts of Object.values(reduced.tallies[0].days)) for (const [score, n] of Object.entries(counts)) sum += n * Number(score);
    return { accepted: reduced.accepted, sum };
  };

  const skipHead = (reduce) => {
    let head = true;
    return (cells) => (head ? (head = false) : reduce.take(cells));
  };
  globalThis.byPapaWhole = (file) =>
    new Promise((resolve, reject) => {
      Papa.parse(file, {
        dynamicTyping: true,
        skipEmptyLines: true,
        error: reject,
        complete({ data }) {
          const reduce = reducer();
          data.forEach(skipHead(reduce));
          resolve(reduce.result());
        },
      });
    });
  globalThis.byPapaStream = (file) =>
    new Promise((resolve, reject) => {
      const reduce = reducer();
      const take = skipHead(reduce);
      const chunk = ({ data }) => data.forEach(take);
      Papa.parse(file, { skipEmptyLines: true, chunkSize: 4 << 20, chunk, error: reject, complete: () => resolve(reduce.result()) });
    });
  globalThis.byUdsvWhole = async (file) => {
    const text = await file.text();
    const parser = uDSV.initParser(uDSV.inferSchema(text));
    const reduce = reducer();
    for (const cells of parser.typedArrs(text)) reduce.take(cells);
    return reduce.result();
  };
  globalThis.byUdsvStream = async (file) => {
    const reduce = reducer();
    let parser = null;
    const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser ??= uDSV.initParser(uDSV.inferSchema(value));
      parser.chunk(value, parser.stringArrs, (cells) => reduce.take(cells));
    }
    parser.end();
    return reduce.result();
  };
  globalThis.bySheetJs = async (file) => {
    const book = XLSX.read(await file.arrayBuffer(), { dense: true });
    const reduce = reducer();
    XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).forEach(skipHead(reduce));
    return reduce.result();
  };
  globalThis.byExcelJs = async (file) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    const reduce = reducer();
    const take = skipHead(reduce);
    book.worksheets[0].eachRow(({ values }) => take(values.slice(1)));
    return reduce.result();
  };

  /** Milliseconds that a way takes, the longest task of the page meanwhile, and what it comes to. */
  globalThis.time = async (way, file) => {
    const longest = [0];
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => longest.push(duration)));
    observer.observe({ type: "longtask" });
    const begun = performance.now();
    const result = await globalThis[way](globalThis[file]);
    const took = performance.now() - begun;
    observer.takeRecords().forEach(({ duration }) => longest.push(duration));
    observer.disconnect();
    return { took, longest: Math.max(...longest), ...result };
  };
}

/** Megabytes that the pages of a browser hold in memory, their workers included; only Linux tells. */
async function memory(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => readFileSync(`/proc/${id}/statm`, "utf8"));
  return pages.reduce((sum, line) => sum + (Number(line.split(" ")[1]) * 4096) / 1e6, 0);
}

/** How many megabytes more than before `work` is in memory while it runs, at most. */
async function memoryOver(browser, page, work) {
  const session = await browser.newBrowserCDPSession();
  await page.requestGC();
  const before = await memory(session);
  let [highest, done] = [before, false];
  const watched = (async () => {
    while (!done) highest = Math.max(highest, await memory(session));
  })();
  await work();
  done = true;
  await watched;
  await session.detach();
  return highest - before;
}

/** Measures each way in turn; gives the rows of a table, and whether the app is as fast as it wants to be. */
async function compare(browser, address, { file, make, rows, libraries, ways, wanted }) {
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: "block", locale: "de-DE" });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  for (const name of libraries) await page.addScriptTag({ path: library(name) });
  await page.evaluate(inPage);
  const bytes = await page.evaluate(([make, rows]) => globalThis[make](rows), [make, rows]);
  const times = new Map();
  let expected;
  for (const { way, name } of ways) {
    const took = [];
    for (let run = 0; run < RUNS; run += 1) {
      const result = await page.evaluate(([way, file]) => globalThis.time(way, file), [way, file]);
      expected ??= { accepted: result.accepted, sum: result.sum };
      if (result.accepted !== expected.accepted || result.sum !== expected.sum) {
        throw new Error(`${name} comes to ${JSON.stringify(result)} instead of ${JSON.stringify(expected)}`);
      }
      took.push(result);
    }
    times.set(way, { took: median(took.map(({ took }) => took)), longest: Math.max(...took.map(({ longest }) => longest)) });
  }
  const isTold = file === "csv" && existsSync("/proc/self/statm");
  const megabytes = isTold ? await memoryOver(browser, page, () => page.evaluate((file) => globalThis.time("byApp", file), file)) : 0;
  await context.close();
  const own = times.get("byApp").took;
  const table = ways.map(({ way, name }) => {
    const { took, longest } = times.get(way);
    const factor = wanted[way];
    return [name, took.toFixed(0), longest.toFixed(0), way === "byApp" ? "" : `${(took / own).toFixed(1)}×`, factor ? `≥ ${factor}×` : ""];
  });
  const within = Object.entries(wanted).every(([way, factor]) => times.get(way).took >= factor * own) && times.get("byApp").longest <= 50 && megabytes <= MEMORY_LIMIT;
  return { title: `${file === "csv" ? "CSV" : "XLSX"}, ${rows.toLocaleString("en")} rows × 12 columns, ${(bytes / 1e6).toFixed(0)} MB: ms from file to counts, median of ${RUNS}`, table, memory: isTold ? megabytes : null, within };
}

/** Compares the app's import with what others use; prints tables and tells whether the app is fast enough. */
export async function importBench(browser, address, printTable) {
  const head = ["way", "ms", "longest task", "as long as the app", "wanted"];
  const comparisons = [
    {
      file: "csv",
      make: "makeCsv",
      rows: CSV_ROWS,
      libraries: ["papaparse/papaparse.min.js", "udsv/dist/uDSV.iife.min.js"],
      ways: [
        { way: "byApp", name: "Reiseplan" },
        { way: "byUdsvWhole", name: `uDSV ${version("udsv")}, whole, typed` },
        { way: "byUdsvStream", name: `uDSV ${version("udsv")}, streaming` },
        { way: "byPapaWhole", name: `Papa Parse ${version("papaparse")}, whole, dynamicTyping` },
        { way: "byPapaStream", name: `Papa Parse ${version("papaparse")}, streaming, 4 MB chunks` },
      ],
      wanted: { byUdsvWhole: 3, byUdsvStream: 1, byPapaWhole: 8, byPapaStream: 1 },
    },
    {
      file: "xlsx",
      make: "makeXlsx",
      rows: XLSX_ROWS,
      libraries: ["xlsx/dist/xlsx.full.min.js", "exceljs/dist/exceljs.min.js"],
      ways: [
        { way: "byApp", name: "Reiseplan" },
        { way: "bySheetJs", name: `SheetJS ${version("xlsx")}, dense` },
        { way: "byExcelJs", name: `ExcelJS ${version("exceljs")}` },
      ],
      wanted: { bySheetJs: 2, byExcelJs: 2 },
    },
  ];
  let within = true;
  for (const comparison of comparisons) {
    const result = await compare(browser, address, comparison);
    printTable(result.title, head, result.table);
    if (result.memory !== null) console.log(`memory while Reiseplan imports: ${result.memory.toFixed(0)} MB more than before, limit ${MEMORY_LIMIT}`);
    within &&= result.within;
  }
  return within;
}
