import test from "node:test";
import assert from "node:assert/strict";
import { Taught } from "../../web/host/taught.js";

/** An engine that knows what it was taught, and a store. @param {string} [stored] */
function world(stored = "") {
  const seen = { learned: /** @type {string[]} */ ([]), kept: /** @type {string[]} */ ([]) };
  let last = 100;
  const taught = new Taught({
    ask: (knowledge) => { seen.learned.push(knowledge); return ++last; },
    tellAll: (deliver) => deliver("all that it knows"),
    kept: /** @type {any} */ ({ knowledge: async () => stored, keepKnowledge: async (/** @type {string} */ text) => { seen.kept.push(text); } }),
  });
  /** @param {string} type @param {object} [more] */
  const hear = async (type, more) => { taught.hear(/** @type {any} */ ({ type, run: 1, ...more })); await new Promise(setImmediate); };
  return { taught, seen, hear };
}

test("what a correction taught is noted once it has been answered", async () => {
  const { taught, seen, hear } = world();
  taught.watch({ query: "correct", id: 7 });
  taught.watch({ query: "rows", id: 8 });
  await hear("answer", { answer: { id: 8 } });
  await hear("answer", { answer: { id: 7, pending: true } });
  assert.deepEqual(seen.kept, []);
  await hear("answer", { answer: { id: 7, corrections: 1 } });
  assert.deepEqual(seen.kept, ["all that it knows"]);
  assert.equal(taught.knowledge, "all that it knows");
});

test("what was refused teaches nothing", async () => {
  const { taught, seen, hear } = world();
  taught.watch({ query: "defineIntent", id: 7 });
  await hear("answer", { answer: { id: 7, error: { message: "An intent needs at least three examples" } } });
  assert.deepEqual(seen.kept, []);
});

test("a new engine learns what the old one knew, once and after its first run", async () => {
  const { taught, seen, hear } = world();
  taught.watch({ query: "correct", id: 7 });
  await hear("done");
  await hear("answer", { answer: { id: 7 } });
  await hear("done");
  assert.deepEqual(seen.learned, []); // it knows already
  await hear("ready"); // after a crash
  assert.deepEqual(seen.learned, []);
  await hear("done");
  await hear("done");
  assert.deepEqual(seen.learned, ["all that it knows"]);
});

test("what an earlier visit kept is learned, and forgotten when asked", async () => {
  const { taught, seen, hear } = world("of last month");
  await hear("ready");
  await hear("done");
  assert.deepEqual(seen.learned, ["of last month"]);
  taught.forget();
  assert.equal(taught.knowledge, "");
});
