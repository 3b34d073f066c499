// Runs batches through a language model in a thread of Node: the command line's inference worker.

import { parentPort, workerData } from "node:worker_threads";
import { readFile } from "node:fs/promises";
import { openSession } from "../inference_session.js";
import { detailOf } from "../trouble.js";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
/** @type {{runtime: import("../inference_session.js").RuntimeFiles, models: (string | null)[]}} */
const { runtime, models } = workerData;
/** @type {Map<number, ReturnType<typeof openSession>>} */
const sessions = new Map();

/** @param {number} model */
async function open(model) {
  const path = models[model];
  if (!path) throw new Error(`there is no model ${model}`);
  return openSession(runtime, await readFile(path));
}

port.on("message", async ({ job, rows, width, model, ids }) => {
  try {
    const opening = sessions.get(model) ?? open(model);
    sessions.set(model, opening);
    const scores = await (await opening)({ rows, width, ids });
    port.postMessage({ job, scores }, [/** @type {ArrayBuffer} */ (scores.buffer)]);
  } catch (error) {
    port.postMessage({ job, failed: detailOf(error) });
  }
});
