// What every story shares: the app as the tests see it, and what must hold in each of them.
//
// A story fails when the page logs an error, violates its Content-Security-Policy or asks another origin for anything,
// whatever else it is about. One that provokes an error says so: test.use({ expectedErrors: /…/ }).
import { expect, test as base } from "@playwright/test";

/** The app in a page. */
export class App {
  constructor(page) {
    this.page = page;
  }

  /** Opens an address below the app's base, "" for the library, and waits until the app has started. */
  async open(address = "") {
    const response = await this.page.goto(address);
    await this.started();
    return response;
  }

  /** Loads the page again. */
  async reload() {
    await this.page.reload();
    await this.started();
  }

  async started() {
    await this.page.locator("html[data-app=started]").waitFor({ state: "attached" });
  }

  /** Opens the sample plan, as a plan of its own, at its overview. */
  async openSamplePlan() {
    await this.begin(/^(Beispielplan ansehen|See the sample plan)$/);
  }

  /** Begins a plan with a button of the empty library, by its name. */
  async begin(name) {
    await this.open();
    await this.page.getByRole("main").getByRole("button", { name }).click();
    await expect(this.page.getByRole("table", { name: /^(Der Lebenszyklus|The lifecycle)/ })).toBeVisible();
  }

  /** Goes to an area of the open plan by the link in the sidebar, and waits until its page is there. */
  async goTo(name) {
    const areas = this.page.getByRole("navigation", { name: /^(Bereiche des Plans|Areas of the plan)$/ });
    const link = areas.getByRole("link", { name });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    // The overview's heading is the plan's title.
    if (!/^(Überblick|Overview)$/.test(name)) await expect(this.title).toContainText(name);
  }

  /** Presses Tab until something has the focus, as who has no pointer. */
  async tabTo(locator) {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    await expect(locator).toBeFocused();
  }

  /** Presses keys one after another. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The messages that pass by. */
  get toasts() {
    return this.page.locator(".toasts");
  }

  /** What went wrong, above the page. */
  get problems() {
    return this.page.locator(".problems");
  }

  /** The overlay that is shown when the app can't start or has died. */
  get overlay() {
    return this.page.getByRole("alertdialog");
  }

  /** The open plan's title, at the head of its overview. */
  get title() {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** Gives the open plan another title, on its overview. */
  async renamePlan(title) {
    await this.title.getByRole("button").click();
    const field = this.page.getByRole("textbox", { name: "Titel des Plans" });
    await field.fill(title);
    await field.press("Enter");
  }

  /** What the bar on top says about saving. */
  get saveState() {
    return this.page.getByRole("banner").locator(".save-state");
  }

  /** Waits until all that was changed is saved. */
  async saved() {
    await expect(this.saveState).toHaveText("Gespeichert");
  }

  /** The id of the open plan. */
  get planId() {
    return new URL(this.page.url()).searchParams.get("plan");
  }
}

export const test = base.extend({
  /** The pattern of the errors that a story provokes. */
  expectedErrors: [null, { option: true }],

  guards: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const found = [];
      const { origin } = new URL(baseURL);
      const report = (text) => {
        if (!expectedErrors?.test(text)) found.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") report(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => report(`error: ${error.error()}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) report(`request to another origin: ${url}`);
      });
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
        });
      });
      await use();
      expect(found, "errors, violations and foreign requests during the story").toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ page }, use) => use(new App(page)),
});

export { expect };
