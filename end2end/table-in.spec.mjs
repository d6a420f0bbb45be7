import { expect, test } from "./app.mjs";

const heads = (page) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Touchpoints" }) }).getByRole("columnheader");
const cell = (page, lane, column) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: lane }) }).getByRole("gridcell").nth(column);

/** Opens the dialog from the list of journeys. */
async function openDialog(app, page) {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Aus Tabelle" }).click();
  const dialog = page.getByRole("dialog", { name: "Tabelle einlesen" });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function paste(dialog, text) {
  await dialog.getByRole("textbox", { name: /^Oder hier einfügen/ }).fill(text);
  await dialog.getByRole("button", { name: "Tabelle prüfen" }).click();
}

const table = [
  "Etappe\tErwägung\t\tKauf",
  "Touchpoint\tWebsite\tMessestand\tHotline",
  "Handlung\tliest\tfragt\t\"ruft an\nund wartet\"",
  "Stimmung\t1\tgut\t-1,5",
  "Emotion: Privatkundin, zieht um\t\t\t-1",
  "Unser Ziel\tfinden\t\tschnell",
].join("\n");

test("a table from Excel becomes a journey, in one step that can be undone", async ({ app, page }) => {
  const dialog = await openDialog(app, page);
  await paste(dialog, table);
  await expect(dialog).toContainText("Gefunden: 3 Schritte in 2 Etappen, 4 Spuren.");
  await expect(dialog.getByRole("button", { name: "Übernehmen" })).toBeFocused();
  await expect(dialog.getByRole("combobox", { name: "Was „Handlung“ wird" })).toHaveValue("lane:action");
  await expect(dialog.getByRole("combobox", { name: "Was „Stimmung“ wird" })).toHaveValue("lane:emotion");
  await expect(dialog.getByRole("combobox", { name: "Was „Emotion: Privatkundin, zieht um“ wird" })).toHaveValue("persona:mover");
  await expect(dialog.getByRole("combobox", { name: "Was „Unser Ziel“ wird" })).toHaveValue("own:");
  await expect(dialog).toContainText("2 Touchpoints stehen schon im Plan und werden verwendet: Website, Hotline");
  await expect(dialog).toContainText("1 Touchpoint kommt dazu: Messestand");
  await expect(dialog).toContainText("Emotion · Messestand: „gut“ ist keine Emotion von −2 bis 2 in halben Schritten");
  await dialog.getByRole("textbox", { name: "Titel der Kundenreise" }).fill("Vom Messestand");
  await dialog.getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vom Messestand");
  await expect(heads(page)).toHaveText(["Website", "Messestand", "Hotline"]);
  await expect(cell(page, "Handlung", 2)).toHaveText("ruft an\nund wartet");
  await expect(cell(page, /^Emotion/, 2)).toHaveText("Emotion −1,5");
  await expect(cell(page, "Unser Ziel", 0)).toHaveText("finden");
  await page.getByRole("combobox", { name: "Wessen Emotion" }).selectOption("Privatkundin, zieht um");
  await expect(cell(page, /^Emotion/, 2)).toHaveText("Emotion −1,0");
  await page.keyboard.press("Control+z");
  await app.goTo("Kundenreisen");
  await expect(page.getByRole("link", { name: "Vom Messestand" })).toHaveCount(0);
});

test("what is saved as a table comes back the same, also with steps in rows", async ({ app, page }) => {
  const dialog = await openDialog(app, page);
  await paste(dialog, "Touchpoint;Etappe;Handlung\nWebsite;Erwägung;liest\nHotline;Erwägung;ruft an\n");
  await expect(dialog).toContainText("die Karte dreht die Tabelle");
  await dialog.getByRole("button", { name: "Übernehmen" }).click();
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);

  await page.getByRole("button", { name: "Karte", exact: true }).click();
  await page.getByRole("menuitem", { name: "Exportieren …" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV speichern" }).click();
  const file = await (await download).path();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Karte", exact: true }).click();
  await page.getByRole("menuitem", { name: "Tabelle einlesen …" }).click();
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "CSV-Datei wählen" }).click();
  await (await chooser).setFiles(file);
  await expect(dialog).toContainText("Gefunden: 2 Schritte in 1 Etappe, 1 Spur.");
  await dialog.getByRole("button", { name: "Übernehmen" }).click();
  await expect(heads(page)).toHaveText(["Website", "Hotline"]);
  await expect(cell(page, "Handlung", 1)).toHaveText("ruft an");
});

test("a table fills the journey that is open", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(heads(page)).toHaveCount(16);
  await page.getByRole("button", { name: "Karte", exact: true }).click();
  await page.getByRole("menuitem", { name: "Tabelle einlesen …" }).click();
  const dialog = page.getByRole("dialog", { name: "Tabelle einlesen" });
  await dialog.getByRole("radio", { name: "In diese Kundenreise" }).check();
  await paste(dialog, "Touchpoint\tHotline\tMessestand\nHandlung\tschreibt\tfragt");
  await dialog.getByRole("button", { name: "Übernehmen" }).click();
  await expect(app.toasts).toContainText("Eingelesen: 1 neuer Schritt, 1 vorhandener, 2 Zellen.");
  await expect(heads(page)).toHaveCount(17);
  await expect(cell(page, "Handlung", 9)).toHaveText("schreibt");
  await app.toasts.getByRole("button", { name: "Rückgängig" }).click();
  await expect(heads(page)).toHaveCount(16);
  await expect(cell(page, "Handlung", 9)).toHaveText("Ruft an, wartet, erklärt zweimal");
});

test("departments that a table changes are told before it is taken over", async ({ app, page }) => {
  const dialog = await openDialog(app, page);
  await paste(dialog, "Touchpoint\tHotline\nAbteilung\tVertrieb");
  await expect(dialog).toContainText("Bei 1 Touchpoint ändert sich die Abteilung, in allen Kundenreisen: Hotline: Service → Vertrieb");
  await dialog.getByRole("combobox", { name: "Was „Abteilung“ wird" }).selectOption("Weglassen");
  await expect(dialog).not.toContainText("ändert sich die Abteilung");
});

test("what is no map is told, and changes nothing", async ({ app, page }) => {
  const dialog = await openDialog(app, page);
  const problem = dialog.getByRole("alert");
  for (const [text, told] of [
    ["Handlung\nFrage", "nur eine Spalte"],
    ["Touchpoint;a;b\nHandlung;x;y;z", "Zeile 2 hat in Spalte 4 einen Text"],
    [`Touchpoint${";x".repeat(10_000)}\nHandlung;a`, "hat 10001 Spalten. Eine Karte fasst 300 Schritte"],
  ]) {
    await paste(dialog, text);
    await expect(problem).toContainText(told);
    await expect(problem).toContainText("Der Plan ist unverändert.");
  }
  for (const [name, buffer] of [
    ["bild.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2])],
    ["leer.csv", Buffer.alloc(0)],
    ["riesig.csv", Buffer.alloc(9 * 1024 * 1024, "x;")],
  ]) {
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "CSV-Datei wählen" }).click();
    await (await chooser).setFiles({ name, mimeType: "text/csv", buffer });
    await expect(problem).not.toContainText("10001 Spalten");
    await expect(problem).toContainText("Der Plan ist unverändert.");
  }
  await expect(problem).toContainText("größer als 8 MB");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main").getByRole("table").getByRole("rowheader")).toHaveCount(3);
});
