// What must work before the app and without it: the theme, the start, and a way out when the app has died.
//
// The few words here are in both languages because they are shown when the app's own texts are not to be had.

const root = document.documentElement;
const base = root.dataset.base;

function preferences() {
  try {
    return JSON.parse(localStorage.getItem("reiseplan:preferences")) ?? {};
  } catch {
    return {};
  }
}

function applyPreferences() {
  const { theme, language } = preferences();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (language === "de" || language === "en") root.lang = language;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Shows a text over everything, with its buttons; nothing behind it can be reached any more. */
function showOverlay(title, paragraphs, reason, buttons) {
  if (document.querySelector(".panic")) return;
  for (const child of document.body.children) child.inert = true;
  const overlay = element(
    "div",
    { className: "panic", tabIndex: -1 },
    element(
      "div",
      { className: "panic-box" },
      element("h2", { id: "panic-title", textContent: title }),
      element("div", { id: "panic-text" }, ...paragraphs),
      ...(reason ? [element("pre", { textContent: reason })] : []),
      element("div", { className: "panic-actions" }, ...buttons),
    ),
  );
  overlay.setAttribute("role", "alertdialog");
  overlay.setAttribute("aria-modal", "true");
  overlay.setAttribute("aria-labelledby", "panic-title");
  overlay.setAttribute("aria-describedby", "panic-text");
  document.body.append(overlay);
  overlay.focus();
}

const reloadButton = (label) =>
  element("button", { type: "button", className: "button button-primary", textContent: label, onclick: () => location.reload() });

function downloadButton(label, plan, fileName) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([plan], { type: "application/json" }));
    element("a", { href: url, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return element("button", { type: "button", className: "button", textContent: label, onclick: save });
}

function showPanic({ title, reason, explanation, reload, download, plan, file_name: fileName }) {
  const buttons = [reloadButton(reload)];
  if (plan) buttons.push(downloadButton(download, plan, fileName));
  showOverlay(title, [element("p", { textContent: explanation })], reason, buttons);
}

const words = {
  unsupported: {
    de: "Dieser Browser kann Reiseplan nicht ausführen: Ihm fehlt WebAssembly, oder es ist abgeschaltet. Bitte verwenden Sie einen aktuellen Browser.",
    en: "This browser can’t run Reiseplan: it lacks WebAssembly, or it is switched off. Please use a current browser.",
  },
  notLoaded: {
    de: "Reiseplan konnte nicht geladen werden. Bitte prüfen Sie die Verbindung und laden Sie die Seite neu.",
    en: "Reiseplan couldn’t be loaded. Please check the connection and reload the page.",
  },
  died: {
    de: "Reiseplan ist auf einen Fehler gestoßen und kann nicht weiterarbeiten. Was als gespeichert angezeigt war, ist da, sobald Sie die Seite neu laden.",
    en: "Reiseplan has met an error and can’t go on. What was shown as saved is there once you reload the page.",
  },
};

function showFailure({ de, en }, reason) {
  const paragraphs = [element("p", { lang: "de", textContent: de }), element("p", { lang: "en", textContent: en })];
  showOverlay("Reiseplan", paragraphs, reason && String(reason), [reloadButton("Neu laden · Reload")]);
}

/** A trap that no panic announced: the event of a panic comes before, and then the overlay is there already. */
function watchForTraps() {
  const look = (error) => {
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) showFailure(words.died, error);
  };
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
}

/** The program, compiled while it arrives if the host knows the type of such files; once it is there, the fonts are fetched. */
async function fetchProgram() {
  const response = await fetch(document.getElementById("app-wasm").href);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const isNamed = response.headers.get("Content-Type") === "application/wasm";
  const program = await (isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  // Before, they would hold the program up; without them texts stay in the system's own.
  for (const font of document.fonts) font.load().catch(() => {});
  return program;
}

async function start() {
  if (!globalThis.WebAssembly) return showFailure(words.unsupported);
  try {
    const program = fetchProgram();
    const app = await import(document.getElementById("app-module").href);
    await app.default({ module_or_path: await program });
    root.dataset.app = "started";
  } catch (error) {
    const unsupported = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    const died = error instanceof WebAssembly.RuntimeError;
    showFailure(unsupported ? words.unsupported : died ? words.died : words.notLoaded, error);
  }
}

/** Keeps the app for use without a connection, once it has started and has time. */
function keepForOffline() {
  if (!("offline" in root.dataset) || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base }).catch(() => {}));
}

applyPreferences();
addEventListener("reiseplan:panic", (event) => showPanic(event.detail));
watchForTraps();
keepForOffline();
if (document.body) start();
else addEventListener("DOMContentLoaded", start);
