// How much memory a large CSV of reviews takes in wasm once it is read, and how long that and a page of it take.
//
//   cmake --build --preset web --target csv_bench && node tests/bench/csv_size.mjs [MEGABYTES] [FILE]
import { fstatSync, openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { largeReviews } from "./large_reviews.mjs";

const createBench = createRequire(import.meta.url)("../../build/web/tests/csv_bench.cjs");
const megabytes = Number(process.argv[2] ?? 1000);
const path = largeReviews(megabytes, process.argv[3]);

const file = openSync(path, "r");
const { size } = fstatSync(file);
const bench = await createBench();
const slice = Buffer.alloc(1 << 20);
bench.readNow = (offset, pointer, length) => {
  const part = Buffer.alloc(length);
  if (readSync(file, part, 0, length, offset) !== length) return false;
  bench.HEAPU8.set(part, pointer);
  return true;
};

const begin = performance.now();
bench._bench_open(size);
for (let at = 0; at < size; at += slice.length) {
  const length = readSync(file, slice, 0, slice.length, at);
  const pointer = bench._bench_input(length);
  bench.HEAPU8.set(slice.subarray(0, length), pointer);
  if (!bench._bench_feed(length)) throw new Error("the file could not be read");
}
const rows = bench._bench_finish();
const seconds = (performance.now() - begin) / 1000;
console.log(`${(size / 1e6).toFixed(0)} MB, ${rows} rows in ${seconds.toFixed(1)} s (${(size / 1e6 / seconds).toFixed(0)} MB/s); wasm memory ${(bench.HEAPU8.length / 1e6).toFixed(0)} MB`);

const pages = [];
for (let page = 0; page < 20; page++) {
  const from = performance.now();
  bench._bench_page(5, Math.floor((rows - 80) * ((page * 7) % 20) / 20), 80);
  pages.push(performance.now() - from);
}
console.log(`a page of 80 texts from the file: median ${pages.sort((a, b) => a - b)[10].toFixed(1)} ms, worst ${pages.at(-1).toFixed(1)} ms`);
