// What is taken out of the canvas: charts as pictures and numbers, tables as cells, by pointer and by keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { openBrowser, says } from "./support/page.js";
import { goTo, openSample } from "./support/sample.js";

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const chartMenu = (page) => page.getByRole("button", { name: /^Copy or save: / }).first();

/** What the clipboard holds, by kind. @param {Page} page */
const clipboard = (page) => page.evaluate(async () => {
  /** @type {{[kind: string]: string}} */ const held = {};
  for (const item of await navigator.clipboard.read()) {
    for (const kind of item.types) {
      const blob = await item.getType(kind);
      held[kind] = kind.startsWith("text/") ? await blob.text() : await createImageBitmap(blob).then(({ width, height }) => `${width}x${height}`);
    }
  }
  return held;
});

/** Waits until text is on the clipboard that holds this. @param {Page} page @param {string} part @param {number} [times] */
async function clipboardHolds(page, part, times = 1) {
  for (let tries = 0; tries < 100; ++tries) {
    const held = await clipboard(page).catch(() => /** @type {{[kind: string]: string}} */ ({})); // it changes just now
    if ((held["text/plain"] ?? "").split(part).length > times) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`the clipboard holds no ${JSON.stringify(part)}: ${JSON.stringify(await clipboard(page)).slice(0, 300)}`);
}

/** @param {Page} page */
async function copiedIsSaid(page) {
  await says(page, "Copied");
}

test("a chart is copied as a picture with its title, and its numbers as a table, by keyboard", async () => {
  const { page, context, complaints } = await openSample(site);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await chartMenu(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Copy as a picture" }).waitFor({ state: "attached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  await page.keyboard.press("Enter");
  await copiedIsSaid(page);
  const [width, height] = (await clipboard(page))["image/png"].split("x").map(Number);
  assert.ok(width > 600 && height > 200, `${width} by ${height} pixels`);
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Copy or save: "));

  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  for (let step = 0; step < 3; ++step) await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent === "Copy the numbers");
  await page.keyboard.press("Enter");
  await clipboardHolds(page, "\t");
  const numbers = await clipboard(page);
  assert.match(numbers["text/html"], /<th>.*<td>/s);
  assert.ok(numbers["text/plain"].split("\n").length > 3);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a chart is saved as PNG, SVG and CSV by the pointer", async () => {
  const { page, context, complaints } = await openSample(site, { viewport: { width: 1280, height: 1600 } });
  /** @param {string} entry */
  const saved = async (entry) => {
    await chartMenu(page).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: entry }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const picture = await saved("Save as a picture (PNG)");
  assert.match(picture.name, /^[a-z0-9-]+\.png$/);
  assert.equal(picture.bytes.toString("latin1", 1, 4), "PNG");
  const drawing = await saved("Save as a drawing (SVG)");
  assert.match(drawing.name, /\.svg$/);
  assert.match(drawing.bytes.toString(), /^<svg .*<title/s);
  const numbers = await saved("Save the numbers (CSV)");
  assert.match(numbers.name, /\.csv$/);
  assert.ok(numbers.bytes.toString().split("\r\n").length > 3);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a row of a table is copied by Ctrl-C, the table by the right button", async () => {
  const { page, context, complaints } = await openSample(site);
  await goTo(page, "reviews");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const table = page.getByRole("grid");
  await table.focus();
  await page.keyboard.press("ArrowDown");
  await page.locator("[role=row][aria-selected=true]").waitFor({ state: "attached" });
  await page.keyboard.press("Control+c");
  await copiedIsSaid(page);
  const row = (await clipboard(page))["text/plain"];
  assert.equal(row.trimEnd().split("\n").length, 1);
  assert.ok(row.split("\t").length > 3, row);

  await page.getByRole("row").nth(3).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy the table" }).click();
  await clipboardHolds(page, "\n", 5);
  assert.match((await clipboard(page))["text/html"], /^<table>/);
  assert.deepEqual(complaints, []);
  await context.close();
});
