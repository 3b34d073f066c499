// Megabytes a second of our CSV reader (wasm), PapaParse and uDSV in Node, on the same made-up files.
//
//   cmake --build --preset web --target csv_bench && node tests/bench/csv_bench.mjs [MEGABYTES]
import { createRequire } from "node:module";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";

const createBench = createRequire(import.meta.url)("../../build/web/tests/csv_bench.cjs");
const megabytes = Number(process.argv[2] ?? 20);

/** A file of about `megabytes`, the same on every run. */
function makeFile(header, makeRow) {
  const rows = [header];
  for (let size = 0, row = 0; size < megabytes * 1e6; row++) {
    rows.push(makeRow(row));
    size += rows.at(-1).length + 1;
  }
  return rows.join("\n") + "\n";
}

const words = "the bread was fresh and warm but we waited too long for coffee at the counter again".split(" ");
const sentence = (row, count) => Array.from({ length: count }, (_, i) => words[(row * 7 + i * 5) % words.length]).join(" ");
const day = (row) => `2024-${String((row % 12) + 1).padStart(2, "0")}-${String((row % 28) + 1).padStart(2, "0")}`;

const files = {
  plain: makeFile("id,date,stars,author,text", (r) => `${r},${day(r)},${(r % 5) + 1},customer ${r % 997},${sentence(r, 18)}`),
  quoted: makeFile("id,date,stars,author,text", (r) => `${r},${day(r)},${(r % 5) + 1},"customer, ${r % 997}","${sentence(r, 9)}\n""${sentence(r, 9)}"""`),
  wide: makeFile(Array.from({ length: 60 }, (_, i) => `c${i}`).join(","), (r) => Array.from({ length: 60 }, (_, i) => (r * i) % 1009).join(",")),
};

/** The best of three runs, in MB/s. */
function measure(bytes, run) {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return bytes / 1e3 / best;
}

const bench = await createBench();
const decoder = new TextDecoder();
console.log("file     rows      ours  ours+roles  papaparse  udsv   (MB/s)   ours/papaparse  ours/udsv");
for (const [name, text] of Object.entries(files)) {
  const bytes = new TextEncoder().encode(text);
  let rows = 0;
  const ours = (roles) => () => {
    const at = bench._bench_input(bytes.length);
    bench.HEAPU8.set(bytes, at);
    rows = bench._bench_read(roles);
  };
  const strings = measure(bytes.length, ours(0));
  const typed = measure(bytes.length, ours(1));
  const papa = measure(bytes.length, () => {
    const found = Papa.parse(decoder.decode(bytes), { skipEmptyLines: true }).data.length - 1;
    if (found !== rows) throw new Error(`papaparse read ${found} rows, we ${rows}`);
  });
  const udsv = measure(bytes.length, () => {
    const whole = decoder.decode(bytes);
    const found = initParser(inferSchema(whole)).stringArrs(whole).length;
    if (found !== rows) throw new Error(`udsv read ${found} rows, we ${rows}`);
  });
  const cell = (value) => value.toFixed(0).padStart(8);
  console.log(`${name.padEnd(8)} ${String(rows).padStart(7)} ${cell(strings)} ${cell(typed)} ${cell(papa)} ${cell(udsv)}             ${(strings / papa).toFixed(1)}           ${(strings / udsv).toFixed(1)}`);
}
