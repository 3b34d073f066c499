// Runs model.onnx over token rows with the runtime that ships, for measuring.
//
//   node models/train/run_model.js model.onnx rows.bin scores.bin [tags.bin]
//
// rows.bin: int32 count, int32 lengths[count], int32 ids, one row after the other. scores.bin: float32 [count, total of scores and embedding], and for the
// network's word tags, if a fourth file is named there, float32 [tokens, tags] in the order of the rows.
import { readFileSync, writeFileSync } from "node:fs";
import * as ort from "onnxruntime-web/wasm";

const MAX_ROWS = 16;
const MAX_TOKENS = 2048;

ort.env.wasm.numThreads = 1;
const [modelPath, rowsPath, scoresPath, tagsPath] = process.argv.slice(2);
const session = await ort.InferenceSession.create(readFileSync(modelPath));
const bytes = readFileSync(rowsPath);
const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const count = all[0];
const lengths = all.subarray(1, 1 + count);
const begins = new Array(count);
let at = 1 + count;
for (let row = 0; row < count; row += 1) {
  begins[row] = at;
  at += lengths[row];
}
const order = Array.from({ length: count }, (_, row) => row).sort((a, b) => lengths[a] - lengths[b] || a - b);
let scores = null;
let tags = null;
const started = performance.now();
for (let start = 0; start < count; ) {
  let end = start + 1;
  while (end < count && end - start < MAX_ROWS && (end + 1 - start) * lengths[order[end]] <= MAX_TOKENS) end += 1;
  const width = Math.max(1, lengths[order[end - 1]]);
  const ids = new Int32Array((end - start) * width);
  for (let row = start; row < end; row += 1) {
    ids.set(all.subarray(begins[order[row]], begins[order[row]] + lengths[order[row]]), (row - start) * width);
  }
  const output = await session.run({ ids: new ort.Tensor("int32", ids, [end - start, width]) });
  const size = output.scores.dims[1];
  const depth = output.embedding.dims[1];
  const total = size + depth;
  const kinds = output.tags.dims[2];
  scores ??= new Float32Array(count * total);
  if (tagsPath) tags ??= new Float32Array((at - 1 - count) * kinds);
  for (let row = start; row < end; row += 1) {
    const place = row - start;
    scores.set(output.scores.data.subarray(place * size, (place + 1) * size), order[row] * total);
    scores.set(output.embedding.data.subarray(place * depth, (place + 1) * depth), order[row] * total + size);
    const begin = place * width * kinds;
    tags?.set(output.tags.data.subarray(begin, begin + lengths[order[row]] * kinds), (begins[order[row]] - 1 - count) * kinds);
  }
  start = end;
}
const seconds = (performance.now() - started) / 1000;
writeFileSync(scoresPath, scores);
if (tagsPath) writeFileSync(tagsPath, tags);
console.log(`${count} rows, ${at - 1 - count} tokens, ${seconds.toFixed(2)} s, ${(count / seconds).toFixed(0)} rows/s`);
