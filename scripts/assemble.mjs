// Makes the site out of what Trunk has compiled; Trunk calls it when its own work is done.
//
// Everything but the pages, the service worker and what lies in public/ goes into assets/ under a name with the hash of
// its content, so that it can be kept for ever by browsers. The pages tell the app where its files are:
//
//   <html data-base="/path/">                  under which path the site is served
//   <link id="app-module">, <link id="app-wasm">  what boot.js starts
//   <meta name="reiseplan-worker">             the worker's script
//   <meta name="reiseplan-echarts">            ECharts, loaded with the first chart
//   <meta name="reiseplan-plan-style">         how areas of a plan look, loaded with the first of them
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { areas, project } from "./project.mjs";

const site = process.env.TRUNK_STAGING_DIR;
const base = process.env.TRUNK_PUBLIC_URL;
const kind = process.env.REISEPLAN_BUILD ?? (process.env.TRUNK_PROFILE === "debug" ? "quick" : "release");
const target = ["chrome123", "firefox120", "safari17.5"];

const inSite = (name) => path.join(site, name);
const inProject = (name) => path.join(project, name);
const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Writes a file into assets/ under a name with its hash, and returns its name from there. */
function addAsset(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${hashOf(content)}${ext}`;
  writeFileSync(inSite(`assets/${hashed}`), content);
  return hashed;
}

/** Takes one of Trunk's files out of the site. */
function take(name) {
  const content = readFileSync(inSite(name));
  rmSync(inSite(name));
  return content;
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${path.basename(command)} failed: ${args.join(" ")}`);
}

/** Makes a WebAssembly file smaller and faster; too slow for a build that is only to be looked at. */
function optimise(file, ...passes) {
  if (kind !== "release") return;
  const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
  run(process.execPath, [inProject("node_modules/binaryen/bin/wasm-opt"), ...features.map((feature) => `--enable-${feature}`), ...passes, file, "-o", file]);
}

/** Bundles a script with what it imports into one small text. */
function bundleScript(entry, options) {
  const result = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target,
    absWorkingDir: project,
    logLevel: "warning",
    legalComments: "none",
    ...options,
  });
  return result.outputFiles[0].contents;
}

/**
 * Splits the program into the part that is loaded first and those that are loaded when they are wanted, and makes the
 * first one's bindings. Returns the folder and what lies in it, without the first part and the bindings.
 */
function splitApp() {
  const quick = process.env.REISEPLAN_BUILD ? "quick" : "debug";
  const profile = kind === "release" ? "release" : quick;
  const compiled = path.join(process.env.CARGO_TARGET_DIR ?? inProject("target"), "wasm32-unknown-unknown", profile, "reiseplan.wasm");
  const folder = inProject("target/parts");
  rmSync(folder, { recursive: true, force: true });
  run("wasm-split-cli", [compiled, folder, "--out-name", "reiseplan"]);
  const first = path.join(folder, "reiseplan.wasm");
  run("wasm-bindgen", [first, "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, "--out-name", "reiseplan"]);
  rmSync(first);
  return { folder, later: readdirSync(folder).filter((name) => name.endsWith(".wasm") && name !== "reiseplan_bg.wasm") };
}

/**
 * Gives what the program takes from its bindings names that compress: the bindings' generator puts a hash behind each,
 * three percent of all that is loaded first. The new ones are as long, so that nothing else moves in the program.
 */
function shortenImports(folder) {
  const hashed = /__wb(?:g|indgen)_\w+?_[0-9a-f]{16}/g;
  const names = new Map();
  const rename = (name) => {
    if (!names.has(name)) names.set(name, `i${names.size.toString(36)}`.padEnd(name.length, "_"));
    return names.get(name);
  };
  for (const name of ["reiseplan_bg.wasm", "reiseplan.js"]) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, "latin1").replace(hashed, rename), "latin1");
  }
}

