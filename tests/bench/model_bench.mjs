// Texts a second of our model beside a network of DistilBERT-base's exact shape (int8, random weights), in the same
// ONNX Runtime Web, one thread, the same token rows, batch by batch in turns.
//
//   /usr/bin/python3 models/train/reference_shape.py /tmp/distilbert_shape.onnx
//   node tests/bench/model_bench.mjs /tmp/distilbert_shape.onnx [rounds]
//
// Lengths are those of customers' texts: log-normal, median 28 tokens, at most 128 (the product reads longer texts in
// windows), seeded. Prints JSON: texts and tokens a second of both, their ratio, and its range over the rounds.
import { readFileSync } from "node:fs";
import * as ort from "onnxruntime-web/wasm";

const BATCH = 16;
const TEXTS = 96;
const LONGEST = 128;

ort.env.wasm.numThreads = 1;
const [referencePath, rounds = "4"] = process.argv.slice(2);
if (!referencePath) {
  console.error("usage: node tests/bench/model_bench.mjs <distilbert_shape.onnx> [rounds]");
  process.exit(2);
}

/** Seeded uniform numbers in [0, 1). @param {number} seed */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = uniform(7);
const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const lengths = Array.from({ length: TEXTS }, () => Math.max(1, Math.min(LONGEST, Math.round(28 * Math.exp(0.9 * normal())))));
lengths.sort((a, b) => a - b);

/** @type {{rows: number, width: number, ids: Int32Array}[]} */
const batches = [];
for (let start = 0; start < TEXTS; start += BATCH) {
  const part = lengths.slice(start, start + BATCH);
  const width = Math.max(...part);
  const ids = new Int32Array(part.length * width);
  part.forEach((length, row) => {
    for (let at = 0; at < length; at += 1) ids[row * width + at] = 8 + Math.floor(next() * 20000);
  });
  batches.push({ rows: part.length, width, ids });
}
const tokens = lengths.reduce((sum, length) => sum + length, 0);

/** @param {string | URL} path */
const open = (path) => ort.InferenceSession.create(readFileSync(path), { executionProviders: ["wasm"], logSeverityLevel: 3 });

/** Seconds for a batch. @param {import("onnxruntime-web").InferenceSession} session @param {{rows: number, width: number, ids: Int32Array}} batch */
async function seconds(session, { rows, width, ids }) {
  const started = performance.now();
  await session.run({ ids: new ort.Tensor("int32", ids, [rows, width]) });
  return (performance.now() - started) / 1000;
}

const loadStarted = performance.now();
const ours = await open(new URL("../../models/sentiment/model.onnx", import.meta.url));
const loaded = (performance.now() - loadStarted) / 1000;
const reference = await open(referencePath);
for (const batch of batches.slice(0, 2)) {
  await seconds(ours, batch);
  await seconds(reference, batch);
}
const ratios = [];
let oursTotal = 0;
let referenceTotal = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  let oursRound = 0;
  let referenceRound = 0;
  for (const batch of batches) {
    let best = Infinity; // a busy machine only ever makes a run longer
    for (let again = 0; again < 5; again += 1) best = Math.min(best, await seconds(ours, batch));
    oursRound += best;
    referenceRound += Math.min(await seconds(reference, batch), await seconds(reference, batch));
  }
  ratios.push(referenceRound / oursRound);
  oursTotal += oursRound;
  referenceTotal += referenceRound;
}
const done = TEXTS * Number(rounds);
const perSecond = (/** @type {number} */ spent) => ({ texts: Math.round(done / spent), tokens: Math.round((tokens * Number(rounds)) / spent) });
console.log(
  JSON.stringify({
    texts: TEXTS,
    meanTokens: +(tokens / TEXTS).toFixed(1),
    ours: { ...perSecond(oursTotal), loadSeconds: +loaded.toFixed(3) },
    distilbertShape: perSecond(referenceTotal),
    ratio: +(referenceTotal / oursTotal).toFixed(1),
    ratioRange: [+Math.min(...ratios).toFixed(1), +Math.max(...ratios).toFixed(1)],
  }),
);
