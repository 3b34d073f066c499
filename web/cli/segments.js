// attune segments: groups of customers, then each customer's group, one JSON line each.

import { writeExport } from "./export_lines.js";

/**
 * @param {import("./node_engine.js").NodeEngine} engine
 * @param {import("../slice_reader.js").Source[]} sources
 * @param {{columns: {[role: string]: string}, until?: string, output: NodeJS.WritableStream,
 *   onProgress: (progress: import("../protocol.js").ProgressReply) => void}} options
 */
export async function segments(engine, sources, { columns, until, output, onProgress }) {
  await engine.analyse(sources, onProgress, { columns, customers: { ...(until && { until }), onlyCustomers: true } });
  await writeExport(engine, "segments.jsonl", output);
}
