// The interface from right to left, in the pseudo-language that stands for one written so: the main task by role and by
// pointer, letters that are not reversed, and nothing cut off or one over the other.

import assert from "node:assert/strict";
import test from "node:test";
import { openBrowser } from "./support/page.js";
import { PAGES, atRest, focused, goTo, openSample } from "./support/sample.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

const RIGHT_TO_LEFT = "en-XB";

/**
 * Controls and texts that leave the display at a side, or that lie over one another although neither holds the other.
 * @param {Page} page @returns {Promise<string[]>}
 */
const misplaced = (page) => page.evaluate(() => {
  const main = /** @type {HTMLElement} */ (document.querySelector("#mirror main"));
  const inRow = (/** @type {Element} */ element) => element.closest("[role=grid], [role=table]") !== null;
  const leaves = [...main.querySelectorAll(".leaf")]
    .filter((leaf) => !leaf.classList.contains("clipped") && !inRow(leaf) && leaf.getAttribute("role") !== "figure")
    .map((leaf) => ({ name: leaf.getAttribute("aria-label") ?? leaf.textContent ?? "", box: leaf.getBoundingClientRect(), isField: leaf.classList.contains("field") }))
    .filter(({ box }) => box.width > 0);
  const problems = leaves.filter(({ box }) => box.left < -1 || box.right > innerWidth + 1).map(({ name }) => `leaves the display: ${name}`);
  for (const [at, one] of leaves.entries()) {
    for (const other of leaves.slice(at + 1)) {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const isCross = one.isField || other.isField; // what clears a field lies over its end
      if (across > 2 && down > 2 && !isCross) problems.push(`${one.name} lies over ${other.name}`);
    }
  }
  return problems;
});

for (const [width, height] of [[1280, 720], [390, 844]]) {
  test(`from right to left nothing is cut off and nothing overlaps on any page at ${width} x ${height}`, async (t) => {
    const { page, context, complaints } = await openSample(site, { viewport: { width, height }, locale: RIGHT_TO_LEFT });
    assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]), ["rtl", "en"]);
    for (const path of PAGES) {
      await t.test(path, async () => {
        await goTo(page, path);
        assert.deepEqual(await misplaced(page), []);
      });
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

/** In the middle of it, as a hand does. @param {Page} page @param {import("playwright-core").Locator} target */
async function press(page, target) {
  const box = await target.boundingBox();
  assert.ok(box, "it is there");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return box;
}

test("from right to left the main task is done with the pointer: to the reviews behind a point, one opened and closed", async () => {
  const { page, context } = await openSample(site, { locale: RIGHT_TO_LEFT });
  const rail = await press(page, page.getByRole("navigation").getByRole("link", { name: "Reviews" }));
  assert.ok(rail.x > 1280 / 2, "the navigation is at the right");
  await page.getByRole("heading", { name: "Reviews", level: 1 }).waitFor({ state: "attached" });
  await atRest(page);
  const row = page.getByRole("grid").getByRole("row").nth(2);
  await press(page, row);
  const details = page.getByRole("region", { name: "Review" });
  await details.waitFor({ state: "attached" });
  await atRest(page);
  const drawer = await details.boundingBox();
  assert.ok(drawer && drawer.x < 1280 / 2, "the details are at the left");
  await press(page, details.getByRole("button", { name: "Close" }));
  await details.waitFor({ state: "detached" });
  await context.close();
});

test("from right to left the main task is done by role and keyboard, and arrows go the way they point", async () => {
  const { page, context } = await openSample(site, { locale: RIGHT_TO_LEFT });
  await page.getByRole("link", { name: "Trends" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Trends", level: 1 }).waitFor({ state: "attached" });
  await atRest(page);
  const radios = page.locator("#mirror main").getByRole("radiogroup").first().getByRole("radio");
  const names = await radios.allTextContents();
  const chosen = names.indexOf((await radios.and(page.locator("[aria-checked=true]")).allTextContents())[0]);
  const next = chosen + 1 < names.length ? chosen + 1 : chosen - 1;
  await radios.nth(chosen).focus();
  const [from, to] = await Promise.all([radios.nth(chosen).boundingBox(), radios.nth(next).boundingBox()]);
  assert.ok(from && to);
  await page.keyboard.press(to.x < from.x ? "ArrowLeft" : "ArrowRight");
  await atRest(page);
  assert.equal(await focused(page), `radio: ${names[next]}`);
  await context.close();
});

test("letters are the same pixels from right to left as from left to right", async () => {
  const pictures = [];
  for (const locale of ["en-GB", RIGHT_TO_LEFT]) {
    const { page, context } = await openSample(site, { locale });
    await atRest(page);
    const box = await page.getByRole("heading", { name: "Overview", level: 1 }).boundingBox();
    assert.ok(box);
    pictures.push({ x: box.x, png: (await page.screenshot({ clip: box })).toString("base64") });
    await context.close();
  }
  assert.notEqual(pictures[0].x, pictures[1].x);
  assert.equal(pictures[0].png, pictures[1].png);
});

test("from right to left a field is edited where it is drawn, in the direction of what is typed", async () => {
  const { page, context } = await openSample(site, { locale: RIGHT_TO_LEFT });
  await goTo(page, "reviews");
  const field = page.getByRole("searchbox").first();
  assert.equal(await field.evaluate((element) => /** @type {HTMLElement} */ (element).dir), "rtl");
  await field.fill("bread");
  await atRest(page);
  assert.equal(await field.evaluate((element) => /** @type {HTMLElement} */ (element).dir), "ltr");
  await context.close();
});
