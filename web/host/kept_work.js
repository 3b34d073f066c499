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
  /** @type {Promise<unknown>} */ #last = Promise.resolve(); // what was asked for before

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
  turn(on, files, knowledge) {
    rememberKeeping(on);
    if (!on) return void this.forget().then(() => this.#tell({ type: "kept", on: this.isOn, files: [] }));
    void this.keepFiles(files);
    if (knowledge) void this.keepKnowledge(knowledge);
  }

  /** Instead of those that were kept before. @param {NamedFile[]} files */
  keepFiles(files) {
    return this.#inTurn(async () => {
      if (!this.isOn) return;
      const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
      const kept = bytes <= MOST_KEPT_BYTES ? files : [];
      if (kept.length < files.length) this.#tell({ type: "notice", says: "too-large-to-keep", message: "" });
      await this.#write(FILES, kept);
      this.#tell({ type: "kept", on: this.isOn, files: this.isOn ? kept.map(({ name }) => name) : [] });
    });
  }

  /** @param {string} text */
  keepKnowledge(text) {
    return this.#inTurn(async () => {
      if (this.isOn) await this.#write(KNOWLEDGE, text);
    });
  }

  /** Everything that was ever kept. */
  forget() {
    return this.#inTurn(forgetDatabase);
  }

  /** @returns {Promise<NamedFile[]>} */
  files() {
    return read(FILES, []);
  }

  /** @returns {Promise<string>} "" if nothing was taught */
  knowledge() {
    return read(KNOWLEDGE, "");
  }

  /** @param {string} key @param {unknown} value */
  async #write(key, value) {
    try {
      await inStore("readwrite", (store) => store.put(value, key));
    } catch (error) {
      console.warn(String(error)); // full, or turned off
      rememberKeeping(false);
      this.#tell({ type: "notice", says: "not-kept", message: "" });
    }
  }

  /** One after the other: a copy that is still being written must not outlive the wish to forget it. @param {() => Promise<unknown>} act */
  #inTurn(act) {
    return (this.#last = this.#last.then(act));
  }
}

function forgetDatabase() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE); // waits for whoever reads it
    request.onsuccess = request.onerror = () => resolve(undefined);
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
