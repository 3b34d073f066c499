// engine.wasm as an object: the exports of src/protocol/README.md, bytes in and bytes out.
// Knows no DOM, no Worker and no file; the engine worker and the command line both use it.

import { PROTOCOL_VERSION, STEP_KINDS } from "./protocol.js";
import { TroubleError } from "./trouble.js";

/** @typedef {import("./protocol.js").Step} Step */
/** @typedef {import("./protocol.js").Answer} Answer */
/**
 * The module that Emscripten makes of wasm/engine_exports.cpp.
 * @typedef {{
 *   HEAPU8: Uint8Array,
 *   readNow?: (file: number, offset: number, pointer: number, size: number) => boolean,
 *   _attune_version(): number,
 *   _attune_reserve(size: number): number,
 *   _attune_command(length: number): number,
 *   _attune_feed(length: number): number,
 *   _attune_step(budgetMillis: number): number,
 *   _attune_provide(batch: number, length: number): number,
 *   _attune_query(length: number): number,
 *   _attune_output(): number,
 *   _attune_output_size(): number,
 * }} EngineExports
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class EngineModule {
  /** @type {EngineExports} */ #exports;

  /** @param {EngineExports} exports */
  constructor(exports) {
    const version = exports._attune_version();
    if (version !== PROTOCOL_VERSION) {
      throw new TroubleError({
        code: "version-mismatch",
        message: "Two versions of Attune got mixed. Reload the page",
        detail: `protocol ${PROTOCOL_VERSION}, engine ${version}`,
      });
    }
    this.#exports = exports;
  }

  /**
   * Tells how to read a part of a file at once: texts of large files then stay in their files.
   * @param {(file: number, offset: number, length: number) => Uint8Array | null} read  null: it cannot be read
   */
  readFilesBy(read) {
    const exports = this.#exports;
    exports.readNow = (file, offset, pointer, size) => {
      const bytes = read(file, offset, size);
      if (bytes?.byteLength !== size) return false;
      exports.HEAPU8.set(bytes, pointer);
      return true;
    };
  }

  /** @param {{type: string, [key: string]: unknown}} command  @returns {any} the engine's reply */
  command(command) {
    this.#succeed(this.#exports._attune_command(this.#writeJson(command)));
    return this.#json();
  }

  /** Hands over a vocabulary, a model card or the like; before the first start. @param {string} name @param {Uint8Array} bytes */
  asset(name, bytes) {
    this.command({ type: "asset", name, size: bytes.byteLength });
    for (let at = 0; at < bytes.byteLength; at += 1 << 20) this.feed(bytes.subarray(at, at + (1 << 20)));
  }

  /** @param {Uint8Array} bytes  the slice that needs-input asked for; shorter or empty at the end of the file */
  feed(bytes) {
    this.#succeed(this.#exports._attune_feed(this.#write(bytes)));
  }

  /** @param {number} batch @param {Float32Array} scores  rows * total values */
  provide(batch, scores) {
    const bytes = new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength);
    this.#succeed(this.#exports._attune_provide(batch, this.#write(bytes)));
  }

  /** @param {import("./protocol.js").Query} query @returns {Answer} */
  query(query) {
    this.#succeed(this.#exports._attune_query(this.#writeJson(query)));
    return this.#json();
  }

  /** @param {number} budgetMillis @returns {Step} */
  step(budgetMillis) {
    const number = this.#exports._attune_step(budgetMillis);
    const kind = STEP_KINDS[number];
    switch (kind) {
      case "advanced": return { kind, progress: this.#json() };
      case "needs-input": return { kind, ...this.#json() };
      case "needs-inference": return { kind, batch: this.#batch() };
      case "published": return { kind, bytes: this.#output().buffer };
      case "answer": return { kind, answer: this.#json() };
      case "failed": return { kind, trouble: this.#json() };
      case "waiting":
      case "finished": return { kind };
      default: throw new Error(`the engine took a step of the unknown kind ${number}`);
    }
  }

  /** @param {unknown} value @returns {number} */
  #writeJson(value) {
    return this.#write(encoder.encode(JSON.stringify(value)));
  }

  // HEAPU8 is read after every call: the memory may have grown, which detaches the old view. A pointer
  // above 2 GB comes out negative, hence >>> 0.
  /** @param {Uint8Array} bytes @returns {number} their length */
  #write(bytes) {
    const pointer = this.#exports._attune_reserve(bytes.byteLength) >>> 0;
    this.#exports.HEAPU8.set(bytes, pointer);
    return bytes.byteLength;
  }

  /** A copy: the engine reuses the place with the next call. @returns {Uint8Array<ArrayBuffer>} */
  #output() {
    const pointer = this.#exports._attune_output() >>> 0;
    const size = this.#exports._attune_output_size() >>> 0;
    return new Uint8Array(this.#exports.HEAPU8.subarray(pointer, pointer + size));
  }

  #json() {
    return JSON.parse(decoder.decode(this.#output()) || "{}");
  }

  /** @returns {import("./protocol.js").Batch} */
  #batch() {
    const bytes = this.#output();
    const [number, rows, width, model] = new Uint32Array(bytes.buffer, 0, 4);
    return { number, rows, width, model, ids: new Int32Array(bytes.buffer.slice(16), 0, rows * width) };
  }

  /** @param {number} status */
  #succeed(status) {
    if (status !== 0) throw new TroubleError(this.#json());
  }
}
