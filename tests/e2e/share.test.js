// What leaves the computer on purpose: the report, the report with a passphrase, the reviews.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { openBrowser, says } from "./support/page.js";
import { openSample } from "./support/sample.js";

/** @type {Awaited<ReturnType<typeof openBrowser>>} */ let site;
/** @type {string} */ let folder;
test.before(async () => {
  site = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "attune-share-"));
});
test.after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const PASSPHRASE = "three brown loaves";

/** @param {import("playwright-core").Page} page */
async function openShare(page) {
  await page.getByRole("button", { name: "Share and save" }).click();
  await page.getByRole("dialog", { name: "Share and save" }).waitFor({ state: "attached" });
}

/** @param {import("playwright-core").Page} page @param {string} name */
async function saved(page, name) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path };
}

test("the report is saved as one file that names no customer", async () => {
  const { page, context, complaints } = await openSample(site);
  await openShare(page);
  const { name, path } = await saved(page, "Save the report");
  assert.equal(name, "report.html");
  assert.match(await readFile(path, "utf8"), /<h1/);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a report with a passphrase shows nothing without it, says when it is another one, and opens with it", async () => {
  const { page, context, sent, complaints } = await openSample(site);
  await openShare(page);
  const button = page.getByRole("button", { name: "Save with this passphrase" });
  assert.equal(await button.isDisabled(), true);
  await page.getByRole("textbox", { name: /^Passphrase/ }).fill(PASSPHRASE);
  await page.waitForFunction(() => ![...document.querySelectorAll("button")].some(({ textContent, ariaDisabled, disabled }) =>
    textContent === "Save with this passphrase" && (disabled || ariaDisabled === "true")));
  const { path } = await saved(page, "Save with this passphrase");
  const text = await readFile(path, "utf8");
  const [whole, data] = /** @type {RegExpExecArray} */ (/"data":"([^"]+)"/.exec(text));
  assert.doesNotMatch(text.replace(whole, ""), /bakery|bread|queue/i, "what customers say stands in it unencrypted");
  assert.ok(!Buffer.from(data, "base64").includes("<h1"));
  assert.ok(!text.includes(PASSPHRASE) && !sent.some(({ url, body }) => url.includes("loaves") || body.includes("loaves")));
  assert.deepEqual(complaints, []);

  const reader = await context.newPage();
  /** @type {string[]} */ const troubles = [];
  reader.on("console", (message) => { if (message.type() === "error") troubles.push(message.text()); });
  reader.on("pageerror", (error) => troubles.push(error.message));
  await reader.goto(String(pathToFileURL(path)));
  const field = reader.getByLabel("Passphrase");
  await field.fill("three brown loafs");
  await reader.keyboard.press("Enter");
  await reader.getByRole("alert").getByText("That is not the passphrase").waitFor();
  await field.fill(PASSPHRASE);
  await reader.keyboard.press("Enter");
  await reader.locator("svg").first().waitFor();
  assert.ok((await reader.locator("h1").textContent())?.length);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("reviews are saved as they are, and without personal data", async () => {
  const { page, context } = await openSample(site);
  await openShare(page);
  const whole = await readFile((await saved(page, "Save as it is")).path, "utf8");
  await openShare(page);
  const redacted = await readFile((await saved(page, "Save without personal data")).path, "utf8");
  assert.equal(redacted.split("\n").length, whole.split("\n").length);
  assert.notEqual(redacted, whole);
  await context.close();
});

test("what cannot be locked is said", async () => {
  const { page, context } = await openSample(site, { serviceWorkers: "block" });
  await page.route("**/protected_file/*", (route) => route.abort());
  await openShare(page);
  await page.getByRole("textbox", { name: /^Passphrase/ }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Save with this passphrase", disabled: false }).click();
  await says(page, "The file could not be made");
  await context.close();
});
