// Prints the download size of each part of build/dist and fails when one is over its budget in ci/sizes.json.
// A budget is raised on purpose, in a commit that says why. Compressed sizes are kept by content in build/.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const project = new URL("..", import.meta.url);
const dist = fileURLToPath(new URL("build/dist/", project));
const keptFile = new URL("build/brotli_sizes.json", project);
/** @type {{[part: string]: number}} */
const budgets = JSON.parse(readFileSync(new URL("ci/sizes.json", project), "utf8"));
/** @type {{[sha256: string]: number}} */
const kept = existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, "utf8")) : {};

/** @param {Buffer} bytes */
function brotliSize(bytes) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  kept[sha256] ??= brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  return kept[sha256];
}

/** Each folder of build/dist is a part; its loose files and those of the page's own folders are "page". @param {string} path */
const partOf = (path) => (["host", "workers"].includes(path.split("/")[0]) || !path.includes("/") ? "page" : path.split("/")[0]);

/** @type {Map<string, {raw: number, brotli: number}>} */
const parts = new Map();
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath ?? /** @type {any} */ (entry).path, entry.name);
  const bytes = readFileSync(path);
  const name = partOf(relative(dist, path));
  const part = parts.get(name) ?? { raw: 0, brotli: 0 };
  parts.set(name, { raw: part.raw + bytes.length, brotli: part.brotli + brotliSize(bytes) });
}
writeFileSync(keptFile, JSON.stringify(kept));

let over = 0;
const kilobytes = (/** @type {number} */ bytes) => String(Math.round(bytes / 1000)).padStart(7);
process.stdout.write("part          raw kB  brotli kB  budget\n");
for (const [name, { raw, brotli }] of [...parts].sort()) {
  const budget = budgets[name];
  const verdict = budget === undefined ? "no budget in ci/sizes.json" : brotli / 1000 > budget ? "OVER" : "";
  if (verdict) over += 1;
  process.stdout.write(`${name.padEnd(12)}${kilobytes(raw)}    ${kilobytes(brotli)} ${String(budget ?? "-").padStart(7)} ${verdict}\n`);
}
const [raw, brotli] = ["raw", "brotli"].map((kind) => [...parts.values()].reduce((sum, part) => sum + part[/** @type {"raw" | "brotli"} */ (kind)], 0));
process.stdout.write(`${"all".padEnd(12)}${kilobytes(raw)}    ${kilobytes(brotli)}\n`);
process.exit(over === 0 ? 0 : 1);
