import { readFile } from "node:fs/promises";
import { expect, test } from "./app.mjs";

const rows = (page) => page.getByRole("table", { name: "Ihre Pläne" }).getByRole("row");

/** Goes back to the list of plans. */
async function showPlans(page) {
  await page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: "Alle Pläne" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ihre Pläne" })).toBeVisible();
}

/** Picks an action from the menu of the plan in the list. */
async function act(page, title, action) {
  await page.getByRole("button", { name: `Weitere Aktionen für ${title}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Exports the open plan and gives what the file holds. */
async function exported(page, run) {
  const downloading = page.waitForEvent("download");
  await run();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Chooses a file as one to open. */
async function choose(page, name, text) {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Plandatei öffnen" }).click();
  await (await choosing).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Drops a file onto the page: of a text, or of as many bytes as a number says, which the page makes itself. */
async function drop(page, name, content) {
  const data = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([typeof content === "number" ? new Uint8Array(content) : content], name));
      return transfer;
    },
    [name, content],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await expect(page.getByText("Datei hier ablegen")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.getByText("Datei hier ablegen")).toBeHidden();
}

const wanted = {
  de: { locale: "de-DE", sample: "Beispielplan ansehen", title: "CX-Plan", kpis: "Kennzahlen", kpi: "Weiterempfehlung (NPS)", table: "Tabelle", month: /^Febr\w+\s2028$/ },
  en: { locale: "en-GB", sample: "See the sample plan", title: "CX plan", kpis: "KPIs", kpi: "Recommendation (NPS)", table: "Table", month: /^Febr\w+\s2028$/ },
};

for (const [language, { locale, sample, title, kpis, kpi, table, month }] of Object.entries(wanted)) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    test("the sample plan opens with one click and ends with the last full month", async ({ app, page }) => {
      await page.clock.setFixedTime("2028-03-31T12:00:00");
      await app.open();
      await page.getByRole("button", { name: sample }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await app.goTo(kpis);
      await page.getByRole("link", { name: kpi }).click();
      await page.getByRole("button", { name: table, exact: true }).first().click();
      await expect(page.getByRole("main").getByRole("table").first().getByRole("rowheader").last()).toHaveText(month);
    });
  });
}

test("plans are begun, renamed, duplicated, deleted and brought back", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neuer Plan");
  await expect(page.getByRole("columnheader", { name: "Rückgewinnung" })).toBeVisible();
  await showPlans(page);
  await act(page, "Neuer Plan", "Umbenennen");
  await expect(page.getByRole("textbox", { name: "Titel des Plans" })).toBeFocused();
  // The title is selected: what is typed takes its place.
  await page.keyboard.type("Stadtwerke");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(rows(page).nth(1)).toContainText("Stadtwerke");
  await expect(page.getByRole("button", { name: "Weitere Aktionen für Stadtwerke", exact: true })).toBeFocused();

  await page.getByRole("button", { name: "Neuer Plan", exact: true }).click();
  await page.getByRole("menuitem", { name: /Vorlage/ }).click();
  await expect(page.getByRole("dialog").locator(".template").first()).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: /^Energieversorger/ }).click();
  await expect(page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: /^Kundenreisen/ })).toContainText(/[1-9]/);
  await showPlans(page);
  await expect(rows(page)).toHaveCount(3);

  await act(page, "Stadtwerke", "Duplizieren");
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("link", { name: "Stadtwerke (Kopie)" })).toBeVisible();

  await act(page, "Stadtwerke", "Löschen");
  await expect(app.toasts).toContainText("„Stadtwerke“ gelöscht.");
  await expect(rows(page)).toHaveCount(3);
  await app.reload();
  await expect(rows(page)).toHaveCount(3);
  await act(page, "Energieversorger", "Löschen");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1).getByRole("link")).toBeFocused();
  await app.toasts.getByRole("button", { name: "Rückgängig" }).press("Enter");
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator("body")).not.toBeFocused();
  await page.getByRole("link", { name: "Energieversorger" }).click();
  await expect(page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: /^Kundenreisen/ })).toContainText(/[1-9]/);
});

test("an exported plan is the same plan when it is opened again", async ({ app, page }) => {
  await app.openSamplePlan();
  const first = await exported(page, () => page.getByRole("button", { name: "Exportieren", exact: true }).click());
  expect(first.name).toBe("CX-Plan.reiseplan.json");
  await showPlans(page);

  await test.step("as a copy while the plan is here", async () => {
    await choose(page, first.name, first.text);
    await expect(app.toasts).toContainText("die Datei wurde als Kopie „CX-Plan (Kopie)“ geöffnet");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("CX-Plan (Kopie)");
    const copy = JSON.parse((await exported(page, () => page.keyboard.press("Control+s"))).text);
    const original = JSON.parse(first.text);
    expect(copy.plan.id).not.toBe(original.plan.id);
    copy.plan.id = original.plan.id;
    copy.plan.profile[0].title = original.plan.profile[0].title;
    expect(copy).toEqual(original);
  });

  await test.step("as itself, byte for byte, once it is gone", async () => {
    await showPlans(page);
    await act(page, "CX-Plan", "Löschen");
    await expect(rows(page)).toHaveCount(2);
    await drop(page, "von-der-kollegin.json", first.text);
    await expect(app.toasts).toContainText("„CX-Plan“ geöffnet.");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("CX-Plan");
    const again = await exported(page, () => page.getByRole("button", { name: "Exportieren", exact: true }).click());
    expect(again.text).toBe(first.text);
    await showPlans(page);
    const stored = await exported(page, () => act(page, "CX-Plan", "Als Datei exportieren"));
    expect(stored).toEqual(first);
  });
});

test("a file that is no plan is refused with what is wrong and what to do, and nothing changes", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  const plan = (await exported(page, () => page.getByRole("button", { name: "Exportieren", exact: true }).click())).text;
  await showPlans(page);
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  const before = await stored();
  const other = "Öffnen Sie eine Datei, die Reiseplan exportiert hat.";
  const again = "Bitte exportieren Sie den Plan noch einmal oder nehmen Sie eine andere Kopie.";
  const newer = JSON.stringify({ ...JSON.parse(plan), schema: 99 });
  const deep = `{"format":"reiseplan","schema":1,"plan":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
  const cases = [
    ["leer.json", "", "Die Datei ist leer.", again],
    ["brief.json", "Sehr geehrte Damen und Herren", "Die Datei ist kein gültiges JSON: In Zeile 1, Spalte 1 ", again],
    ["liste.json", "[1, 2]", "Die Datei ist JSON, aber kein Plan: Sie enthält eine Liste.", other],
    ["paket.json", '{"name": "paket"}', "Ihr fehlt die Angabe „format“.", other],
    ["fremd.json", '{"format": "fremd", "schema": 1}', "Die Datei hat das Format „fremd“ und ist kein Plan.", other],
    ["neuer.json", newer, "Die Datei stammt aus einer neueren Version (Schema 99", "Laden Sie die Seite neu"],
    ["halb.json", plan.slice(0, plan.length / 2), "Die Datei ist unvollständig: Sie bricht in Zeile ", again],
    ["tief.json", deep, "Die Datei ist tiefer verschachtelt als jeder Plan", other],
  ];
  const refused = async (name, wrong, advice) => {
    await expect(app.problems).toContainText(`„${name}“ konnte nicht geöffnet werden.`);
    await expect(app.problems).toContainText(wrong);
    await expect(app.problems).toContainText(advice);
    await app.problems.getByRole("button", { name: "Schließen" }).click();
    await expect(app.problems).toHaveText("");
    await expect(rows(page)).toHaveCount(2);
    expect(await stored()).toBe(before);
  };
  for (const [name, text, wrong, advice] of cases) {
    await test.step(name, async () => {
      await choose(page, name, text);
      await refused(name, wrong, advice);
    });
  }
  await test.step("another attempt takes the place of what was told", async () => {
    await choose(page, "leer.json", "");
    await expect(app.problems).toContainText("„leer.json“");
    await choose(page, "liste.json", "[1, 2]");
    await expect(app.problems).not.toContainText("„leer.json“");
    await refused("liste.json", "Sie enthält eine Liste.", other);
    await expect(page.getByRole("main")).toBeFocused();
  });
  await test.step("a file of 200 MiB", async () => {
    await drop(page, "riesig.json", 200 * 1024 * 1024);
    await refused("riesig.json", "Die Datei hat 200 MiB, gelesen werden höchstens 64 MiB.", other);
  });
  await test.step("a file of another kind", async () => {
    await drop(page, "bild.png", "PNG");
    await expect(app.problems).toContainText("„bild.png“ lässt sich hier nicht öffnen. Pläne sind .json-Dateien");
    expect(await stored()).toBe(before);
  });
});

test("a damaged plan is mended, reported and loses nothing", async ({ app, page }) => {
  await app.openSamplePlan();
  const file = JSON.parse((await exported(page, () => page.getByRole("button", { name: "Exportieren", exact: true }).click())).text);
  const { plan } = file;
  plan.id = "damaged";
  plan.profile[0].title = "Beschädigt";
  plan.goals[0].title = 5;
  plan.weaknesses = { broken: true };
  plan.journeys[0].stages[0].steps[0].touchpoint = "nowhere";
  await drop(page, "beschädigt.json", JSON.stringify(file));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beschädigt");
  await expect(app.problems).toContainText("Der Plan wurde gelesen; das war nicht in Ordnung und wurde behoben:");
  const report = app.problems.getByRole("listitem");
  await expect(report.filter({ hasText: `Ziele, Eintrag 1 (${plan.goals[0].id}): Nicht lesbar: im Feld „title“ passt nicht` })).toBeVisible();
  await expect(report.filter({ hasText: "Schwächen: Hier steht keine Liste." })).toBeVisible();
  await expect(report.filter({ hasText: "Ein Verweis führte ins Leere (Touchpoints: nowhere) und wurde entfernt." })).toBeVisible();
  await app.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beschädigt");
  const kept = (await exported(page, () => page.getByRole("button", { name: "Exportieren", exact: true }).click())).text;
  expect(kept).toContain('"broken"');
  const mended = JSON.parse(kept).plan;
  expect(mended.journeys[0].stages[0].steps[0].touchpoint).toBeUndefined();
  expect(mended.journeys[0].stages[0].steps).toHaveLength(plan.journeys[0].stages[0].steps.length);
});
