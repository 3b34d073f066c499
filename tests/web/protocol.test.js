import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PROTOCOL_VERSION, STEP_KINDS } from "../../web/protocol.js";
import { EngineModule } from "../../web/engine_module.js";

const source = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("JavaScript and C++ speak the same version of the protocol", () => {
  const [, version] = source("src/protocol/version.hpp").match(/kProtocolVersion = (\d+);/) ?? [];
  assert.equal(Number(version), PROTOCOL_VERSION);
});

test("the kinds of steps are those that the protocol lists", () => {
  const listed = [...source("src/protocol/README.md").matchAll(/^\| `([a-z-]+)` \| (\d) \|/gm)].map(([, kind, number]) => [Number(number), kind]);
  assert.equal(listed.length, 8);
  for (const [number, kind] of listed) assert.equal(STEP_KINDS[Number(number)], kind);
});

/** Exports as Emscripten gives them, over a memory that is replaced at every reserve. */
function fakeExports(/** @type {{step?: number, output?: Uint8Array, status?: number, version?: number}} */ told) {
  const exports = {
    HEAPU8: new Uint8Array(64),
    /** @type {Uint8Array[]} */ received: [],
    _attune_version: () => told.version ?? PROTOCOL_VERSION,
    _attune_reserve(/** @type {number} */ size) {
      exports.HEAPU8 = new Uint8Array(64 + size + (told.output?.length ?? 0));
      return 32;
    },
    _attune_command: (/** @type {number} */ length) => { exports.received.push(exports.HEAPU8.slice(32, 32 + length)); return exports.answer(); },
    _attune_feed: (/** @type {number} */ length) => { exports.received.push(exports.HEAPU8.slice(32, 32 + length)); return exports.answer(); },
    _attune_query: () => exports.answer(),
    _attune_provide: (/** @type {number} */ _batch, /** @type {number} */ length) => { exports.received.push(exports.HEAPU8.slice(32, 32 + length)); return 0; },
    _attune_step: () => { exports.answer(); return told.step ?? 0; },
    answer() {
      if (exports.HEAPU8.length < 8 + (told.output?.length ?? 0)) exports.HEAPU8 = new Uint8Array(8 + (told.output?.length ?? 0));
      if (told.output) exports.HEAPU8.set(told.output, 8);
      return told.status ?? 0;
    },
    _attune_output: () => 8,
    _attune_output_size: () => told.output?.length ?? 0,
  };
  return exports;
}
const json = (/** @type {unknown} */ value) => new TextEncoder().encode(JSON.stringify(value));

test("a command is written where the engine asked for it, even when its memory moved", () => {
  const exports = fakeExports({ output: json({ ok: true }) });
  assert.deepEqual(new EngineModule(exports).command({ type: "cancel", run: 3 }), { ok: true });
  assert.deepEqual(exports.received.map((bytes) => JSON.parse(new TextDecoder().decode(bytes))), [{ type: "cancel", run: 3 }]);
});

test("an asset is fed in pieces of a megabyte", () => {
  const exports = fakeExports({});
  new EngineModule(exports).asset("sentiment/vocabulary.txt", new Uint8Array(2.5 * (1 << 20)));
  assert.deepEqual(exports.received.slice(1).map(({ length }) => length), [1 << 20, 1 << 20, 1 << 19]);
});

test("a status of 1 becomes an error with the engine's sentence", () => {
  const engine = new EngineModule(fakeExports({ status: 1, output: json({ code: "bad", message: "This cannot be", detail: "x" }) }));
  assert.throws(() => engine.feed(new Uint8Array(1)), { code: "bad", message: "This cannot be", detail: "x" });
});

test("a batch is read as the protocol lays it out", () => {
  const output = new Uint8Array(new Int32Array([5, 2, 3, 1, 11, 12, 0, 13, 14, 15]).buffer);
  const step = new EngineModule(fakeExports({ step: 3, output })).step(16);
  assert.deepEqual(step, { kind: "needs-inference", batch: { number: 5, rows: 2, width: 3, model: 1, ids: new Int32Array([11, 12, 0, 13, 14, 15]) } });
});

test("scores arrive byte for byte", () => {
  const exports = fakeExports({});
  new EngineModule(exports).provide(1, new Float32Array([0.5, -2]).subarray(1));
  assert.deepEqual([...new Float32Array(exports.received[0].buffer)], [-2]);
});

test("a step of an unknown kind is refused", () => {
  assert.throws(() => new EngineModule(fakeExports({ step: 9 })).step(16), /unknown kind 9/);
});

test("an engine of another version is refused with a sentence", () => {
  assert.throws(() => new EngineModule(fakeExports({ version: 99 })), { code: "version-mismatch", message: /Reload the page/ });
});
