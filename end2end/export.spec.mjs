import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "./app.mjs";

const mermaid = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");

async function openSampleJourney(app, page) {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await expect(page.getByRole("grid")).toBeVisible();
}

/** Opens the menu of the map at an entry. */
async function choose(page, name) {
  await page.getByRole("button", { name: "Karte", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

/** Saves a file with a button of the dialog: its name and what it holds. */
async function save(page, name) {
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Cells of a CSV file with semicolons. */
function cells(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ";") row.push("");
    else if (!quoted && c === "\r") rows.push([""]) && (at += 1);
    else row[row.length - 1] += c;
  }
  return rows.slice(0, -1);
}

test("a map is saved as a table, a graphic, a picture and a diagram", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const backstage = page.getByRole("rowheader", { name: "Hinter den Kulissen", exact: true });
  await backstage.focus();
  await page.keyboard.press("Delete");
  await expect(backstage).toHaveCount(0);
  await choose(page, "Exportieren …");
  const dialog = page.getByRole("dialog", { name: "Karte exportieren" });
  await expect(dialog).toContainText("Nicht dabei: alle anderen Spuren, die Emotionen einzelner Personas");

  await test.step("the table holds what the map shows, as German Excel reads it", async () => {
    const file = await save(page, "CSV speichern");
    expect(file.name).toMatch(/^CX-Plan - Umzug und Stromwechsel - \d{4}-\d\d-\d\d\.csv$/);
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = cells(file.bytes.subarray(3).toString("utf8"));
    expect(rows.every((row) => row.length === 17)).toBe(true);
    const row = (title) => rows.find(([first]) => first === title).slice(1);
    expect(row("Etappe").slice(0, 4)).toEqual(["Aufmerksamkeit", "Erwägung", "", "Entscheidung"]);
    expect(row("Touchpoint")[9]).toBe("Hotline");
    expect(row("Emotion")[9]).toBe("-2");
    expect(row("Emotion")[1]).toBe("-0,5");
    expect(row("Emotion: Privatkundin, zieht um").slice(8, 10)).toEqual(["1,5", "-2"]);
    expect(row("Kanal")[9]).toBe("Telefon [erzwungen]");
    expect(row("Schmerzpunkte")[9]).toMatch(/^Elf Minuten Wartezeit\nAnliegen zweimal schildern\n/);
    expect(rows.some(([first]) => first === "Hinter den Kulissen")).toBe(false);
    await dialog.getByRole("checkbox", { name: "Ausgeblendete Spuren mitnehmen" }).check();
    const whole = await save(page, "CSV speichern");
    expect(whole.bytes.toString("utf8")).toContain("Hinter den Kulissen;");
    await dialog.getByRole("checkbox", { name: "Ausgeblendete Spuren mitnehmen" }).uncheck();
  });

  await test.step("the graphic is well-formed and stands alone", async () => {
    const file = await save(page, "SVG speichern");
    expect(file.name).toMatch(/\.svg$/);
    const found = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        faults: document.querySelectorAll("parsererror").length,
        active: document.querySelectorAll("script, image, a, foreignObject, style").length,
        title: document.querySelector("title").textContent,
        texts: [...document.querySelectorAll("text")].map((element) => element.textContent),
      };
    }, file.bytes.toString("utf8"));
    expect(found).toMatchObject({ faults: 0, active: 0, title: "Umzug und Stromwechsel" });
    for (const text of ["Hotline", "Handlung", "Tiefpunkt −2,0", "Emotion: Ist (Alle Kunden)", "Emotion: Soll „Der Wechsel, wie er sein soll“", "Emotion: Privatkundin, zieht um", "Anbahnung"]) {
      expect(found.texts).toContain(text);
    }
  });

  await test.step("the picture is twice as sharp as the graphic", async () => {
    const file = await save(page, "PNG speichern");
    expect(file.name).toMatch(/\.png$/);
    expect(file.bytes.subarray(1, 4).toString()).toBe("PNG");
    const size = [file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)];
    expect(size[0]).toBe(2 * (136 + 16 * 132 + 48));
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, 400);
      return new Set(new Uint32Array(data.buffer)).size;
    }, file.bytes.toString("base64"));
    expect(colours, "something is drawn").toBeGreaterThan(20);
  });

  await test.step("the diagram is read by Mermaid and says the same", async () => {
    const file = await save(page, "Mermaid speichern");
    expect(file.name).toMatch(/\.mmd$/);
    const found = await readDiagram(page, file.bytes.toString("utf8"));
    expect(found.type).toBe("journey");
    expect(found.texts).toContain("Umzug und Stromwechsel");
    expect(found.tasks).toHaveLength(16);
    expect(found.tasks[9]).toEqual({ section: "Nutzung", task: "Hotline", score: 1, people: ["Privatkundin, zieht um", "Service"] });
    expect(found.tasks[1].score).toBe(2.5);
  });
});

test("a map that is too large for a picture says so beside the choice, with what to do", async ({ app, page }) => {
  await app.begin("Leerer Plan");
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Aus Tabelle" }).click();
  const row = (title, text) => [title, ...Array.from({ length: 130 }, (_, at) => `${text} ${at + 1}`)].join("\t");
  const table = page.getByRole("dialog", { name: "Tabelle einlesen" });
  await table.getByRole("textbox", { name: /^Oder hier einfügen/ }).fill(`${row("Touchpoint", "Ort")}\n${row("Handlung", "Schritt")}`);
  await table.getByRole("button", { name: "Tabelle prüfen" }).click();
  await table.getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-colcount", "131");
  await choose(page, "Exportieren …");
  const told = page.getByRole("dialog", { name: "Karte exportieren" }).getByRole("status").filter({ hasText: /./ });
  await page.getByRole("button", { name: "PNG speichern" }).press("Enter");
  await expect(told).toHaveText(/Die Karte ist zu groß für ein PNG-Bild\. Speichern Sie sie als SVG/);
  await expect(told).toBeInViewport({ ratio: 1 });
  await save(page, "SVG speichern");
  await expect(told).toHaveText(/\.svg“ gespeichert\.$/);
});

