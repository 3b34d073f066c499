import test from "node:test";
import assert from "node:assert/strict";
import { AnalysisDriver } from "../../web/analysis_driver.js";
import { TroubleError } from "../../web/trouble.js";
import { ScriptedEngine, advanced, needsInference } from "./scripted_engine.js";

/** A driver around a script, and everything it posts; `ended` resolves with the last reply of the run. */
function drive(/** @type {any[]} */ script, /** @type {Partial<import("../../web/analysis_driver.js").Host>} */ host = {}) {
  const engine = new ScriptedEngine(script);
  /** @type {any[]} */ const replies = [];
  /** @type {(reply: any) => void} */ let end;
  const ended = new Promise((resolve) => { end = resolve; });
  const driver = new AnalysisDriver({
    engine,
    read: async () => new Uint8Array(),
    infer: async () => new Float32Array(),
    dropInference: () => {},
    post: (reply) => {
      replies.push(reply);
      if (["done", "failed", "crashed"].includes(reply.type)) end(reply);
    },
    now: () => performance.now(),
    batchesInFlight: 4,
    ...host,
  });
  const start = (run = 1) => driver.start({ run, files: [{ name: "a.csv", size: 3 }], roles: {} });
  return { engine, driver, replies, ended, start };
}

const later = (/** @type {number} */ millis) => new Promise((resolve) => setTimeout(resolve, millis));
const endless = (/** @type {any} */ step) => { const script = /** @type {any} */ ([step]); script.shift = () => step; return script; };

test("a run reads, reports, publishes and ends with done, each reply with its run", async () => {
  const { replies, engine, ended, start } = drive(
    [
      { kind: "needs-input", file: 0, offset: 0, length: 3 },
      advanced(1, 2),
      { kind: "published", bytes: new ArrayBuffer(8) },
    ],
    { read: async ({ file, offset, length }) => new Uint8Array([file, offset, length]) },
  );
  start(7);
  await ended;
  assert.deepEqual(replies.map((reply) => reply.type), ["progress", "snapshot", "done"]);
  assert.deepEqual(replies.map((reply) => reply.run), [7, 7, 7]);
  assert.deepEqual(engine.fed, [[0, 0, 3]]);
  assert.equal(engine.commands[0].type, "start");
});

test("batches are sent while others are out, and each answer goes to its own number", async () => {
  /** @type {Map<number, (scores: Float32Array) => void>} */ const out = new Map();
  const { engine, ended, start } = drive(
    [needsInference(1), needsInference(2), needsInference(3), { kind: "waiting" }],
    {
      infer: (batch) => new Promise((resolve) => {
        out.set(batch.number, resolve);
        if (out.size === 3) setTimeout(() => [3, 1, 2].forEach((number) => out.get(number)?.(new Float32Array([number * 10]))));
      }),
    },
  );
  start();
  await ended;
  assert.deepEqual(engine.provided, [3, 1, 2].map((number) => ({ number, scores: [number * 10] })));
});

test("no more batches are out than the host allows", async () => {
  let out = 0;
  let most = 0;
  const { ended, engine, start } = drive(Array.from({ length: 20 }, (_, number) => needsInference(number)), {
    batchesInFlight: 3,
    infer: async () => {
      most = Math.max(most, ++out);
      await later(1);
      out -= 1;
      return new Float32Array([1]);
    },
  });
  start();
  await ended;
  assert.equal(most, 3);
  assert.ok(engine.provided.length >= 17, "all but those still out at the end were provided");
});

test("a cancel is heard within a step, and says so in a sentence", async () => {
  const { driver, engine, ended, start, replies } = drive(endless(advanced(1)));
  start(3);
  await later(20);
  const asked = performance.now();
  driver.cancel(3);
  const reply = /** @type {any} */ (await ended);
  assert.ok(performance.now() - asked < 100);
  assert.equal(reply.code, "cancelled");
  assert.equal(reply.message, "The analysis was cancelled");
  assert.deepEqual(engine.commands.at(-1), { type: "cancel", run: 3 });
  const steps = engine.steps;
  await later(20);
  assert.equal(engine.steps, steps, "no step after the cancel");
  assert.equal(replies.at(-1).type, "failed");
});

test("a cancel is heard while a file does not answer", async () => {
  const { driver, ended, start } = drive([{ kind: "needs-input", file: 0, offset: 0, length: 1 }], { read: () => new Promise(() => {}) });
  start(1);
  await later(5);
  driver.cancel(1);
  assert.equal((/** @type {any} */ (await ended)).code, "cancelled");
});

test("a cancel of an older run leaves the present one alone", async () => {
  const { driver, ended, start } = drive([advanced(1), advanced(2), advanced(3)]);
  start(5);
  driver.cancel(4);
  assert.equal((/** @type {any} */ (await ended)).type, "done");
});

