// Reads slices of files for the engine, always one slice ahead, so that reading and parsing overlap. Decodes
// what the engine asks to have decoded (Shift JIS and its like, for which the host has the tables).

import { legacyDecoder } from "./legacy_decoder.js";
import { TroubleError, detailOf } from "./trouble.js";

/**
 * A file, unread. sliceNow, where the host can: the same without waiting.
 * @typedef {{name: string, size: number, slice: (offset: number, length: number) => Promise<Uint8Array>,
 *   sliceNow?: (offset: number, length: number) => Uint8Array}} Source
 */
/** @typedef {{file: number, offset: number, length: number, decodeFrom?: string}} Slice */

export class SliceReader {
  #sources;
  /** @type {{file: number, offset: number, length: number, bytes: Promise<Uint8Array>} | null} */ #ahead = null;
  /** @type {{file: number, offset: number, encoding: string, decoder: ReturnType<typeof legacyDecoder>} | null} */ #decoding = null;

  /** @param {Source[]} sources */
  constructor(sources) {
    this.#sources = sources;
  }

  /** @param {Slice} slice @returns {Promise<Uint8Array>} shorter or empty at the end of the file */
  async read({ file, offset, length, decodeFrom = "" }) {
    const ahead = this.#ahead;
    const isAhead = ahead?.file === file && ahead.offset === offset && ahead.length === length;
    const reading = isAhead ? ahead.bytes : this.#slice(file, offset, length);
    const next = offset + length;
    const isLast = next >= this.#sources[file].size;
    this.#ahead = isLast ? null : { file, offset: next, length, bytes: this.#slice(file, next, length) };
    this.#ahead?.bytes.catch(() => {}); // told when the slice is asked for
    const bytes = await reading;
    return decodeFrom ? this.#decode(bytes, { file, offset, next, encoding: decodeFrom, isLast }) : bytes;
  }

  /** At once; null if that is not possible (any more). @param {number} file @param {number} offset @param {number} length */
  readNow(file, offset, length) {
    try {
      return this.#sources[file].sliceNow?.(offset, length) ?? null;
    } catch {
      return null; // moved or changed: the text is shown as missing
    }
  }

  /**
   * A character may be cut by the end of a slice: the decoder keeps its first half for the next one.
   * @param {Uint8Array} bytes @param {{file: number, offset: number, next: number, encoding: string, isLast: boolean}} place
   */
  #decode(bytes, { file, offset, next, encoding, isLast }) {
    let decoding = this.#decoding;
    if (decoding?.file !== file || decoding.offset !== offset || decoding.encoding !== encoding) {
      decoding = { file, offset, encoding, decoder: decoderOf(encoding, this.#sources[file].name) };
    }
    this.#decoding = { ...decoding, offset: next };
    return new TextEncoder().encode(decoding.decoder.decode(bytes, { stream: !isLast }));
  }

  /** @param {number} file @param {number} offset @param {number} length @returns {Promise<Uint8Array>} */
  async #slice(file, offset, length) {
    const { name, size, slice } = this.#sources[file];
    try {
      const bytes = await slice(offset, length);
      if (bytes.length < Math.min(length, size - offset)) throw new Error(`${bytes.length} bytes at ${offset} of ${size}`);
      return bytes;
    } catch (error) {
      throw new TroubleError({
        code: "file-unreadable",
        message: `This file could not be read to its end; it may have been moved or changed since it was opened. Open it again: ${name}`,
        detail: detailOf(error),
      });
    }
  }
}

/** @param {string} encoding @param {string} name */
function decoderOf(encoding, name) {
  try {
    return legacyDecoder(encoding);
  } catch (error) {
    throw new TroubleError({
      code: "unknown-encoding",
      message: `This browser cannot read the encoding ${encoding}. Save the file as UTF-8 and open it again: ${name}`,
      detail: detailOf(error),
    });
  }
}

/** @param {import("./protocol.js").NamedFile} named @returns {Source} */
export const sourceOfFile = ({ name, file }) => ({
  name,
  size: file.size,
  slice: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  sliceNow: (offset, length) => {
    const { FileReaderSync } = /** @type {any} */ (globalThis); // workers have it, the page has not
    return new Uint8Array(new FileReaderSync().readAsArrayBuffer(file.slice(offset, offset + length)));
  },
});
