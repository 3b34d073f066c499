// attune parse: the tables of a file as they were read.

import { TroubleError } from "../trouble.js";
import { write } from "./output.js";

/** @typedef {import("./node_engine.js").NodeEngine} NodeEngine */

/**
 * @param {NodeEngine} engine  after it has analysed one source
 * @param {{as: "jsonl" | "csv", output: NodeJS.WritableStream, diagnostics: NodeJS.WritableStream}} options
 */
export async function parse(engine, { as, output, diagnostics }) {
  const { files } = await engine.query({ query: "columns" });
  await writeDiagnostics(engine, diagnostics);
  /** @type {{file: number, table: number}[]} */
  const tables = files.flatMap((/** @type {any} */ { tables }, /** @type {number} */ file) =>
    (tables ?? []).map((/** @type {unknown} */ _, /** @type {number} */ table) => ({ file, table })));
  if (tables.length === 0) {
    throw new TroubleError({ code: "no-table", message: files[0]?.sentence || `No table was found in this file: ${files[0]?.name}`, detail: "" });
  }
  let isFirst = true;
  for (const place of tables) {
    if (!isFirst && as === "csv") await write(output, "\r\n"); // an empty line between two tables
    isFirst = false;
    for await (const text of engine.pieces({ query: "table", ...place, as })) await write(output, text);
  }
}

/** @param {NodeEngine} engine @param {NodeJS.WritableStream} stream */
async function writeDiagnostics(engine, stream) {
  const limit = 1000;
  for (let offset = 0; ; offset += limit) {
    const { total, rows } = await engine.query({ query: "diagnostics", offset, limit });
    await write(stream, rows.map((/** @type {unknown} */ row) => `${JSON.stringify(row)}\n`).join(""));
    if (offset + limit >= total) return;
  }
}
