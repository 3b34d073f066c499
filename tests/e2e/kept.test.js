// "Remember on this computer": off until it is turned on, then files and corrections come back, and all of it can be forgotten.

import test from "node:test";
import assert from "node:assert/strict";
import { analysed, choose, openBrowser, openPage, reviewsCsv, says } from "./support/page.js";
import { atRest, goTo } from "./support/sample.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

const WORD = "Zanzibarquark";
const REVIEWS = { name: "reviews.csv", buffer: Buffer.from(reviewsCsv(60, { word: WORD })) };

/** What Chromium has kept for the page in its databases. @param {Page} page @returns {Promise<string>} */
const keptText = (page) => page.evaluate(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  const parts = await Promise.all(names.map((name) => new Promise((resolve) => {
    indexedDB.open(name).onsuccess = (event) => {
      const database = /** @type {IDBOpenDBRequest} */ (event.target).result;
      const stores = [...database.objectStoreNames];
      if (stores.length === 0) return database.close(), resolve("");
      database.transaction(stores).objectStore(stores[0]).getAll().onsuccess = async (found) => {
        const values = /** @type {IDBRequest} */ (found.target).result.flat();
        database.close();
        resolve((await Promise.all(values.map((/** @type {any} */ value) => value.file?.text() ?? String(value)))).join(""));
      };
    };
  })));
  return parts.join("");
});

const remember = (/** @type {Page} */ page) => page.getByRole("switch", { name: "Remember on this computer" });

test("files and corrections come back after the page was closed, until they are forgotten", async () => {
  const { page, context, complaints } = await openPage(site);
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, [REVIEWS]);
  await analysed(page, "reviews.csv");
  assert.equal(await keptText(page), "", "nothing is kept unless the user says so");

  await goTo(page, "files");
  await remember(page).press("Enter");
  await page.getByRole("switch", { name: "Remember on this computer", checked: true }).waitFor({ state: "attached" });
  await goTo(page, "reviews?search=visit+0&row=0");
  await says(page, "Is this right?");
  await page.getByRole("radio", { name: "Negative", exact: true }).press("Enter");
  await says(page, "Corrected by hand");
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  assert.ok((await keptText(page)).includes(WORD), "the copy is there");

  await page.goto("about:blank");
  await page.goto(site.url);
  await page.getByRole("button", { name: "Open reviews.csv again" }).press("Enter");
  await analysed(page, "reviews.csv");
  await goTo(page, "reading");
  await says(page, "1 review is corrected by hand");

  await page.getByRole("button", { name: "Settings" }).press("Enter");
  await page.getByRole("button", { name: "Forget everything" }).press("Enter");
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  assert.equal(await keptText(page), "");
  await page.reload();
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /again$/ }).count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("turned off, the copies go and what is open stays", async () => {
  const { page, context } = await openPage(site, { hash: "#files" });
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, [REVIEWS]);
  await analysed(page, "reviews.csv");
  await atRest(page);
  await remember(page).press("Enter");
  await page.getByRole("switch", { name: "Remember on this computer", checked: true }).waitFor({ state: "attached" });
  await remember(page).press("Enter"); // while the copies may still be written
  await page.getByRole("switch", { name: "Remember on this computer", checked: false }).waitFor({ state: "attached" });
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
  await page.waitForTimeout(500); // nothing comes after
  assert.equal(await keptText(page), "");
  assert.equal(await remember(page).getAttribute("aria-checked"), "false");
  await goTo(page, "overview");
  await says(page, /60 reviews/);
  await context.close();
});
