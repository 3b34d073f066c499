import test from "node:test";
import assert from "node:assert/strict";
import { KeptWork } from "../../web/host/kept_work.js";

const FILE = { name: "reviews.csv", file: /** @type {any} */ ({ size: 10 }) };

/** A database as browsers have them, of which every step takes a while. */
function slowDatabase() {
  /** @type {Map<string, unknown> | null} */ let stored = null;
  const later = (/** @type {() => void} */ act) => setTimeout(act, 2);
  const request = (/** @type {(it: any) => void} */ act) => {
    const it = /** @type {any} */ ({});
    later(() => { act(it); it.onsuccess?.(); });
    return it;
  };
  const transaction = () => {
    const it = /** @type {any} */ ({ objectStore: () => ({
      put: (/** @type {unknown} */ value, /** @type {string} */ key) => { later(() => { stored?.set(key, value); it.oncomplete(); }); return {}; },
    }) });
    return it;
  };
  return {
    contents: () => [...(stored?.keys() ?? [])],
    indexedDB: {
      open: () => request((it) => {
        it.result = { createObjectStore() {}, transaction, close() {} };
        stored ??= new Map();
      }),
      deleteDatabase: () => request(() => { stored = null; }),
    },
  };
}

function world() {
  const database = slowDatabase();
  const settings = /** @type {Map<string, string>} */ (new Map());
  const told = /** @type {any[]} */ ([]);
  Object.assign(globalThis, {
    indexedDB: database.indexedDB,
    localStorage: { getItem: (/** @type {string} */ key) => settings.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => settings.set(key, value) },
  });
  return { kept: new KeptWork((event) => told.push(event)), told, ...database };
}

test("what is turned on is kept, and told", async () => {
  const { kept, told, contents } = world();
  kept.turn(true, [FILE], "knowledge");
  await kept.keepKnowledge("more of it"); // the last in the queue
  assert.deepEqual(contents(), ["files", "knowledge"]);
  assert.deepEqual(told, [{ type: "kept", on: true, files: ["reviews.csv"] }]);
});

test("turned off while it is being written, nothing stays and nothing says that it does", async () => {
  const { kept, told, contents } = world();
  kept.turn(true, [FILE], "knowledge");
  await new Promise((resolve) => setTimeout(resolve, 3)); // the database is open, the copy on its way
  kept.turn(false, [FILE], "knowledge");
  await kept.forget();
  assert.deepEqual(contents(), []);
  assert.deepEqual(told.map(({ on }) => on), [false, false]);
});

test("turned off and on again at once, it is kept", async () => {
  const { kept, told, contents } = world();
  kept.turn(true, [FILE], "");
  kept.turn(false, [FILE], "");
  kept.turn(true, [FILE], "");
  await kept.keepKnowledge("");
  assert.deepEqual(contents(), ["files", "knowledge"]);
  assert.equal(told.at(-1).on, true);
});
