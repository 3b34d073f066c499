// Shares batches among lanes, each of which runs one at a time. A lane is an inference worker seen from
// afar: the browser's sits behind a MessagePort, the command line's is a thread of Node. Lanes open one
// by one as work piles up; one that dies is replaced and its batch is sent again.

import { TroubleError, detailOf } from "./trouble.js";

/** @typedef {import("./protocol.js").Batch} Batch */
/**
 * @typedef {Object} Lane
 * @property {(batch: Batch) => Promise<Float32Array>} run  rejects with LaneLost when the worker is gone; the batch must stay whole
 * @property {() => void} close
 */
/** @typedef {{batch: Batch, tries: number, dropped: boolean, resolve: (scores: Float32Array) => void, reject: (error: unknown) => void}} Job */

const TRIES = 3; // a batch that ends three workers is not the workers' fault

/** The worker behind a lane died or does not answer. */
export class LaneLost extends Error {}

export class InferencePool {
  #openLane;
  #size;
  #onLaneLost;
  #lanes = 0; // open or opening
  #opening = 0;
  /** @type {Lane[]} */ #free = [];
  /** @type {Set<Lane>} */ #open = new Set();
  /** @type {Job[]} */ #queue = [];
  /** @type {Set<Job>} */ #running = new Set();

  /**
   * @param {{openLane: () => Promise<Lane>, size: number, onLaneLost?: (reason: string) => void}} options
   *   openLane may take as long as the model takes to load
   */
  constructor({ openLane, size, onLaneLost = () => {} }) {
    this.#openLane = openLane;
    this.#size = size;
    this.#onLaneLost = onLaneLost;
  }

  /** Opens the first lane before there is work, so that the model loads while files are read. */
  warmUp() {
    if (this.#lanes === 0) void this.#grow();
  }

  /** @param {Batch} batch @returns {Promise<Float32Array>} */
  infer(batch) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ batch, tries: 0, dropped: false, resolve, reject });
      this.#deal();
    });
  }

  /** Forgets what is queued; its promises stay pending for ever. */
  drop() {
    this.#queue = [];
    for (const job of this.#running) job.dropped = true;
  }

  close() {
    this.drop();
    for (const lane of this.#open) lane.close();
    this.#open.clear();
    this.#free = [];
    this.#size = 0;
  }

  #deal() {
    while (this.#queue.length > 0 && this.#free.length > 0) {
      const lane = /** @type {Lane} */ (this.#free.pop());
      void this.#runOn(lane, /** @type {Job} */ (this.#queue.shift()));
    }
    while (this.#queue.length > this.#opening && this.#lanes < this.#size) void this.#grow();
  }

  async #grow() {
    this.#lanes += 1;
    this.#opening += 1;
    try {
      const lane = await this.#openLane();
      this.#opening -= 1;
      if (this.#size === 0) return lane.close();
      this.#open.add(lane);
      this.#free.push(lane);
      this.#deal();
    } catch (error) {
      this.#opening -= 1;
      this.#lanes -= 1;
      // With other lanes at work the queue still empties; without one nobody would ever answer.
      if (this.#lanes === 0) for (const job of this.#queue.splice(0)) job.reject(noModel(error));
    }
  }

  /** @param {Lane} lane @param {Job} job */
  async #runOn(lane, job) {
    this.#running.add(job);
    job.tries += 1;
    try {
      job.resolve(await lane.run(job.batch));
      this.#free.push(lane);
    } catch (error) {
      if (error instanceof LaneLost) this.#replace(lane, job, error);
      else {
        job.reject(noModel(error));
        this.#free.push(lane);
      }
    } finally {
      this.#running.delete(job);
      this.#deal();
    }
  }

  /** @param {Lane} lane @param {Job} job @param {LaneLost} error */
  #replace(lane, job, error) {
    this.#open.delete(lane);
    this.#lanes -= 1;
    lane.close();
    this.#onLaneLost(error.message);
    if (job.dropped) return;
    if (job.tries < TRIES) this.#queue.unshift(job);
    else job.reject(noModel(error));
  }
}

/** @param {unknown} error */
const noModel = (error) =>
  error instanceof TroubleError ? error : new TroubleError({
    code: "model-unavailable",
    message: "The language model could not be run. Reload the page, or close other programs if memory is short",
    detail: detailOf(error),
  });
