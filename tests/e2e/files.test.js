// The Files page: what was understood is shown, corrected by hand or keyboard, saved, and travels in a link.

import test from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { analysed, choose, openBrowser, openPage, says } from "./support/page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** @param {string} text @param {string} [name] */
const file = (text, name = "survey.csv") => [{ name, buffer: Buffer.from(text) }];

const GARBLED = "Date,Stars,Review\n2024-03-01,5,Le cafÃ© Ã©tait trÃ¨s bon\n2024-03-02,2,DÃ©Ã§u par le thÃ© glacÃ©\n2024-03-05,4,La crÃ¨me brÃ»lÃ©e Ã©tait parfaite\n";
// Two columns of marks: which of them is the rating, only the shop knows.
const SURVEY = `When,Mark,Grade,Words\n${Array.from({ length: 30 }, (_, i) => `2024-04-${String(1 + i % 28).padStart(2, "0")},${1 + i % 5},${5 - i % 5},The soup number ${i} was warm`).join("\n")}\n`;

/** Opens the Files page of these. @param {Page} page @param {{name: string, buffer: Buffer}[]} files @param {string} title */
async function openFiles(page, files, title) {
  await button(page, "Choose files").waitFor();
  await choose(page, files);
  await analysed(page, title);
  await page.evaluate(() => { location.hash = "files"; });
}

test("garbled letters are shown and repaired by one press", async () => {
  const { page, context, complaints } = await openPage(site);
  await openFiles(page, file(GARBLED, "garbled.csv"), "garbled.csv");
  await says(page, "Garbled");
  await button(page, "Repair the letters").press("Enter");
  await says(page, /^Repaired$/); // not "can be repaired"
  await page.evaluate(() => { location.hash = "reviews"; });
  await says(page, /Le café était très bon/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a column's meaning is changed by the keyboard, saved, and holds in the copied link", async () => {
  const { page, context } = await openPage(site, { permissions: ["clipboard-read", "clipboard-write"] });
  await openFiles(page, file(SURVEY), "survey.csv");
  const meaning = page.getByRole("combobox", { name: "Meaning of Grade" });
  await meaning.focus();
  await page.keyboard.press("Enter");
  const ignored = page.getByRole("option", { name: "Not used", exact: true });
  await ignored.waitFor({ state: "attached" });
  await ignored.press("Enter");
  await button(page, "Apply and analyse again").press("Enter");
  await says(page, "Chosen by you");

  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save what the columns mean").press("Enter")]);
  const mapping = JSON.parse(await readFile(await download.path(), "utf8"));
  const [columns] = /** @type {{[name: string]: string}[]} */ (Object.values(mapping.roles));
  assert.equal(columns.Grade, "ignored");
  assert.ok(!JSON.stringify(mapping).includes("soup"), "names only, no values");

  await button(page, "Copy a link to this view").press("Enter");
  let link = "";
  for (let tries = 0; tries < 100 && !link; ++tries, await page.waitForTimeout(50)) link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /columns=/);
  await context.close();

  const other = await openPage(site, { hash: new URL(link).hash });
  await openFiles(other.page, file(SURVEY), "survey.csv");
  await says(other.page, "Chosen by you");
  assert.ok(!other.page.url().includes("columns="), "taken out of the address");
  await other.context.close();
});
