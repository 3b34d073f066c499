// Every message between the page, the engine worker and the inference workers, and nothing else.
// A new message is a line here, a case in each switch, and a test in tests/web/. What travels between
// the engine worker and engine.wasm stands in src/protocol/README.md.

export const PROTOCOL_VERSION = 1; // also in src/protocol/version.hpp; a test compares the two

/** What attune_step returns, by its number. */
export const STEP_KINDS = Object.freeze([
  "", "advanced", "needs-input", "needs-inference", "waiting", "published", "answer", "finished", "failed",
]);

// --- engine.wasm ------------------------------------------------------------------------------------
/** @typedef {{code: string, message: string, detail: string}} Trouble  message is a sentence for people */
/** @typedef {{run: number, stage: string, label: string, done: number, total: number, unit: string}} Progress */
/** @typedef {{number: number, rows: number, width: number, model: number, ids: Int32Array}} Batch */
/**
 * @typedef {{kind: "advanced", progress: Progress}
 *   | {kind: "needs-input", file: number, offset: number, length: number, decodeFrom?: string}
 *   | {kind: "needs-inference", batch: Batch}
 *   | {kind: "waiting"}
 *   | {kind: "published", bytes: ArrayBuffer}
 *   | {kind: "answer", answer: Answer}
 *   | {kind: "finished"}
 *   | {kind: "failed", trouble: Trouble}} Step
 * decodeFrom: an encoding that the host knows and the engine does not; the slice is fed as UTF-8
 */
/** @typedef {{query: string, id: number, [key: string]: unknown}} Query */
/** @typedef {{id: number, pending?: boolean, error?: Trouble, [key: string]: any}} Answer */
/** @typedef {{[fingerprint: string]: {[column: string]: string}}} Roles  what the user chose, by shape of file */
/** @typedef {{[setting: string]: unknown}} CustomerSettings  what the user decided about customers */
/** @typedef {{[option: string]: unknown}} FileOptions  corrections of what the sniffer guessed */

// --- page -> engine worker --------------------------------------------------------------------------
/** @typedef {{name: string, network: Blob, tokenizer: Blob, config: Blob}} OwnModel  a text classifier of the user's: *.onnx, tokenizer.json, config.json */
/** @typedef {{type: "boot", run: number, lanes: number, ownModel: OwnModel | null}} Boot  lanes: at most so many inference workers; ownModel: instead of ours */
/** @typedef {{name: string, file: File}} NamedFile  name: with its path, when it came in a folder */
/** @typedef {{type: "open", run: number, files: NamedFile[], options: FileOptions[], roles: Roles, customers?: CustomerSettings}} Open */
/** @typedef {{type: "roles", run: number, file: number, table: number, roles: {[column: string]: string}}} SetRoles */
/** @typedef {{type: "customers", run: number, customers: CustomerSettings}} SetCustomers */
/** @typedef {{edit: string, topic: string, into: string, name: string, rules: string}} TopicEdit  src/protocol/README.md */
/** @typedef {{type: "topics", run: number} & TopicEdit} EditTopics */
/** @typedef {{type: "cancel", run: number}} Cancel */
/** @typedef {{type: "query", run: number, query: Query}} Ask */
/** @typedef {{type: "lane", run: 0, lane: number, port: MessagePort}} LaneOpened  port is transferred */
/** @typedef {{type: "lane-lost", run: 0, lane: number, reason: string}} LaneLostMessage */
/** @typedef {Boot | Open | SetRoles | SetCustomers | EditTopics | Cancel | Ask | LaneOpened | LaneLostMessage} Request */

// --- engine worker -> page --------------------------------------------------------------------------
/** @typedef {{type: "ready", run: number, version: number, model: boolean, ownModel: string, notice: string}} Ready  ownModel: the name of the one of the user's that is used, or "" */
/**
 * @typedef {{type: "progress", run: number, stage: string, label: string, done: number, total: number, unit: string,
 *   rate: number, secondsLeft: number | null}} ProgressReply  rate in units a second; null: not known yet
 */
/** @typedef {{type: "snapshot", run: number, bytes: ArrayBuffer}} SnapshotReply  bytes is transferred */
/** @typedef {{type: "answer", run: number, answer: Answer}} AnswerReply */
/** @typedef {{type: "done", run: number}} Done */
/** @typedef {{type: "failed", run: number} & Trouble} Failed  the engine waits for the next open */
/** @typedef {{type: "crashed", run: number} & Trouble} Crashed  the engine is gone and must be started anew */
/** @typedef {{type: "notice", run: number, message: string}} Notice  a sentence; the run goes on */
/** @typedef {{type: "lane-wanted", run: 0, lane: number}} LaneWanted */
/** @typedef {{type: "lane-done", run: 0, lane: number}} LaneDone  its worker may end */
/**
 * @typedef {Ready | ProgressReply | SnapshotReply | AnswerReply | Done | Failed | Crashed | Notice | LaneWanted | LaneDone} Reply
 */

// --- engine worker <-> inference worker, over a lane's MessagePort ------------------------------------
/**
 * @typedef {{type: "load", runtime: import("./inference_session.js").RuntimeFiles, models: (string | Blob | null)[], first: number}} Load
 *   URLs, or the user's own, by the model's number; the worker says "loaded" once the first one is
 */
/** @typedef {{type: "infer", job: number, rows: number, width: number, model: number, ids: Int32Array}} Infer */
/**
 * @typedef {{type: "loaded"}
 *   | {type: "load-failed", message: string}
 *   | {type: "scores", job: number, scores: Float32Array}
 *   | {type: "infer-failed", job: number, message: string}} FromInference  scores is transferred
 */
