// attune recommend: what to offer to each customer, one JSON line each.

import { analyseTransactions, writeExport } from "./export_lines.js";

/**
 * @param {import("./node_engine.js").NodeEngine} engine
 * @param {import("../slice_reader.js").Source[]} sources
 * @param {{columns: {[role: string]: string}, top: number, hidesLast: boolean, output: NodeJS.WritableStream,
 *   onProgress: (progress: import("../protocol.js").ProgressReply) => void}} options
 */
export async function recommend(engine, sources, { columns, top, hidesLast, output, onProgress }) {
  await analyseTransactions(engine, sources, { columns, customers: { top, hidesLast, recommends: true }, wanted: "interactions", onProgress });
  await writeExport(engine, "recommendations.jsonl", output);
}
