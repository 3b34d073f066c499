// How much memory the engine takes while a large CSV of reviews is opened in the page, when its first figures come, how often
// it tells how far it is, and how long a cancel takes. By hand, after ci/build:
//
//   node tests/bench/page_size.mjs [MEGABYTES] [FILE]
//
// The page is a copy that tells the size of the engine's memory; the file is dropped as people drop it. The analysis is
// cancelled once all rows are read and some are understood: that the language model reads millions of texts is not what is
// measured here.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, dist, openBrowser, openPage } from "../e2e/support/page.js";
import { largeReviews } from "./large_reviews.mjs";

const megabytes = Number(process.argv[2] ?? 1000);
const path = largeReviews(megabytes, process.argv[3]);
const MOST_SECONDS = 400;

const folder = mkdtempSync(join(tmpdir(), "attune-size-"));
const root = join(folder, "page");
cpSync(dist, root, { recursive: true });
const modulePath = join(root, "engine_module.js");
writeFileSync(modulePath, readFileSync(modulePath, "utf8").replace("this.#exports = exports;", "this.#exports = exports;\n    globalThis.engineBytes = () => exports.HEAPU8.length;"));

const site = await openBrowser({ root });
const { page, context } = await openPage(site, { serviceWorkers: "block" });
await page.getByRole("button", { name: "Choose files" }).waitFor();
const engine = page.workers().find((worker) => worker.url().endsWith("engine_worker.js"));
if (!engine) throw new Error("the engine's worker is not there");
while (!(await engine.evaluate("'engineBytes' in globalThis"))) await page.waitForTimeout(100);
const memory = async () => Number(await engine.evaluate("globalThis.engineBytes()")) / 1e6;
const stage = async () => (await page.title()).replace(/ · Attune$/, "");

console.log(`${(statSync(path).size / 1e6).toFixed(0)} MB; engine before: ${(await memory()).toFixed(0)} MB`);
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
await choose(page, [path]);
let most = 0;
let last = "";
let told = 0;
let understandingSince = 0;
while (performance.now() - began < MOST_SECONDS * 1000) {
  await page.waitForTimeout(500);
  most = Math.max(most, await memory());
  const now = await stage();
  if (now !== last) told += 1;
  const what = now.replace(/^[\d%]+ /, "");
  if (what !== last.replace(/^[\d%]+ /, "")) console.log(`${seconds()} s: ${now}; engine ${(await memory()).toFixed(0)} MB`);
  last = now;
  if (/between the lines/i.test(now)) understandingSince ||= performance.now();
  if (understandingSince && performance.now() - understandingSince > 20_000) break;
  if ((await page.title()).startsWith("Stopped")) break;
}
console.log(`most: ${most.toFixed(0)} MB; the progress shown changed ${told} times`);
const cancelled = performance.now();
await page.getByRole("button", { name: "Cancel" }).first().press("Enter");
await page.waitForFunction(() => document.querySelector("#mirror progress") === null, undefined, { timeout: 60_000 });
console.log(`cancel: ${((performance.now() - cancelled) / 1000).toFixed(2)} s`);
await context.close();
await site.close();
rmSync(folder, { recursive: true });
