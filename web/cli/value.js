// attune value: what customers will probably still bring, one JSON line each.

import { analyseTransactions, writeExport } from "./export_lines.js";

/**
 * @param {import("./node_engine.js").NodeEngine} engine
 * @param {import("../slice_reader.js").Source[]} sources
 * @param {{columns: {[role: string]: string}, until?: string, horizonDays?: number, model?: string, output: NodeJS.WritableStream,
 *   onProgress: (progress: import("../protocol.js").ProgressReply) => void}} options
 */
export async function value(engine, sources, { columns, until, horizonDays, model, output, onProgress }) {
  const customers = { ...(until && { until }), ...(horizonDays && { horizonDays }), ...(model && { model }), onlyCustomers: true };
  await analyseTransactions(engine, sources, { columns, customers, wanted: "visits", onProgress });
  await writeExport(engine, "value.jsonl", output);
}
