// What Attune was taught, as the engine tells it: it outlives the engine, and the visit if the user wants it
// (kept_work.js). A new engine learns what an earlier one knew.

/** @typedef {import("../protocol.js").Reply} Reply */
/** @typedef {import("../protocol.js").Query} Query */

const TEACHING = new Set(["correct", "defineIntent", "removeIntent", "recalibrate", "brands", "learn"]);

export class Taught {
  #doors;
  #knowledge = ""; // as knowledge.json
  #isKnown = false; // to the engine that runs
  /** @type {Set<number>} */ #questions = new Set(); // that teach, and are not answered yet

  /**
   * @param {{ask: (knowledge: string) => number, tellAll: (deliver: (knowledge: string) => void) => void,
   *   kept: import("./kept_work.js").KeptWork}} doors  ask: has it learned, and gives the question's number; tellAll: asks for all that
   *   the engine has learned
   */
  constructor(doors) {
    this.#doors = doors;
  }

  get knowledge() {
    return this.#knowledge;
  }

  /** @param {string} knowledge */
  learn(knowledge) {
    this.#questions.add(this.#doors.ask(knowledge));
  }

  /** Before it is sent. @param {Query} query */
  watch(query) {
    if (TEACHING.has(query.query)) this.#questions.add(query.id);
  }

  /** @param {Reply} reply */
  hear(reply) {
    if (reply.type === "ready") this.#isKnown = false;
    if (reply.type === "done") void this.#teachAgain();
    if (reply.type !== "answer" || reply.answer.pending || !this.#questions.delete(reply.answer.id)) return;
    if (!reply.answer.error) {
      this.#doors.tellAll((knowledge) => {
        this.#knowledge = knowledge;
        void this.#doors.kept.keepKnowledge(knowledge);
      });
    }
  }

  forget() {
    this.#knowledge = "";
    this.#questions.clear();
  }

  async #teachAgain() {
    if (this.#isKnown) return;
    this.#isKnown = true;
    this.#knowledge ||= await this.#doors.kept.knowledge();
    if (this.#knowledge) this.learn(this.#knowledge);
  }
}
