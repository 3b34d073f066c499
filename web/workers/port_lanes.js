// The engine worker's view of the inference workers: each a MessagePort that the page hands over.

import { LaneLost } from "../inference_pool.js";

/** @typedef {import("../protocol.js").Batch} Batch */
/** @typedef {import("../protocol.js").Reply} Reply */

const ANSWER_MILLIS = 30_000; // a batch takes about a tenth of a second; after this the worker counts as dead

export class PortLanes {
  /** @type {Map<number, PortLane>} */ #lanes = new Map();
  #next = 0;
  #post;
  #load;

  /**
   * @param {(reply: Reply) => void} post @param {import("../protocol.js").Load} load  what each worker is told first
   * Asks the page for workers ("lane-wanted") and tells it which may end ("lane-done").
   */
  constructor(post, load) {
    this.#post = post;
    this.#load = load;
  }

  /** @returns {Promise<PortLane>} once its model is loaded */
  open() {
    const number = this.#next++;
    const lane = new PortLane(() => {
      this.#lanes.delete(number);
      this.#post({ type: "lane-done", run: 0, lane: number });
    });
    this.#lanes.set(number, lane);
    this.#post({ type: "lane-wanted", run: 0, lane: number });
    return lane.opened;
  }

  /** @param {number} number @param {MessagePort} port */
  attach(number, port) {
    this.#lanes.get(number)?.attach(port, this.#load);
  }

  /** @param {number} number @param {string} reason */
  lost(number, reason) {
    this.#lanes.get(number)?.lose(reason);
  }
}

class PortLane {
  /** @type {MessagePort | null} */ #port = null;
  #jobs = 0;
  #lost = "";
  /** @type {{job: number, resolve: (scores: Float32Array) => void, reject: (error: Error) => void} | null} */ #current = null;
  /** @type {(lane: PortLane) => void} */ #setOpened = () => {};
  /** @type {(error: Error) => void} */ #setUnopened = () => {};
  /** @type {Promise<PortLane>} */ opened = new Promise((resolve, reject) => { this.#setOpened = resolve; this.#setUnopened = reject; });
  #onClose;

  /** @param {() => void} onClose */
  constructor(onClose) {
    this.#onClose = onClose;
  }

  /** @param {MessagePort} port @param {import("../protocol.js").Load} load */
  attach(port, load) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#hear(data);
    port.postMessage(load);
  }

  /** @param {Batch} batch @returns {Promise<Float32Array>} */
  run({ rows, width, model, ids }) {
    const job = this.#jobs++;
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(new LaneLost(this.#lost)); // it died while idle
      const timer = setTimeout(() => this.lose("it did not answer"), ANSWER_MILLIS);
      this.#current = {
        job,
        resolve: (scores) => { clearTimeout(timer); resolve(scores); },
        reject: (error) => { clearTimeout(timer); reject(error); },
      };
      this.#port?.postMessage({ type: "infer", job, rows, width, model, ids });
    });
  }

  /** @param {string} reason */
  lose(reason) {
    this.#lost = reason;
    this.#setUnopened(new Error(reason));
    this.#current?.reject(new LaneLost(reason));
    this.#current = null;
    this.close();
  }

  close() {
    this.#port?.close();
    this.#port = null;
    this.#onClose();
  }

  /** @param {import("../protocol.js").FromInference} message */
  #hear(message) {
    if (message.type === "loaded") return this.#setOpened(this);
    if (message.type === "load-failed") return this.lose(message.message);
    if (message.job !== this.#current?.job) return;
    const { resolve, reject } = this.#current;
    this.#current = null;
    if (message.type === "scores") resolve(message.scores);
    else reject(new Error(message.message));
  }
}
