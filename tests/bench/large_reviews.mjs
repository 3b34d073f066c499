// A CSV of reviews of any size, on disk: made once, the same each time.
import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WORDS = "the bread was fresh and warm but we waited too long for coffee at the counter again and nobody said sorry".split(" ");

/** @param {number} megabytes @param {string} [path] @returns {string} its path */
export function largeReviews(megabytes, path = join(tmpdir(), `attune-reviews-${megabytes}.csv`)) {
  if (existsSync(path)) return path;
  const file = openSync(path, "w");
  writeSync(file, "id,date,stars,author,product,text\n");
  for (let size = 0, row = 0; size < megabytes * 1e6;) {
    const rows = [];
    for (let i = 0; i < 5000; i++, row++) {
      const text = Array.from({ length: 30 + (row % 90) }, (_, at) => WORDS[(row * 7 + at * 5) % WORDS.length]).join(" ");
      const day = `20${String(10 + (row % 15))}-${String((row % 12) + 1).padStart(2, "0")}-${String((row % 28) + 1).padStart(2, "0")}`;
      rows.push(`${row},${day},${(row % 5) + 1},customer ${row % 99991},product ${row % 97},${row % 3 ? text : `"${text}, and ""never"" again"`}\n`);
    }
    size += writeSync(file, rows.join(""));
  }
  closeSync(file);
  return path;
}