test("files, paper and slides compare with the target journey that is chosen", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.goTo("Kundenreisen");
  await page.getByRole("button", { name: "Weitere Aktionen für Umzug und Stromwechsel", exact: true }).click();
  await page.getByRole("menuitem", { name: "Soll-Reise entwerfen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Umzug und Stromwechsel – Soll");
  await app.goTo("Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await page.getByRole("button", { name: "Was sich ändert" }).click();
  for (const title of ["Der Wechsel, wie er sein soll", "Umzug und Stromwechsel – Soll"]) {
    await page.getByRole("combobox", { name: "Soll-Reise", exact: true }).selectOption(title);
    const named = `Emotion: Soll „${title}“`;
    await choose(page, "Exportieren …");
    expect((await save(page, "SVG speichern")).bytes.toString("utf8")).toContain(`>${named}<`);
    await page.keyboard.press("Escape");
    await choose(page, "Drucken …");
    await expect(page.getByRole("dialog").getByRole("img").first()).toContainText(named);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Präsentieren" }).click();
    const slides = page.getByRole("dialog", { name: "Präsentation: Umzug und Stromwechsel" });
    await expect(slides.getByRole("img", { name: "Verlauf der Emotion" })).toContainText(named);
    await slides.getByRole("button", { name: "Präsentation beenden" }).click();
    await expect(slides).toHaveCount(0);
  }
});

/** What Mermaid makes of a diagram, in a page of its own: its tasks and the texts that it draws. */
async function readDiagram(page, text) {
  const other = await page.context().newPage();
  await other.goto("about:blank");
  await other.addScriptTag({ path: mermaid });
  const found = await other.evaluate(async (text) => {
    mermaid.initialize({ startOnLoad: false });
    const { diagramType } = await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const read = [...db.getTasks()];
    const { svg } = await mermaid.render("drawn", text);
    const holder = document.createElement("div");
    holder.innerHTML = svg;
    const decode = (text) => {
      holder.dataset.text = text;
      const area = document.createElement("textarea");
      area.innerHTML = text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
      return area.value.trim();
    };
    const tasks = read.map(({ section, task, score, people }) => ({
      section: decode(section),
      task: decode(task),
      score,
      people: people.map(decode),
    }));
    return { type: diagramType, tasks, texts: [...holder.querySelectorAll("text, div")].map((element) => element.textContent.trim()) };
  }, text);
  await other.close();
  return found;
}

test("hostile texts stay texts in every file", async ({ app, page }) => {
  await openSampleJourney(app, page);
  const hostile = "=cmd|' /C calc'!A0;#:\"<b>&'x%%{init}%% section a";
  const cell = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Handlung", exact: true }) }).getByRole("gridcell").first();
  await cell.dblclick();
  await page.getByRole("textbox").fill(hostile);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("columnheader").getByText("Umzug steht an").click();
  await page.locator(".labelled-text").filter({ hasText: "Überschrift nur in dieser Karte" }).getByRole("button").click();
  await page.getByRole("textbox", { name: "Überschrift nur in dieser Karte" }).fill(hostile);
  await page.keyboard.press("Enter");
  await choose(page, "Exportieren …");
  const csv = cells((await save(page, "CSV speichern")).bytes.subarray(3).toString("utf8"));
  expect(csv.find(([first]) => first === "Überschrift")[1]).toBe(`'${hostile}`);
  const svg = (await save(page, "SVG speichern")).bytes.toString("utf8");
  expect(svg).not.toContain("<b>");
  const diagram = await readDiagram(page, (await save(page, "Mermaid speichern")).bytes.toString("utf8"));
  expect(diagram.tasks[0].task).toBe(hostile);
  expect(diagram.tasks).toHaveLength(16);
});

for (const [paper, size, most] of [
  ["A4", [842, 595], 8],
  ["A3", [1191, 842], 4],
]) {
  test(`a map is printed on ${paper} with titles on each page`, async ({ app, page }) => {
    await page.addInitScript(() => (window.print = () => (window.isPrinted = true)));
    await openSampleJourney(app, page);
    await choose(page, "Drucken …");
    const dialog = page.getByRole("dialog", { name: "Karte drucken" });
    await dialog.getByRole("radio", { name: paper }).check();
    await expect(dialog.getByRole("listitem").first()).toBeVisible();
    const pages = await dialog.getByRole("listitem").count();
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThanOrEqual(most);
    await expect(dialog).toContainText(`${pages} Seiten`);
    await expect(dialog.getByRole("img").last()).toContainText(`Seite ${pages} von ${pages}`);
    await dialog.getByRole("button", { name: "Drucken", exact: true }).click();
    await page.waitForFunction(() => window.isPrinted);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
    expect(boxes).toEqual(Array(pages).fill(size));
    await expect(dialog, "the dialog closes once it is printed").toHaveCount(0);
    await expect(page.locator(".print-pages")).toHaveCount(0);
    await expect(page.getByRole("grid")).toBeVisible();
  });
}
