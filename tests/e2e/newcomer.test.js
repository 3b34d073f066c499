// Five tasks that people come with, done by whoever sees the page for the first time: only by what stands on it, with so
// many presses at most. A press is a click or Enter; choosing a file in the browser's dialog and typing are none.

import test from "node:test";
import assert from "node:assert/strict";
import { analysed, choose, openBrowser, openPage, reviewsCsv, says } from "./support/page.js";
import { atRest, openSample } from "./support/sample.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

/** Presses and counts; what is pressed must be in view, so nothing has to be looked for below. @param {Page} page */
function hand(page) {
  const counted = { presses: 0 };
  return {
    counted,
    /** @param {Locator} target */
    async press(target) {
      await target.waitFor({ state: "attached" });
      const box = await target.boundingBox();
      const { width, height } = /** @type {{width: number, height: number}} */ (page.viewportSize());
      assert.ok(box && box.y >= 0 && box.y + box.height / 2 < height && box.x + box.width / 2 < width, `in view: ${await target.textContent() || await target.getAttribute("aria-label")}`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      counted.presses += 1;
      await atRest(page);
    },
  };
}

/** The first link of this name that stands after a text. @param {Page} page @param {string} text @param {string} link  a pattern */
async function linkAfter(page, text, link) {
  const index = await page.evaluate(([text, link]) => {
    const marks = [...document.querySelectorAll("#mirror main *")].filter((element) => element.textContent === text);
    const links = [...document.querySelectorAll("#mirror main [role=link]")];
    return links.findIndex((one) => new RegExp(link).test(one.textContent ?? "") &&
      marks.some((mark) => (mark.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0));
  }, [text, link]);
  assert.ok(index >= 0, `a link like ${link} after "${text}"`);
  return page.locator("#mirror main [role=link]").nth(index);
}

test("the owner's own file: what to fix first, and who said it, in two presses", async () => {
  const { page, context } = await openPage(site);
  const { press, counted } = hand(page);
  const chooser = page.waitForEvent("filechooser");
  await press(page.getByRole("button", { name: "Choose files" }));
  await (await chooser).setFiles([{ name: "reviews.csv", mimeType: "text/csv", buffer: Buffer.from(reviewsCsv(400)) }]);
  await analysed(page, "reviews.csv");
  await atRest(page);
  await says(page, "To fix");
  await press(await linkAfter(page, "To fix", "^\\d+ reviews?$"));
  await page.getByRole("heading", { name: "Reviews", level: 1 }).waitFor({ state: "attached" });
  await says(page, /\d+ of 400 reviews/);
  assert.equal(counted.presses, 2);
  await context.close();
});

test("marketing: the mailing list of those who are worth keeping and may leave, in three presses", async () => {
  const { page, context } = await openSample(site);
  const { press, counted } = hand(page);
  await press(page.getByRole("link", { name: "Value & churn" }));
  await press(page.getByRole("checkbox", { name: /^About to leave, worth keeping/ }));
  const saved = page.waitForEvent("download");
  await press(page.getByRole("button", { name: "Export for mailing" }));
  assert.match((await saved).suggestedFilename(), /\.csv$/);
  assert.equal(counted.presses, 3);
  await context.close();
});

test("support: a draft of an answer to the most urgent, in two presses", async () => {
  const { page, context } = await openSample(site);
  const { press, counted } = hand(page);
  await press(page.getByRole("link", { name: /^Inbox/ }));
  await press(page.getByRole("row").nth(1));
  await page.getByRole("textbox", { name: /draft|reply|answer/i }).first().waitFor({ state: "attached" });
  assert.equal(counted.presses, 2);
  await context.close();
});

test("staff: a question in plain words is answered with numbers and quotes, in two presses", async () => {
  const { page, context } = await openSample(site);
  const { press, counted } = hand(page);
  await press(page.getByRole("link", { name: /^Ask/ }));
  await page.getByRole("textbox").first().fill("Why are people unhappy about the queue?");
  await page.keyboard.press("Enter");
  counted.presses += 1;
  await says(page, /\d+ of \d+|\d+ reviews/);
  await page.locator("#mirror main").getByRole("link", { name: /reviews?$/ }).first().waitFor({ state: "attached" });
  assert.equal(counted.presses, 2);
  await context.close();
});

test("the careful one: the report for others, without names, in two presses", async () => {
  const { page, context } = await openSample(site);
  const { press, counted } = hand(page);
  await press(page.getByRole("button", { name: /^Share/ }).first());
  const saved = page.waitForEvent("download");
  await press(page.getByRole("button", { name: /report/i }).first());
  assert.equal((await saved).suggestedFilename(), "report.html");
  assert.equal(counted.presses, 2);
  await context.close();
});
