import test from "node:test";
import assert from "node:assert/strict";
import { InferencePool, LaneLost } from "../../web/inference_pool.js";
import { PortLanes } from "../../web/workers/port_lanes.js";

const load = { type: /** @type {const} */ ("load"), runtime: { script: "", glue: "", wasm: "" }, models: ["m"], first: 0 };
const batch = { number: 1, rows: 1, width: 1, model: 0, ids: new Int32Array([7]) };

/**
 * Lanes whose workers are played by `play`, which hears each message and may answer.
 * @param {(message: any, answer: (message: any) => void, lane: number) => void} play
 */
function stage(play) {
  /** @type {any[]} */ const posted = [];
  /** @type {any[]} */ const ports = [];
  const lanes = new PortLanes((reply) => {
    posted.push(reply);
    if (reply.type !== "lane-wanted") return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => play(data, (message) => port1.postMessage(message), reply.lane);
    ports.push(port1);
    queueMicrotask(() => lanes.attach(reply.lane, port2));
  }, load);
  return { lanes, posted, close: () => ports.forEach((port) => port.close()) };
}
/** A worker that loads and echoes. @type {Parameters<typeof stage>[0]} */
const echo = (message, answer) => {
  if (message.type === "load") answer({ type: "loaded" });
  else answer({ type: "scores", job: message.job, scores: new Float32Array(message.ids) });
};

test("a lane is open once its worker has loaded the model, and then answers", async (t) => {
  const { lanes, posted, close } = stage(echo);
  t.after(close);
  const lane = await lanes.open();
  assert.deepEqual(posted, [{ type: "lane-wanted", run: 0, lane: 0 }]);
  assert.deepEqual([...(await lane.run(batch))], [7]);
  lane.close();
});

test("a worker that cannot load the model rejects the lane and is let go", async (t) => {
  const { lanes, posted, close } = stage((_, answer) => answer({ type: "load-failed", message: "404" }));
  t.after(close);
  await assert.rejects(lanes.open(), /404/);
  assert.deepEqual(posted.at(-1), { type: "lane-done", run: 0, lane: 0 });
});

test("a worker that dies at work gives its batch back", async (t) => {
  const { lanes, close } = stage((message, answer, lane) => {
    if (message.type === "load") answer({ type: "loaded" });
    else lanes.lost(lane, "out of memory");
  });
  t.after(close);
  await assert.rejects((await lanes.open()).run(batch), LaneLost);
});

test("a worker that died while idle is replaced at the next batch", async (t) => {
  const { lanes, close } = stage(echo);
  t.after(close);
  /** @type {string[]} */ const told = [];
  const pool = new InferencePool({ size: 1, openLane: () => lanes.open(), onLaneLost: (reason) => told.push(reason) });
  await pool.infer(batch);
  lanes.lost(0, "it was ended by the system");
  assert.deepEqual([...(await pool.infer(batch))], [7]);
  assert.deepEqual(told, ["it was ended by the system"]);
  pool.close();
});

test("a model that refuses a batch is an error, not a death", async (t) => {
  const { lanes, close } = stage((message, answer) => answer(message.type === "load" ? { type: "loaded" } : { type: "infer-failed", job: message.job, message: "bad shape" }));
  t.after(close);
  const lane = await lanes.open();
  await assert.rejects(lane.run(batch), (error) => /bad shape/.test(String(error)) && !(error instanceof LaneLost));
  lane.close();
});
