// An analysis for one export of the engine, to a stream.

import { guessedColumns } from "./guess_columns.js";
import { write } from "./output.js";

/** @typedef {import("./node_engine.js").NodeEngine} NodeEngine */

/** @param {NodeEngine} engine @param {string} what @param {NodeJS.WritableStream} output */
export async function writeExport(engine, what, output) {
  for await (const text of engine.pieces({ query: "export", what })) await write(output, text);
}

/**
 * Analyses, and once more with columns told by their place where no table of the kind was found and the user named none.
 * @param {NodeEngine} engine @param {import("../slice_reader.js").Source[]} sources
 * @param {{columns: {[role: string]: string}, customers: import("../protocol.js").CustomerSettings, wanted: "visits" | "interactions",
 *   onProgress: (progress: import("../protocol.js").ProgressReply) => void}} options
 */
export async function analyseTransactions(engine, sources, { columns, customers, wanted, onProgress }) {
  await engine.analyse(sources, onProgress, { columns, customers });
  if (Object.keys(columns).length > 0) return;
  const guessed = guessedColumns(await engine.query({ query: "columns" }), wanted);
  if (guessed) await engine.analyse(sources, onProgress, { columns: guessed, customers });
}
