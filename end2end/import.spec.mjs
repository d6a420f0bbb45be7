import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { project } from "../scripts/project.mjs";
import { expect, test } from "./app.mjs";
import { findBarriers } from "./barriers.mjs";
import { chartRows, expectFigures, npsInWords } from "./figures.mjs";

const fixture = (name) => path.join(project, "tests/fixtures/import", name);
const expected = JSON.parse(readFileSync(fixture("expected.json"), "utf8"));

/** Opens the import of a new plan. */
async function openImport(app, page) {
  await app.open();
  await page.getByRole("button", { name: "Leerer Plan" }).click();
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByText("Noch nichts importiert")).toBeVisible();
}

async function choose(page, file) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Datei wählen" }).click();
  await (await chooser).setFiles(file);
}

for (const file of ["tabelle.csv", "qualtrics.csv"]) {
  test(`${file} becomes a KPI in one step that can be undone`, async ({ app, page }) => {
    await openImport(app, page);
    await choose(page, fixture(file));
    await expect(page.getByRole("heading", { name: "Was ist was?" })).toBeFocused();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Prüfen", exact: true }).press("Enter");
    await expect(page.getByRole("heading", { name: "Das kommt heraus" })).toBeFocused();
    const { n, promoters, passives, detractors } = expected[file].nps;
    await expect(page.getByText(`n = ${n}`).first()).toBeVisible();
    await expect(page.getByText(`${promoters} Fürsprecher · ${passives} Passive · ${detractors} Kritiker`)).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Daten übernehmen" }).press("Enter");
    await expect(page).toHaveURL(/\/kpis.*&kpi=/);
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Noch nichts importiert")).toBeVisible();
  });
}

/** What the exported plan has counted in one segment, in all months or from one on. */
function inSegment(plan, name, since = "") {
  const [dimension, value] = plan.dimensions.flatMap(({ id, values }) => values.filter((value) => value.name === name).map((value) => [id, value.id]))[0];
  const { months } = plan.sources[0].tallies[0].segments.find((segment) => segment.dimension === dimension && segment.value === value);
  const scores = Object.entries(months).flatMap(([month, scores]) => (month >= since ? Object.entries(scores) : []));
  const count = (wanted) => scores.reduce((sum, [score, count]) => (wanted(Number(score)) ? sum + count : sum), 0);
  const [promoters, passives, detractors] = [count((score) => score >= 9), count((score) => score === 7 || score === 8), count((score) => score <= 6)];
  return { n: promoters + passives + detractors, promoters, passives, detractors };
}

// The month since which the NPS is another: groups are compared from there on.
for (const [file, since] of [["tabelle.csv", "2025-08"], ["qualtrics.csv", "2025-09"]]) {
  test(`the KPI page counts ${file} by month and by segment`, async ({ app, page }) => {
    await openImport(app, page);
    await choose(page, fixture(file));
    await page.getByRole("button", { name: "Prüfen", exact: true }).click();
    await page.getByRole("button", { name: "Daten übernehmen" }).click();
    const { nps, nps_by_month: months, nps_by_segment: segments } = expected[file];
    await expect(page.getByRole("main")).toContainText(`${nps.n} Antworten`);
    const charts = page.locator(".chart");
    for (const chart of [0, 1]) await page.getByRole("button", { name: "Tabelle", exact: true }).nth(chart).click();
    await expectFigures(page, charts.nth(0), Object.keys(months).sort().map((month) => npsInWords(months[month])));

    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exportieren", exact: true }).click();
    const { plan } = JSON.parse(readFileSync(await (await downloading).path(), "utf8"));
    for (const [segment, answers] of Object.entries(segments)) {
      expect(answers).toMatchObject(inSegment(plan, segment));
      const { points, n } = npsInWords(inSegment(plan, segment, since));
      const row = chartRows(page, charts.nth(1)).filter({ hasText: segment });
      await expect(row.getByRole("cell", { name: points, exact: true })).toHaveCount(1);
      await expect(row.getByRole("cell", { name: n, exact: true })).toHaveCount(1);
    }

    // For whom the level has changed: a line for each group that the file knows.
    const changes = page.locator("details").filter({ hasText: "Bei wem sich etwas geändert hat" }).getByRole("listitem");
    const groups = [...Object.keys(segments), ...Object.keys(expected[file].nps_by_region ?? {})];
    await expect(changes).toHaveCount(groups.length);
    for (const group of groups) await expect(changes.filter({ hasText: new RegExp(`^${group}: [+−\\d]`) })).toHaveCount(1);

    const worth = page.getByRole("region", { name: /^Was ein Fürsprecher wert ist/ });
    const { money_by_group: money } = expected[file];
    await expect(worth).toHaveCount(money ? 1 : 0);
    for (const [name, key] of money ? [["Fürsprecher", "promoters"], ["Passive", "passives"], ["Kritiker", "detractors"]] : []) {
      const row = worth.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
      const mean = Math.round(money[key].mean).toLocaleString("de").replace(".", "\\.");
      await expect(row.getByRole("cell", { name: new RegExp(`^${mean}\\s€$`) })).toHaveCount(1);
      await expect(row.getByRole("cell", { name: String(money[key].n), exact: true })).toHaveCount(1);
    }
    if (money) await expect(page.getByText(/Ein Fürsprecher bringt im Mittel 595\s€ mehr als ein Kritiker/)).toBeVisible();
  });
}

