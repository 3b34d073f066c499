// attune analyze: everything the page computes, as files.

import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { write } from "./output.js";

const FILES = [
  "summary.json",
  "rows.jsonl",
  "diagnostics.json",
  "topics.json",
  "aspects.json",
  "drivers.json",
  "aspect_drivers.json",
  "recommendation_drivers.json",
  "return_drivers.json",
  "trends.json",
  "alerts.json",
  "metrics.json",
  "priorities.json",
  "report.html",
  "inbox.csv",
  "drafts.csv",
];
const CUSTOMER_FILES = ["customers.csv", "segments.csv", "recommendations.csv", "value.json"];

/**
 * @param {import("./node_engine.js").NodeEngine} engine  after it has analysed its sources
 * @param {string} folder  made if it is not there
 * @param {boolean} redact  without personal data, where a file holds texts
 * @returns {Promise<string[]>} the files written
 */
export async function writeAnalysis(engine, folder, redact = false) {
  mkdirSync(folder, { recursive: true });
  const written = [];
  const { customers } = JSON.parse((await engine.query({ query: "export", what: "summary.json", cursor: 0 })).text);
  for (const what of customers ? [...FILES, ...CUSTOMER_FILES] : FILES) {
    const path = join(folder, what);
    const stream = createWriteStream(path);
    for await (const text of engine.pieces({ query: "export", what, redact })) await write(stream, text);
    stream.end();
    await once(stream, "finish");
    written.push(path);
  }
  return written;
}
