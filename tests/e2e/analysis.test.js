// From a file to figures on the page, and what happens when something goes wrong on the way.

import test from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysed, choose, drop, openBrowser, openPage, reviewsCsv, says } from "./support/page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** @param {Page} page @param {string | RegExp} name */
const button = (page, name) => page.getByRole("button", { name });

test("the page opens with an invitation, and paints it", async () => {
  const { page, context, complaints } = await openPage(site);
  for (const name of ["Choose files", "Choose a folder", "Try the sample data"]) await button(page, name).waitFor();
  assert.equal(await page.locator("#message").isVisible(), false);
  const colours = await page.screenshot().then((image) => new Set(image).size);
  assert.ok(colours > 16, "more than an empty picture");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a dropped file shows its number of reviews and where it stands", async () => {
  const { page, context, complaints } = await openPage(site);
  await button(page, "Choose files").waitFor();
  await drop(page, { name: "reviews.csv", text: reviewsCsv(1234) });
  await analysed(page, "reviews.csv");
  await says(page, /1,234/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the sample data is analysed", async (t) => {
  const { page, context } = await openPage(site);
  const began = performance.now();
  await button(page, "Try the sample data").click();
  await analysed(page, "reviews.csv +1");
  t.diagnostic(`sample data from click to end: ${Math.round(performance.now() - began)} ms`);
  await context.close();
});

for (const [name, buffer, sentence] of /** @type {[string, Buffer, RegExp][]} */ ([
  ["empty.csv", Buffer.alloc(0), /This file is empty/],
  ["zeros.csv", Buffer.alloc(5000), /zeros\.csv/],
  ["picture.png", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"), /picture\.png/],
])) {
  test(`${name} gets a sentence, and the page goes on`, async () => {
    const { page, context, complaints } = await openPage(site);
    await button(page, "Choose files").waitFor();
    await choose(page, [{ name, buffer }]);
    await page.waitForFunction(() => document.title.startsWith("Stopped"));
    await says(page, sentence);
    await choose(page, [{ name: "reviews.csv", buffer: Buffer.from(reviewsCsv(50)) }]);
    await analysed(page, "reviews.csv");
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("a link restores the view once the file is there", async () => {
  const { page, context } = await openPage(site, { hash: "#reviews?stars=1" });
  await button(page, "Choose files").waitFor();
  await choose(page, [{ name: "reviews.csv", buffer: Buffer.from(reviewsCsv(500)) }]);
  await analysed(page, "reviews.csv");
  await says(page, /100 of 500 reviews/);
  assert.match(page.url(), /#reviews\?.*stars=1/);
  await context.close();
});

test("the end of the engine leaves the page alive, and starting again reads the files again", async () => {
  const { page, context } = await openPage(site);
  await button(page, "Choose files").waitFor();
  await choose(page, [{ name: "reviews.csv", buffer: Buffer.from(reviewsCsv(50)) }]);
  await analysed(page, "reviews.csv");
  const engine = /** @type {import("playwright-core").Worker} */ (page.workers().find((worker) => worker.url().includes("engine_worker")));
  await engine.evaluate(() => { setTimeout(() => { throw new Error("planted"); }); });
  await page.waitForFunction(() => document.title.startsWith("Stopped"));
  await button(page, "Start again").click();
  await page.waitForFunction(() => !document.title.startsWith("Stopped"));
  await analysed(page, "reviews.csv");
  await context.close();
});

test("an analysis can be stopped, at once", async (t) => {
  const { page, context } = await openPage(site);
  await button(page, "Choose files").waitFor();
  await choose(page, [{ name: "many.csv", buffer: Buffer.from(reviewsCsv(200_000)) }]);
  await button(page, "Cancel").click();
  const began = performance.now();
  await page.waitForFunction(() => document.title.startsWith("Stopped"));
  t.diagnostic(`from click to stop: ${Math.round(performance.now() - began)} ms`);
  assert.ok(performance.now() - began < 5000, "generous: the click itself waits for a frame of software rendering");
  await context.close();
});

test("the page stays smooth while 100,000 reviews are read", async (t) => {
  const { page, context } = await openPage(site);
  await button(page, "Choose files").waitFor();
  const folder = mkdtempSync(join(tmpdir(), "attune-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "many.csv"), reviewsCsv(100_000)); // on disk: a buffer would pass through the page
  await page.evaluate(() => {
    /** @type {any} */ const world = globalThis;
    world.frames = [];
    let last = performance.now();
    const tick = (/** @type {number} */ now) => { world.frames.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  });
  const began = performance.now();
  await choose(page, [join(folder, "many.csv")]);
  await says(page, /100,000|[1-9][0-9],[0-9]{3}/);
  const first = performance.now() - began;
  await analysed(page, "many.csv", 600_000);
  const frames = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (globalThis).frames.slice(2).sort((/** @type {number} */ a, /** @type {number} */ b) => b - a)));
  t.diagnostic(`first figures ${Math.round(first)} ms, end ${Math.round(performance.now() - began)} ms, worst frame ${Math.round(frames[0])} ms, 99th percentile ${Math.round(frames[Math.floor(frames.length / 100)])} ms`);
  assert.ok(frames[0] < 1000, "generous: a loaded machine and software rendering"); // the page itself never works that long
  await context.close();
});
