import test from "node:test";
import assert from "node:assert/strict";
import { legacyDecoder } from "../../web/legacy_decoder.js";

/** @param {string} encoding @param {number[]} bytes @param {number} [chunk] */
function decode(encoding, bytes, chunk = bytes.length) {
  const decoder = legacyDecoder(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    text += decoder.decode(new Uint8Array(bytes.slice(at, at + chunk)), { stream: at + chunk < bytes.length });
  }
  return text;
}

test("both halves of the Korean encoding are known", () => {
  // The first and the last of the younger half, where it jumps over the older one, and the older one's first.
  const codes = [0x81, 0x41, 0xa0, 0xfe, 0xa1, 0x41, 0xc6, 0x52, 0xb0, 0xa1, 0xa2, 0xe6];
  for (const chunk of [1, 3, codes.length]) assert.equal(decode("euc-kr", codes, chunk), "갂좤좥힣가€");
});

test("a code without a meaning is one sign, and the letter after it stays", () => {
  assert.equal(decode("shift_jis", [0x81, 0xad, 0x61, 0x85, 0x40, 0x62]), "\ufffda\ufffd@b");
  assert.equal(decode("big5", [0x81, 0x2c, 0xa4, 0xa4]), "\ufffd,中");
});

test("a character cut off at the end is told by one sign", () => {
  assert.equal(decode("euc-jp", [0xc5, 0xb9, 0x8f, 0xb0]), "店\ufffd");
});
