// Which of a shop's answers fits a question: Okapi BM25 over word stems, the twin of src/insight/bm25.hpp and
// replies_library.hpp without meanings. A plain script: it leaves AttuneFaq on the global object.
"use strict";

(() => {
  const SATURATION = 1.2;
  const LENGTH_SHARE = 0.5;
  const SURE_FROM = 0.35; // the answer is given
  const NEAR_FROM = 0.15; // the question is offered
  const ENDINGS = ["ungen", "ations", "ation", "ingly", "ments", "ment", "iones", "ing", "ies", "ung", "ion", "ers", "ens", "en", "ed", "es",
    "er", "em", "ly", "ys", "s", "e", "a", "o", "y", "t"];
  const FILLER = new Set(("a an the of on in at to for with about by from is are was were be do does did can could would will i we you they it " +
    "my your our me us this that there what which and or so please have has had am d s t m ve re ll like want need get some any " +
    "der die das den dem ein eine einen ist sind war hat haben ich wir sie es mein euer ihr uns und oder mit fur zu im am auf bitte kann konnen was " +
    "le la les un une des du de est sont je vous nous il elle mon votre et ou avec pour en au aux que qui ce peut puis " +
    "el los las una unos es son yo usted su mi y o con para en al del que se puedo puede hay").split(" "));

  /** @param {string} text */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss").replace(/\u2019/g, "'");

  /** @param {string} word */
  function stem(word) {
    const ending = ENDINGS.find((one) => word.length >= one.length + 3 && word.endsWith(one));
    const rest = ending ? word.slice(0, -ending.length) : word;
    return rest.length > 3 && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest;
  }

  /** @param {string} text */
  const stemsOf = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FILLER.has(word)).map(stem);

  /** @typedef {{question: string, answer: string}} Entry */
  /** @typedef {{entry: Entry, confidence: number}} Match */

  class Matcher {
    /** @param {Entry[]} entries */
    constructor(entries) {
      this.entries = entries;
      // The question says most; the answer's own words help where it is short.
      this.texts = entries.map(({ question, answer }) => stemsOf(`${question} ${question} ${answer.slice(0, 400)}`));
      /** @type {Map<string, Map<number, number>>} */
      this.postings = new Map();
      this.texts.forEach((stems, at) => {
        for (const one of stems) {
          const rows = this.postings.get(one) ?? new Map();
          this.postings.set(one, rows.set(at, (rows.get(at) ?? 0) + 1));
        }
      });
      this.meanLength = Math.max(1, this.texts.reduce((sum, stems) => sum + stems.length, 0) / Math.max(1, this.texts.length));
    }

    /** The best `most` entries, best first; none where no word is known. @param {string} asked @param {number} most @returns {Match[]} */
    match(asked, most) {
      const scores = new Array(this.entries.length).fill(0);
      const known = new Array(this.entries.length).fill(0);
      let all = 0;
      for (const one of new Set(stemsOf(asked))) {
        const rows = this.postings.get(one) ?? new Map();
        const weight = Math.log(1 + (this.entries.length - rows.size + 0.5) / (rows.size + 0.5));
        all += weight;
        for (const [at, times] of rows) {
          const length = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * this.texts[at].length) / this.meanLength);
          scores[at] += (weight * times * (SATURATION + 1)) / (times + length);
          known[at] += weight;
        }
      }
      const order = scores.map((_, at) => at).filter((at) => scores[at] > 0).sort((a, b) => scores[b] - scores[a] || a - b);
      // Rows with the same answer are one answer asked for in several ways.
      const answers = new Set();
      const best = order.filter((at) => !answers.has(this.entries[at].answer) && answers.add(this.entries[at].answer)).slice(0, most);
      return best.map((at, place) => {
        const lead = place === 0 ? (best.length > 1 ? (scores[at] - scores[best[1]]) / scores[at] : 1) : 0;
        return { entry: this.entries[at], confidence: (known[at] / all) * (0.6 + 0.4 * lead) * (scores[at] / scores[best[0]]) };
      });
    }

    /**
     * What to say: an answer, questions that may be meant, or nothing.
     * @param {string} asked @returns {{answer: Match | null, near: Match[]}}
     */
    reply(asked) {
      const matches = this.match(asked, 4);
      const answer = matches.length > 0 && matches[0].confidence >= SURE_FROM ? matches[0] : null;
      return { answer, near: matches.slice(answer ? 1 : 0).filter(({ confidence }) => confidence >= NEAR_FROM) };
    }
  }

  /** @type {any} */ (globalThis).AttuneFaq = { Matcher, stemsOf };
})();
