// From two files of a shop to the people worth a call: orders and reviews of the same customers, found by role and name.

import test from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { analysed, choose, openBrowser, openPage, says } from "./support/page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
test.before(async () => { site = await openBrowser(); });
test.after(() => site.close());

const CUSTOMERS = 120;
/** @param {number} days since 2023-01-01 */
const day = (days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10);
/** @param {number} i */
const mail = (i) => `person${i}@example.net`;

/** Orders of made-up people: every fourth stopped long ago, every third orders often; number 0 always buys rye. */
function ordersCsv() {
  const goods = ["Rye loaf", "Sourdough loaf", "Cinnamon bun", "Filter coffee"];
  const lines = ["Order,Customer e-mail,Order date,Product,Total"];
  let order = 1000;
  for (let i = 0; i < CUSTOMERS; ++i) {
    const gap = i % 3 === 0 ? 20 : 55 + (i % 7) * 5;
    const last = i % 4 === 1 ? 260 : 540;
    for (let at = i % 30; at < last; at += gap + (at % 6)) {
      lines.push(`${++order},${mail(i)},${day(at)},${goods[(i + at) % goods.length]},${(12 + ((i * 7 + at) % 40)).toFixed(2)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function reviewsCsv() {
  const lines = ["Review,Stars,Date,E-mail"];
  for (let i = 0; i < CUSTOMERS; i += 2) {
    const text = i % 4 === 0 ? "Lovely bread and kind people" : "Waited long and the loaf was stale";
    lines.push(`"${text}, visit ${i}",${i % 4 === 0 ? 5 : 1},${day(200 + i)},${mail(i)}`);
  }
  return `${lines.join("\n")}\n`;
}

const FILES = () => [
  { name: "orders.csv", buffer: Buffer.from(ordersCsv()) },
  { name: "reviews.csv", buffer: Buffer.from(reviewsCsv()) },
];

/** @param {Page} page @param {string} name */
const goTo = (page, name) => page.getByRole("link", { name, exact: true }).click();

test("orders and reviews become customers, one of whom is told in words", async () => {
  const { page, context, complaints } = await openPage(site, { viewport: { width: 1440, height: 1000 } });
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, FILES());
  await analysed(page, "orders.csv +1");
  await goTo(page, "Customers");
  await says(page, `${CUSTOMERS} customers`);
  await page.getByRole("searchbox", { name: "Search customers" }).fill("person5@");
  await says(page, `1 of ${CUSTOMERS} customers`);
  const row = page.getByRole("grid", { name: "Customers" }).getByText("person5@example.net");
  await row.first().waitFor({ state: "attached" });
  await page.evaluate(() => { location.hash = `${location.hash}&open=5`; });
  await says(page, /Usually orders every \d+ days, silent for \d+/);
  assert.match(page.url(), /find=person5/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("who is leaving and worth keeping is chosen on the map, listed, and exported", async () => {
  const { page, context } = await openPage(site, { viewport: { width: 1440, height: 1000 } });
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await choose(page, FILES());
  await analysed(page, "orders.csv +1");
  await goTo(page, "Value & churn");
  await page.getByRole("checkbox", { name: /About to leave, worth keeping/ }).click();
  await page.getByRole("button", { name: "Show these customers" }).click();
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor({ state: "attached" }); // the page before has such buttons, too
  await says(page, new RegExp(`[1-9]\\d* of ${CUSTOMERS} customers`));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export for mailing" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /person\d+@example\.net/);
  assert.ok(text.split("\n").length < CUSTOMERS, "only those who were chosen");
  await context.close();
});
