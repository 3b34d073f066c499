// The command line: the page's own engine, driver and language model in Node. See --help.

import { availableParallelism, cpus } from "node:os";
import { TroubleError, detailOf } from "../trouble.js";
import { writeAnalysis } from "./analyze.js";
import { ask } from "./ask.js";
import { answerLines } from "./classify.js";
import { writeFaq } from "./faq.js";
import { NodeEngine, sourcesAt } from "./node_engine.js";
import { write } from "./output.js";
import { parse } from "./parse.js";
import { progressWriter } from "./progress_line.js";

const HELP = `attune: how customers feel and why, from the files a shop already has. Everything stays on this machine.

  ci/attune classify [--threads N] < texts.txt
      One UTF-8 text per line in (a line that starts with " is a JSON string), one JSON object per line out, in the
      same order: {"sentiment":"negative|neutral|positive","p":[neg,neu,pos],"score":-1..1,"stars":1..5,"starsP":[5 numbers],
      "emotion":{"joy":p,...} (from 0.5 on the label counts),"intent":{"label","p"},"language":"en" or "und",
      "entities":[{"text","type","begin","end"}],"aspects":[{"term","begin","end","sentiment","opinion"}]}; offsets are UTF-8 bytes.

  ci/attune embed [--threads N] < texts.txt
      The same lines in, one JSON array per line out: the text's embedding, of length 1.

  ci/attune audit [--threads N]
      How far the language model's score moves when nothing of a sentence changes but who it is about: mean differences
      with 95 % intervals by gender, origin and emotion, as one JSON object.

  ci/attune parse FILE [--csv]
      The tables of a file as they were read: a JSON object per row, or CSV (RFC 4180) with a header.
      Rows that could not be read go to stderr as JSON lines. Needs no language model.

  ci/attune analyze FILE... --out DIR [--threads N] [--no-model] [--redact]
      What the page computes, as files: summary.json, rows.jsonl, diagnostics.json. Progress goes to stderr.

  ci/attune ask FILE... --question "..." [--threads N] [--no-model]
      A question in plain words about the reviews, answered from them: sentences built from counts, figures with intervals,
      quotes with their rows, as JSON. Without --question one question per line is read from standard input.

  ci/attune faq FILE --out DIR [--shop NAME] [--mail ADDRESS] [--phone NUMBER] [--language en|de|fr|es]
      From a list of questions and answers (CSV, Excel ...) a small folder for the shop's site: it answers from the list
      alone, says that it is a machine, and hands over to a person. Needs no server and no language model.

  ci/attune --help

FILE may be a folder for analyze. --threads: how many threads run the language model (all cores by default).
Exit code: 0 done, 1 wrong use or a fault in Attune, 2 the input could not be read.
`;

/** A wrong use of the command line. */
class UsageError extends Error {}

/** @param {string[]} given @returns {{command: string, operands: string[], options: {[name: string]: string | true}}} */
function parseArguments(given) {
  const [command = "", ...rest] = given;
  /** @type {{[name: string]: string | true}} */ const options = {};
  const operands = [];
  for (let at = 0; at < rest.length; ++at) {
    const [name, value] = rest[at].split(/=(.*)/s);
    if (["--out", "--threads", "--question", "--shop", "--mail", "--phone", "--language"].includes(name)) {
      const next = value ?? rest[++at];
      if (!next) throw new UsageError(`${name} needs a value`);
      options[name.slice(2)] = next;
    } else if (["--csv", "--no-model", "--redact", "--help"].includes(rest[at])) options[rest[at].slice(2)] = true;
    else if (rest[at] === "-h") options.help = true;
    else if (rest[at].startsWith("-") && rest[at] !== "-") throw new UsageError(`attune ${command} has no option ${rest[at]}`);
    else operands.push(rest[at]);
  }
  return { command, operands, options };
}

/** @param {string | true | undefined} given */
function threadCount(given) {
  if (given === undefined) return Math.max(1, availableParallelism?.() ?? cpus().length);
  const threads = Number(given);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new UsageError("--threads takes a number from 1 to 64");
  return threads;
}

