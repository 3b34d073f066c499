// Reads slices of files for the engine, always one slice ahead, so that reading and parsing overlap.

import { TroubleError, detailOf } from "./trouble.js";

/** A file, unread. @typedef {{name: string, size: number, slice: (offset: number, length: number) => Promise<Uint8Array>}} Source */

export class SliceReader {
  #sources;
  /** @type {{file: number, offset: number, length: number, bytes: Promise<Uint8Array>} | null} */ #ahead = null;

  /** @param {Source[]} sources */
  constructor(sources) {
    this.#sources = sources;
  }

  /** @param {number} file @param {number} offset @param {number} length @returns {Promise<Uint8Array>} shorter or empty at the end */
  async read(file, offset, length) {
    const ahead = this.#ahead;
    const isAhead = ahead?.file === file && ahead.offset === offset && ahead.length === length;
    const bytes = isAhead ? ahead.bytes : this.#slice(file, offset, length);
    const next = offset + length;
    this.#ahead = next < this.#sources[file].size ? { file, offset: next, length, bytes: this.#slice(file, next, length) } : null;
    this.#ahead?.bytes.catch(() => {}); // told when the slice is asked for
    return bytes;
  }

  /** @param {number} file @param {number} offset @param {number} length @returns {Promise<Uint8Array>} */
  async #slice(file, offset, length) {
    const { name, slice } = this.#sources[file];
    try {
      return await slice(offset, length);
    } catch (error) {
      throw new TroubleError({
        code: "file-unreadable",
        message: `This file could not be read to its end; it may have been moved or changed since it was opened. Open it again: ${name}`,
        detail: detailOf(error),
      });
    }
  }
}

/** @param {File} file @returns {Source} */
export const sourceOfFile = (file) => ({
  // A folder's files keep their path, so that two of the same name can be told apart.
  name: file.webkitRelativePath || file.name,
  size: file.size,
  slice: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});
