// One export of the engine, to a stream.

import { write } from "./output.js";

/** @param {import("./node_engine.js").NodeEngine} engine @param {string} what @param {NodeJS.WritableStream} output */
export async function writeExport(engine, what, output) {
  for await (const text of engine.pieces({ query: "export", what })) await write(output, text);
}
