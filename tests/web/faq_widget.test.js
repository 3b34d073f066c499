// The FAQ widget's matcher and package, and the archive it leaves in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import "../../web/faq_widget/faq_matcher.js";
import { FAQ_WIDGET_FILES, faqDataScript } from "../../web/faq_package.js";
import { crc32, zipOf } from "../../web/zip_writer.js";

const { Matcher } = /** @type {any} */ (globalThis).AttuneFaq;
const ENTRIES = [
  { question: "When are you open?", answer: "From seven, on Sundays from eight." },
  { question: "Opening hours at Christmas", answer: "From seven, on Sundays from eight." },
  { question: "Do you bake gluten-free bread?", answer: "Not yet." },
  { question: "Can I order a birthday cake?", answer: "Yes, two days ahead, by mail or phone." },
  { question: "Haben Sie glutenfreies Brot?", answer: "Noch nicht." },
];

test("a question gets the shop's own answer, however it is worded", () => {
  const matcher = new Matcher(ENTRIES);
  assert.equal(matcher.reply("is the bread gluten free?").answer.entry.answer, "Not yet.");
  assert.equal(matcher.reply("I'd like to order cakes for birthdays").answer.entry.answer, "Yes, two days ahead, by mail or phone.");
  assert.equal(matcher.reply("Gibt es glutenfreies Brot?").answer.entry.answer, "Noch nicht.");
});

test("what is not in the list is not answered", () => {
  const matcher = new Matcher(ENTRIES);
  assert.equal(matcher.reply("what is the capital of France?").answer, null);
  assert.deepEqual(matcher.reply("what is the capital of France?").near, []);
  assert.equal(matcher.reply("").answer, null);
  assert.equal(new Matcher([]).reply("open?").answer, null);
});

test("several ways to ask for one answer are one answer", () => {
  const matches = new Matcher(ENTRIES).match("opening hours: when are you open", 4);
  assert.equal(matches.filter((/** @type {any} */ { entry }) => entry.answer === ENTRIES[0].answer).length, 1);
});

test("the list travels as a script that no text can break out of", () => {
  const script = faqDataScript([{ question: "</script><b>\u2028", answer: '"; alert(1); "' }], { shop: "Brot & Co", mail: "", phone: "", language: "de" });
  assert.ok(!script.includes("<"));
  const global = /** @type {any} */ ({});
  new Function("globalThis", script)(global);
  assert.equal(global.AttuneFaqData.entries[0].question, "</script><b>\u2028");
  assert.equal(global.AttuneFaqData.shop, "Brot & Co");
});

test("the widget's page runs its own scripts alone and reaches for nothing", () => {
  const folder = new URL("../../web/faq_widget/", import.meta.url);
  const page = readFileSync(new URL("index.html", folder), "utf8");
  assert.match(page, /default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'/);
  for (const name of FAQ_WIDGET_FILES) {
    const text = readFileSync(new URL(name, folder), "utf8");
    assert.ok(!/fetch\(|XMLHttpRequest|WebSocket|sendBeacon|localStorage|innerHTML|https?:\/\//.test(text), name);
  }
});

test("an archive holds the files as they are, the same bytes every time", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  const files = [{ name: "a.txt", bytes: new TextEncoder().encode("hello") }, { name: "ä/b.txt", bytes: new Uint8Array() }];
  const bytes = Buffer.concat(zipOf(files));
  assert.deepEqual(bytes, Buffer.concat(zipOf(files)));
  assert.equal(bytes.readUInt32LE(0), 0x04034b50);
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  assert.equal(bytes.readUInt16LE(end + 10), 2);
  const directory = bytes.readUInt32LE(end + 16);
  assert.equal(bytes.readUInt32LE(directory), 0x02014b50);
  assert.equal(directory + bytes.readUInt32LE(end + 12), end);
  assert.ok(bytes.includes("hello"));
});
