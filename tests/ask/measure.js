// Asks the 100 questions through engine.wasm, with the language model or without, and counts right answers.
//   node tests/ask/measure.js [--no-model]

import { readFileSync } from "node:fs";
import { NodeEngine, sourcesAt } from "../../web/cli/node_engine.js";
import { fileURLToPath } from "node:url";

const project = new URL("../../", import.meta.url);
const questions = readFileSync(new URL("questions.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** What is wrong with an answer; "" if nothing is. @param {any} right @param {any} answer */
function faultOf(right, answer) {
  if (Boolean(right.unknown) !== answer.unknown) return "unknown";
  if (right.intent && right.intent !== answer.intent) return `intent ${answer.intent}`;
  if (right.n) {
    const n = answer.counts[0]?.n;
    if (!(n >= right.n[0] && n <= right.n[1])) return `n ${n} for ${right.n}`;
  }
  const said = answer.answer.join(" ");
  const missing = (right.says ?? []).find((/** @type {string} */ part) => !said.includes(part));
  if (missing) return `not said: ${missing}`;
  if (right.quotes) {
    const pattern = new RegExp(right.quotes, "i");
    if (answer.quotes.length === 0) return "no quotes";
    const other = answer.quotes.find((/** @type {any} */ quote) => !pattern.test(quote.text));
    if (other) return `quote: ${other.text}`;
  }
  return "";
}

const withModel = !process.argv.includes("--no-model");
const engine = await NodeEngine.open({ threads: 2, withModel });
await engine.analyse(await sourcesAt(fileURLToPath(new URL("assets/samples/reviews.csv", project))), () => {});
let right = 0;
for (const question of questions) {
  const { ask } = await engine.query({ query: "ask", question: question.question });
  const fault = faultOf(question, ask);
  if (fault === "") ++right;
  else process.stdout.write(`${question.question}\n    ${fault}\n`);
}
process.stdout.write(`${right} of ${questions.length} right ${withModel ? "with" : "without"} the language model\n`);
engine.close();
