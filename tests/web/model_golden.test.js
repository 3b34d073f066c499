// The language model through the runtime that ships: its golden scores, embeddings and tags, and that what it says of a text
// depends on that text alone.
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
/** @type {{text?: string, hex?: string, ids: number[], scores: number[], embedding: number[], tags: Record<string, number[]>}[]} */
const golden = readFileSync(new URL("golden.jsonl", folder), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const infer = await openSession(runtime, readFileSync(new URL("model.onnx", folder)));
const total = card.output.total;

/**
 * What is said of several texts in one batch of at least that width. Tags: of each token, the likeliest label of each head.
 * @param {number[][]} texts @param {number} [width]
 */
async function readingsOf(texts, width = 1) {
  const widest = Math.max(width, ...texts.map((ids) => ids.length));
  const ids = new Int32Array(texts.length * widest);
  texts.forEach((text, row) => ids.set(text, row * widest));
  const numbers = await infer({ rows: texts.length, width: widest, ids });
  const { size } = card.embedding;
  const kinds = card.tags.total;
  assert.equal(numbers.length, texts.length * (total + size + widest * kinds));
  const embeddings = numbers.subarray(texts.length * total);
  const tags = embeddings.subarray(texts.length * size);
  return texts.map((text, row) => ({
    scores: [...numbers.subarray(row * total, (row + 1) * total)],
    embedding: [...embeddings.subarray(row * size, (row + 1) * size)],
    tags: Object.fromEntries(card.tokenHeads.map((/** @type {{name: string, offset: number, size: number}} */ head) => [
      head.name,
      text.map((_, token) => {
        const begin = (row * widest + token) * kinds + head.offset;
        const part = [...tags.subarray(begin, begin + head.size)];
        return part.indexOf(Math.max(...part));
      }),
    ])),
  }));
}

/** @param {number[][]} texts @param {number} [width] */
const scoresOf = async (texts, width) => (await readingsOf(texts, width)).map(({ scores }) => scores);

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

test("the model gives every golden text its golden embedding, of length one, and its golden tags", async () => {
  for (const { text, hex, ids, embedding, tags } of golden) {
    const [actual] = await readingsOf([ids]);
    const name = JSON.stringify(text ?? hex);
    assertClose(actual.embedding, embedding, name);
    assert.deepEqual(actual.tags, tags, name);
    const length = Math.hypot(...actual.embedding);
    assert.ok(Math.abs(length - (ids.length ? 1 : 0)) < 1e-5, `${name}: length ${length}`);
  }
});

test("a text's scores, embedding and tags depend neither on padding nor on what else is in its batch", async () => {
  const texts = golden.filter(({ ids }) => ids.length <= 64);
  const alone = await Promise.all(texts.map(({ ids }) => readingsOf([ids]).then(([reading]) => reading)));
  for (const width of [64, 97, 128]) {
    const together = await readingsOf(texts.map(({ ids }) => ids), width);
    together.forEach(({ scores, embedding, tags }, row) => {
      assertClose(scores, alone[row].scores, `${texts[row].text} at width ${width}`);
      assertClose(embedding, alone[row].embedding, `${texts[row].text} at width ${width}`);
      assert.deepEqual(tags, alone[row].tags, `${texts[row].text} at width ${width}`);
    });
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
  ["👍", "positive"], ["👎", "negative"], ["❤️", "positive"], ["not bad at all", "positive"], ["NOT GOOD", "negative"], ["Okay...", "neutral"],
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
