// How long the page's frames take while a large file is analysed, and what in them takes the time. By hand, after
// ci/build:  node tests/bench/frames.js [rows]
//
// Every call into ui.wasm is timed in a copy of the page; the table tells the longest of each kind, in milliseconds.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysed, choose, dist, openBrowser, openPage, reviewsCsv } from "../e2e/support/page.js";

const rows = Number(process.argv[2] ?? 100_000);
const SHOWN = 5;

const folder = mkdtempSync(join(tmpdir(), "attune-frames-"));
const root = join(folder, "page");
cpSync(dist, root, { recursive: true });
const lettersPath = join(root, "host/browser_text.js");
writeFileSync(lettersPath, `${readFileSync(lettersPath, "utf8")}
globalThis.attuneLetters = { millis: 0, count: 0 };
for (const kind of ["baseline", "measure", "draw"]) {
  const original = BrowserText.prototype[kind];
  BrowserText.prototype[kind] = function (...args) {
    const began = performance.now();
    const result = original.apply(this, args);
    globalThis.attuneLetters.millis += performance.now() - began;
    globalThis.attuneLetters.count += Number(kind === "draw");
    return result;
  };
}
`);
const path = join(root, "host/ui_module.js");
writeFileSync(path, `${readFileSync(path, "utf8")}
const calls = globalThis.attuneCalls = [];
for (const kind of ["frame", "snapshot", "event", "input"]) {
  const original = UiModule.prototype[kind];
  UiModule.prototype[kind] = function (...args) {
    const before = { ...globalThis.attuneLetters };
    const began = performance.now();
    const result = original.apply(this, args);
    const call = { kind, at: began, millis: performance.now() - began };
    if (kind === "frame") {
      const { millis, count } = globalThis.attuneLetters;
      Object.assign(call, this.figures(), { lettersMillis: millis - before.millis, letters: count - before.count });
    }
    if (kind === "snapshot") call.bytes = args[0].byteLength;
    calls.push(call);
    return result;
  };
}
`);

const site = await openBrowser({ root });
const { page, context } = await openPage(site);
await page.getByRole("button", { name: "Choose files" }).waitFor();
writeFileSync(join(folder, "many.csv"), reviewsCsv(rows));
await page.waitForTimeout(2000); // what stands there has been drawn; from now on the file is what is measured
await page.evaluate(() => { /** @type {any} */ (globalThis).attuneCalls.length = 0; });
await page.evaluate(() => {
  const world = /** @type {any} */ (globalThis);
  world.gaps = [];
  let last = performance.now();
  const tick = (/** @type {number} */ now) => { world.gaps.push({ at: last, millis: now - last }); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
});
await choose(page, [join(folder, "many.csv")]);
await analysed(page, "many.csv");
const { calls, gaps } = await page.evaluate(() => ({ calls: /** @type {any} */ (globalThis).attuneCalls, gaps: /** @type {any} */ (globalThis).gaps }));

/** @param {any[]} list @param {string} what */
const longest = (list, what) => [...list].sort((a, b) => b[what] - a[what]).slice(0, SHOWN).map((one) => Number(one[what].toFixed(1)));
const frames = calls.filter((/** @type {any} */ { kind }) => kind === "frame");
const table = {
  "between frames": longest(gaps, "millis"),
  "frame in all": longest(frames, "millis"),
  "  widgets": longest(frames, "widgetsMillis"),
  "    letters by the browser": longest(frames, "lettersMillis"),
  "    how many of them": longest(frames, "letters"),
  "  drawing": longest(frames, "renderMillis"),
  "  mirror": longest(frames, "mirrorMillis"),
  "adopting a snapshot": longest(calls.filter((/** @type {any} */ { kind }) => kind === "snapshot"), "millis"),
  "taking an event": longest(calls.filter((/** @type {any} */ { kind }) => kind === "event"), "millis"),
};
const width = Math.max(...Object.keys(table).map((name) => name.length)) + 2;
const [worst] = [...frames].sort((a, b) => b.millis - a.millis);
const told = ["widgetsMillis", "lettersMillis", "letters", "renderMillis", "mirrorMillis"].map((what) => `${what} ${worst[what].toFixed(1)}`);
for (const [name, values] of Object.entries(table)) console.log(name.padEnd(width), values.join("  "));
const median = frames.map((/** @type {any} */ { millis }) => millis).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b)[frames.length >> 1];
console.log(`the longest frame: ${told.join(", ")}, ${((worst.at - frames[0].at) / 1000).toFixed(1)} s after the first`);
console.log(`${frames.length} frames, median ${median?.toFixed(1)} ms`);
await context.close();
await site.close();
rmSync(folder, { recursive: true });
