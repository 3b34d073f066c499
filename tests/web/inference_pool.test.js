import test from "node:test";
import assert from "node:assert/strict";
import { InferencePool, LaneLost } from "../../web/inference_pool.js";

const batch = (/** @type {number} */ number) => ({ number, rows: 1, width: 1, model: 0, ids: new Int32Array([number]) });
const later = (/** @type {number} */ millis) => new Promise((resolve) => setTimeout(resolve, millis));
const echo = () => ({ run: async (/** @type {any} */ { number }) => new Float32Array([number]), close() {} });

test("every batch comes back with its own scores, whatever the order of the lanes", async () => {
  const pool = new InferencePool({
    size: 3,
    openLane: async () => ({ run: async ({ number }) => { await later(Math.abs(7 - number)); return new Float32Array([number]); }, close() {} }),
  });
  const scores = await Promise.all(Array.from({ length: 15 }, (_, number) => pool.infer(batch(number))));
  assert.deepEqual(scores.map(([value]) => value), Array.from({ length: 15 }, (_, number) => number));
});

test("lanes open as work piles up and never more than allowed", async () => {
  let opened = 0;
  const pool = new InferencePool({ size: 2, openLane: async () => { opened += 1; return echo(); } });
  assert.equal(opened, 0);
  await pool.infer(batch(1));
  assert.equal(opened, 1);
  await Promise.all(Array.from({ length: 9 }, (_, number) => pool.infer(batch(number))));
  assert.equal(opened, 2);
});

test("warming up opens one lane, once", async () => {
  let opened = 0;
  const pool = new InferencePool({ size: 2, openLane: async () => { opened += 1; return echo(); } });
  pool.warmUp();
  pool.warmUp();
  await pool.infer(batch(1));
  assert.equal(opened, 1);
});

test("the batch of a lane that dies is sent again, and the death is told", async () => {
  let opened = 0;
  /** @type {string[]} */ const told = [];
  const pool = new InferencePool({
    size: 1,
    openLane: async () => (++opened === 1 ? { run: async () => { throw new LaneLost("it ran out of memory"); }, close() {} } : echo()),
    onLaneLost: (reason) => told.push(reason),
  });
  assert.deepEqual([...(await pool.infer(batch(5)))], [5]);
  assert.deepEqual(told, ["it ran out of memory"]);
  assert.equal(opened, 2);
});

test("a batch that ends every lane is given up with a sentence", async () => {
  let opened = 0;
  const pool = new InferencePool({
    size: 1,
    openLane: async () => { opened += 1; return { run: async () => { throw new LaneLost("gone"); }, close() {} }; },
  });
  await assert.rejects(pool.infer(batch(1)), { code: "model-unavailable", message: /language model could not be run/ });
  assert.equal(opened, 3);
});

test("a model that cannot be loaded rejects what waits for it", async () => {
  const pool = new InferencePool({ size: 2, openLane: async () => { throw new Error("404"); } });
  await assert.rejects(pool.infer(batch(1)), { code: "model-unavailable", detail: /404/ });
});

test("one lane is enough when another cannot be opened", async () => {
  let opened = 0;
  const pool = new InferencePool({ size: 2, openLane: async () => { if (++opened > 1) throw new Error("no memory"); return echo(); } });
  const scores = await Promise.all([1, 2, 3, 4].map((number) => pool.infer(batch(number))));
  assert.deepEqual(scores.map(([value]) => value), [1, 2, 3, 4]);
});

test("what is dropped is not run", async () => {
  /** @type {number[]} */ const ran = [];
  const pool = new InferencePool({
    size: 1,
    openLane: async () => ({ run: async ({ number }) => { ran.push(number); await later(5); return new Float32Array([number]); }, close() {} }),
  });
  void pool.infer(batch(1));
  void pool.infer(batch(2));
  await later(2);
  pool.drop();
  assert.deepEqual([...(await pool.infer(batch(3)))], [3]);
  assert.deepEqual(ran, [1, 3]);
});
