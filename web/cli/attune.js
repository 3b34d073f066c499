// The command line: the page's own engine, driver and language model in Node. See --help.

import { availableParallelism, cpus } from "node:os";
import { TroubleError, detailOf } from "../trouble.js";
import { writeAnalysis } from "./analyze.js";
import { ask } from "./ask.js";
import { answerLines } from "./classify.js";
import { columnsByRole } from "./column_choice.js";
import { writeFaq } from "./faq.js";
import { NodeEngine, sourcesAt } from "./node_engine.js";
import { write } from "./output.js";
import { parse } from "./parse.js";
import { progressWriter } from "./progress_line.js";
import { recommend } from "./recommend.js";
import { segments } from "./segments.js";
import { value } from "./value.js";

const HELP = `attune: how customers feel and why, from the files a shop already has. Everything stays on this machine.

  ci/attune classify [--threads N] [--model DIR] < texts.txt
      One UTF-8 text per line in (a line that starts with " is a JSON string), one JSON object per line out, in the
      same order: {"sentiment":"negative|neutral|positive","p":[neg,neu,pos],"score":-1..1,"stars":1..5,"starsP":[5 numbers],
      "emotion":{"joy":p,...} (from 0.5 on the label counts),"intent":{"label","p"},"language":"en" or "und",
      "entities":[{"text","type","begin","end"}],"aspects":[{"term","begin","end","sentiment","opinion"}]}; offsets are UTF-8 bytes.

      --model DIR (also for audit): with a text classifier of your own, DIR/model.onnx, tokenizer.json and config.json as
      Hugging Face tools write them (WordPiece, byte pairs or Unigram; labels negative, neutral, positive, or 1 to 5 stars).

  ci/attune embed [--threads N] < texts.txt
      The same lines in, one JSON array per line out: the text's embedding, of length 1.

  ci/attune audit [--threads N]
      How far the language model's score moves when nothing of a sentence changes but who it is about: mean differences
      with 95 % intervals by gender, origin and emotion, as one JSON object.

  ci/attune parse FILE [--csv] [--encoding LABEL]
      The tables of a file as they were read: a JSON object per row, or CSV (RFC 4180) with a header.
      Rows that could not be read go to stderr as JSON lines. Needs no language model.

  ci/attune analyze FILE... --out DIR [--threads N] [--no-model] [--redact] [--own-names A,B] [--competitors C,D] [--map role=column]...
      What the page computes, as files: summary.json, rows.jsonl, diagnostics.json; where the files tell of customers also
      customers.csv, segments.csv, recommendations.csv, value.json. Progress goes to stderr. With the names of competitors
      metrics.json tells the share of voice; without --own-names every text counts as one about the shop.

  ci/attune value FILE... [--calibration-end DATE] [--horizon-days N] [--model bg-nbd|mbg-nbd|pareto-nbd] [--map role=column]...
      Who is still a customer and what they will bring. The first line is {"parameters":{"model","r","alpha","a","b",
      "logLikelihood","fitted","customers","repeatCustomers","calibrationEnd","horizonDays","timeUnit","gammaGamma":{...},
      "backTest":{...},"subscriptions":{...}}}, then a line per customer: {"id","x","tx","T","pAlive","expectedOrders","low",
      "high","value","subscription":{...}}; the two of subscriptions only where payments come back at regular intervals.
      x: repeat orders, tx: first to last order, T: first order to the end, in weeks; orders (95 % from low to high) and
      money (value) within the horizon, 365 days if not given. Learned from orders up to DATE (YYYY-MM-DD).

  ci/attune segments FILE... [--calibration-end DATE] [--map role=column]...
      Groups of customers. First line {"parameters":{"k","silhouette","stability","tried","features",...}}, then lines of kind
      "cluster" (with the rule in words), "rfm", and one of kind "customer" each: {"kind","id","cluster","segment",
      "recency","frequency","monetary"}.

  ci/attune recommend FILE... [--top 20] [--holdout last|none] [--map role=column]...
      What to offer. First line {"parameters":{"method","top","holdout","customers","items","interactions","backTest":[{"method",
      "n","hitRate","low","high","ndcg"}]}}, then a line per customer: {"id","items":[best first],"scores"}. --holdout last: each
      customer's last item is kept from the model and told as "hidden", so that the offers can be tried on it.
      Where no customers are named, baskets stand for them ("learnedFrom":"baskets"): lines {"kind":"item","item","baskets",
      "share","items","scores"} tell what goes with each item, lines {"kind":"rule","if","then","baskets","support",
      "confidence","lift","pValue"} what is bought together; the backTest holds one item of each basket out.

  --map says which column plays a role, by name or by number from 1: customer-id, email, phone, customer-name,
      postal-code, date, order-id, product-id, product, quantity, unit-price, amount, currency, refund, status, consent,
      text, rating. May be given several times.

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

const WITH_VALUE = ["--encoding", "--out", "--threads", "--map", "--calibration-end", "--horizon-days", "--model", "--top", "--holdout",
  "--question", "--shop", "--mail", "--phone", "--language", "--own-names", "--competitors"];

/** @param {string | true | undefined} given @returns {string[]} */
const namesIn = (given) => (typeof given === "string" ? given.split(",").map((name) => name.trim()).filter(Boolean) : []);

/** A wrong use of the command line. */
class UsageError extends Error {}

/** @param {string[]} given @returns {{command: string, operands: string[], map: string[], options: {[name: string]: string | true}}} */
function parseArguments(given) {
  const [command = "", ...rest] = given;
  /** @type {{[name: string]: string | true}} */ const options = {};
  const operands = [];
  const map = [];
  for (let at = 0; at < rest.length; ++at) {
    const [name, value] = rest[at].split(/=(.*)/s);
    if (WITH_VALUE.includes(name)) {
      const next = value ?? rest[++at];
      if (!next) throw new UsageError(`${name} needs a value`);
      if (name === "--map") map.push(next);
      else options[name.slice(2)] = next;
    } else if (["--csv", "--no-model", "--redact", "--help"].includes(rest[at])) options[rest[at].slice(2)] = true;
    else if (rest[at] === "-h") options.help = true;
    else if (rest[at].startsWith("-") && rest[at] !== "-") throw new UsageError(`attune ${command} has no option ${rest[at]}`);
    else operands.push(rest[at]);
  }
  return { command, operands, map, options };
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

/** @param {string | true | undefined} given */
const text = (given) => typeof given === "string" ? given : undefined;

/** @param {string} name @param {string | true | undefined} given @param {number} least @param {number} most */
function numberIn(name, given, least, most) {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most) throw new UsageError(`${name} takes a number from ${least} to ${most}`);
  return value;
}

/** @param {string[]} map */
function columnsOf(map) {
  try {
    return columnsByRole(map);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a command that needs no language model over files, its lines to standard output.
 * @param {string} command @param {string[]} operands
 * @param {(engine: NodeEngine, sources: import("../slice_reader.js").Source[], output: NodeJS.WritableStream,
 *   onProgress: (progress: import("../protocol.js").ProgressReply) => void) => Promise<void>} work
 */
async function aboutCustomers(command, operands, work) {
  if (operands.length === 0) throw new UsageError(`attune ${command} takes one file or more`);
  const sources = (await Promise.all(operands.map((path) => sourcesAt(path)))).flat();
  const engine = await NodeEngine.open({ threads: 1, withModel: false });
  const progress = progressWriter(process.stderr);
  await work(engine, sources, process.stdout, (report) => progress.show(report)).finally(() => progress.end());
  engine.close();
}

/** @typedef {ReturnType<typeof parseArguments>} Request */

/** What each command does; a new one is an entry here and a paragraph in HELP. @type {{[command: string]: (request: Request) => Promise<void>}} */
const COMMANDS = {
  classify: (request) => answerStandardInput("classify", request),
  embed: (request) => answerStandardInput("embed", request),

  async audit({ operands, options }) {
    if (operands.length > 0) throw new UsageError("attune audit takes no file");
    const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: true, customModel: folderOf(options.model) });
    const { audit } = await engine.query({ query: "audit" });
    await write(process.stdout, `${JSON.stringify(audit, null, 1)}\n`);
    engine.close();
  },

  async parse({ operands, options }) {
    if (operands.length !== 1) throw new UsageError("attune parse takes one file");
    const sources = await sourcesAt(operands[0]);
    const engine = await NodeEngine.open({ threads: 1, withModel: false });
    const encoding = text(options.encoding);
    await engine.analyse(sources, () => {}, { options: encoding ? { encoding } : {} });
    await parse(engine, { as: options.csv ? "csv" : "jsonl", output: process.stdout, diagnostics: process.stderr });
  },

  async value({ operands, map, options }) {
    const until = text(options["calibration-end"]);
    if (until && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new UsageError("--calibration-end takes a date like 2024-06-30");
    const horizonDays = numberIn("--horizon-days", options["horizon-days"], 1, 3650);
    const model = text(options.model);
    await aboutCustomers("value", operands, (engine, sources, output, onProgress) =>
      value(engine, sources, { columns: columnsOf(map), until, horizonDays, model, output, onProgress }));
  },

  async segments({ operands, map, options }) {
    const until = text(options["calibration-end"]);
    await aboutCustomers("segments", operands, (engine, sources, output, onProgress) =>
      segments(engine, sources, { columns: columnsOf(map), until, output, onProgress }));
  },

  async recommend({ operands, map, options }) {
    const holdout = text(options.holdout) ?? "none";
    if (!["last", "none"].includes(holdout)) throw new UsageError("--holdout takes last or none");
    const top = numberIn("--top", options.top, 1, 1000) ?? 20;
    await aboutCustomers("recommend", operands, (engine, sources, output, onProgress) =>
      recommend(engine, sources, { columns: columnsOf(map), top, hidesLast: holdout === "last", output, onProgress }));
  },

  async analyze({ operands, map, options }) {
    if (operands.length === 0) throw new UsageError("attune analyze takes one file or more");
    if (typeof options.out !== "string") throw new UsageError("attune analyze needs --out DIR");
    const sources = (await Promise.all(operands.map((path) => sourcesAt(path)))).flat();
    const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: !options["no-model"] });
    const progress = progressWriter(process.stderr);
    await engine.analyse(sources, (report) => progress.show(report), { columns: columnsOf(map) }).finally(() => progress.end());
    const [own, competitors] = [namesIn(options["own-names"]), namesIn(options.competitors)];
    if (competitors.length > 0) await engine.query({ query: "brands", own, competitors });
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

/** @param {string | true | undefined} given */
const folderOf = (given) => (typeof given === "string" ? given : undefined);

/** @param {"classify" | "embed"} query @param {Request} request */
async function answerStandardInput(query, { operands, options }) {
  if (operands.length > 0) throw new UsageError(`attune ${query} reads the texts from standard input`);
  const engine = await NodeEngine.open({ threads: threadCount(options.threads), withModel: true, customModel: folderOf(options.model) });
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
