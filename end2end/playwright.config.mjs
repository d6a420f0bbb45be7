import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../scripts/browser.mjs";
import { project } from "../scripts/project.mjs";

// Each copy of the project has a port of its own, so that two can be tested at a time.
const port = 20_000 + (createHash("sha256").update(project).digest().readUInt16BE() % 10_000);
const site = path.join(project, "target/browser-test");
const hasPython = spawnSync("python3", ["--version"]).status === 0;

// A server that knows of no fallback: an address that isn't a file isn't found.
const server = hasPython
  ? `exec python3 -m http.server --bind 127.0.0.1 --directory "${site}" ${port}`
  : `exec node "${path.join(project, "scripts/serve.mjs")}" --port ${port} "${site}"`;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: Math.min(4, availableParallelism()),
  // A machine that builds beside it may be slow; what a story waits for has a limit of its own.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Where nothing works there is no point in waiting for every story.
  maxFailures: 10,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/unter/pfad/`,
    viewport: { width: 1440, height: 900 },
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    // A trace costs a third of the time. Where one is needed: make test-browser E2E="--trace on".
    trace: "off",
    launchOptions: launchOptions(),
  },
  webServer: {
    command: server,
    url: `http://127.0.0.1:${port}/unter/pfad/`,
    stderr: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 1000 },
  },
});
