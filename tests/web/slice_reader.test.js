import test from "node:test";
import assert from "node:assert/strict";
import { SliceReader } from "../../web/slice_reader.js";

/** A source that keeps what it was asked for. @param {Uint8Array} bytes */
function source(bytes) {
  /** @type {[number, number][]} */ const asked = [];
  return {
    asked,
    name: "a.csv",
    size: bytes.length,
    slice: async (/** @type {number} */ offset, /** @type {number} */ length) => {
      asked.push([offset, length]);
      return bytes.slice(offset, offset + length);
    },
  };
}

/** @param {SliceReader} reader @param {number} size @param {number} length @param {string} [decodeFrom] */
async function readAll(reader, size, length, decodeFrom) {
  const parts = [];
  for (let offset = 0; offset < size; offset += length) parts.push(...(await reader.read({ file: 0, offset, length, decodeFrom })));
  return new Uint8Array(parts);
}

test("a file comes slice by slice, each read once and one ahead", async () => {
  const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7]);
  const one = source(bytes);
  assert.deepEqual(await readAll(new SliceReader([one]), 7, 3), bytes);
  assert.deepEqual(one.asked, [[0, 3], [3, 3], [6, 3]]);
});

test("beyond the end there is nothing", async () => {
  assert.equal((await new SliceReader([source(new Uint8Array(2))]).read({ file: 0, offset: 2, length: 5 })).length, 0);
});

test("a file in an encoding of the host's is fed as UTF-8, wherever the slices cut", async () => {
  const shiftJis = new Uint8Array([0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x2c, 0x35, 0x0a]); // テスト,5
  for (let length = 1; length <= shiftJis.length; ++length) {
    const utf8 = await readAll(new SliceReader([source(shiftJis)]), shiftJis.length, length, "shift_jis");
    assert.equal(new TextDecoder().decode(utf8), "テスト,5\n");
  }
});

test("reading again from the start begins a new decoding", async () => {
  const reader = new SliceReader([source(new Uint8Array([0x83, 0x65, 0x83, 0x58]))]);
  await reader.read({ file: 0, offset: 0, length: 1, decodeFrom: "shift_jis" });
  const whole = await reader.read({ file: 0, offset: 0, length: 4, decodeFrom: "shift_jis" });
  assert.equal(new TextDecoder().decode(whole), "テス");
});

test("a file that vanished, and an encoding that nobody knows, are told in sentences that name the file", async () => {
  const gone = { name: "gone.csv", size: 9, slice: async () => { throw new Error("NotFound"); } };
  await assert.rejects(new SliceReader([gone]).read({ file: 0, offset: 0, length: 3 }), { code: "file-unreadable", message: /gone\.csv$/ });
  await assert.rejects(new SliceReader([source(new Uint8Array(2))]).read({ file: 0, offset: 0, length: 3, decodeFrom: "klingon" }),
    { code: "unknown-encoding", message: /a\.csv$/ });
});

test("a file that became shorter after it was opened is told, not taken for its end", async () => {
  const shrunk = { ...source(new Uint8Array(4)), size: 9 };
  const reader = new SliceReader([shrunk]);
  assert.equal((await reader.read({ file: 0, offset: 0, length: 3 })).length, 3);
  await assert.rejects(reader.read({ file: 0, offset: 3, length: 3 }), { code: "file-unreadable", message: /changed since it was opened/ });
  assert.equal((await reader.read({ file: 0, offset: 9, length: 3 })).length, 0);
});
