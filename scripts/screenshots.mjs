// Takes the README's pictures of the built site. `make screenshots` builds it before.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { project } from "./project.mjs";
import { serve } from "./static-server.mjs";

/** The pictures: a name, the theme, and what is done in the app before it is taken. */
const pictures = [
  { name: "overview", theme: "light", prepare: openSamplePlan },
  {
    name: "journey",
    theme: "light",
    async prepare(page) {
      await openJourney(page);
      await page.getByRole("columnheader", { name: "Hotline" }).click();
      await page.getByRole("region", { name: "Hotline" }).waitFor();
    },
  },
  { name: "journey-dark", theme: "dark", prepare: openJourney },
  {
    name: "voices",
    theme: "light",
    async prepare(page) {
      await openSamplePlan(page);
      await openArea(page, "Stimmen");
      await page.getByRole("table", { name: "Stimmen" }).waitFor();
    },
  },
  {
    name: "kpi",
    theme: "light",
    async prepare(page) {
      await openSamplePlan(page);
      await openArea(page, "Kennzahlen");
      await page.getByRole("link", { name: "Weiterempfehlung (NPS)" }).click();
      await page.locator(".chart-canvas svg").first().waitFor();
    },
  },
];

async function openSamplePlan(page) {
  await page.getByRole("button", { name: "Beispielplan ansehen" }).click();
  await page.getByRole("table", { name: "Der Lebenszyklus auf einen Blick" }).waitFor();
}

async function openArea(page, name) {
  await page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name }).click();
}

async function openJourney(page) {
  await openSamplePlan(page);
  await openArea(page, "Kundenreisen");
  await page.getByRole("link", { name: "Umzug und Stromwechsel", exact: true }).click();
  await page.getByRole("grid").waitFor();
}

const server = await serve(path.join(project, "target/screenshots"), { port: 0 });
const address = `http://localhost:${server.address().port}/reiseplan/`;
const browser = await chromium.launch(launchOptions());
const folder = path.join(project, "end2end/pictures");
mkdirSync(folder, { recursive: true });

for (const { name, theme, prepare } of pictures) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    colorScheme: theme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("html[data-app=started]").waitFor({ state: "attached" });
  await prepare(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  console.log(`end2end/pictures/${name}.png`);
}

await browser.close();
server.close();
