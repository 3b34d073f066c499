import test from "node:test";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { InferencePool } from "../../web/inference_pool.js";
import { openSession } from "../../web/inference_session.js";
import { ThreadLane } from "../../web/cli/thread_lane.js";
import { projectPlaces } from "../../web/cli/node_engine.js";

const runtime = {
  script: new URL("ort.wasm.min.mjs", projectPlaces.runtime).href,
  glue: new URL("ort-wasm-simd-threaded.mjs", projectPlaces.runtime).href,
  wasm: new URL("ort-wasm-simd-threaded.wasm", projectPlaces.runtime).href,
};
const model = fileURLToPath(new URL("fixtures/tiny_model.onnx", import.meta.url));
const batch = (/** @type {number} */ number) => ({ number, rows: 2, width: 3, model: 0, ids: new Int32Array([number, 1, 0, 2, 2, 2]) });

test("batches run through ONNX Runtime Web in threads, each with its own scores", async () => {
  const pool = new InferencePool({ size: 2, openLane: async () => new ThreadLane({ runtime, models: [model] }) });
  const scores = await Promise.all(Array.from({ length: 12 }, (_, number) => pool.infer(batch(number))));
  scores.forEach((values, number) => {
    const sum = number + 1;
    assert.deepEqual([...values], [sum, 10 * sum, 100 * sum, 6, 60, 600]);
  });
  pool.close();
});

test("a model that is not there is told, not waited for", async () => {
  const pool = new InferencePool({ size: 1, openLane: async () => new ThreadLane({ runtime, models: ["/nowhere.onnx"] }) });
  await assert.rejects(pool.infer(batch(1)), { code: "model-unavailable" });
  pool.close();
});

test("a thread that dies is replaced and its batch sent again", async () => {
  /** @type {ThreadLane[]} */ const lanes = [];
  const pool = new InferencePool({
    size: 1,
    openLane: async () => {
      const lane = new ThreadLane({ runtime, models: [model] });
      lanes.push(lane);
      if (lanes.length === 1) lane.close(); // dies before its first answer
      return lane;
    },
  });
  assert.deepEqual([...(await pool.infer(batch(4)))].slice(0, 3), [5, 50, 500]);
  assert.equal(lanes.length, 2);
  pool.close();
});

/** A runtime that answers with what it was told, to see what is asked and in which order it is handed on. @param {string[]} names */
const scriptedRuntime = (names) =>
  `data:text/javascript,${encodeURIComponent(`
    export const env = { wasm: {} };
    export class Tensor { constructor(type, data, dims) { Object.assign(this, { type, data, dims }); } }
    const values = { scores: [1, 2], embedding: [3], tags: [4, 5, 6], other: [7] };
    export const InferenceSession = { create: async () => ({
      inputNames: ["ids"],
      outputNames: ${JSON.stringify(names)},
      run: async (feeds, wanted) => Object.fromEntries(wanted.map((name) => [name, { data: Float32Array.from(values[name]), dispose() {} }])),
    }) };`)}`;

test("outputs are handed on as scores, embeddings, tags, whatever their order in the model", async () => {
  const batch = { rows: 1, width: 1, ids: Int32Array.of(1) };
  for (const [names, expected] of /** @type {[string[], number[]][]} */ ([
    [["tags", "other", "scores", "embedding"], [1, 2, 3, 4, 5, 6]],
    [["scores"], [1, 2]],
    [["tags", "scores"], [1, 2, 4, 5, 6]],
  ])) {
    const infer = await openSession({ script: scriptedRuntime(names), glue: "", wasm: "" }, new Uint8Array());
    assert.deepEqual([...await infer(batch)], expected);
  }
});
