// A text classifier of the user's, chosen together with reviews, reads them in place of ours, and ours comes back on request.

import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analysed, choose, openBrowser, openPage, says } from "./support/page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** A classifier that knows but the words "good" and "bad". @param {string} name */
const part = (name) => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(new URL(`../web/fixtures/tiny_classifier/${name}`, import.meta.url)) });
const model = ["model.onnx", "tokenizer.json", "config.json"].map(part);
/** To anyone but that classifier all but every fifth are complaints, and the fifth is praise. */
const reviews = (/** @type {number} */ rows) => ({
  name: "reviews.csv",
  buffer: Buffer.from(`Review,Stars,Date\n${Array.from({ length: rows }, (_, row) => `"${row % 5 === 4 ? "Lovely place and a wonderful view" : "Not good at all, terrible, dirty and rude"}, visit ${row}",1,2024-05-${10 + (row % 20)}`).join("\n")}\n`),
});

test("a classifier chosen with reviews reads them, and ours comes back", async () => {
  const { page, context, complaints } = await openPage(site);
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, [...model, reviews(50)]);
  await analysed(page, "reviews.csv");
  await page.evaluate(() => { location.hash = "#reviews?feeling=positive"; });
  await says(page, /40 of 50 reviews/); // "good" is all it hears
  await page.evaluate(() => { location.hash = "#reading"; });
  await says(page, /Your own model model\.onnx reads the texts/);
  await page.getByRole("button", { name: "Use Attune’s own model again" }).press("Enter");
  await says(page, /Attune’s own model reads the texts/);
  await analysed(page, "reviews.csv");
  await page.evaluate(() => { location.hash = "#reviews?feeling=negative"; });
  await says(page, /40 of 50 reviews/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a model that lacks a part, cannot be read or cannot be run gets a sentence", async () => {
  const { page, context } = await openPage(site);
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, [model[0], reviews(5)]);
  await says(page, /Missing: tokenizer\.json, config\.json/);
  await analysed(page, "reviews.csv");
  await choose(page, [model[0], { ...model[1], buffer: Buffer.from("{}") }, model[2]]);
  await says(page, /Your model model\.onnx could not be used, and Attune's own reads the texts/);
  await analysed(page, "reviews.csv");
  await choose(page, [{ ...model[0], buffer: Buffer.from("no network") }, model[1], model[2]]);
  await says(page, /Your model model\.onnx could not be run/);
  await context.close();
});