/** The lines of a stream that hold something. @param {AsyncIterable<Uint8Array>} input */
async function linesOf(input) {
  const pieces = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8").split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** @typedef {ReturnType<typeof parseArguments>} Request */

/** What each command does; a new one is an entry here and a paragraph in HELP. @type {{[command: string]: (request: Request) => Promise<void>}} */
const COMMANDS = {
  classify: (request) => answerStandardInput("classify", request),
  embed: (request) => answerStandardInput("embed", request),

  async audit({ operands, options }) {
    if (operands.length > 0) throw new UsageError("attune audit takes no file");
    const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: true });
    const { audit } = await engine.query({ query: "audit" });
    await write(process.stdout, `${JSON.stringify(audit, null, 1)}\n`);
    engine.close();
  },

  async parse({ operands, options }) {
    if (operands.length !== 1) throw new UsageError("attune parse takes one file");
    const sources = await sourcesAt(operands[0]);
    const engine = await NodeEngine.open({ threads: 1, withModel: false });
    await engine.analyse(sources, () => {});
    await parse(engine, { as: options.csv ? "csv" : "jsonl", output: process.stdout, diagnostics: process.stderr });
  },

  async analyze({ operands, options }) {
    if (operands.length === 0) throw new UsageError("attune analyze takes one file or more");
    if (typeof options.out !== "string") throw new UsageError("attune analyze needs --out DIR");
    const sources = (await Promise.all(operands.map((path) => sourcesAt(path)))).flat();
    const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: !options["no-model"] });
    const progress = progressWriter(process.stderr);
    await engine.analyse(sources, (report) => progress.show(report)).finally(() => progress.end());
    for (const path of await writeAnalysis(engine, options.out, Boolean(options.redact))) process.stderr.write(`Wrote ${path}\n`);
    engine.close();
  },

  async ask({ operands, options }) {
    if (operands.length === 0) throw new UsageError("attune ask takes one file or more");
    const questions = typeof options.question === "string" ? [options.question] : await linesOf(process.stdin);
    const sources = (await Promise.all(operands.map((path) => sourcesAt(path)))).flat();
    const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: !options["no-model"] });
    const progress = progressWriter(process.stderr);
    await engine.analyse(sources, (report) => progress.show(report)).finally(() => progress.end());
    await ask(engine, questions, process.stdout);
    engine.close();
  },

  async faq({ operands, options }) {
    if (operands.length !== 1) throw new UsageError("attune faq takes one file");
    if (typeof options.out !== "string") throw new UsageError("attune faq needs --out DIR");
    /** @param {string} name */
    const said = (name) => (typeof options[name] === "string" ? /** @type {string} */ (options[name]) : "");
    const engine = await NodeEngine.open({ threads: 1, withModel: false });
    await engine.analyse(await sourcesAt(operands[0]), () => {});
    const shop = { shop: said("shop"), mail: said("mail"), phone: said("phone"), language: said("language") };
    for (const path of await writeFaq(engine, options.out, shop)) process.stderr.write(`Wrote ${path}\n`);
    engine.close();
  },
};

/** @param {"classify" | "embed"} query @param {Request} request */
async function answerStandardInput(query, { operands, options }) {
  if (operands.length > 0) throw new UsageError(`attune ${query} reads the texts from standard input`);
  const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: true });
  await answerLines(engine, query, process.stdin, process.stdout);
  engine.close();
}

/** @param {Request} request */
async function execute(request) {
  const { command, options } = request;
  if (["--help", "-h", "help"].includes(command) || options.help) return void process.stdout.write(HELP);
  if (command === "") throw new UsageError("attune needs to be told what to do");
  if (!Object.hasOwn(COMMANDS, command)) throw new UsageError(`attune has no command ${command}`);
  await COMMANDS[command](request);
}

const FAULTS = ["crashed", "model-unavailable", "no-model", "version-mismatch"]; // not the input's doing

process.stdout.on("error", (error) => {
  // Whoever reads our output (head, say) has seen enough.
  process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE" ? 0 : 1);
});
try {
  await execute(parseArguments(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}. See ci/attune --help\n`);
  else if (error instanceof TroubleError) process.stderr.write(`${error.message}\n${process.env.ATTUNE_DETAIL ? `${error.detail}\n` : ""}`);
  else process.stderr.write(`Attune stopped because of a fault: ${detailOf(error)}\n`);
  process.exitCode = error instanceof TroubleError && !FAULTS.includes(error.code) ? 2 : 1;
}