test("scores and slices of a dropped run never reach the next one", async () => {
  /** @type {(scores: Float32Array) => void} */ let giveScores = () => {};
  /** @type {(bytes: Uint8Array) => void} */ let giveBytes = () => {};
  const { engine, start, replies } = drive([needsInference(1), { kind: "needs-input", file: 0, offset: 0, length: 1 }], {
    infer: () => new Promise((resolve) => { giveScores = resolve; }),
    read: () => new Promise((resolve) => { giveBytes = resolve; }),
  });
  start(1);
  await later(10);
  engine.script = [advanced(1)];
  start(2);
  giveScores(new Float32Array([1]));
  giveBytes(new Uint8Array([1]));
  await later(20);
  assert.deepEqual(engine.provided, []);
  assert.deepEqual(engine.fed, []);
  assert.deepEqual(replies.filter((reply) => reply.type === "done").map((reply) => reply.run), [2]);
});

test("a question is answered between steps of a run", async () => {
  const { driver, start } = drive(endless(advanced(1)));
  start(1);
  await later(5);
  const asked = performance.now();
  assert.deepEqual(await driver.query({ query: "rows", id: 9 }), { id: 9 });
  assert.ok(performance.now() - asked < 100);
  driver.cancel(1);
});

test("a question that needs the model wakes a finished engine", async () => {
  const { driver, engine, ended, start } = drive([], { infer: async () => { await later(5); return new Float32Array([2]); } });
  start(1);
  await ended;
  engine.onQuery = ({ id }) => ({ id, pending: true });
  engine.script = [needsInference(1), { kind: "waiting" }, { kind: "answer", answer: { id: 4, words: [] } }];
  assert.deepEqual(await driver.query({ query: "explain", id: 4, row: 1 }), { id: 4, words: [] });
  assert.deepEqual(engine.provided, [{ number: 1, scores: [2] }]);
});

test("a question that the engine refuses is rejected with its sentence, and the run goes on", async () => {
  const { driver, engine, ended, start } = drive([advanced(1), advanced(2)]);
  engine.onQuery = () => { throw new TroubleError({ code: "bad-query", message: "There is no row 99", detail: "" }); };
  start(1);
  await assert.rejects(driver.query({ query: "row", id: 1 }), { message: "There is no row 99" });
  assert.equal((/** @type {any} */ (await ended)).type, "done");
});

test("a question left open by a new run is rejected, not forgotten", async () => {
  const { driver, engine, start } = drive([needsInference(1), { kind: "waiting" }], { infer: () => new Promise(() => {}) });
  engine.onQuery = ({ id }) => ({ id, pending: true });
  start(1);
  const open = driver.query({ query: "explain", id: 4 });
  await later(5);
  engine.script = [];
  start(2);
  await assert.rejects(open, { code: "superseded" });
});

test("an engine error ends the run with its sentence", async () => {
  const { ended, start } = drive([{ kind: "failed", trouble: { code: "no-table", message: "This is no table", detail: "zeros" } }]);
  start(2);
  assert.deepEqual(await ended, { type: "failed", run: 2, code: "no-table", message: "This is no table", detail: "zeros" });
});

test("a file that cannot be read ends the run with a sentence", async () => {
  const { ended, start } = drive([{ kind: "needs-input", file: 0, offset: 0, length: 1 }], {
    read: async () => { throw new TroubleError({ code: "file-unreadable", message: "a.csv could not be read", detail: "" }); },
  });
  start(2);
  assert.equal((/** @type {any} */ (await ended)).message, "a.csv could not be read");
});

test("a model that fails ends the run with its sentence", async () => {
  const { ended, start } = drive([needsInference(1), { kind: "waiting" }, { kind: "waiting" }], {
    infer: async () => { throw new TroubleError({ code: "model-unavailable", message: "The language model could not be run", detail: "" }); },
  });
  start(1);
  const reply = /** @type {any} */ (await ended);
  assert.equal(reply.type, "failed");
  assert.equal(reply.code, "model-unavailable");
});

for (const [name, step] of /** @type {[string, any][]} */ ([
  ["a trap inside the engine", () => { throw new WebAssembly.RuntimeError("unreachable"); }],
  ["a step of an unknown kind", { kind: "dance" }],
  ["an engine that waits for a batch it never sent", { kind: "waiting" }],
])) {
  test(`${name} is reported as a crash, loudly and once`, async () => {
    const { driver, ended, start, replies } = drive([step]);
    start(6);
    const reply = /** @type {any} */ (await ended);
    assert.equal(reply.type, "crashed");
    assert.equal(reply.run, 6);
    assert.match(reply.message, /Restart/);
    assert.notEqual(reply.detail, "");
    await assert.rejects(driver.query({ query: "rows", id: 1 }), { code: "crashed" });
    assert.equal(replies.filter(({ type }) => type === "crashed").length, 1);
  });
}

test("a starting run that the engine refuses fails with its sentence", async () => {
  const { engine, ended, start } = drive([]);
  engine.command = () => { throw new TroubleError({ code: "no-files", message: "No file was given", detail: "" }); };
  start(1);
  assert.equal((/** @type {any} */ (await ended)).message, "No file was given");
});

test("the loop gives up the processor: timers run while the engine works", async () => {
  const { driver, start } = drive(endless(() => {
    const until = performance.now() + 5;
    while (performance.now() < until);
    return advanced(1);
  }));
  start(1);
  let ticks = 0;
  const timer = setInterval(() => { ticks += 1; }, 5);
  await later(100);
  clearInterval(timer);
  driver.cancel(1);
  assert.ok(ticks >= 3, `${ticks} ticks`);
});
