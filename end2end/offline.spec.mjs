import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { areas, project } from "../scripts/project.mjs";
import { serve } from "../scripts/static-server.mjs";
import { App, expect, test } from "./app.mjs";

test.use({ serviceWorkers: "allow" });

/** Waits until the page is served by the service worker, which has everything then. */
const kept = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
  });

test("the app works without a connection once it has been open", async ({ app, context, page }) => {
  await app.open();
  await kept(page);
  await context.setOffline(true);
  for (const address of ["", ...areas]) await app.open(address);
  const answers = await page.evaluate(() =>
    Promise.all([...document.querySelectorAll("meta[name^=reiseplan-]")].map(({ content }) => fetch(content).then(({ ok }) => ok))),
  );
  expect(answers).toEqual([true, true, true]);
});

test.describe("a new version", () => {
  let folder;
  let server;

  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "reiseplan-"));
    await cp(path.join(project, "target/browser-test/unter/pfad"), path.join(folder, "unter/pfad"), { recursive: true });
    server = await serve(folder, { port: 0 });
  });

  test.afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  test("is taken up when the app is started the next time, and as a whole", async ({ browser }) => {
    const context = await browser.newContext({ serviceWorkers: "allow" });
    const page = await context.newPage();
    const app = new App(page);
    const base = `http://localhost:${server.address().port}/unter/pfad/`;
    await app.open(base);
    await kept(page);

    const site = path.join(folder, "unter/pfad");
    const index = path.join(site, "index.html");
    await writeFile(index, (await readFile(index, "utf8")).replace("<html ", "<html data-version=2 "));
    const worker = path.join(site, "service-worker.js");
    await writeFile(worker, (await readFile(worker, "utf8")).replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"'));

    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const coming = registration.installing;
      if (coming) {
        await new Promise((resolve) => coming.addEventListener("statechange", () => coming.state === "installed" && resolve()));
      }
    });
    const second = page.locator("html[data-version='2']");
    await expect(second).toHaveCount(0);
    await page.reload();
    await second.waitFor({ state: "attached" });
    await app.started();
    await context.close();
  });
});
