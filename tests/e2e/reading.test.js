// What the model reads beyond good and bad, how well, and what people teach it: seen, corrected, taught, audited.

import test from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { analysed, choose, openBrowser, openPage, says } from "./support/page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

const KINDS = [
  [5, "Thank you so much, the cake made my mother's birthday"],
  [1, "I want my money back, the loaf was mouldy"],
  [4, "Lovely place, we will come again"],
  [2, "I am so disappointed, we waited an hour at Blue Door Bakery"],
  [3, "When do you open on Sundays?"],
];
const REVIEWS = { name: "reviews.csv", buffer: Buffer.from(`Review,Stars,Date\n${Array.from({ length: 60 }, (_, row) => {
  const [stars, text] = KINDS[row % KINDS.length];
  return `"${text}, visit ${row}",${stars},2024-05-${10 + (row % 20)}`;
}).join("\n")}\n`) };

/** @param {Page} page @param {string} path @param {string} title */
async function goTo(page, path, title) {
  await page.evaluate((hash) => { location.hash = hash; }, path);
  await page.getByRole("heading", { name: title, level: 1 }).waitFor({ state: "attached" });
}

/** A button once it can be pressed: what was typed before has arrived. @param {Page} page @param {string} name */
const ready = (page, name) => page.getByRole("button", { name, disabled: false });

/** @param {{hash?: string}} [options] */
async function opened(options) {
  const opened = await openPage(site, { viewport: { width: 1440, height: 1000 }, ...options });
  await opened.page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(opened.page, [REVIEWS]);
  await analysed(opened.page, "reviews.csv");
  return opened;
}

test("emotions and wishes are told, and lead to their reviews", async () => {
  const { page, context, complaints } = await opened();
  await goTo(page, "emotions", "Emotions");
  await says(page, "Gratitude");
  await says(page, "Disappointment");
  await says(page, "Wants money back");
  await goTo(page, "reviews?emotion=gratitude", "Reviews");
  await says(page, /1\d of 60 reviews/); // every fifth gives thanks
  await page.getByRole("button", { name: /^Gratitude/ }).press("Enter"); // its chip: taken off
  await says(page, /60 of 60 reviews|^60 reviews/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a corrected review counts as what it is, everywhere", async () => {
  const { page, context } = await opened();
  await goTo(page, "reviews?search=visit+0&row=0", "Reviews");
  await says(page, "Is this right?");
  await page.getByRole("radio", { name: "Negative", exact: true }).press("Enter");
  await says(page, "Corrected by hand");
  await goTo(page, "reading", "Accuracy");
  await says(page, "1 review is corrected by hand");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    ready(page, "Save what was taught").press("Enter"),
  ]);
  const knowledge = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(knowledge.corrections.length, 1);
  assert.equal(knowledge.corrections[0].sentiment, "negative");
  assert.ok(!JSON.stringify(knowledge).includes("birthday")); // numbers, no words
  await context.close();
});

test("an intention taught by examples finds texts that mean the same", async () => {
  const { page, context } = await opened();
  await goTo(page, "reading", "Accuracy");
  await page.getByRole("button", { name: "New intention" }).press("Enter");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("opening hours");
  await page.getByRole("textbox", { name: "Examples, one a line" }).fill("What are your opening hours?\nAre you open on Monday?\nWhen do you close today?\nIs the shop open on holidays?");
  await ready(page, "Find such texts").press("Enter");
  await says(page, /4 examples, \d of them recognised/);
  await page.getByRole("link", { name: /^\d+ reviews?$/ }).first().press("Enter");
  await page.getByRole("heading", { name: "Reviews", level: 1 }).waitFor({ state: "attached" });
  await says(page, /^\d+ of 60 reviews/);
  await says(page, /When do you open on Sundays/);
  await context.close();
});

test("the audit runs on the page and is saved to print", async () => {
  const { page, context } = await opened();
  await goTo(page, "reading", "Accuracy");
  await page.getByRole("button", { name: "Test it now" }).press("Enter");
  await says(page, "Women against men");
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: 120_000 }),
    page.getByRole("button", { name: "Save for printing" }).press("Enter", { timeout: 120_000 }),
  ]);
  assert.equal(file.suggestedFilename(), "audit.html");
  assert.match(await readFile(await file.path(), "utf8"), /<table>[\s\S]*Women against men/);
  await context.close();
});

test("a named competitor gives the share of voice", async () => {
  const { page, context } = await opened();
  await goTo(page, "metrics", "Key figures");
  await page.getByRole("link", { name: "Name your competitors" }).press("Enter");
  await page.getByRole("textbox", { name: "Competitors, separated by commas" }).fill("Blue Door Bakery");
  await ready(page, "Count mentions").press("Enter");
  await says(page, /^83%/); // 60 texts about us, 12 that name the other: 60 of 72
  await context.close();
});
