// Builds the site into a folder: node scripts/build.mjs [--dist dist] [--public-url /] [--kind release|quick|test]
//
// release  what users get: small, compressed, usable offline
// quick    for looking at a change: compiled in a fraction of the time, neither compressed nor kept offline
// test     as quick, but kept offline as users get it, and with a way to raise a panic
import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { project } from "./project.mjs";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    "public-url": { type: "string", default: "/" },
    kind: { type: "string", default: "release" },
  },
});
const { dist, kind } = values;
const publicUrl = values["public-url"];

if (!/^\/([\w.~-]+\/)*$/.test(publicUrl)) {
  console.error(`PUBLIC_URL is the path under which the site is served: it starts and ends with "/", e.g. /reiseplan/. Given: ${publicUrl}`);
  process.exit(1);
}

// Without --release the worker's own cargo profile (see index.html) doesn't hold, and both are compiled alike.
const kinds = {
  release: ["--release"],
  quick: ["--cargo-profile", "quick"],
  test: ["--cargo-profile", "quick", "--features", "panic-test"],
};
if (!(kind in kinds)) {
  console.error(`--kind is one of ${Object.keys(kinds).join(", ")}. Given: ${kind}`);
  process.exit(1);
}

const crates = path.join(process.env.CARGO_HOME ?? path.join(homedir(), ".cargo"), "registry/src");

const result = spawnSync("trunk", ["build", ...kinds[kind], "--dist", dist, "--public-url", publicUrl], {
  cwd: project,
  stdio: "inherit",
  env: {
    ...process.env,
    REISEPLAN_BUILD: kind,
    PATH: [path.join(project, ".tools/bin"), process.env.PATH].join(path.delimiter),
    // What a panic says of a crate names the crate, and not where the home of who has built this lies.
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: `--remap-path-prefix=${crates}=`,
    // Trunk takes NO_COLOR for a flag and wants it to be true or false.
    NO_COLOR: process.env.NO_COLOR ? "true" : "false",
  },
});
process.exit(result.status ?? 1);
