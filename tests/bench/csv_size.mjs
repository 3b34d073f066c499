// How much memory a large CSV of reviews takes in wasm once it is read, and how long that and a page of it take.
//
//   cmake --build --preset web --target csv_bench && node tests/bench/csv_size.mjs [MEGABYTES] [FILE]
import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const createBench = createRequire(import.meta.url)("../../build/web/tests/csv_bench.cjs");
const megabytes = Number(process.argv[2] ?? 1000);
const path = process.argv[3] ?? join(tmpdir(), `attune-reviews-${megabytes}.csv`);

if (!existsSync(path)) {
  const words = "the bread was fresh and warm but we waited too long for coffee at the counter again and nobody said sorry".split(" ");
  const file = openSync(path, "w");
  writeSync(file, "id,date,stars,author,product,text\n");
  for (let size = 0, row = 0; size < megabytes * 1e6;) {
    const rows = [];
    for (let i = 0; i < 5000; i++, row++) {
      const text = Array.from({ length: 30 + (row % 90) }, (_, at) => words[(row * 7 + at * 5) % words.length]).join(" ");
      const day = `20${String(10 + (row % 15))}-${String((row % 12) + 1).padStart(2, "0")}-${String((row % 28) + 1).padStart(2, "0")}`;
      rows.push(`${row},${day},${(row % 5) + 1},customer ${row % 99991},product ${row % 97},${row % 3 ? text : `"${text}, and ""never"" again"`}\n`);
    }
    size += writeSync(file, rows.join(""));
  }
  closeSync(file);
}

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