test("what keeps a file from being counted is said in its place", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, fixture("tabelle.csv"));
  const role = (column) => page.getByLabel(`Was ist „${column}“?`);
  const check = page.getByRole("button", { name: "Prüfen", exact: true });
  await role("Datum").selectOption("nicht übernehmen");
  await expect(check).toBeDisabled();
  await expect(page.getByText(/Bitte wählen Sie die Spalte mit dem Datum der Antwort/)).toBeVisible();
  await role("Datum").selectOption("Datum der Antwort");
  await role("Bemerkung").selectOption("Datum der Antwort");
  await expect(role("Datum")).toHaveAccessibleDescription(/Nur eine Spalte/);
  await expect(role("Bemerkung")).toHaveAccessibleDescription(/Nur eine Spalte/);
  await role("Bemerkung").selectOption("nicht übernehmen");
  await expect(check).toBeEnabled();
});

test("the import waits while another page is looked at", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, fixture("tabelle.csv"));
  await page.getByLabel("Name der Kennzahl").first().fill("Weiterempfehlung");
  await page.getByRole("link", { name: "Überblick", exact: true }).click();
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByLabel("Name der Kennzahl").first()).toHaveValue("Weiterempfehlung");
});

test("a file that is no table is refused with what to do, and leaves the plan as it was", async ({ app, page }) => {
  await openImport(app, page);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000000", "hex");
  await choose(page, { name: "bild.csv", mimeType: "text/csv", buffer: png });
  await expect(page.getByText("Das ist keine Textdatei.").and(page.locator("p:visible"))).toBeVisible();
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await expect(page.getByText("Noch nichts importiert")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Rückgängig/ })).toBeDisabled();
});

test("reading a long file can be cancelled", async ({ app, page }, info) => {
  const long = info.outputPath("lang.csv");
  writeFileSync(long, `Datum;NPS\n${"01.03.2025;9\n".repeat(20_000_000)}`);
  await openImport(app, page);
  await choose(page, long);
  await expect(page.locator(".import-step-note")).toContainText(/mehr als [\d.]+ Zeilen/);
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await expect(page.getByText(/Zeilen · .* MB/)).toBeVisible();
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await expect(page.getByRole("heading", { name: "Was ist was?" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Rückgängig/ })).toBeDisabled();
});

test("a workbook becomes KPIs of its touchpoints", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, fixture("ms-forms.xlsx"));
  await expect(page.getByText(/Export aus Microsoft Forms · Blatt „/)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await expect(page.getByText(`n = ${expected["ms-forms.xlsx"].nps.n}`).first()).toBeVisible();
  await expect(page.getByText(`Treiber: ${expected["ms-forms.xlsx"].drivers.complete_rows} vollständige Antworten`)).toBeVisible();
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page).toHaveURL(/kpi=/);
  await app.goTo("Import");
  for (const touchpoint of ["Website", "Hotline", "Rechnung", "App"]) {
    await expect(page.getByRole("link", { name: `Zufriedenheit: ${touchpoint}` })).toBeVisible();
  }
});

