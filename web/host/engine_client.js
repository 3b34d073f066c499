// The page's side of the engine worker and the inference workers: starts them, numbers the runs, drops
// what comes from an older run, and survives the death of any of them.

import { PROTOCOL_VERSION } from "../protocol.js";

/** @typedef {import("../protocol.js").Reply} Reply */
/** @typedef {import("../protocol.js").Request} Request */
/** @typedef {Omit<import("../protocol.js").Open, "type" | "run">} OpenRequest */

/** One core is left to the page and the engine; a phone with little memory gets few helpers. */
export function laneCount({ hardwareConcurrency = 2, deviceMemory = 8 } = {}) {
  return Math.max(1, Math.min(hardwareConcurrency - 1, deviceMemory <= 2 ? 1 : deviceMemory <= 4 ? 2 : 8));
}

export class EngineClient {
  #workers;
  #onReply;
  #lanesAllowed;
  #run = 0;
  /** @type {import("../protocol.js").OwnModel | null} */ #ownModel = null;
  /** @type {Worker | null} */ #engine = null;
  /** @type {Map<number, Worker>} */ #lanes = new Map();

  /** @param {{workers: URL, lanes: number, onReply: (reply: Reply) => void}} options  workers: the folder of the worker scripts */
  constructor({ workers, lanes, onReply }) {
    this.#workers = workers;
    this.#lanesAllowed = lanes;
    this.#onReply = onReply;
    this.#start();
  }

  /** Reads and analyses files; a run under way is dropped. @param {OpenRequest} request @returns {number} the run */
  open(request) {
    this.#send({ type: "open", run: ++this.#run, ...request });
    return this.#run;
  }

  /** @param {number} file @param {number} table @param {{[column: string]: string}} roles @returns {number} the run */
  setRoles(file, table, roles) {
    this.#send({ type: "roles", run: ++this.#run, file, table, roles });
    return this.#run;
  }

  /** @param {import("../protocol.js").CustomerSettings} customers @returns {number} the run */
  setCustomers(customers) {
    this.#send({ type: "customers", run: ++this.#run, customers });
    return this.#run;
  }

  /** @param {import("../protocol.js").TopicEdit} edit @returns {number} the run */
  editTopics(edit) {
    this.#send({ type: "topics", run: ++this.#run, ...edit });
    return this.#run;
  }

  cancel() {
    this.#send({ type: "cancel", run: this.#run });
  }

  /** The answer comes as a reply. @param {import("../protocol.js").Query} query */
  query(query) {
    this.#send({ type: "query", run: this.#run, query });
  }

  /** Ends every worker, with all that they hold, and starts new ones. */
  restart() {
    this.#run += 1;
    this.#start();
  }

  /** Ends every worker and starts new ones that read with this model; null: with ours. @param {import("../protocol.js").OwnModel | null} model */
  useModel(model) {
    this.#ownModel = model;
    this.restart();
  }

  #start() {
    this.#end();
    const engine = new Worker(new URL("engine_worker.js", this.#workers), { type: "module", name: "engine" });
    this.#engine = engine;
    engine.onmessage = ({ data }) => { if (engine === this.#engine) this.#hear(data); };
    engine.onerror = (event) => { if (engine === this.#engine) this.#crash(event.message); };
    engine.onmessageerror = () => { if (engine === this.#engine) this.#crash("a message could not be read"); };
    this.#send({ type: "boot", run: 0, lanes: this.#lanesAllowed, ownModel: this.#ownModel });
  }

  #end() {
    this.#engine?.terminate();
    for (const worker of this.#lanes.values()) worker.terminate();
    this.#lanes.clear();
    this.#engine = null;
  }

  /** @param {Request} request @param {Transferable[]} [transfer] */
  #send(request, transfer = []) {
    this.#engine?.postMessage(request, transfer);
  }

  /** @param {string} detail */
  #crash(detail) {
    this.#end();
    this.#onReply({
      type: "crashed", run: this.#run, code: "crashed", detail: detail ?? "",
      message: "The analysis stopped because of a fault in Attune. Restart it, and your files are read again",
    });
  }

  /** @param {Reply} reply */
  #hear(reply) {
    switch (reply.type) {
      case "lane-wanted": return this.#openLane(reply.lane);
      case "lane-done": return this.#closeLane(reply.lane);
      case "ready":
        if (reply.version !== PROTOCOL_VERSION) return this.#crash(`protocol ${reply.version}`);
        return this.#onReply(reply);
      case "crashed":
        this.#end();
        return this.#onReply(reply);
      default:
        if (reply.run === this.#run || reply.type === "notice") this.#onReply(reply);
    }
  }

  /** @param {number} lane */
  #openLane(lane) {
    const worker = new Worker(new URL("inference_worker.js", this.#workers), { type: "module", name: `inference ${lane}` });
    const { port1, port2 } = new MessageChannel();
    this.#lanes.set(lane, worker);
    worker.onerror = (event) => this.#send({ type: "lane-lost", run: 0, lane, reason: event.message || "its script could not be loaded" });
    worker.postMessage({ port: port1 }, [port1]);
    this.#send({ type: "lane", run: 0, lane, port: port2 }, [port2]);
  }

  /** @param {number} lane */
  #closeLane(lane) {
    this.#lanes.get(lane)?.terminate();
    this.#lanes.delete(lane);
  }
}
