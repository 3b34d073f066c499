// attune classify and attune embed: one text per line in, one line of JSON out, in the same order.

import { write } from "./output.js";
import { textGroups } from "./text_lines.js";

const GROUP_TEXTS = 512; // batches are cut by length within a group, so a larger one wastes less padding
const GROUPS_AHEAD = 3; // enough that no thread waits for the next group

/**
 * @param {import("./node_engine.js").NodeEngine} engine @param {"classify" | "embed"} query
 * @param {AsyncIterable<Uint8Array>} input @param {NodeJS.WritableStream} output
 */
export async function answerLines(engine, query, input, output) {
  /** @type {Promise<import("../protocol.js").Answer>[]} */ const asked = [];
  const writeNext = async () => {
    const { results } = await /** @type {Promise<import("../protocol.js").Answer>} */ (asked.shift());
    await write(output, results.map((/** @type {unknown} */ result) => `${JSON.stringify(result)}\n`).join(""));
  };
  for await (const texts of textGroups(input, GROUP_TEXTS)) {
    const answer = engine.query({ query, texts });
    answer.catch(() => {}); // told when its turn comes
    asked.push(answer);
    if (asked.length > GROUPS_AHEAD) await writeNext();
  }
  while (asked.length > 0) await writeNext();
}
