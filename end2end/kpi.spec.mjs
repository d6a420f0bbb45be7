import { readFileSync } from "node:fs";
import path from "node:path";
import XLSX from "xlsx";
import { project } from "../scripts/project.mjs";
import { expect, test } from "./app.mjs";
import { expectFigures, npsInWords } from "./figures.mjs";

const sample = JSON.parse(readFileSync(path.join(project, "public/sample/plan.de.json"), "utf8")).plan;

/** NPS and answers of the sample plan in each period that a day's key is made to. */
function expectedBy(key) {
  const periods = {};
  for (const [day, scores] of Object.entries(sample.sources[0].tallies[0].days)) {
    const answers = (periods[key(day)] ??= { promoters: 0, detractors: 0, n: 0 });
    for (const [score, count] of Object.entries(scores)) {
      answers.n += count;
      if (Number(score) >= 9) answers.promoters += count;
      if (Number(score) <= 6) answers.detractors += count;
    }
  }
  return Object.keys(periods).sort().map((period) => npsInWords(periods[period]));
}

test("the NPS of the sample plan is drawn, and the table gives the same figures", async ({ app, page }) => {
  // On this day the sample plan's months are those of its file.
  await page.clock.setFixedTime("2026-01-15T12:00:00");
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
  const chart = page.getByRole("img", { name: /NPS/ }).first();
  await expect(chart.locator("svg path").first()).toBeAttached();
  await expect(chart).toHaveAccessibleName(/Liniendiagramm mit 12 Werten/);
  await expect(page.getByRole("list", { name: "Ereignisse im Diagramm" }).getByRole("listitem")).toHaveText([
    /^März\s2025: Willkommenspaket beginnt$/,
    /^April\s2025: Tarifrechner mit Abschlag und allen Gebühren beginnt$/,
    /^November\s2025: Wechselstatus wie bei Paketen beginnt$/,
  ]);

  const byPeriod = page.locator(".chart").first();
  const months = expectedBy((day) => day.slice(0, 7));
  await page.getByRole("button", { name: "Tabelle", exact: true }).first().click();
  await expectFigures(page, byPeriod, months);
  await expect(page.locator(".kpi-tile").first()).toContainText(months.at(-1).points);

  await page.getByRole("radio", { name: "Quartal" }).check({ force: true });
  const quarters = expectedBy((day) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
  await expectFigures(page, byPeriod, quarters);
  await expect(page.locator(".kpi-tile").first()).toContainText(quarters.at(-1).points);

  await page.getByRole("button", { name: "Tabelle", exact: true }).first().click();
  await expect(page.getByRole("img", { name: /Liniendiagramm mit 4 Werten/ })).toBeVisible();
});

test("the values are handed out as tables, for any program and for Excel", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-01-15T12:00:00");
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
  const save = async (item) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Weitere Aktionen", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
    const download = await downloading;
    await expect(app.toasts).toContainText(download.suggestedFilename());
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await save("Als CSV-Datei speichern");
  expect(csv.name).toBe("Weiterempfehlung (NPS) - 2026-01-15.csv");
  const lines = csv.bytes.toString("utf8").replace("\ufeff", "").trim().split("\r\n");
  expect(lines).toHaveLength(13);
  const excel = await save("Als Excel-Datei speichern");
  expect(excel.name).toBe("Weiterempfehlung (NPS) - 2026-01-15.xlsx");
  const book = XLSX.read(excel.bytes);
  expect(book.SheetNames).toEqual(["Weiterempfehlung (NPS)"]);
  const cells = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
  const asWritten = (cell) => (typeof cell === "number" ? String(cell).replace(".", ",") : cell);
  expect(cells.map((row) => row.map(asWritten).join(";"))).toEqual(lines);
  expect(cells[1].slice(1).every((cell) => typeof cell === "number"), "figures are numbers").toBe(true);

  await page.getByRole("combobox", { name: "Gleitend" }).selectOption("3 Zeiträume");
  await expect(page.getByText(/je 3 Zeiträume zusammen/).first()).toBeVisible();
  const rolling = (await save("Als CSV-Datei speichern")).bytes.toString("utf8").trim().split("\r\n");
  expect(rolling[0]).toContain("Gleitend: 3 Zeiträume");
  const [lastThree] = expectedBy((day) => (day >= "2025-10" ? "since" : "before")).slice(-1);
  expect(rolling.at(-1).split(";").at(-1)).toBe(lastThree.n);
});

