// Keeps one version of the app for use without a connection.
//
// A version is taken up whole or not at all, and an open page never gets files of another version: a new one waits
// until the last page of the old one is left or reloaded.
/* global VERSION, FILES, AREAS */

const base = new URL("./", self.location).pathname;
const prefix = `reiseplan:${base}:`;
const cacheName = prefix + VERSION;
const pages = new Set(["", "index.html", ...AREAS.flatMap((area) => [area, `${area}/`, `${area}/index.html`])]);

async function keep() {
  const cache = await caches.open(cacheName);
  await cache.addAll(FILES.map((file) => new Request(base + file, { cache: file === "" ? "reload" : "default" })));
}

/** Other apps may live on the same origin: only what this one has kept is removed. */
async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}

async function page(request) {
  const waiting = self.registration.waiting;
  if (waiting && (await self.clients.matchAll({ type: "window" })).length < 2) {
    // The only page is being left for this one: the new version can take over, and the browser asks it again.
    waiting.postMessage("take over");
    return new Response("", { headers: { Refresh: "0" } });
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(base)) ?? fetch(request);
}

async function file(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(removeOthers().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(base)) return;
  const name = url.pathname.slice(base.length);
  if (request.mode === "navigate") {
    if (pages.has(name)) event.respondWith(page(request));
  } else if (name.startsWith("assets/")) {
    event.respondWith(file(request));
  }
});
