import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { launchOptions } from "../scripts/browser.mjs";
import { App, expect, test } from "./app.mjs";

const rounds = 20;

/** A browser of our own with a folder for its data, that can be killed with all its processes. */
async function startBrowser(folder) {
  const { executablePath, chromiumSandbox } = launchOptions();
  const process = spawn(
    executablePath,
    [
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      "--lang=de-DE",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      ...(chromiumSandbox ? [] : ["--no-sandbox"]),
      "about:blank",
    ],
    // A group of its own, to which all processes of the browser belong.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise((resolve) => process.once("exit", resolve));
  let endpoint;
  for await (const line of createInterface(process.stderr)) {
    endpoint = /DevTools listening on (ws:.*)/.exec(line)?.[1];
    if (endpoint) break;
  }
  expect(endpoint, "address under which the browser listens").toBeDefined();
  process.stderr.resume();
  const browser = await chromium.connectOverCDP(endpoint);
  const kill = async () => {
    globalThis.process.kill(-process.pid, "SIGKILL");
    await ended;
  };
  return { browser, kill };
}

test(`a browser killed as soon as a change is shown as saved has lost nothing, ${rounds} times of ${rounds}`, async ({ baseURL }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(path.join(tmpdir(), "reiseplan-"));
  const kept = [];
  let address = baseURL;
  let kill;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const started = await startBrowser(folder);
      kill = started.kill;
      const [context] = started.browser.contexts();
      const page = context.pages()[0] ?? (await context.newPage());
      const app = new App(page);
      await page.addInitScript(() => localStorage.setItem("reiseplan:preferences", '{"language":"de"}'));
      await app.open(address);
      if (round === 0) {
        await page.getByRole("button", { name: "Leerer Plan" }).click();
        await expect(page).toHaveURL(/plan=/);
        address = page.url();
      } else {
        await app.saved();
        kept.push(await app.title.textContent());
      }
      if (round < rounds) {
        await app.renamePlan(`Runde ${round + 1}`);
        await page.evaluate(() => {
          const state = document.querySelector(".save-state");
          const isSaved = () => state.dataset.state === "saved";
          return new Promise((resolve) => {
            if (isSaved()) resolve();
            else new MutationObserver(() => isSaved() && resolve()).observe(state, { attributeFilter: ["data-state"] });
          });
        });
      }
      await kill();
      kill = undefined;
    }
  } finally {
    await kill?.();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(kept).toEqual(Array.from({ length: rounds }, (_, round) => `Runde ${round + 1}`));
});
