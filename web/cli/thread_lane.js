// A lane of the inference pool that is a thread of Node.

import { Worker } from "node:worker_threads";
import { LaneLost } from "../inference_pool.js";
import { detailOf } from "../trouble.js";

/** @typedef {import("../protocol.js").Batch} Batch */

export class ThreadLane {
  #worker;
  #jobs = 0;
  /** @type {{job: number, resolve: (scores: Float32Array) => void, reject: (error: Error) => void} | null} */ #current = null;
  #lost = "";

  /** @param {{runtime: import("../inference_session.js").RuntimeFiles, models: (string | null)[]}} load  paths by the model's number */
  constructor(load) {
    this.#worker = new Worker(new URL("inference_thread.js", import.meta.url), { workerData: load });
    this.#worker.unref(); // an idle thread does not keep the program alive; one at work does
    this.#worker.on("error", (error) => this.#lose(detailOf(error)));
    this.#worker.on("exit", (code) => this.#lose(`it ended with code ${code}`));
    this.#worker.on("message", ({ job, scores, failed }) => {
      const current = this.#current;
      if (!current || job !== current.job) return;
      this.#settle();
      if (scores) current.resolve(scores);
      else current.reject(new Error(failed));
    });
  }

  /** @param {Batch} batch @returns {Promise<Float32Array>} */
  run({ rows, width, model, ids }) {
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(new LaneLost(this.#lost));
      const job = this.#jobs++;
      this.#current = { job, resolve, reject };
      this.#worker.ref();
      this.#worker.postMessage({ job, rows, width, model, ids });
    });
  }

  close() {
    void this.#worker.terminate();
  }

  #settle() {
    this.#current = null;
    this.#worker.unref();
  }

  /** @param {string} reason */
  #lose(reason) {
    this.#lost ||= reason;
    this.#current?.reject(new LaneLost(reason));
    this.#settle();
  }
}
