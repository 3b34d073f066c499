// The sentiment model through the runtime that ships: its golden scores, and that a text's scores are its own.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { openSession } from "../../web/inference_session.js";
import { projectPlaces } from "../../web/cli/node_engine.js";

const folder = new URL("../../models/sentiment/", import.meta.url);
const runtime = {
  script: new URL("ort.wasm.min.mjs", projectPlaces.runtime).href,
  glue: new URL("ort-wasm-simd-threaded.mjs", projectPlaces.runtime).href,
  wasm: new URL("ort-wasm-simd-threaded.wasm", projectPlaces.runtime).href,
};
const card = JSON.parse(readFileSync(new URL("card.json", folder), "utf8"));
/** @type {{text?: string, hex?: string, ids: number[], scores: number[]}[]} */
const golden = readFileSync(new URL("golden.jsonl", folder), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const infer = await openSession(runtime, readFileSync(new URL("model.onnx", folder)));
const total = card.output.total;

/** Scores of several texts in one batch of at least that width. @param {number[][]} texts @param {number} [width] */
async function scoresOf(texts, width = 1) {
  const widest = Math.max(width, ...texts.map((ids) => ids.length));
  const ids = new Int32Array(texts.length * widest);
  texts.forEach((text, row) => ids.set(text, row * widest));
  const scores = await infer({ rows: texts.length, width: widest, ids });
  assert.equal(scores.length, texts.length * total);
  return texts.map((_, row) => [...scores.subarray(row * total, (row + 1) * total)]);
}

/** @param {number[]} actual @param {number[]} expected @param {string} message */
function assertClose(actual, expected, message) {
  actual.forEach((value, i) => assert.ok(Math.abs(value - expected[i]) < 1e-4, `${message}: score ${i} is ${value}, expected ${expected[i]}`));
}

test("the model gives every golden text its golden scores", async () => {
  assert.ok(golden.length > 80);
  for (const { text, hex, ids, scores } of golden) {
    const [actual] = await scoresOf([ids]);
    assertClose(actual, scores, JSON.stringify(text ?? hex));
  }
});

test("a text's scores depend neither on padding nor on what else is in its batch", async () => {
  const texts = golden.filter(({ ids }) => ids.length <= 64);
  const alone = await Promise.all(texts.map(({ ids }) => scoresOf([ids]).then(([scores]) => scores)));
  for (const width of [64, 97, 128]) {
    const together = await scoresOf(texts.map(({ ids }) => ids), width);
    together.forEach((scores, row) => assertClose(scores, alone[row], `${texts[row].text} at width ${width}`));
  }
});

test("a text without words is neutral, three stars, without confidence", async () => {
  const [scores] = await scoresOf([[]]);
  const head = (/** @type {string} */ name) => card.heads.find((/** @type {{name: string}} */ h) => h.name === name);
  const [negative, neutral, positive] = scores.slice(head("sentiment").offset);
  assert.ok(neutral > negative && neutral > positive);
  assert.equal(Math.round(100 * negative), Math.round(100 * positive));
  const stars = scores.slice(head("stars").offset, head("stars").offset + 5);
  assert.equal(stars.indexOf(Math.max(...stars)), 2);
});

/** What an owner would say of a text, and what the model must say. */
const plain = /** @type {[string, "negative" | "neutral" | "positive"][]} */ ([
  ["👍", "positive"], ["👎", "negative"], ["❤️", "positive"], ["not bad at all", "positive"], ["NOT GOOD", "negative"], ["ok", "neutral"],
  ["Best bakery in town :)", "positive"], ["Worst. Coffee. Ever.", "negative"], ["When do you open on Sundays?", "neutral"],
  ["¡Excelente servicio!", "positive"], ["Das Essen war leider kalt und viel zu teuer.", "negative"],
]);

test("short plain texts are understood", async () => {
  const names = card.heads[0].labels;
  for (const [text, expected] of plain) {
    const row = golden.find((row) => row.text === text);
    assert.ok(row, text);
    const scores = row.scores.slice(0, 3);
    assert.equal(names[scores.indexOf(Math.max(...scores))], expected, text);
  }
});
