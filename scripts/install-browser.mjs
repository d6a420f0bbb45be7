// Sees to it that there is a browser for the tests.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { project } from "./project.mjs";

const run = (command, args) => {
  console.log(`${command} ${args.join(" ")}`);
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "" };
  return spawnSync(command, args, { cwd: project, stdio: "inherit", env, timeout: 600_000 }).status === 0;
};

const ways = [
  () => run("npx", ["playwright", "install", "chromium"]),
  () =>
    existsSync("/etc/debian_version") &&
    process.getuid() === 0 &&
    run("apt-get", ["update"]) &&
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]),
];

for (const way of ways) {
  if (findBrowser()) break;
  way();
}
if (!findBrowser()) {
  console.error(
    "There is no browser for the tests, and none could be installed.\n" +
      "Install Chromium or Chrome (Debian, Ubuntu: sudo apt-get install chromium), or name one: CHROMIUM=/path/to/chromium make test",
  );
  process.exit(1);
}
