import path from "node:path";
import { project } from "../scripts/project.mjs";
import { expect, test } from "./app.mjs";
import { findBarriers, findLowContrast } from "./barriers.mjs";

/** What stands beside a page about the record that is chosen. */
const panel = (page) => page.locator(".panel");

/** Pages of the sample plan: where they are below its address, and what shows that they are complete. */
const pages = [
  { name: "overview", path: "overview", shown: (page) => page.getByRole("table") },
  { name: "personas", path: "personas", shown: (page) => page.getByRole("list", { name: "Personas" }) },
  { name: "persona", path: "personas", record: "persona=mover", shown: (page) => page.getByRole("heading", { level: 2 }).first() },
  { name: "audits", path: "audits", shown: (page) => page.getByRole("table") },
  { name: "audit", path: "audits", record: "audit=a-hotline-june", shown: (page) => page.getByRole("radiogroup").first() },
  { name: "voices", path: "voices", shown: (page) => page.getByRole("table") },
  { name: "voice", path: "voices", record: "voice=v-wait-1", shown: (page) => panel(page) },
  { name: "channels", path: "channels", shown: (page) => page.getByRole("grid") },
  {
    name: "channels with the steps of a cell",
    path: "channels",
    shown: (page) => page.getByRole("grid"),
    then: async (page) => {
      await page.getByRole("grid").getByRole("button", { name: /(Schritt|step)/ }).first().click();
      await expect(panel(page)).toBeVisible();
    },
  },
  { name: "pain points", path: "findings", shown: (page) => page.getByRole("table") },
  { name: "pain point", path: "findings", record: "finding=pp-twice", shown: (page) => panel(page) },
  { name: "list of journeys", path: "journeys", shown: (page) => page.getByRole("table") },
  { name: "journey map", path: "journeys", record: "journey=moving-and-switching", shown: (page) => page.getByRole("grid") },
  {
    name: "journey map with a step's panel",
    path: "journeys",
    record: "journey=moving-and-switching",
    shown: (page) => page.getByRole("grid"),
    then: async (page) => {
      await page.getByRole("columnheader").getByText("Hotline").click();
      await expect(panel(page)).toBeVisible();
    },
  },
  ...[
    ["export of a map", /^(Exportieren …|Export …)$/],
    ["print of a map", /^(Drucken …|Print …)/],
    ["table that becomes a map", /^(Tabelle einlesen …|Read table …)$/],
  ].map(([name, entry]) => ({
    name,
    path: "journeys",
    record: "journey=moving-and-switching",
    shown: (page) => page.getByRole("grid"),
    then: async (page) => {
      await page.getByRole("button", { name: /^(Karte|Map)$/ }).click();
      await page.getByRole("menuitem", { name: entry }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  })),
  {
    name: "presentation of a map",
    path: "journeys",
    record: "journey=moving-and-switching",
    shown: (page) => page.getByRole("grid"),
    then: async (page) => {
      await page.getByRole("button", { name: /^(Präsentieren|Present)$/ }).click();
      await expect(page.locator(".slide-overview")).toBeVisible();
      for (let slide = 0; slide < 8; slide += 1) await page.keyboard.press("PageDown");
      await expect(page.locator(".slide-step")).toBeVisible();
    },
  },
  {
    name: "journey map at a glance, searched and with selected cells",
    path: "journeys",
    record: "journey=moving-and-switching",
    shown: (page) => page.getByRole("grid"),
    then: async (page) => {
      await page.getByRole("searchbox", { name: /^(In der Karte suchen|Search in the map)$/ }).fill("an");
      await page.locator(".map-text").nth(1).focus();
      await page.keyboard.press("Shift+ArrowRight");
      await page.getByRole("radio", { name: /^(Überblick|At a glance)$/ }).check({ force: true });
      await expect(page.locator(".map-grid")).toHaveAttribute("data-zoom", "glance");
    },
  },
  { name: "drivers", path: "drivers", shown: (page) => page.getByRole("heading", { level: 1 }) },
  { name: "effects", path: "effects", shown: (page) => page.getByRole("heading", { level: 2 }).first() },
  { name: "strategy", path: "strategy", shown: (page) => page.getByRole("heading", { level: 3 }).first() },
  { name: "strategy at a goal", path: "strategy", record: "record=g-quiet", shown: (page) => page.locator("[data-item][aria-current]") },
  { name: "measures", path: "measures", shown: (page) => page.getByRole("grid") },
  ...["Board", "Zeitplan|Timeline", "Matrix", "Budget", "Abteilungen|Departments", "Ist und Soll|As-is and to-be"].map((view) => ({
    name: `measures: ${view}`,
    path: "measures",
    shown: (page) => page.getByRole("radio", { name: new RegExp(`^(${view})$`) }),
    then: async (page) => {
      await page.getByRole("radio", { name: new RegExp(`^(${view})$`) }).check({ force: true });
      await expect(page.locator(".measures-view")).not.toBeEmpty();
    },
  })),
  {
    name: "measures: budget, filtered and grouped",
    path: "measures",
    shown: (page) => page.getByRole("radio", { name: "Budget" }),
    then: async (page) => {
      await page.getByRole("radio", { name: "Budget" }).check({ force: true });
      await page.getByRole("combobox", { name: /^(Stand|Status)$/ }).selectOption("running");
      await page.getByRole("combobox", { name: /^(Gruppieren|Group)$/ }).selectOption("department");
      await expect(page.locator(".budget-measure").first()).toBeVisible();
    },
  },
  { name: "measure", path: "measures", record: "measure=m-status", shown: (page) => panel(page) },
  { name: "import", path: "import", shown: (page) => page.getByRole("heading", { level: 1 }) },
  { name: "list of KPIs", path: "kpis", shown: (page) => page.getByRole("table") },
  { name: "KPI", path: "kpis", record: "kpi=nps", shown: (page) => page.getByRole("img").first() },
  { name: "win-back", path: "win-back", shown: (page) => page.getByRole("table") },
  { name: "group of lost customers", path: "win-back", record: "group=wb-offer", shown: (page) => panel(page) },
  { name: "content plan", path: "content", shown: (page) => page.getByRole("table").first() },
  { name: "content", path: "content", record: "content=c-ways", shown: (page) => panel(page) },
  { name: "involvement", path: "involvement", shown: (page) => page.getByRole("heading", { level: 2 }).first() },
  { name: "way of involving customers", path: "involvement", record: "involvement=i-prototype", shown: (page) => panel(page) },
  { name: "check", path: "check", shown: (page) => page.getByRole("heading", { level: 3 }).first() },
  { name: "settings", path: "settings", shown: (page) => page.getByRole("heading", { level: 2 }).first() },
];

const address = ({ path, record }, plan) => `${path}?plan=${plan}${record ? `&${record}` : ""}`;

/** What stands over a page: how it is opened, from the keyboard, on whichever page is shown. */
const overlays = [
  { name: "search and commands", key: "Control+k", shown: (page) => page.getByRole("dialog") },
  { name: "list of keys", key: "?", shown: (page) => page.getByRole("dialog") },
];

/** The steps of the import after its first. */
const importSteps = [
  {
    name: "import: what the columns are",
    then: async (page) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: /^(Datei wählen|Choose file)$/ }).click();
      await (await chooser).setFiles(path.join(project, "tests/fixtures/import/tabelle.csv"));
    },
    shown: (page) => page.getByRole("heading", { name: /^(Was ist was\?|What is what\?)$/ }),
  },
  {
    name: "import: what comes of it",
    then: (page) => page.getByRole("button", { name: /^(Prüfen|Check)$/ }).click(),
    shown: (page) => page.getByRole("heading", { name: /^(Das kommt heraus|What comes out)$/ }),
  },
];