test("counts of customers become churn, retention and acquisition", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, fixture("kundenbestand.csv"));
  await expect(page.getByRole("checkbox", { name: "Abwanderungsrate", exact: true })).toBeChecked();
  await page.getByRole("checkbox", { name: "Verlust-Neukunden-Verhältnis" }).check();
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page).toHaveURL(/kpi=/);
  await app.goTo("Import");
  for (const kpi of ["Abwanderungsrate", "Bindungsrate", "Verlust-Neukunden-Verhältnis", "Gewinnungsrate"]) {
    await expect(page.getByRole("link", { name: kpi, exact: true })).toBeVisible();
  }
});

test("reasons for leaving become groups of lost customers in one step that can be undone", async ({ app, page }) => {
  // Two audits by axe take a while of their own.
  test.setTimeout(60_000);
  await openImport(app, page);
  const rows = ["03.03.2025;zu teuer", "20.03.2025;Zu teuer", "02.04.2025;Umzug", "05.04.2025;zu teuer"];
  const buffer = Buffer.from(`Gekündigt am;Kündigungsgrund\n${rows.join("\n")}\n`);
  await choose(page, { name: "kuendigungen.csv", mimeType: "text/csv", buffer });
  await expect(page.getByLabel("Was ist „Kündigungsgrund“?").locator("option:checked")).toHaveText("Kündigungsgrund");
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await expect(page.getByText("verlorene Kunden, 2 Gründe")).toBeVisible();
  await expect(page.getByText("zu teuer: 3")).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page).toHaveURL(/\/win-back/);
  await app.goTo("Import");
  await page.getByRole("link", { name: "Rückgewinnung: 2 Kündigungsgründe" }).click();

  const reasons = page.locator(".win-back-lost-reason");
  await expect(reasons).toHaveCount(2);
  await expect(reasons.first()).toContainText("3 verlorene Kunden");
  await expect(reasons.first()).toContainText(/März\s2025 bis April\s2025/);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Gruppen aus diesen 2 Gründen anlegen" }).press("Enter");
  const groups = page.getByRole("main").locator("tbody tr");
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toContainText("zu teuer geworden");
  await expect(groups.first().getByRole("cell", { name: "3", exact: true })).toBeVisible();
  await expect(reasons).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Rückgewinnung" })).toBeFocused();

  await page.keyboard.press("Control+z");
  await expect(groups).toHaveCount(0);
  await expect(reasons).toHaveCount(2);
  await reasons.first().getByRole("button", { name: "Gruppe anlegen" }).press("Enter");
  await expect(groups).toHaveCount(1);
  await expect(reasons).toHaveCount(1);
  await expect(reasons.getByRole("button")).toBeFocused();
});

test("several files are imported one after the other", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, [fixture("web.csv"), fixture("kundenbestand.csv")]);
  await expect(page.getByText("1 weitere Datei wartet.")).toBeVisible();
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page.getByText(/kundenbestand\.csv · /).first()).toBeVisible();
});

