// Writing to a stream without holding in memory what its reader has not taken yet.

import { once } from "node:events";

/** @param {NodeJS.WritableStream} stream @param {string} text */
export async function write(stream, text) {
  if (!stream.write(text)) await once(stream, "drain");
}
