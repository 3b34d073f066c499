import test from "node:test";
import assert from "node:assert/strict";
import { ProgressMeter } from "../../web/progress_meter.js";

const at = (/** @type {number} */ done, stage = "reading") => ({ run: 1, stage, label: "", done, total: 1000, unit: "rows" });

test("a steady run is reported ten times a second, with its rate and the time left", () => {
  const meter = new ProgressMeter();
  /** @type {any[]} */ const reports = [];
  for (let now = 0; now <= 2000; now += 16) reports.push(meter.observe(at(now / 4), now));
  const seen = reports.filter(Boolean);
  assert.ok(seen.length >= 15 && seen.length <= 21, `${seen.length} reports in two seconds`);
  assert.ok(Math.abs(seen.at(-1).rate - 250) < 5, `${seen.at(-1).rate} rows a second`);
  assert.ok(Math.abs(seen.at(-1).secondsLeft - (1000 - seen.at(-1).done) / 250) < 0.1);
});

test("no forecast is made from the first moments", () => {
  const meter = new ProgressMeter();
  meter.observe(at(0), 0);
  assert.equal(meter.observe(at(100), 200)?.secondsLeft, null);
});

test("a new stage and the end of a stage are reported at once", () => {
  const meter = new ProgressMeter();
  meter.observe(at(10), 0);
  assert.equal(meter.observe(at(20), 5), null);
  assert.equal(meter.observe(at(0, "understanding"), 6)?.stage, "understanding");
  assert.equal(meter.observe(at(1000, "understanding"), 7)?.secondsLeft, 0);
});

test("the rate follows the last seconds, not the whole run", () => {
  const meter = new ProgressMeter();
  /** @type {any} */ let last;
  for (let now = 0; now <= 10000; now += 200) last = meter.observe({ ...at(0), total: 1e6, done: now < 5000 ? now : 5000 + (now - 5000) / 10 }, now);
  assert.ok(last.rate < 150, `${last.rate} a second; the last seconds ran at 100`);
});

test("a total that is not known gives no forecast", () => {
  const meter = new ProgressMeter();
  meter.observe({ ...at(0), total: 0 }, 0);
  assert.equal(meter.observe({ ...at(500), total: 0 }, 5000)?.secondsLeft, null);
});
