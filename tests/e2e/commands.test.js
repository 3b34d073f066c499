// The command palette and the keyboard sheet in the browser: opened, worked and left by keys alone.

import assert from "node:assert/strict";
import test from "node:test";
import { openBrowser, openPage } from "./support/page.js";
import { atRest, focused, openSample } from "./support/sample.js";

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** @param {import("playwright-core").Page} page */
const palette = (page) => page.getByRole("dialog", { name: "Find a page or a command" });
/** @param {import("playwright-core").Page} page */
const keys = (page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("Ctrl-K, a few letters and Enter lead to a page; Escape gives the focus back", async () => {
  const { page, context, complaints } = await openSample(site);
  const settings = page.getByRole("button", { name: "Settings" });
  await settings.focus();
  await page.keyboard.press("Control+k");
  await palette(page).waitFor({ state: "attached" });
  const field = page.getByRole("combobox", { name: "Find a page or a command" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-expanded") === "true");
  const list = page.locator(`#${await field.getAttribute("aria-controls")}`);
  assert.equal(await list.getAttribute("role"), "listbox");
  assert.ok(await list.getByRole("option").count() > 20);

  await page.keyboard.press("Escape");
  await palette(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "Settings");

  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.keyboard.type("top");
  await page.waitForFunction(() => document.querySelector("[role=option]")?.textContent === "Topics");
  /** @param {boolean} isTopics */
  const marked = (isTopics) => page.waitForFunction((wanted) => {
    const option = document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "");
    return option?.getAttribute("aria-selected") === "true" && (option.textContent === "Topics") === wanted;
  }, isTopics);
  await marked(true);
  await page.keyboard.press("ArrowDown");
  await marked(false);
  assert.equal(await field.inputValue(), "top");
  await page.keyboard.press("ArrowUp");
  await marked(true);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Topics", level: 1 }).waitFor({ state: "attached" });
  await page.waitForFunction(() => document.activeElement?.localName === "main");
  assert.equal(await focused(page), "main: Topics");
  assert.match(page.url(), /#topics/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a question mark shows the keys, but not while a text is being typed", async () => {
  const { page, context, complaints } = await openSample(site, { hash: "#reviews" });
  await page.getByRole("searchbox", { name: "Search the reviews" }).click();
  await page.keyboard.type("why?");
  await atRest(page);
  assert.equal(await keys(page).count(), 0);
  assert.equal(await page.getByRole("searchbox", { name: "Search the reviews" }).inputValue(), "why?");
  await page.keyboard.press("Control+k"); // edits no text, so it is ours even here
  await palette(page).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await palette(page).waitFor({ state: "detached" });

  const settings = page.getByRole("button", { name: "Settings" });
  await settings.focus();
  await page.keyboard.press("?");
  await keys(page).waitFor({ state: "attached" });
  await keys(page).getByRole("cell", { name: "Ctrl K" }).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await keys(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "Settings");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the first page has the palette too: sample data without a pointer", async () => {
  const { page, context } = await openPage(site);
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.keyboard.type("sample");
  await page.waitForFunction(() => document.querySelector("[role=option]")?.textContent === "Try the sample data");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor({ state: "attached", timeout: 60_000 });
  await context.close();
});