test("the format can be changed and the preview follows", async ({ app, page }) => {
  await openImport(app, page);
  await choose(page, { name: "offen.csv", mimeType: "text/csv", buffer: Buffer.from("Date,Revenue,NPS\n2025-03-01,48.200,9\n2025-03-02,39.100,8\n") });
  await expect(page.getByText(/Ob „48.200“ Tausender oder Dezimalen hat/)).toBeVisible();
  await page.getByLabel("Zahlen").selectOption({ label: "Dezimalpunkt (1,234.56)" });
  await expect(page.getByText(/Ob „48.200“/)).toHaveCount(0);
  await expect(page.getByLabel("Zahlen")).toBeFocused();

  await test.step("on a phone role and reason of a column stand below its name", async () => {
    const { width, height } = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const columns = page.getByRole("region", { name: "Spalten", exact: true });
    await expect.poll(() => columns.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
    await expect(columns.getByText("Vorschlag:", { exact: true }).first()).toBeVisible();
    await page.setViewportSize({ width, height });
  });

  await page.getByLabel("Trennzeichen").selectOption({ label: "Semikolon" });
  await expect(page.getByRole("columnheader", { name: "Date,Revenue,NPS" })).toBeVisible();
  await expect(page.getByLabel("Trennzeichen")).toBeFocused();
});

test("counts of customers that don't add up are named before the import and on the KPI's page", async ({ app, page }) => {
  await openImport(app, page);
  const rows = ["01/2025;1.000;60;50;1.010", "02/2025;1.010;60;40;1.020", "03/2025;1.020;20;30;1.010"];
  const buffer = Buffer.from(`Monat;Bestand Anfang;Neukunden;Abgänge;Bestand Ende\n${rows.join("\n")}\n`);
  await choose(page, { name: "bestand.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await expect(page.getByText("In 1 Zeitraum gehen die Kundenzahlen nicht auf:")).toBeVisible();
  const off = /^Februar\s2025( \(bestand\))?: Anfang \+ gewonnen − verloren ergibt nicht das Ende \(Abweichung −10\)\.$/;
  await expect(page.getByText(off)).toBeVisible();
  await expect(page.getByText("im Mittel je Zeitraum, aus 3").first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page).toHaveURL(/kpi=/);
  await expect(page.getByText(off)).toBeVisible();
});

test("a source is imported again as its file was read before", async ({ app, page }) => {
  await openImport(app, page);
  const file = (day) => Buffer.from(`Wann?;Wie?;Wo?\nDatum;NPS;Region\n${day};9;Nord\n${day};8;Nord\n`);
  await choose(page, { name: "monat.csv", mimeType: "text/csv", buffer: file("01.03.2025") });
  await page.getByLabel("Kopfzeilen").selectOption({ label: "2 Kopfzeilen" });
  await page.getByLabel("Was ist „Region“?").selectOption("nicht übernehmen");
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await page.getByRole("button", { name: "Daten übernehmen" }).click();
  await expect(page).toHaveURL(/kpi=/);

  await app.goTo("Import");
  await page.getByRole("button", { name: "Weitere Aktionen für „monat“" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Neu importieren …" }).click();
  await (await chooser).setFiles({ name: "april.csv", mimeType: "text/csv", buffer: file("01.04.2025") });
  await expect(page.getByText("Die Zuordnung stammt vom letzten Import von „monat“.")).toBeVisible();
  await expect(page.getByLabel("Kopfzeilen").locator("option:checked")).toHaveText("2 Kopfzeilen");
  await expect(page.getByLabel("Was ist „Region“?").locator("option:checked")).toHaveText("nicht übernehmen");

  // What doesn't fit this file is left to the app again.
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Weitere Aktionen für „monat“" }).click();
  const again = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Neu importieren …" }).click();
  await (await again).setFiles({ name: "mai.csv", mimeType: "text/csv", buffer: Buffer.from("Datum;NPS\n01.05.2025;9\n") });
  await expect(page.getByText("Die Datei hat andere Spalten als die letzte von „monat“.", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Kopfzeilen").locator("option:checked")).toHaveText(/^Automatisch/);
});

test("which end of a scale of effort is the good one is to be confirmed", async ({ app, page }) => {
  await openImport(app, page);
  const buffer = Buffer.from("Datum;Wie hoch war Ihr Aufwand?\n01.03.2025;7\n02.03.2025;1\n");
  await choose(page, { name: "aufwand.csv", mimeType: "text/csv", buffer });
  const warning = page.getByText(/Welches Ende der Skala das gute ist, sagt die Frage nicht sicher/);
  const direction = page.getByLabel("Richtung", { exact: true });
  const right = page.getByRole("checkbox", { name: "Diese Richtung stimmt" });
  await expect(warning).toBeVisible();
  await expect(direction.locator("option:checked")).toHaveText("1 = leicht");
  expect(await findBarriers(page)).toEqual([]);
  await right.check();
  await expect(warning).toBeHidden();
  await right.uncheck();
  await expect(warning).toBeVisible();
  await direction.selectOption({ label: "7 = leicht" });
  await expect(warning).toBeHidden();
  await expect(right).toBeChecked();
});
