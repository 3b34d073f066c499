// attune ask: questions in plain words about the reviews in files; the answers as JSON lines.

import { write } from "./output.js";

/**
 * @param {import("./node_engine.js").NodeEngine} engine  after it has analysed its sources
 * @param {string[]} questions @param {NodeJS.WritableStream} output
 */
export async function ask(engine, questions, output) {
  for (const question of questions) {
    const { ask: answer } = await engine.query({ query: "ask", question });
    await write(output, `${JSON.stringify(answer, null, questions.length === 1 ? 1 : undefined)}\n`);
  }
}
