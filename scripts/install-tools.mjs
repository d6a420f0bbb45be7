// Installs what the build needs and rustup, Node and a C compiler don't bring: the Rust toolchain with the wasm
// target, Trunk and wasm-bindgen in the versions that belong to this project, and the crates.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { project } from "./project.mjs";

const TRUNK = "0.21.14";
const WASM_SPLIT = "0.2.4";
const tools = path.join(project, ".tools");

const run = (command, args, env = {}) =>
  execFileSync(command, args, { cwd: project, stdio: "inherit", env: { ...process.env, ...env } });

/** What a command prints, or "" when it isn't there or fails. */
const printed = (command, args) => spawnSync(command, args, { cwd: project, encoding: "utf8" }).stdout ?? "";

/** The value of `key = "value"` or of a list of strings in a flat TOML file. */
function setting(text, key) {
  const line = text.match(new RegExp(`^${key}\\s*=\\s*(.+)$`, "m"));
  if (!line) throw new Error(`rust-toolchain.toml has no ${key}`);
  return JSON.parse(line[1]);
}

function installToolchain() {
  const file = readFileSync(path.join(project, "rust-toolchain.toml"), "utf8");
  const [channel, components, targets] = ["channel", "components", "targets"].map((key) => setting(file, key));
  const has = (kind) => printed("rustup", [kind, "list", "--installed", "--toolchain", channel]).split("\n");
  const installed = has("component");
  const complete =
    components.every((name) => installed.some((line) => line.startsWith(name))) &&
    targets.every((name) => has("target").includes(name));
  if (complete) return;
  const wanted = [...components.flatMap((name) => ["-c", name]), ...targets.flatMap((name) => ["-t", name])];
  run("rustup", ["toolchain", "install", channel, "--profile", "minimal", "--no-self-update", ...wanted]);
}

/** The version of wasm-bindgen that the app is compiled with: its command must be of the very same. */
function lockedWasmBindgen() {
  const lock = readFileSync(path.join(project, "Cargo.lock"), "utf8");
  const found = lock.match(/name = "wasm-bindgen"\nversion = "([^"]+)"/);
  if (!found) throw new Error("Cargo.lock has no wasm-bindgen");
  return found[1];
}

/** Whether a command on PATH says that it is of a version. */
const isOnPath = (command, version) => printed(command, ["--version"]).trim().split(/\s+/)[1] === version;

/** Whether a crate's commands are in .tools, for those that don't tell their version. */
const isInTools = (crate, version) => printed("cargo", ["install", "--list", "--root", tools]).includes(`${crate} v${version}:`);

function install(crate, version, features = []) {
  console.log(`Installing ${crate} ${version} into .tools (a few minutes, once)`);
  const args = ["install", crate, "--version", `=${version}`, "--root", tools, "--force", "--features", features.join(",")];
  // A tool that runs for seconds needn't be optimised for hours.
  const light = {
    CARGO_PROFILE_RELEASE_LTO: "off",
    CARGO_PROFILE_RELEASE_OPT_LEVEL: "1",
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
    CARGO_PROFILE_RELEASE_DEBUG: "0",
    CARGO_BUILD_JOBS: String(availableParallelism()),
    CARGO_TARGET_DIR: path.join(tools, "target"),
  };
  try {
    run("cargo", [...args, "--locked"], light);
  } catch {
    // A crate's lock file can name a release that has been withdrawn since; its requirements still hold.
    console.log(`The crates locked by ${crate} are not all to be had: trying with compatible ones`);
    run("cargo", args, light);
  }
}

installToolchain();
const wasmBindgen = lockedWasmBindgen();
if (!isOnPath("trunk", TRUNK)) install("trunk", TRUNK);
if (!isOnPath("wasm-bindgen", wasmBindgen)) install("wasm-bindgen-cli", wasmBindgen);
if (!isInTools("wasm_split_cli_support", WASM_SPLIT)) install("wasm_split_cli_support", WASM_SPLIT, ["build-binary"]);
run("cargo", ["fetch", "--locked", "--quiet"]);
