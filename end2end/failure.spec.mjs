import { readFile } from "node:fs/promises";
import { expect, test } from "./app.mjs";

test("a panic is shown with a way to reload and to keep the saved plan", async ({ app, page }) => {
  await app.open();
  await page.evaluate(() =>
    dispatchEvent(
      new CustomEvent("reiseplan:panic", {
        detail: {
          title: "Reiseplan ist stehen geblieben",
          reason: "index out of bounds",
          explanation: "Ihr Plan ist gespeichert.",
          reload: "Neu laden",
          download: "Plan herunterladen",
          plan: '{"title":"Müller"}',
          file_name: "Müller.json",
        },
      }),
    ),
  );
  await expect(app.overlay).toBeVisible({ timeout: 1000 });
  await expect(app.overlay).toHaveAccessibleName("Reiseplan ist stehen geblieben");
  await expect(app.overlay).toHaveAccessibleDescription("Ihr Plan ist gespeichert.");
  await expect(app.overlay).toBeFocused();
  await expect(app.overlay).toContainText("index out of bounds");

  const downloading = page.waitForEvent("download");
  await app.overlay.getByRole("button", { name: "Plan herunterladen" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Müller.json");
  expect(await readFile(await download.path(), "utf8")).toBe('{"title":"Müller"}');

  await app.overlay.getByRole("button", { name: "Neu laden" }).click();
  await app.started();
  await expect(app.overlay).toHaveCount(0);
});

test.describe("a bug in the app", () => {
  test.use({ expectedErrors: /a test asked for a panic|unreachable/ });

  test("is shown within a second; the plan is there after a reload and can be kept as a file", async ({ app, page }) => {
    await app.openSamplePlan();
    await app.renamePlan("Vor dem Fehler");
    await app.saved();
    await page.evaluate(() => dispatchEvent(new Event("reiseplan:raise-panic")));
    await expect(app.overlay).toBeVisible({ timeout: 1000 });
    await expect(app.overlay).toHaveAccessibleName("Reiseplan ist auf einen Fehler gestoßen");
    await expect(app.overlay).toContainText("a test asked for a panic");

    const downloading = page.waitForEvent("download");
    await app.overlay.getByRole("button", { name: "Plan herunterladen" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("Vor dem Fehler.reiseplan.json");
    const file = { name: download.suggestedFilename(), mimeType: "application/json", buffer: await readFile(await download.path()) };

    await app.overlay.getByRole("button", { name: "Neu laden" }).click();
    await app.started();
    await expect(app.overlay).toHaveCount(0);
    await expect(app.title).toHaveText("Vor dem Fehler");

    await app.open();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Plandatei öffnen" }).click();
    await (await choosing).setFiles(file);
    await expect(app.title).toHaveText("Vor dem Fehler (Kopie)");
  });
});

test("a browser without WebAssembly gets an explanation in both languages", async ({ app, page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("");
  await expect(app.overlay).toContainText("Dieser Browser kann Reiseplan nicht ausführen");
  await expect(app.overlay).toContainText("This browser can’t run Reiseplan");
});

test.describe("when a file is missing", () => {
  test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

  test("the page says that the app couldn't be loaded and offers to try again", async ({ app, page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("");
    await expect(app.overlay).toContainText("Reiseplan konnte nicht geladen werden");
    await page.unroute("**/*.wasm");
    await app.overlay.getByRole("button").click();
    await app.started();
  });

  test("what works on plans is missed when it is wanted, and found later", async ({ app, page }) => {
    await page.route("**/*split_plan*", (route) => route.abort());
    await app.open();
    const sample = page.getByRole("button", { name: "Beispielplan ansehen" });
    await sample.click();
    await expect(page.getByText("Dieser Bereich konnte nicht geladen werden")).toBeVisible();
    await page.unroute("**/*split_plan*");
    await sample.click();
    await expect(page.getByRole("table", { name: /^Der Lebenszyklus/ })).toBeVisible();
  });

  test("an area that can't be loaded says so and can be tried again", async ({ app, page }) => {
    await app.openSamplePlan();
    await page.route("**/*split_data*", (route) => route.abort());
    await page.getByRole("navigation", { name: "Bereiche des Plans" }).getByRole("link", { name: "Kennzahlen" }).click();
    await expect(page.getByText("Dieser Bereich konnte nicht geladen werden")).toBeVisible();
    await page.unroute("**/*split_data*");
    await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kennzahlen" })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page asks for it in both languages", async ({ page }) => {
    await page.goto("");
    await expect(page.locator("noscript [lang=de]")).toBeVisible();
    await expect(page.locator("noscript [lang=en]")).toBeVisible();
  });
});
