// Every page for everyone: what axe finds, and the overview as Chromium tells it to assistive technology.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { openBrowser } from "./support/page.js";
import { PAGES, atRest, goTo, openSample } from "./support/sample.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe holds to be serious or critical; it must have looked at something. @param {Page} page @returns {Promise<string[]>} */
async function findings(page) {
  const { looked, found } = await page.evaluate(async () => {
    const { passes, violations } = await /** @type {any} */ (window).axe.run();
    return {
      looked: passes.length,
      found: violations.filter((/** @type {any} */ { impact }) => ["serious", "critical"].includes(impact))
        .flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { html }) => `${id}: ${html}`)),
    };
  });
  assert.ok(looked > 15, `axe applied only ${looked} rules`);
  return found;
}

for (const [width, height] of [[1280, 720], [390, 844]]) {
  test(`axe finds nothing serious on any page at ${width} x ${height}`, async (t) => {
    const { page, context, complaints } = await openSample(site, { viewport: { width, height } });
    await page.evaluate(axe); // not a script element: the policy bars inline scripts
    for (const path of PAGES) {
      await t.test(path, async () => {
        await goTo(page, path);
        assert.deepEqual(await findings(page), []);
      });
    }
    for (const [name, open] of /** @type {[string, string][]} */ ([["the palette", "Control+k"], ["the keyboard sheet", "?"]])) {
      await t.test(name, async () => {
        await page.keyboard.press(open);
        await page.getByRole("dialog").waitFor({ state: "attached" });
        await atRest(page);
        assert.deepEqual(await findings(page), []);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      });
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

const INTERACTIVE = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "slider", "option", "tab", "menuitem", "grid"]);

/** What Chromium tells assistive technology, in reading order. @param {Page} page */
async function accessibilityTree(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = /** @type {{nodes: any[]}} */ (await cdp.send("Accessibility.getFullAXTree"));
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {{role: string, name: string, description: string, level: number}[]} */ const walk = [];
  /** @param {any} node */
  const visit = (node) => {
    if (!node.ignored) {
      walk.push({
        role: node.role?.value ?? "", name: node.name?.value ?? "", description: node.description?.value ?? "",
        level: node.properties?.find((/** @type {any} */ { name }) => name === "level")?.value.value ?? 0,
      });
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id));
  };
  visit(nodes[0]);
  return walk;
}

test("the overview reads like sentences, in order, and everything to press has a name", async (t) => {
  const { page, context } = await openSample(site);
  await atRest(page);
  const walk = await accessibilityTree(page);
  const nameless = walk.filter(({ role, name }) => INTERACTIVE.has(role) && name.trim() === "");
  assert.deepEqual(nameless, []);

  const headings = walk.filter(({ role }) => role === "heading");
  const inMain = headings.slice(headings.findIndex(({ level }) => level === 1));
  assert.equal(headings.filter(({ level }) => level === 1).length, 1, "one heading of the page");
  assert.equal(inMain[0].name, "Overview");
  inMain.reduce((last, { level, name }) => {
    assert.ok(level <= last + 1, `"${name}" skips a level: ${last} to ${level}`);
    return level;
  }, 1);
  for (const title of ["How customers feel", "Over time"]) assert.ok(inMain.some(({ name }) => name === title), title);

  const order = ["navigation", "main"].map((role) => walk.findIndex((node) => node.role === role));
  assert.ok(order[0] >= 0 && order[0] < order[1], "the pages come before the content");
  const figures = walk.filter(({ role }) => role === "figure");
  assert.ok(figures.length >= 2);
  for (const { name } of figures) assert.ok(name.length > 3, "a chart has a title");

  const said = walk.filter(({ role, name }) => role === "StaticText" && name.trim() !== "").map(({ name }) => name);
  const text = said.join(" ");
  for (const code of [/undefined|NaN|\[object|###|\{\d\}/, /[a-z]+_[a-z]+/]) assert.doesNotMatch(text, code);
  const isQuote = (/** @type {string} */ line) => / of 5 stars/.test(line); // customers write as they please
  const sentences = said.filter((line) => line.split(/\s+/).length >= 5 && !isQuote(line));
  assert.ok(sentences.length >= 8, `only ${sentences.length} sentences`);
  for (const line of sentences) {
    const goesOn = /^[−\d]/.test(said[said.indexOf(line) - 1] ?? ""); // "89%", "within one star; ..."
    if (!goesOn) assert.match(line, /^[\p{Lu}\p{N}“"'€$(−–+«]/u, `begins like a sentence: ${line}`);
  }
  t.diagnostic(`${walk.length} nodes, ${headings.length} headings, ${sentences.length} sentences`);
  await context.close();
});
