// Megabytes a second of our CSV reader (wasm), PapaParse and uDSV in Node, on the same made-up files: into columns
// of text, and with columns of numbers and dates read as such (Papa's dynamicTyping, uDSV's typedArrs).
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

/** The best of five runs, in megabytes for a second of processor time: the machine may have other work. */
function measure(bytes, run) {
  let best = Infinity;
  for (let i = 0; i < 5; i++) {
    const begin = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1000);
  }
  return bytes / 1e3 / best;
}

/** UTF-16 (little-endian, with its mark) of a text. */
const utf16 = (text) => Buffer.from("\uFEFF" + text, "utf16le");
const encodings = { plain: "utf-8", quoted: "utf-8", wide: "utf-8", utf16: "utf-16le" };
const inputs = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
inputs.utf16 = utf16(files.plain);

const bench = await createBench();
console.log("file        rows    strings: ours  papa  udsv   ours/papa  ours/udsv    typed: ours  papa  udsv   ours/papa  ours/udsv   (MB/s)");
for (const [name, bytes] of Object.entries(inputs)) {
  const decoder = new TextDecoder(encodings[name]);
  let rows = 0;
  const ours = (typed) => () => {
    const at = bench._bench_input(bytes.length);
    bench.HEAPU8.set(bytes, at);
    rows = bench._bench_read(typed);
  };
  const check = (who, found) => {
    if (found !== rows) throw new Error(`${who} read ${found} rows, we ${rows}`);
  };
  const papa = (dynamicTyping) => () => check("papaparse", Papa.parse(decoder.decode(bytes), { skipEmptyLines: true, dynamicTyping }).data.length - 1);
  const udsv = (typed) => () => {
    const whole = decoder.decode(bytes);
    const parser = initParser(inferSchema(whole));
    check("udsv", (typed ? parser.typedArrs(whole) : parser.stringArrs(whole)).length);
  };
  const strings = [ours(0), papa(false), udsv(false)].map((run) => measure(bytes.length, run));
  const typed = [ours(1), papa(true), udsv(true)].map((run) => measure(bytes.length, run));
  const part = ([we, papa, udsv]) => `${[we, papa, udsv].map((v) => v.toFixed(0).padStart(6)).join("")}   ${(we / papa).toFixed(1).padStart(9)}  ${(we / udsv).toFixed(1).padStart(9)}`;
  console.log(`${name.padEnd(8)} ${String(rows).padStart(7)}      ${part(strings)}       ${part(typed)}`);
}
