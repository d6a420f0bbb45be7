import { readFile } from "node:fs/promises";
import { expect, test } from "./app.mjs";

/** Calls back, in the page, with the store of all plans' heads. */
const withHeads = (page, mode, text) =>
  page.evaluate(
    ([mode, id, text]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("reiseplan");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("plans", mode);
          const heads = transaction.objectStore("plans");
          const request = mode === "readwrite" ? heads.put({ id, head: text }) : heads.get(id);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(request.result?.head);
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [mode, new URL(page.url()).searchParams.get("plan"), text],
  );

/** What the store knows of the open plan as a whole, as text. */
const readHead = (page) => withHeads(page, "readonly");

/** Puts another text in its place, as another version of the app could. */
const writeHead = (page, text) => withHeads(page, "readwrite", text);

const denials = {
  "has no IndexedDB": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "refuses to open IndexedDB": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  },
};

const denyLocalStorage = () =>
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("denied", "SecurityError");
    },
  });

test("a change is shown as saved and is there after a reload, and so is what was undone and redone", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.renamePlan("Umzug 2027");
  await app.saved();
  await app.reload();
  await expect(app.title).toHaveText("Umzug 2027");
  await app.saved();

  await app.renamePlan("Umzug 2028");
  await page.keyboard.press("Control+z");
  await expect(app.title).toHaveText("Umzug 2027");
  await app.saved();
  await app.reload();
  await expect(app.title).toHaveText("Umzug 2027");
  await app.saved();

  await app.renamePlan("Umzug 2029");
  await page.keyboard.press("Control+z");
  await expect(app.title).toHaveText("Umzug 2027");
  await app.saved();
  await page.keyboard.press("Control+Shift+z");
  await expect(app.title).toHaveText("Umzug 2029");
  await app.saved();
  await app.reload();
  await expect(app.title).toHaveText("Umzug 2029");
  await expect(page.getByRole("button", { name: /^Rückgängig/ })).toBeDisabled();
});

test("the last change is in the store within half a second", async ({ app, page }) => {
  await app.openSamplePlan();
  const durations = [];
  for (const title of ["A", "B", "C", "D", "E"]) {
    const before = JSON.parse(await readHead(page)).revision;
    await page.evaluate(() => {
      const state = document.querySelector(".save-state");
      let changed;
      window.duration = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          if (state.dataset.state === "saving") changed ??= performance.now();
          if (state.dataset.state !== "saved") return;
          observer.disconnect();
          resolve(performance.now() - changed);
        }).observe(state, { attributeFilter: ["data-state"] });
      });
    });
    await app.renamePlan(title);
    durations.push(await page.evaluate(() => window.duration));
    expect(JSON.parse(await readHead(page))).toMatchObject({ revision: before + 1, title });
  }
  // The fastest of five: other programs may hold up one of them.
  expect(Math.min(...durations)).toBeLessThan(500);
});

test("a change is there even if the page is loaded again before it was saved", async ({ app, page }) => {
  await app.openSamplePlan();
  await page.addInitScript(() => {
    // The page ends while the database is still busy with something else.
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("too late", "AbortError");
    };
  });
  await app.reload();
  await app.renamePlan("Umzug 2030");
  await app.reload();
  await expect(app.title).toHaveText("Umzug 2030");
});

test("what is still being typed when the page is left is there when it comes back", async ({ app, page }) => {
  await app.openSamplePlan();
  await app.title.getByRole("button").click();
  await page.getByRole("textbox", { name: "Titel des Plans" }).fill("Halb getippt");
  await app.reload();
  await expect(app.title).toHaveText("Halb getippt");

  await app.goTo("Einstellungen");
  const organisation = page.getByRole("textbox", { name: "Organisation", exact: true });
  await organisation.fill("Stadtwerke");
  await app.reload();
  await expect(organisation).toHaveValue("Stadtwerke");

  await organisation.fill("Stadtwerke am Fluss");
  await page.goBack();
  await expect(app.title).toHaveText("Halb getippt");
  await page.goForward();
  await expect(organisation).toHaveValue("Stadtwerke am Fluss");
});

