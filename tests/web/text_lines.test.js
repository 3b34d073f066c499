import test from "node:test";
import assert from "node:assert/strict";
import { textGroups, textOfLine } from "../../web/cli/text_lines.js";

/** @param {Uint8Array[]} chunks @param {number} size */
async function groups(chunks, size = 1000) {
  const all = [];
  for await (const group of textGroups((async function* () { yield* chunks; })(), size)) all.push(group);
  return all;
}
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("each line is a text; a line break at the end begins no further one", async () => {
  assert.deepEqual(await groups([bytes("one\ntwo\n")]), [["one", "two"]]);
  assert.deepEqual(await groups([bytes("one\ntwo")]), [["one", "two"]]);
  assert.deepEqual(await groups([bytes("one\n\ntwo\r\n")]), [["one", "", "two"]]);
  assert.deepEqual(await groups([]), []);
});

test("chunks may fall anywhere, even inside a character", async () => {
  const whole = bytes('schön\n"a\\nb"\n👍 gut\n');
  for (let cut = 0; cut <= whole.length; ++cut) {
    assert.deepEqual(await groups([whole.subarray(0, cut), whole.subarray(cut)]), [["schön", "a\nb", "👍 gut"]]);
  }
});

test("groups are cut at their size", async () => {
  assert.deepEqual(await groups([bytes("1\n2\n3\n")], 2), [["1", "2"], ["3"]]);
});

test("a quotation that is no JSON string stays as it is", () => {
  assert.equal(textOfLine('"Lovely" is not the word'), '"Lovely" is not the word');
  assert.equal(textOfLine('"a \\"b\\" c"'), 'a "b" c');
});