test("small groups stay hidden, and only what shares no answers is compared", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-01-15T12:00:00");
  await app.openSamplePlan();
  const setMinimum = async (minimum) => {
    await app.goTo("Einstellungen");
    await page.getByRole("textbox", { name: "Kleinste Gruppe" }).fill(minimum);
    await page.keyboard.press("Tab");
    await app.goTo("Kennzahlen");
    await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Weiterempfehlung (NPS)");
  };
  const group = page.getByRole("combobox", { name: "Gruppe", exact: true });
  const businessMonths = sample.sources[0].tallies[0].segments.find(({ value }) => value === "business").months;
  const small = Object.values(businessMonths).filter((scores) => Object.values(scores).reduce((sum, n) => sum + n, 0) < 14).length;

  await test.step("months of a group with too few answers are gaps that say why", async () => {
    await setMinimum("14");
    await group.selectOption("Kundenart: Gewerbekunde");
    await expect(page.getByText(`${small} Zeiträume mit weniger als 14 Antworten`)).toBeVisible();
    await page.getByRole("button", { name: "Tabelle", exact: true }).first().click();
    await expect(page.locator(".chart").first().getByText(/weniger als 14 Antworten/)).toHaveCount(small);
  });

  await test.step("a group is compared with another of its dimension alone", async () => {
    const compare = page.locator(".kpi-compare");
    await compare.getByRole("combobox", { name: "Von", exact: true }).selectOption("Region: Nord");
    const second = compare.getByRole("combobox", { name: "zu", exact: true });
    await expect(second.getByRole("option")).toHaveText(["Region: Süd", "Region: Ost", "Region: West"]);
    await second.selectOption("Region: Süd");
    await expect(compare.getByText(/^Von Nord zu Süd, .* bis .*: .*p\s/)).toBeVisible();
  });

  await test.step("rolling values have no control limits", async () => {
    await page.getByRole("checkbox", { name: "Regelgrenzen" }).check();
    await expect(page.getByText("Gleitende Werte haben keine Regelgrenzen")).toHaveCount(0);
    await page.getByRole("combobox", { name: "Gleitend" }).selectOption("3 Zeiträume");
    await expect(page.getByText("Gleitende Werte haben keine Regelgrenzen")).toBeVisible();
  });

  await test.step("a group with too few answers in all can't be chosen", async () => {
    await setMinimum("300");
    await expect(group.getByRole("option")).toHaveText(["Alle", "Kundenart: Privatkunde"]);
  });
});

test("another figure takes its targets along, and undo brings them back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Zufriedenheit mit der Hotline" }).click();
  const limit = page.getByRole("textbox", { name: "Warngrenze" });
  const target = page.getByRole("textbox", { name: "Zielwert" });
  await expect(limit).toHaveValue(/^30/);
  await expect(target).toHaveValue(/^45/);
  await page.getByRole("combobox", { name: "Gezeigt wird" }).selectOption("Mittelwert der Antworten auf der Skala 1–5");
  await expect(app.toasts).toContainText("Ziele und Warngrenze galten der früheren Definition");
  await expect(limit).toHaveValue("");
  await expect(target).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(limit).toHaveValue(/^30/);
  await expect(target).toHaveValue(/^45/);
});

test("deleting a KPI from the list leaves the keyboard beside it", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Zufriedenheit mit der App", exact: true }) });
  await row.getByRole("button").press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row).toHaveCount(0);
  await expect(page.locator("tbody tr :focus")).toHaveCount(1);
});

test("a chart is handed out as a picture", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kennzahlen");
  await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
  for (const [item, ending] of [["Als PNG speichern", ".png"], ["Als SVG speichern", ".svg"]]) {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Bild", exact: true }).first().click();
    await page.getByRole("menuitem", { name: item }).first().click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`NPS.*\\${ending}$`));
    const bytes = readFileSync(await download.path());
    expect(bytes.length).toBeGreaterThan(5000);
    expect(bytes.subarray(0, 5).toString("latin1")).toMatch(ending === ".png" ? /^\x89PNG/ : /^<svg/);
  }
});

