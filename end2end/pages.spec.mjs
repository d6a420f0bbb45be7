import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./app.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What stands beside a page about the record that is chosen. */
const panel = (page) => page.locator(".panel");

/** Pages of the sample plan: where they are below its address, and what shows that they are complete. */
const pages = [
  { name: "overview", path: "overview", shown: (page) => page.getByRole("table") },
  { name: "personas", path: "personas", shown: (page) => page.getByRole("list", { name: "Personas" }) },
  { name: "persona", path: "personas", record: "persona=mover", shown: (page) => page.getByRole("heading", { level: 2 }).first() },
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
  { name: "strategy", path: "strategy", shown: (page) => page.getByRole("heading", { level: 3 }).first() },
  { name: "measures", path: "measures", shown: (page) => page.getByRole("grid") },
  ...["Board", "Zeitplan|Timeline", "Matrix", "Budget", "Abteilungen|Departments", "Ist und Soll|As is and to be"].map((view) => ({
    name: `measures: ${view}`,
    path: "measures",
    shown: (page) => page.getByRole("radio", { name: new RegExp(`^(${view})$`) }),
    then: async (page) => {
      await page.getByRole("radio", { name: new RegExp(`^(${view})$`) }).check({ force: true });
      await expect(page.locator(".measures-view")).not.toBeEmpty();
    },
  })),
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

/** What axe finds on the page, in short. */
async function findBarriers(page) {
  // In legacy mode axe stays in this page; there are no frames whose findings would have to be put together.
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} (${any[0]?.message ?? help})`),
  );
}

// Each language and each theme once: themes differ in colours alone, languages in words alone.
for (const [locale, colorScheme] of [
  ["de-DE", "light"],
  ["en-GB", "dark"],
]) {
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test("no page has a barrier that axe can find", async ({ app, page }) => {
      test.setTimeout(180_000);
      const found = {};
      const look = async (name) => {
        const barriers = await findBarriers(page);
        if (barriers.length > 0) found[name] = barriers;
      };
      await app.open();
      await expect(page.getByRole("main").getByRole("button").first()).toBeVisible();
      await look("empty library");
      await app.openSamplePlan();
      const plan = app.planId;
      for (const one of pages) {
        await app.open(address(one, plan));
        await expect(one.shown(page)).toBeVisible();
        await one.then?.(page);
        await look(one.name);
      }
      await app.open();
      await expect(page.getByRole("table")).toBeVisible();
      await look("library");
      expect(found).toEqual({});
    });
  });
}

test("every page is there again after a reload, with its plan and its record", async ({ app, page }) => {
  test.setTimeout(60_000);
  await app.openSamplePlan();
  const plan = app.planId;
  for (const one of pages.filter(({ then }) => !then)) {
    await app.open(address(one, plan));
    await expect(one.shown(page)).toBeVisible();
    const before = await page.getByRole("heading", { level: 1 }).textContent();
    await app.reload();
    await expect(one.shown(page)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(before);
    expect(new URL(page.url()).search).toBe(new URL(address(one, plan), page.url()).search);
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

test("no page scrolls sideways as a whole on a phone", async ({ app, page }) => {
  test.setTimeout(60_000);
  await app.openSamplePlan();
  const plan = app.planId;
  const tooWide = [];
  for (const one of [...pages, { name: "library", path: "", shown: () => page.getByRole("table") }]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await app.open(address(one, plan));
    await expect(one.shown(page)).toBeVisible();
    await one.then?.(page);
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      if (over > 0) tooWide.push(`${one.name} at ${width} px: ${over} px`);
    }
  }
  expect(tooWide).toEqual([]);
});
