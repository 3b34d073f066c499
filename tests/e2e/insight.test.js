// From the sample data to what it means: the pages found by role and name, a question asked, and the way from a statement
// to its reviews.

import test from "node:test";
import assert from "node:assert/strict";
import { analysed, openBrowser, openPage } from "./support/page.js";

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

test("every page of meaning opens from the navigation, and a link brings it back", async () => {
  const { page, context, complaints } = await openPage(site);
  await page.getByRole("button", { name: "Try the sample data" }).click();
  await analysed(page, "reviews.csv +1");
  for (const [name, path] of [
    ["Key figures", "metrics"], ["Emotions", "emotions"], ["Topics", "topics"], ["What matters most", "drivers"], ["Trends", "trends"],
    ["Ask", "ask"], ["Inbox", "inbox"], ["Playbooks", "playbooks"], ["Accuracy", "reading"],
  ]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { name, level: 1 }).waitFor({ state: "attached" });
    assert.match(page.url(), new RegExp(`#${path}`));
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a question typed and sent with Enter is answered from the reviews", async () => {
  const { page, context } = await openPage(site);
  await page.getByRole("button", { name: "Try the sample data" }).click();
  await analysed(page, "reviews.csv +1");
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await page.getByRole("textbox", { name: "Question" }).click();
  await page.keyboard.type("How many 1-star reviews are there?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show these reviews" }).press("Enter");
  await page.getByRole("heading", { name: "Reviews", level: 1 }).waitFor({ state: "attached" });
  assert.match(page.url(), /stars=1/);
  await context.close();
});
