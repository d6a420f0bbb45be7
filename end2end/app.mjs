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

  /** The overlay that is shown when the app can't start or has died. */
  get overlay() {
    return this.page.getByRole("alertdialog");
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
