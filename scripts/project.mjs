// Where the project lies, and the addresses that its areas have.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The path of each area below the app's base; the library has none, it is the base itself. */
export const areas = JSON.parse(readFileSync(path.join(project, "scripts/areas.json"), "utf8"));
