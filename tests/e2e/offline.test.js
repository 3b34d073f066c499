// After the first visit the page works without a network, as one version, until the user takes the next one.

import test from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysed, choose, dist, openBrowser, openPage, reviewsCsv } from "./support/page.js";

/** @param {import("playwright-core").Page} page */
const keptOffline = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
/** @param {import("playwright-core").Page} page @param {string} path */
const textAt = (page, path) => page.evaluate(async (url) => (await fetch(url)).text(), path);

test("after the first visit the page loads and analyses without a server", async (t) => {
  const site = await openBrowser();
  t.after(() => site.close());
  const { page } = await openPage(site);
  await keptOffline(page);
  await site.server.close();

  await page.reload();
  await choose(page, [{ name: "reviews.csv", buffer: Buffer.from(reviewsCsv(200)) }]);
  await analysed(page, "reviews.csv");
});

test("a new version waits for the user, and then is there whole", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "attune-"));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(dist, root, { recursive: true });
  const site = await openBrowser({ root });
  t.after(() => site.close());
  const { page } = await openPage(site);
  await keptOffline(page);

  // A host in the middle of an upload: one file is new, the list of files is not.
  const old = readFileSync(join(root, "LICENSE.txt"), "utf8");
  writeFileSync(join(root, "LICENSE.txt"), "another licence");
  await page.reload();
  assert.equal(await textAt(page, "LICENSE.txt"), old, "versions are not mixed");
  const bar = page.getByRole("status").filter({ hasText: "A new version is ready" });
  assert.equal(await bar.isVisible(), false);

  const list = join(root, "precache_manifest.js");
  const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("base64");
  writeFileSync(list, readFileSync(list, "utf8").replace(sha256(old), sha256("another licence")));
  await page.reload();
  await bar.waitFor({ state: "visible", timeout: 30_000 });
  assert.equal(await textAt(page, "LICENSE.txt"), old, "the old version serves until the user says so");

  await Promise.all([page.waitForEvent("load"), bar.getByRole("button", { name: "Use it now" }).click()]);
  assert.equal(await textAt(page, "LICENSE.txt"), "another licence");
});

test("a version that arrives damaged is not taken", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "attune-"));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(dist, root, { recursive: true });
  const site = await openBrowser({ root });
  t.after(() => site.close());
  const { page } = await openPage(site);
  await keptOffline(page);

  const list = join(root, "precache_manifest.js");
  const old = readFileSync(join(root, "LICENSE.txt"), "utf8");
  const sha256 = createHash("sha256").update(old).digest("base64");
  writeFileSync(list, readFileSync(list, "utf8").replace(sha256, createHash("sha256").update("what was meant").digest("base64")));
  writeFileSync(join(root, "LICENSE.txt"), "what was meant, cut sho");
  await page.reload();
  await page.waitForTimeout(3000);
  assert.equal(await page.locator("#update").isVisible(), false);
  assert.equal(await textAt(page, "LICENSE.txt"), old);
});
