// Runs batches through the language models, one at a time. The page makes this worker and hands it a
// port; the engine worker is at the other end. Knows neither tables nor what a score means.

import { openSession } from "../inference_session.js";
import { detailOf } from "../trouble.js";

/** @typedef {import("../protocol.js").Load} Load */
/** @typedef {import("../protocol.js").FromInference} FromInference */

self.onmessage = ({ data }) => {
  const port = /** @type {MessagePort} */ (data.port);
  /** @param {FromInference} message @param {Transferable[]} [transfer] */
  const post = (message, transfer = []) => port.postMessage(message, transfer);
  /** @type {(model: number) => ReturnType<typeof openSession>} */
  let session;

  port.onmessage = async ({ data: message }) => {
    if (message.type === "load") {
      session = sessionsOf(message);
      session(message.first).then(
        () => post({ type: "loaded" }),
        (error) => post({ type: "load-failed", message: detailOf(error) }),
      );
      return;
    }
    const { job, model } = message;
    try {
      const infer = await session(model);
      const scores = await infer(message);
      post({ type: "scores", job, scores }, [scores.buffer]);
    } catch (error) {
      post({ type: "infer-failed", job, message: detailOf(error) });
    }
  };
};

/** Opens each model when it is first asked for. @param {Load} load */
function sessionsOf({ runtime, models }) {
  /** @type {Map<number, ReturnType<typeof openSession>>} */ const sessions = new Map();
  return (/** @type {number} */ model) => {
    const opening = sessions.get(model) ?? open(runtime, models[model]);
    sessions.set(model, opening);
    return opening;
  };
}

/** @param {import("../inference_session.js").RuntimeFiles} runtime @param {string | Blob | null} model */
async function open(runtime, model) {
  if (!model) throw new Error("there is no such model");
  if (model instanceof Blob) return openSession(runtime, new Uint8Array(await model.arrayBuffer()));
  const response = await fetch(model);
  if (!response.ok) throw new Error(`${response.status} for the model`);
  return openSession(runtime, new Uint8Array(await response.arrayBuffer()));
}
