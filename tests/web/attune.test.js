// The contract of the command line, on the real engine.wasm (and the real language model where it is there).

import test from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectPlaces } from "../../web/cli/node_engine.js";

const attune = fileURLToPath(new URL("../../ci/attune", import.meta.url));
const noEngine = existsSync(projectPlaces.engine) ? false : "engine.wasm is not built; run ci/build";
const noModel = noEngine || (existsSync(new URL("manifest.json", projectPlaces.models)) ? false : "models/manifest.json is not there");

/**
 * @param {string[]} given @param {{input?: string | Buffer, cwd?: string}} [options]
 * @returns {Promise<{code: number | null, out: string, err: string}>}
 */
function run(given, { input = "", cwd = tmpdir() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(attune, given, { cwd });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text) => { out += text; });
    child.stderr.setEncoding("utf8").on("data", (text) => { err += text; });
    child.on("error", reject).on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => {}); // it may end before it has read all
    child.stdin.end(input);
  });
}
const objects = (/** @type {string} */ text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** A folder of files that is removed after the test. @param {import("node:test").TestContext} t @param {{[name: string]: string | Buffer}} files */
function folder(t, files) {
  const path = mkdtempSync(join(tmpdir(), "attune-"));
  t.after(() => rmSync(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

test("--help tells every command and exits with 0", { skip: noEngine }, async () => {
  const { code, out } = await run(["--help"]);
  assert.equal(code, 0);
  for (const command of ["classify", "embed", "audit", "parse", "analyze"]) assert.match(out, new RegExp(`ci/attune ${command}`));
});

for (const [given, sentence] of /** @type {[string[], RegExp][]} */ ([
  [[], /needs to be told what to do/],
  [["dance"], /no command dance/],
  [["parse"], /takes one file/],
  [["parse", "a.csv", "--colour"], /no option --colour/],
  [["analyze", "a.csv"], /needs --out/],
  [["classify", "--threads", "none"], /takes a number/],
])) {
  test(`wrong use says what is wrong: attune ${given.join(" ")}`, { skip: noEngine }, async () => {
    const { code, out, err } = await run(given);
    assert.equal(code, 1);
    assert.equal(out, "");
    assert.match(err, sentence);
    assert.match(err, /See ci\/attune --help\n$/);
  });
}

test("parse gives an object per row, with quotes, line breaks and empty cells as they are", { skip: noEngine }, async (t) => {
  const cwd = folder(t, { "a.csv": 'Comment,Stars\r\n"Good, ""really""",5\r\n"two\nlines",\r\n' });
  const { code, out } = await run(["parse", "a.csv"], { cwd });
  assert.equal(code, 0);
  assert.deepEqual(objects(out), [{ Comment: 'Good, "really"', Stars: "5" }, { Comment: "two\nlines", Stars: "" }]);
});

test("parse --csv writes RFC 4180 with a header", { skip: noEngine }, async (t) => {
  const cwd = folder(t, { "a.tsv": "Comment\tStars\nGood, really\t5\n\"a \"\"b\"\"\"\t4\n" });
  const { code, out } = await run(["parse", "a.tsv", "--csv"], { cwd });
  assert.equal(code, 0);
  assert.equal(out, 'Comment,Stars\r\n"Good, really",5\r\n"a ""b""",4\r\n');
});

test("parse lists what it could not read on stderr, a JSON object per line", { skip: noEngine }, async (t) => {
  const rows = Array.from({ length: 30 }, (_, row) => `text ${row},${row % 5}`);
  rows[12] = "one,two,three,four,five";
  const cwd = folder(t, { "a.csv": `Comment,Stars\n${rows.join("\n")}\n` });
  const { code, err } = await run(["parse", "a.csv"], { cwd });
  assert.equal(code, 0);
  const [first] = objects(err);
  assert.equal(typeof first.reason, "string");
  assert.notEqual(first.reason, "");
});

for (const [name, content] of /** @type {[string, Buffer | string][]} */ ([
  ["zeros.csv", Buffer.alloc(5000)],
  ["picture.png", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex")],
  ["empty.csv", ""],
])) {
  test(`parse refuses ${name} with exit code 2 and one sentence`, { skip: noEngine }, async (t) => {
    const { code, out, err } = await run(["parse", name], { cwd: folder(t, { [name]: content }) });
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, /^[A-Z][^\n]{15,}\n$/);
  });
}

test("a file that is not there is told with its name and exit code 2", { skip: noEngine }, async () => {
  const { code, err } = await run(["parse", "nowhere.csv"]);
  assert.equal(code, 2);
  assert.equal(err, "There is no such file: nowhere.csv\n");
});

test("analyze writes the summary, the rows and the diagnostics", { skip: noEngine }, async (t) => {
  const cwd = folder(t, { "a.csv": "Review,Stars,Date\nLovely bread,5,2024-01-02\nCold soup,1,2024-01-03\nIt was okay,3,2024-02-01\n" });
  const { code, err } = await run(["analyze", "a.csv", "--out", "result", "--no-model"], { cwd });
  assert.equal(code, 0, err);
  const summary = JSON.parse(readFileSync(join(cwd, "result/summary.json"), "utf8"));
  assert.equal(typeof summary, "object");
  assert.equal(objects(readFileSync(join(cwd, "result/rows.jsonl"), "utf8")).length, 3);
  JSON.parse(readFileSync(join(cwd, "result/diagnostics.json"), "utf8"));
});

test("analyze tells the share of voice where competitors are named", { skip: noEngine }, async (t) => {
  const rows = Array.from({ length: 20 }, (_, row) => (row % 4 === 0 ? "Blue Door is cheaper" : "A lovely shop"));
  const cwd = folder(t, { "a.csv": `Review,Stars\n${rows.map((text) => `${text},4`).join("\n")}\n` });
  const { code, err } = await run(["analyze", "a.csv", "--out", "result", "--no-model", "--competitors", "Blue Door, Nobody"], { cwd });
  assert.equal(code, 0, err);
  const voice = JSON.parse(readFileSync(join(cwd, "result/metrics.json"), "utf8")).find((/** @type {{id: string}} */ { id }) => id === "share-of-voice");
  assert.equal(voice.figure.n, 25);
  assert.equal(voice.figure.value, 0.8);
  assert.deepEqual(voice.groups.filter((/** @type {{by: string}} */ { by }) => by === "name").map((/** @type {{group: string}} */ { group }) => group), ["", "Blue Door", "Nobody"]);
});

test("analyze gives the same files each time", { skip: noEngine }, async (t) => {
  const rows = Array.from({ length: 500 }, (_, row) => `"Visit ${row}, all ${["well", "slow", "cold"][row % 3]}",${1 + (row % 5)},2024-0${1 + (row % 9)}-11`);
  const cwd = folder(t, { "a.csv": `Review,Stars,Date\n${rows.join("\n")}\n` });
  const withModel = noModel ? ["--no-model"] : [];
  await run(["analyze", "a.csv", "--out", "one", ...withModel], { cwd });
  await run(["analyze", "a.csv", "--out", "two", "--threads", "1", ...withModel], { cwd });
  for (const name of ["summary.json", "rows.jsonl", "diagnostics.json", "topics.json", "drivers.json", "trends.json", "alerts.json", "metrics.json", "priorities.json"]) {
    assert.equal(readFileSync(join(cwd, "one", name), "utf8"), readFileSync(join(cwd, "two", name), "utf8"), name);
  }
});

test("classify answers every line in its order, whatever the line is", { skip: noModel }, async () => {
  const texts = ["Absolutely wonderful, best cake in town", "", "Terrible, rude and cold", '"two\\nlines, both fine"', '"Nice" they said', "👍", "x".repeat(5000)];
  const { code, out, err } = await run(["classify"], { input: `${texts.join("\n")}\n` });
  assert.equal(code, 0, err);
  const results = objects(out);
  assert.equal(results.length, texts.length);
  for (const { sentiment, p, score, stars, starsP } of results) {
    assert.ok(["negative", "neutral", "positive"].includes(sentiment));
    assert.equal(p.length, 3);
    assert.ok(Math.abs(p[0] + p[1] + p[2] - 1) < 1e-3);
    assert.ok(score >= -1 && score <= 1 && stars >= 1 && stars <= 5);
    assert.equal(starsP.length, 5);
  }
  assert.equal(results[0].sentiment, "positive");
  assert.equal(results[2].sentiment, "negative");
  assert.equal(results[1].sentiment, "neutral", "nothing said is neutral");
});

test("classify gives a text the same answer wherever it stands and however many threads work", { skip: noModel }, async () => {
  const texts = Array.from({ length: 1200 }, (_, row) => `${["Lovely", "Awful", "Fine"][row % 3]} place number ${row} ${"and more ".repeat(row % 17)}`);
  const forth = objects((await run(["classify"], { input: texts.join("\n") })).out);
  const back = objects((await run(["classify", "--threads", "1"], { input: [...texts].reverse().join("\n") })).out);
  assert.equal(forth.length, texts.length);
  back.reverse();
  // A sum of floats may end differently in another kernel of the runtime: at most a unit of the last digit that is told.
  const numbers = (/** @type {unknown} */ value) => JSON.stringify(value).match(/-?[0-9][0-9.e-]*/g)?.map(Number) ?? [];
  const words = (/** @type {unknown} */ value) => JSON.stringify(value).replace(/-?[0-9][0-9.e-]*/g, "");
  forth.forEach((one, row) => {
    assert.equal(words(back[row]), words(one));
    const other = numbers(back[row]);
    numbers(one).forEach((number, at) => assert.ok(Math.abs(number - other[at]) < 1.5e-4, `${number} and ${other[at]}`));
  });
});

test("classify of nothing is nothing", { skip: noModel }, async () => {
  assert.deepEqual(await run(["classify"]), { code: 0, out: "", err: "" });
});

test("a reader that has seen enough ends the program quietly", { skip: noModel }, async () => {
  const child = spawn("bash", ["-c", `yes 'Good food' | head -20000 | "${attune}" classify | head -1`]);
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => { err += text; });
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 0);
  assert.equal(err, "");
});

test("classify tells the language, exact entities and scaled emotions, in bytes of the text", { skip: noModel }, async () => {
  const text = "Très cher : 12 € pour un café, écrivez à anna@example.net";
  const { code, out } = await run(["classify", "--threads", "1"], { input: `${text}\n"I love this place,\\nthank you!"\n` });
  assert.equal(code, 0);
  const [french, english] = objects(out);
  assert.equal(french.language, "fr");
  assert.equal(english.language, "en");
  const bytes = Buffer.from(text);
  const exact = french.entities.filter((/** @type {{type: string}} */ { type }) => ["money", "email"].includes(type));
  assert.deepEqual(exact.map((/** @type {{text: string}} */ one) => one.text), ["12 €", "anna@example.net"]);
  for (const { text: said, begin, end } of french.entities) assert.equal(bytes.subarray(begin, end).toString(), said);
  assert.equal(Object.keys(english.emotion).length, 28);
  assert.ok(english.emotion.love >= 0.5 || english.emotion.gratitude >= 0.5);
  assert.ok(english.intent === undefined || english.intent.p > 0);
  for (const { term, begin, end, sentiment } of english.aspects) {
    assert.equal(Buffer.from("I love this place,\nthank you!").subarray(begin, end).toString(), term);
    assert.ok(["negative", "neutral", "positive"].includes(sentiment));
  }
});

test("embed prints a vector of length 1 for each line, near for like texts", { skip: noModel }, async () => {
  const { code, out } = await run(["embed", "--threads", "1"], { input: "the delivery was late\nmy parcel came too late\nthe soup was delicious\n" });
  assert.equal(code, 0);
  const [late, parcel, soup] = objects(out);
  const cosine = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  assert.ok(Math.abs(cosine(late, late) - 1) < 1e-3);
  assert.ok(cosine(late, parcel) > cosine(late, soup) + 0.1, `${cosine(late, parcel)} against ${cosine(late, soup)}`);
});

test("audit prints gaps by gender, origin and emotion", { skip: noModel }, async () => {
  const { code, out } = await run(["audit", "--threads", "1"]);
  assert.equal(code, 0);
  const audit = JSON.parse(out);
  assert.ok(audit.sentences > 1000);
  assert.equal(audit.origins.length, 8);
  // The aim is 0.02, which origins meet and genders do not: 0.034 (models/sentiment/CARD.md). It may not get worse.
  assert.ok(audit.gender.meanAbsolute <= 0.036, `gender ${audit.gender.meanAbsolute}`);
  assert.ok(audit.origin.meanAbsolute <= 0.02, `origin ${audit.origin.meanAbsolute}`);
});

test("classify --model uses a classifier of the user's with its own tokenizer", { skip: noModel }, async () => {
  const model = fileURLToPath(new URL("fixtures/tiny_classifier", import.meta.url));
  const input = "Good bread\nbadly BAD café.\n\nbread and more\ngood good good good good good good\n";
  const { code, out, err } = await run(["classify", "--threads", "1", "--model", model], { input });
  assert.equal(code, 0, err);
  const [good, bad, empty, neither, best] = objects(out);
  assert.equal(good.sentiment, "positive");
  assert.ok(Math.abs(good.p[2] - 1 / (1 + Math.exp(-2))) < 1e-3, `${good.p}`); // two logits, 0 and 2
  assert.ok(Math.abs(bad.p[0] - 1 / (1 + Math.exp(-4))) < 1e-3, `${bad.p}`); // "bad" is the first piece of "badly"
  assert.ok(Math.abs(empty.score) < 1e-3); // no padding is heard, and no other row
  assert.ok(Math.abs(neither.score) < 1e-3);
  assert.ok(best.stars > 4.9);
});

test("classify --model says which file is missing", { skip: noModel }, async (t) => {
  const { code, err } = await run(["classify", "--model", folder(t, { "model.onnx": "x" })], { input: "good\n" });
  assert.equal(code, 2);
  assert.match(err, /A model needs model.onnx, tokenizer.json and config.json: .*tokenizer.json/);
});
