// Which browser the tests drive: CHROMIUM, else one of the system, else Playwright's own.
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser's executable, or undefined when there is none. */
export function findBrowser() {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM names ${chosen}, which is no executable file`);
    return chosen;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...commands.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications];
  const found = candidates.find(isExecutable);
  if (found) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** How to start the browser. Chromium's sandbox refuses to run as root, as tests in a container often do. */
export function launchOptions() {
  return { executablePath: findBrowser(), chromiumSandbox: process.getuid?.() !== 0 };
}
