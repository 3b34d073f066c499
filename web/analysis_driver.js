// Steps the engine: reads what it asks for, sends its batches to the model, reports, answers queries.
// Free of Worker, DOM and file system, so that the engine worker, the command line and the tests run
// the very same loop.
//
// Between two steps the host's event loop gets its turn, so a cancel or a query is heard within one step
// (about 16 ms). Every start begins a new epoch; whatever comes back from an older one (a slice of a
// file, the scores of a batch) is dropped, and the loop of that epoch ends by itself.

import { ProgressMeter } from "./progress_meter.js";
import { TroubleError, detailOf } from "./trouble.js";

/** @typedef {import("./protocol.js").Answer} Answer */
/** @typedef {import("./protocol.js").Batch} Batch */
/** @typedef {import("./protocol.js").Query} Query */
/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./protocol.js").Step} Step */
/**
 * @typedef {Object} Host
 * @property {Pick<import("./engine_module.js").EngineModule, "command" | "feed" | "provide" | "query" | "step">} engine
 * @property {(slice: import("./slice_reader.js").Slice) => Promise<Uint8Array>} read  short or empty at the end of the file
 * @property {(batch: Batch) => Promise<Float32Array>} infer
 * @property {() => void} dropInference  forget batches that are still queued
 * @property {(reply: Reply, transfer: Transferable[]) => void} post
 * @property {() => number} now  milliseconds
 * @property {number} batchesInFlight  more than this many are not sent before one comes back
 */

const STEP_MILLIS = 16;
const CRASH_SENTENCE = "The analysis stopped because of a fault in Attune. Restart it, and your files are read again";

/** Gives queued messages (a cancel, above all) their turn; setTimeout(0) would be clamped to 4 ms. */
const nextTurn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(undefined); };
    port2.postMessage(null);
  });

export class AnalysisDriver {
  /** @type {Host} */ #host;
  #run = 0;
  #epoch = 0;
  #active = false; // a run is under way
  #crashed = false;
  #loopOf = -1; // the epoch whose loop is running
  #inFlight = 0;
  /** @type {{number: number, scores?: Float32Array, error?: unknown}[]} */ #arrived = [];
  /** @type {Map<number, {resolve: (answer: Answer) => void, reject: (error: unknown) => void}>} */ #asked = new Map();
  #wake = () => {};
  #meter = new ProgressMeter();

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Begins a run; one that is still under way is dropped.
   * @param {{run: number, files: {name: string, size: number, options?: object}[], roles: import("./protocol.js").Roles,
   *   columns?: {[role: string]: string}, customers?: import("./protocol.js").CustomerSettings}} request
   */
  start({ run, files, roles, columns, customers }) {
    this.#begin(run, { type: "start", run, files, roles, ...(columns && { columns }), ...(customers && { customers }) });
  }

  /** The same tables with other column roles. @param {{run: number, file: number, table: number, roles: {[column: string]: string}}} request */
  changeRoles({ run, file, table, roles }) {
    this.#begin(run, { type: "roles", run, file, table, roles });
  }

  /** The same tables with other settings for customers. @param {{run: number, customers: import("./protocol.js").CustomerSettings}} request */
  changeCustomers({ run, customers }) {
    this.#begin(run, { type: "customers", run, customers });
  }

  /** The same reviews under other topics. @param {{run: number} & import("./protocol.js").TopicEdit} request */
  editTopics({ run, edit, topic, into, name, rules }) {
    this.#begin(run, { type: "topics", run, edit, topic, into, name, rules });
  }