test("values are typed month by month, pasted as a table and measured against a target", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-03-10T12:00:00");
  await app.begin("Leerer Plan");
  await app.goTo("Kennzahlen");
  await page.getByRole("button", { name: "Werte eintippen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Weiterempfehlung (NPS)");
  const grid = page.getByRole("grid", { name: "Eingetippte Werte" });
  const row = (month) => grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: month }) });

  await test.step("typing goes from cell to cell", async () => {
    await row("Februar").getByRole("gridcell").first().focus();
    await page.keyboard.type("60");
    await page.keyboard.press("Tab");
    await page.keyboard.type("20");
    await page.keyboard.press("Tab");
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await expect(row("Februar").getByRole("gridcell").nth(4)).toHaveText("100");
    await expect(row("Februar").getByRole("gridcell").nth(5)).toHaveText("+40,0");
    await expect(page.locator(".kpi-tile").first()).toContainText("+40,0");
  });

  await test.step("what isn't a count is refused and the old value stays", async () => {
    await row("Februar").getByRole("gridcell").first().focus();
    await page.keyboard.type("viele");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Hier wird eine ganze Zahl erwartet")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(row("Februar").getByRole("gridcell").first()).toHaveText("60");
  });

  await test.step("a table is pasted, and what doesn't fit is named", async () => {
    await page.getByRole("button", { name: "Weitere Aktionen für eingetippte Werte" }).click();
    await page.getByRole("menuitem", { name: "Tabelle einfügen" }).click();
    const dialog = page.getByRole("dialog", { name: "Tabelle einfügen" });
    await expect(dialog.getByRole("textbox", { name: "Tabelle" })).toBeFocused();
    await dialog.getByRole("textbox", { name: "Tabelle" }).fill("Monat\tKritiker\tPassive\tFürsprecher\n12/2025\t10\t20\t70\n01/2026\t30\t20\tsieben\nJanuar 2026\t30\t20\t50\n");
    await dialog.getByRole("button", { name: "Übernehmen" }).click();
    await expect(page.getByText("2 Monate übernommen. Eine Zelle passte nicht:")).toBeVisible();
    await expect(page.getByText("Zeile 3, Spalte 4: „sieben“")).toBeVisible();
    await expect(row("Dezember").getByRole("gridcell").nth(5)).toHaveText("+60,0");
    await expect(row("Januar").getByRole("gridcell").nth(5)).toHaveText("+20,0");
    await expect(grid.getByRole("rowheader")).toHaveCount(3);
    await page.getByRole("button", { name: /^Rückgängig: Werte der Kennzahl einfügen/ }).click();
    await expect(grid.getByRole("rowheader")).toHaveCount(1);
    await page.getByRole("button", { name: /^Wiederholen: Werte der Kennzahl einfügen/ }).click();
    await expect(grid.getByRole("rowheader")).toHaveCount(3);
  });

  await test.step("a target stands in the figures", async () => {
    await page.getByRole("button", { name: "Hinzufügen", exact: true }).click();
    await page.getByRole("textbox", { name: "Zielwert" }).fill("30");
    await page.getByLabel("zu erreichen bis").fill("2026-06-30");
    await page.getByLabel("zu erreichen bis").press("Tab");
    const tile = page.locator(".kpi-tile").last();
    await expect(tile).toContainText("+30");
    await expect(tile).toContainText("Ziel bis 30.6.2026");
    await expect(page.getByRole("img", { name: /NPS/ }).first().locator("svg").getByText(/Ziel/).first()).toBeAttached();
  });

  await test.step("a month is deleted and brought back", async () => {
    await page.getByRole("button", { name: "Januar 2026 löschen" }).click();
    await expect(app.toasts).toContainText(/Januar\s2026 gelöscht/);
    await expect(grid.getByRole("rowheader")).toHaveCount(2);
    await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
    await expect(grid.getByRole("rowheader")).toHaveCount(3);
  });
});
