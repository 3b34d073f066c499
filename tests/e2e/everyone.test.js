// Every page for everyone: what axe finds, the main task by keyboard alone, and the overview as Chromium tells it to
// assistive technology.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { openBrowser, openPage } from "./support/page.js";
import { PAGES, atRest, focused, goTo, openSample } from "./support/sample.js";

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

/** Presses Tab until what is wanted has the keyboard. @param {Page} page @param {RegExp} wanted  "role: name" */
async function tabTo(page, wanted, key = "Tab") {
  const walk = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (wanted.test(here)) return here;
    walk.push(here);
  }
  return assert.fail(`never reached ${wanted}: ${walk.slice(0, 40).join(" | ")}`);
}

test("from the sample data to the first thing to fix, its evidence and back, by keyboard alone", async () => {
  const { page, context, complaints } = await openPage(site);
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await tabTo(page, /^button: Try the sample data/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor({ state: "attached", timeout: 60_000 });
  await page.waitForFunction(() => document.title === "reviews.csv +1 · Attune", undefined, { timeout: 120_000 });
  await atRest(page);

  const evidence = await page.evaluate(() => {
    const fix = [...document.querySelectorAll("#mirror main p")].find((text) => text.textContent === "To fix");
    const links = [...document.querySelectorAll("#mirror main [role=link]")];
    return links.find((link) => fix && (fix.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)?.textContent ?? "";
  });
  assert.match(evidence, /^\d+ reviews?$/, "the first thing to fix leads to its reviews");
  await tabTo(page, new RegExp(`^link: ${evidence}$`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Reviews", level: 1 }).waitFor({ state: "attached" });
  await page.waitForFunction(() => document.activeElement?.localName === "main"); // not lost with the link
  await page.getByText(new RegExp(`^${evidence.split(" ")[0]} of [\\d,]+ reviews`)).first().waitFor({ state: "attached" });
  await atRest(page);

  await tabTo(page, /^grid: /); // the reviews behind it
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const details = page.getByRole("region", { name: "Review" });
  await details.waitFor({ state: "attached" });
  await atRest(page);
  await page.keyboard.press("Escape");
  await details.waitFor({ state: "detached" });
  assert.match(await focused(page), /^grid: /, "the table still has the keyboard");

  // And once more from within: the keyboard goes back to where the details were opened.
  await page.keyboard.press("Enter");
  await details.waitFor({ state: "attached" });
  await details.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Enter");
  await details.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
  await tabTo(page, /^link: Overview/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor({ state: "attached" });
  assert.deepEqual(complaints, []);
  await context.close();
});

const INTERACTIVE = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "slider", "option", "tab", "menuitem", "grid"]);

/** What Chromium tells assistive technology, in reading order. @param {Page} page */
async function accessibilityTree(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = /** @type {{nodes: any[]}} */ (await cdp.send("Accessibility.getFullAXTree"));
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {{role: string, name: string, description: string, level: number, inButton: boolean}[]} */ const walk = [];
  /** @param {any} node @param {boolean} inButton */
  const visit = (node, inButton) => {
    if (!node.ignored) {
      walk.push({
        role: node.role?.value ?? "", name: node.name?.value ?? "", description: node.description?.value ?? "",
        level: node.properties?.find((/** @type {any} */ { name }) => name === "level")?.value.value ?? 0,
        inButton,
      });
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), inButton || node.role?.value === "button");
  };
  visit(nodes[0], false);
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

  // Quotes stand in buttons; customers write as they like.
  const said = walk.filter(({ role, name, inButton }) => role === "StaticText" && name.trim() !== "" && !inButton).map(({ name }) => name);
  const text = said.join(" ");
  for (const code of [/undefined|NaN|\[object|###|\{\d\}/, /[a-z]+_[a-z]+/]) assert.doesNotMatch(text, code);
  const sentences = said.filter((line) => line.split(/\s+/).length >= 5);
  assert.ok(sentences.length >= 8, `only ${sentences.length} sentences`);
  for (const line of sentences) {
    const goesOn = /^[−\d]/.test(said[said.indexOf(line) - 1] ?? ""); // "89%", "within one star; ..."
    if (!goesOn) assert.match(line, /^[\p{Lu}\p{N}“"'€$(−–+«]/u, `begins like a sentence: ${line}`);
  }
  t.diagnostic(`${walk.length} nodes, ${headings.length} headings, ${sentences.length} sentences`);
  await context.close();
});