  /** Ends the run at once; what was published stays. An older run's cancel does nothing. @param {number} run */
  cancel(run) {
    if (run !== this.#run || !this.#active) return;
    this.#fail({ code: "cancelled", message: "The analysis was cancelled", detail: "" });
  }

  /**
   * Asks the engine, at any time. Rejects with a TroubleError that says why there is no answer.
   * @param {Query} query @returns {Promise<Answer>}
   */
  async query(query) {
    if (this.#crashed) throw new TroubleError({ code: "crashed", message: CRASH_SENTENCE, detail: "" });
    const answer = this.#guard(() => this.#host.engine.query(query));
    if (!answer.pending) return answer;
    return new Promise((resolve, reject) => {
      this.#asked.set(query.id, { resolve, reject });
      this.#spin();
    });
  }

  /** @param {number} run @param {{type: string, [key: string]: unknown}} command */
  #begin(run, command) {
    if (this.#crashed) return this.#post({ type: "crashed", run, code: "crashed", message: CRASH_SENTENCE, detail: "" });
    this.#newEpoch();
    this.#run = run;
    this.#meter = new ProgressMeter();
    try {
      this.#guard(() => this.#host.engine.command(command));
    } catch (error) {
      if (error instanceof TroubleError) this.#post({ type: "failed", run, ...error.trouble });
      return;
    }
    this.#active = true;
    this.#spin();
  }

  #newEpoch() {
    this.#epoch += 1;
    this.#active = false;
    this.#inFlight = 0;
    this.#arrived = [];
    this.#host.dropInference();
    for (const { reject } of this.#asked.values()) {
      reject(new TroubleError({ code: "superseded", message: "The question was dropped because another analysis began", detail: "" }));
    }
    this.#asked.clear();
    this.#wake();
  }

  #spin() {
    if (this.#loopOf === this.#epoch) return this.#wake();
    this.#loopOf = this.#epoch;
    void this.#loop(this.#epoch);
  }

  /** @param {number} epoch */
  async #loop(epoch) {
    const current = () => epoch === this.#epoch;
    try {
      while (current() && (this.#active || this.#asked.size > 0)) {
        this.#giveArrived();
        if (this.#inFlight >= this.#host.batchesInFlight) {
          await this.#rest();
          continue;
        }
        await this.#act(this.#guard(() => this.#host.engine.step(STEP_MILLIS)), current);
        if (current()) await nextTurn();
      }
    } catch (error) {
      if (current()) this.#stop(error);
    } finally {
      if (this.#loopOf === epoch) this.#loopOf = -1;
    }
  }

  /** @param {Step} step @param {() => boolean} current */
  async #act(step, current) {
    const run = this.#run;
    switch (step.kind) {
      case "advanced": {
        if (step.progress.stage === "answering") return; // a question is looked into; nobody's run
        const progress = this.#meter.observe(step.progress, this.#host.now());
        if (progress) this.#post({ type: "progress", ...progress, run });
        return;
      }
      case "needs-input": {
        const bytes = await this.#host.read(step);
        if (current()) this.#guard(() => this.#host.engine.feed(bytes));
        return;
      }
      case "needs-inference":
        return this.#send(step.batch);
      case "waiting":
        if (this.#arrived.length > 0) return;
        if (this.#inFlight === 0) throw new Error("the engine waits for a batch that was never sent");
        return this.#rest();
      case "published":
        return this.#post({ type: "snapshot", run, bytes: step.bytes }, [step.bytes]);
      case "answer": {
        const asked = this.#asked.get(step.answer.id);
        this.#asked.delete(step.answer.id);
        asked?.resolve(step.answer);
        return;
      }
      case "finished":
        if (this.#active) {
          this.#active = false;
          this.#post({ type: "done", run });
        } else if (this.#asked.size > 0) {
          throw new Error("the engine finished and left a question unanswered");
        }
        return;
      case "failed":
        return this.#fail(step.trouble);
      default:
        throw new Error(`a step of the unknown kind ${JSON.stringify(step)}`);
    }
  }

  /** @param {Batch} batch */
  #send(batch) {
    const epoch = this.#epoch;
    this.#inFlight += 1;
    /** @param {{scores?: Float32Array, error?: unknown}} outcome */
    const arrive = (outcome) => {
      if (epoch !== this.#epoch) return;
      this.#arrived.push({ number: batch.number, ...outcome });
      this.#wake();
    };
    this.#host.infer(batch).then((scores) => arrive({ scores }), (error) => arrive({ error }));
  }

  #giveArrived() {
    for (const { number, scores, error } of this.#arrived.splice(0)) {
      this.#inFlight -= 1;
      if (!scores) throw error;
      this.#guard(() => this.#host.engine.provide(number, scores));
    }
  }

  /** Sleeps until a batch comes back, a question is asked or another run begins. */
  #rest() {
    return new Promise((resolve) => { this.#wake = () => resolve(undefined); });
  }

  /**
   * What the engine refuses comes out as a TroubleError; anything else it throws is a crash of the module.
   * @template T @param {() => T} call @returns {T}
   */
  #guard(call) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof TroubleError)) this.#crash(error);
      throw error;
    }
  }

  /** @param {unknown} error what ended the loop of the current epoch */
  #stop(error) {
    if (error instanceof TroubleError) this.#fail(error.trouble);
    else this.#crash(error);
  }

  /** @param {import("./protocol.js").Trouble} trouble */
  #fail(trouble) {
    const run = this.#run;
    this.#newEpoch();
    try {
      this.#guard(() => this.#host.engine.command({ type: "cancel", run }));
    } catch (error) {
      if (!(error instanceof TroubleError)) return; // told by #crash
    }
    this.#post({ type: "failed", run, ...trouble });
  }

  /** @param {unknown} error */
  #crash(error) {
    if (this.#crashed) return;
    this.#crashed = true;
    this.#newEpoch();
    this.#post({ type: "crashed", run: this.#run, code: "crashed", message: CRASH_SENTENCE, detail: detailOf(error) });
  }

  /** @param {Reply} reply @param {Transferable[]} [transfer] */
  #post(reply, transfer = []) {
    this.#host.post(reply, transfer);
  }
}