test("a page that is hidden saves at once, without the usual pause", async ({ app, page }) => {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (call, delay, ...rest) => (delay === 250 ? 0 : setTimeout(call, delay, ...rest));
  });
  await app.openSamplePlan();
  await app.renamePlan("Gleich weg");
  await expect(app.saveState).toHaveText("Speichert …");
  expect(JSON.parse(await readHead(page)).title).not.toBe("Gleich weg");
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await app.saved();
  expect(JSON.parse(await readHead(page)).title).toBe("Gleich weg");
});

for (const [how, fill] of Object.entries({
  "refuses a record": () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      if (window.isFull) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
  },
  "takes all records back in the end": () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values);
      if (window.isFull && this.name === "plans") {
        Object.defineProperty(this.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
        this.transaction.abort();
      }
      return request;
    };
  },
})) {
  test(`a full store that ${how} is told, and the change is kept until it can be saved`, async ({ app, page }) => {
    await page.addInitScript(fill);
    await app.openSamplePlan();
    await page.evaluate(() => (window.isFull = true));
    await app.renamePlan("Zu viel");
    await expect(app.saveState).toHaveText(/Nicht gespeichert: .* keinen Platz mehr/);
    await expect(app.title).toHaveText("Zu viel");
    expect(JSON.parse(await readHead(page)).title).not.toBe("Zu viel");

    await page.evaluate(() => (window.isFull = false));
    await app.saved();
    await app.reload();
    await expect(app.title).toHaveText("Zu viel");
  });
}

for (const [how, deny] of Object.entries(denials)) {
  test(`a browser that ${how} keeps plans in local storage and warns`, async ({ app, page }) => {
    await page.addInitScript(deny);
    await app.openSamplePlan();
    await expect(app.problems).toContainText("Dieser Browser sperrt die Datenbank");
    await app.renamePlan("Trotzdem da");
    await app.saved();
    await app.reload();
    await expect(app.title).toHaveText("Trotzdem da");
    await app.saved();
    await app.open();
    await expect(page.getByRole("rowheader", { name: "Trotzdem da" })).toBeVisible();
  });
}

test("a browser that denies every storage is told, and the app can be worked with", async ({ app, page }) => {
  await page.addInitScript(denials["has no IndexedDB"]);
  await page.addInitScript(denyLocalStorage);
  await app.openSamplePlan();
  await expect(app.problems).toContainText("Dieser Browser speichert nichts");
  await app.renamePlan("Nur jetzt");
  await app.saved();
  await app.goTo("Kundenreisen");
  await app.goTo("Überblick");
  await expect(app.title).toHaveText("Nur jetzt");
  await page.getByRole("button", { name: /^Rückgängig/ }).click();
  await expect(app.title).toHaveText("CX-Plan");
});

for (const { what, head, says, mark } of [
  {
    what: "of a later version",
    head: JSON.stringify({ schema: 99, title: "Von morgen", revision: 7, future: [1] }),
    says: "Dieser Plan stammt aus einer neueren Version",
    mark: "aus einer neueren Version",
  },
  { what: "that can't be read", head: "{broken", says: "Dieser Plan lässt sich nicht lesen", mark: "nicht lesbar" },
]) {
  test(`a plan ${what} is not overwritten, and its data are offered as a file`, async ({ app, page }) => {
    await app.openSamplePlan();
    await app.saved();
    await writeHead(page, head);
    await app.renamePlan("Von heute");
    await expect(app.saveState).toHaveText(/Nicht gespeichert: Im Browser liegt eine Fassung/);

    await app.reload();
    await expect(page.getByRole("main")).toContainText(says);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Daten als Datei sichern" }).click();
    const data = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
    expect(data.head.head).toBe(head);
    expect(data.records.length).toBeGreaterThan(100);
    expect(await readHead(page)).toBe(head);

    await page.getByRole("main").getByRole("link", { name: "Alle Pläne" }).click();
    await expect(page.getByRole("row").filter({ hasText: mark })).toBeVisible();
  });
}
