// An engine that follows a script, for tests of the loop around it. Steps are values or functions that
// give one; when the script ends it has finished. Everything the driver hands over is kept.

/** @typedef {import("../../web/protocol.js").Step} Step */

export class ScriptedEngine {
  /** @type {any[]} */ commands = [];
  /** @type {number[][]} */ fed = [];
  /** @type {{number: number, scores: number[]}[]} */ provided = [];
  /** @type {(Step | (() => Step))[]} */ script;
  steps = 0;
  /** @type {(query: any) => any} */ onQuery = (query) => ({ id: query.id });

  /** @param {(Step | (() => Step))[]} script */
  constructor(script) {
    this.script = script;
  }

  /** @param {any} command */
  command(command) {
    this.commands.push(command);
    return {};
  }

  /** @param {Uint8Array} bytes */
  feed(bytes) {
    this.fed.push([...bytes]);
  }

  /** @param {number} number @param {Float32Array} scores */
  provide(number, scores) {
    this.provided.push({ number, scores: [...scores] });
  }

  /** @param {any} query */
  query(query) {
    return this.onQuery(query);
  }

  /** @returns {Step} */
  step() {
    this.steps += 1;
    const next = this.script.shift() ?? { kind: "finished" };
    return typeof next === "function" ? next() : next;
  }
}

/** @param {number} number @returns {Step} */
export const needsInference = (number) => ({
  kind: "needs-inference",
  batch: { number, rows: 1, width: 1, model: 0, ids: new Int32Array([number]) },
});

/** @param {number} done @param {number} total @returns {Step} */
export const advanced = (done, total = 0, stage = "reading") => ({
  kind: "advanced",
  progress: { run: 0, stage, label: "Reading", done, total, unit: "rows" },
});