/** The pages in groups: a story for each, so that they can be walked through side by side. */
const groups = Array.from({ length: Math.ceil(pages.length / 8) }, (_, at) => pages.slice(at * 8, at * 8 + 8));

/** How the pages are looked at: German, whose words are longer, on a phone, English on a desk. */
const guises = [
  { locale: "de-DE", viewport: { width: 390, height: 844 }, narrower: 360 },
  { locale: "en-GB", viewport: { width: 1440, height: 900 } },
];

for (const { locale, viewport, narrower } of guises) {
  test.describe(`in ${locale}, ${viewport.width} wide`, () => {
    test.use({ locale, viewport, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

    /** Looks at pages as they are opened; gives what is wrong, by page. */
    const looker = (page) => {
      const found = {};
      const note = (name, barriers) => {
        if (barriers.length > 0) found[name] = barriers;
      };
      const over = () => page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      const look = async (name) => {
        note(name, await findBarriers(page));
        await page.emulateMedia({ colorScheme: "dark" });
        note(`${name}, dark`, await findLowContrast(page));
        await page.emulateMedia({ colorScheme: "light" });
        for (const width of narrower ? [viewport.width, narrower] : []) {
          await page.setViewportSize({ ...viewport, width });
          // A drawing takes the page's new width a moment later than the page does.
          const scrolls = expect.configure({ soft: true, message: `${name} scrolls sideways as a whole at ${width} px` });
          await scrolls.poll(over).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize(viewport);
      };
      return { found, look };
    };

    for (const group of groups) {
      test(`no barrier, and there by its address: ${group.map(({ name }) => name).join(", ")}`, async ({ app, page }) => {
        test.setTimeout(120_000);
        const { found, look } = looker(page);
        await app.openSamplePlan();
        const plan = app.planId;
        for (const one of group) {
          await app.open(address(one, plan));
          await expect(one.shown(page)).toBeVisible();
          expect(new URL(page.url()).search).toBe(new URL(address(one, plan), page.url()).search);
          await one.then?.(page);
          await look(one.name);
        }
        expect(found).toEqual({});
      });
    }

    test("no barrier: library, import, search, list of keys", async ({ app, page }) => {
      test.setTimeout(120_000);
      const { found, look } = looker(page);
      await app.open();
      await expect(page.getByRole("main").getByRole("button").first()).toBeVisible();
      await look("empty library");
      await app.openSamplePlan();
      await app.open(`import?plan=${app.planId}`);
      for (const step of importSteps) {
        await step.then(page);
        await expect(step.shown(page)).toBeVisible();
        await look(step.name);
      }
      await app.open();
      await expect(page.getByRole("table")).toBeVisible();
      await look("library");
      for (const { name, key, shown } of overlays) {
        await page.keyboard.press(key);
        await expect(shown(page)).toBeVisible();
        await look(name);
        await page.keyboard.press("Escape");
        await expect(shown(page)).toBeHidden();
      }
      expect(found).toEqual({});
    });
  });
}

test("where a record no longer is, the page says so and leads on", async ({ app, page }) => {
  await app.openSamplePlan();
  const plan = app.planId;
  for (const [address, said, onward] of [
    [`journeys?plan=${plan}&journey=gone`, "Diese Kundenreise gibt es nicht mehr.", "Alle Kundenreisen"],
    [`personas?plan=${plan}&persona=gone`, "Diese Persona gibt es nicht mehr.", "Alle Personas"],
    [`audits?plan=${plan}&audit=gone`, "Dieses Audit gibt es nicht mehr.", "Alle Audits"],
  ]) {
    await app.open(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said);
    await page.getByRole("main").getByRole("link", { name: onward }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(onward.replace("Alle ", ""));
  }
});

test("links lead on without loading the app anew, and the address follows", async ({ app, page }) => {
  await app.openSamplePlan();
  await page.evaluate(() => (window.isSame = true));
  await app.goTo("Kundenreisen");
  await page.getByRole("main").getByRole("link", { name: "Umzug und Stromwechsel" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page).toHaveURL(`journeys?plan=${app.planId}&journey=moving-and-switching`);
  await page.goBack();
  await expect(page.getByRole("table")).toBeVisible();
  await page.goBack();
  await expect(app.title).toHaveText("CX-Plan");
  await page.goForward();
  await expect(page).toHaveURL(`journeys?plan=${app.planId}`);
  expect(await page.evaluate(() => window.isSame)).toBe(true);
});