/** The program that Trunk has compiled is taken from where the compiler has put it: Trunk can't split it. */
function addApp() {
  const { folder, later } = splitApp();
  shortenImports(folder);
  const add = (name, as, ...passes) => {
    const file = path.join(folder, name);
    optimise(file, "-Oz", ...passes);
    return addAsset(as, readFileSync(file));
  };
  // What is loaded first is worth another turn, which takes one percent off it.
  const wasm = add("reiseplan_bg.wasm", "app.wasm", "--flatten", "--rereloop", "-Oz", "-Oz");
  const loader = path.join(folder, "__wasm_split.js");
  // Hosts that don't know the type of WebAssembly files are served as well: nothing is compiled while it arrives.
  let script = readFileSync(loader, "utf8").replaceAll("WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)");
  // What a part shares with others stands in files of its own, whose parts the loader names in a comment.
  const shared = [...script.matchAll(/\/\* (.+?) \*\/\nconst __chunk[^"]+"\.\/(chunk_\d+\.wasm)"/g)];
  const planFiles = ["split_plan.wasm", ...shared.filter(([, parts]) => parts.split(", ").includes("plan")).map(([, , name]) => name)];
  const planParts = [];
  for (const name of later) {
    const asset = add(name, `app-${name}`);
    script = script.replaceAll(`"./${name}"`, `"./${asset}"`);
    if (planFiles.includes(name)) planParts.push(asset);
  }
  const instantiate = "const instantiate = async (response, imports) => WebAssembly.instantiate(await (await response).arrayBuffer(), imports);";
  writeFileSync(loader, `${instantiate}\n${script}`);
  const module = addAsset("app.js", bundleScript(path.join(folder, "reiseplan.js"), { format: "esm", logOverride: { "duplicate-object-key": "silent" } }));
  for (const name of ["reiseplan.js", "reiseplan_bg.wasm", "snippets"]) rmSync(inSite(name), { recursive: true, force: true });
  return { wasm, module, planParts };
}

function addWorker() {
  optimise(inSite("worker_bg.wasm"), "-O3");
  const wasm = addAsset("worker.wasm", take("worker_bg.wasm"));
  const bindings = take("worker.js").toString();
  const start = readFileSync(inProject("scripts/worker-start.js"), "utf8").replace("WORKER_WASM", wasm);
  const { code } = transformSync(`${bindings}\n${start}`, { minify: true, target });
  return addAsset("worker.js", code);
}

/** Bundles a style sheet out of others, with the fonts that it names; returns its file's name. */
function addStyle(name, sheets) {
  const { outputFiles } = buildSync({
    stdin: {
      contents: sheets.map((sheet) => `@import "./${sheet}";`).join("\n"),
      loader: "css",
      resolveDir: inProject("style"),
    },
    bundle: true,
    minify: true,
    write: false,
    outdir: inSite("assets"),
    entryNames: "style",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "file" },
    target,
    absWorkingDir: project,
    logLevel: "warning",
    legalComments: "none",
  });
  const isStyle = ({ path: file }) => file.endsWith(".css");
  for (const font of outputFiles.filter((made) => !isStyle(made))) writeFileSync(font.path, font.contents);
  return addAsset(name, outputFiles.find(isStyle).contents);
}

/** What stands in public/ is served as it is, but for what is made into something else, and for the hosts' settings. */
function addPublicFiles() {
  const made = new Set(["boot.js", "service-worker.js", "manifest.json", "icon.svg", "deploy"]);
  for (const name of readdirSync(inProject("public"))) {
    if (!made.has(name)) cpSync(inProject(`public/${name}`), inSite(name), { recursive: true });
  }
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** An element without content, from its name and its attributes. */
function element(name, attributes) {
  const pairs = Object.entries(attributes).map(([key, value]) => (value === true ? key : `${key}="${escape(value)}"`));
  return `<${name} ${pairs.join(" ")}>`;
}

/** A link that fetches a file of the program before it is asked for. */
const preloadProgram = (href, attributes = {}) =>
  element("link", { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, ...attributes, href });

function addPages({ app, worker, echarts, style, planStyle, boot, icon, manifest }) {
  const asset = (name) => `${base}assets/${name}`;
  // The program is what takes longest to arrive: it is asked for before the page waits for the first script.
  const program = [
    preloadProgram(asset(app.wasm), { id: "app-wasm" }),
    element("link", { id: "app-module", rel: "modulepreload", href: asset(app.module) }),
  ];
  // Who comes to an area wants its plan as well.
  const ofPlan = [
    ...app.planParts.map((name) => preloadProgram(asset(name))),
    element("link", { rel: "preload", as: "style", href: asset(planStyle) }),
  ];
  const rest = [
    `${element("script", { src: asset(boot) })}</script>`,
    element("meta", { name: "reiseplan-worker", content: asset(worker) }),
    element("meta", { name: "reiseplan-echarts", content: asset(echarts) }),
    element("meta", { name: "reiseplan-plan-style", content: asset(planStyle) }),
    element("link", { rel: "stylesheet", href: asset(style) }),
    element("link", { rel: "icon", type: "image/svg+xml", href: asset(icon) }),
    element("link", { rel: "manifest", href: asset(manifest) }),
  ];
  const source = readFileSync(inSite("index.html"), "utf8");
  const attributes = kind === "quick" ? `data-base="${base}"` : `data-base="${base}" data-offline`;
  const page = (links) =>
    source
      .replace('data-base="/"', attributes)
      .replace("<!-- assets -->", links.join("\n    "))
      .replace(/\n\s*\n/g, "\n");
  const library = page([...program, ...rest]);
  if (!library.includes("app-module") || !library.includes(attributes)) throw new Error("index.html has lost its marks");
  const area = page([...program, ...ofPlan, ...rest]);
  const pages = [["index.html", library], ["404.html", library], ...areas.map((name) => [`${name}/index.html`, area])];
  for (const [file, text] of pages) {
    mkdirSync(path.dirname(inSite(file)), { recursive: true });
    writeFileSync(inSite(file), text);
  }
}

/** All files of the site, as names from its root. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}

/** Puts the list of files to keep, and with it the version, into the service worker. */
function addServiceWorker() {
  const kept = filesOf(site).filter((name) => name.startsWith("assets/") || name === "index.html");
  const version = hashOf(kept.map((name) => name + hashOf(readFileSync(inSite(name)))).join("\n"));
  const source = readFileSync(inProject("public/service-worker.js"), "utf8");
  const files = kept.map((name) => (name === "index.html" ? "" : name));
  const { code } = transformSync(source, {
    minify: true,
    target,
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files), AREAS: JSON.stringify(areas) },
  });
  writeFileSync(inSite("service-worker.js"), code);
}

/** Puts a compressed copy beside each file that gets smaller by it, for servers that send such copies. */
function compress() {
  for (const name of filesOf(site)) {
    if (/\.(woff2|png|br|gz)$/.test(name)) continue;
    const content = readFileSync(inSite(name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    for (const [ending, small] of [
      [".br", brotliCompressSync(content, { params })],
      [".gz", gzipSync(content, { level: 9 })],
    ]) {
      if (small.length < content.length) writeFileSync(inSite(name + ending), small);
    }
  }
}

mkdirSync(inSite("assets"));
const icon = addAsset("icon.svg", readFileSync(inProject("public/icon.svg")));
const manifest = JSON.parse(readFileSync(inProject("public/manifest.json"), "utf8"));
manifest.icons[0].src = icon;
manifest.start_url = manifest.scope = base;
addPages({
  app: addApp(),
  worker: addWorker(),
  echarts: addAsset("echarts.js", bundleScript("scripts/echarts.mjs", { format: "iife" })),
  style: addStyle("app.css", ["boot.css", "main.css"]),
  planStyle: addStyle("plan.css", ["plan.css"]),
  boot: addAsset("boot.js", bundleScript("public/boot.js", { format: "iife" })),
  icon,
  manifest: addAsset("manifest.webmanifest", JSON.stringify(manifest)),
});
addPublicFiles();
if (kind !== "quick") addServiceWorker();
if (kind === "release") compress();
