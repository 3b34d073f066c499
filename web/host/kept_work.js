// What the user asked to keep between visits: copies of the files that were opened last, and what Attune was taught.
// In this browser's own database and only there; nothing is kept unless the user says so.

import { keepsWork, rememberKeeping } from "./remembered.js";

/** @typedef {import("../protocol.js").NamedFile} NamedFile */

const DATABASE = "attune";
const STORE = "kept";
const FILES = "files";
const KNOWLEDGE = "knowledge";
export const MOST_KEPT_BYTES = 300e6; // of all files together

export class KeptWork {
  #tell;

  /** @param {(event: object) => void} tell  events of the canvas: src/protocol/README.md, "Page and ui.wasm" */
  constructor(tell) {
    this.#tell = tell;
  }

  get isOn() {
    return keepsWork();
  }

  /** Says what there is from earlier visits. @returns {Promise<void>} */
  async tellWhatIsThere() {
    if (this.isOn) this.#tell({ type: "kept", on: true, files: (await this.files()).map(({ name }) => name) });
  }

  /** @param {boolean} on @param {NamedFile[]} files  that are open @param {string} knowledge  as knowledge.json */
  async turn(on, files, knowledge) {
    rememberKeeping(on);
    if (!on) {
      await forgetDatabase();
      return this.#tell({ type: "kept", on: false, files: [] });
    }
    await this.keepFiles(files);
    if (knowledge) await this.keepKnowledge(knowledge);
  }

  /** Instead of those that were kept before. @param {NamedFile[]} files */
  async keepFiles(files) {
    if (!this.isOn) return;
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const kept = bytes <= MOST_KEPT_BYTES ? files : [];
    if (kept.length < files.length) this.#tell({ type: "notice", says: "too-large-to-keep", message: "" });
    const isKept = await this.#write(FILES, kept);
    this.#tell({ type: "kept", on: isKept, files: isKept ? kept.map(({ name }) => name) : [] });
  }

  /** @param {string} text */
  async keepKnowledge(text) {
    if (this.isOn) await this.#write(KNOWLEDGE, text);
  }

  /** @returns {Promise<NamedFile[]>} */
  files() {
    return read(FILES, []);
  }

  /** @returns {Promise<string>} "" if nothing was taught */
  knowledge() {
    return read(KNOWLEDGE, "");
  }

  /** @param {string} key @param {unknown} value @returns {Promise<boolean>} whether it is kept now */
  async #write(key, value) {
    try {
      await inStore("readwrite", (store) => store.put(value, key));
      return true;
    } catch (error) {
      console.warn(String(error)); // full, or turned off
      rememberKeeping(false);
      this.#tell({ type: "notice", says: "not-kept", message: "" });
      return false;
    }
  }
}

/** Everything that was ever kept. */
export function forgetDatabase() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = request.onblocked = () => resolve(undefined);
  });
}

/** @template T @param {string} key @param {T} otherwise @returns {Promise<T>} */
async function read(key, otherwise) {
  if (!keepsWork()) return otherwise;
  try {
    return (await inStore("readonly", (store) => store.get(key))) ?? otherwise;
  } catch (error) {
    console.warn(String(error));
    return otherwise;
  }
}

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
async function inStore(mode, act) {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => reject(transaction.error ?? new Error("the storage refused it"));
    });
    return request.result;
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
