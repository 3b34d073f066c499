// The words that an explanation marks are the words that matter: leaving the heaviest ones out moves the real model's
// score further than leaving out as many others (deletion test, as in DeYoung et al. 2020, "ERASER").
import test from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { NodeEngine, projectPlaces } from "../../web/cli/node_engine.js";

const skip = !existsSync(projectPlaces.engine) ? "engine.wasm is not built; run ci/build"
  : !existsSync(new URL("manifest.json", projectPlaces.models)) ? "models/manifest.json is not there" : false;

const SENTENCES = [
  "The bread was fresh and the lady behind the counter gave us a wonderful welcome on Saturday",
  "We waited an hour for two cold coffees and nobody at the desk said sorry",
  "I love this little shop, my parcel came a day early and was packed with care",
  "The hotel room smelled of smoke and the shower in our bathroom was broken all week",
  "Great prices and a helpful young man who explained every part of the machine to us",
  "This is the worst phone I have bought in years, it went dead after a single day",
  "Our guide was funny, patient and knew every corner of the old town by heart",
  "The blue jacket arrived torn and the seller has ignored four of my messages so far",
  "Delicious soup, generous portions and a lovely view over the river from our table",
  "They charged my card twice and the hotline was rude when I called about it",
  "My son was thrilled with the bicycle and it took ten minutes to put together",
  "The app crashes whenever I open the map and that makes it useless on the road",
  "A charming place with excellent cake, we will come back when we are in town",
  "The mattress is far too soft and I wake up with a terrible back every morning",
  "Quick delivery, good packaging and the lamp looks even better than in the pictures",
  "The waiter forgot our order and then blamed us in front of the other guests",
  "Amazing service from start to finish, the new boiler was in by four in the afternoon",
  "The shoes fell apart in the second week and the shop refuses to take them back",
  "Thank you for the beautiful flowers, my mother was so happy on her birthday",
  "Dirty tables, sticky floor and a sour smell from the kitchen spoiled the evening",
  "The staff at reception were kind and found us a quiet room with a balcony",
  "Overpriced and boring, half of the museum was closed and nobody had told us",
  "The sound of these headphones is brilliant and they sit comfortably on my ears",
  "I am disappointed by the thin paper, the ink shows through on every other page",
];
const TOP = 2;

/** A generator that gives the same numbers everywhere (Park, Miller 1988). @param {number} seed @returns {Generator<number, never>} */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

/** @param {Uint8Array} bytes @param {{begin: number, end: number}[]} words */
function without(bytes, words) {
  const kept = bytes.filter((_, at) => !words.some(({ begin, end }) => at >= begin && at < end));
  return new TextDecoder().decode(kept).replace(/ {2,}/g, " ").trim();
}

test("leaving out the heaviest words moves the score more than leaving out others", { skip }, async () => {
  const engine = await NodeEngine.open({ threads: 2, withModel: true });
  const csv = new TextEncoder().encode(`Stars,Review\n${SENTENCES.map((text) => `3,"${text}"\n`).join("")}`);
  const slice = async (/** @type {number} */ offset, /** @type {number} */ length) => csv.subarray(offset, offset + length);
  await engine.analyse([{ name: "reviews.csv", size: csv.length, slice }], () => {});

  const random = numbers(7);
  const texts = /** @type {string[]} */ ([]);
  for (const [row, sentence] of SENTENCES.entries()) {
    const bytes = new TextEncoder().encode(sentence);
    const { words } = await engine.query({ query: "explain", row });
    const byWeight = [...words].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    const others = byWeight.slice(TOP);
    for (let i = others.length - 1; i > 0; --i) {
      const j = Math.floor(random.next().value * (i + 1));
      [others[i], others[j]] = [others[j], others[i]];
    }
    texts.push(sentence, without(bytes, byWeight.slice(0, TOP)), without(bytes, others.slice(0, TOP)), without(bytes, others.slice(TOP, 2 * TOP)));
  }
  const { results } = await engine.query({ query: "classify", texts });
  engine.close();

  const scores = results.map((/** @type {{score: number}} */ { score }) => score);
  let top = 0;
  let other = 0;
  let wins = 0;
  for (let at = 0; at < scores.length; at += 4) {
    const moved = (/** @type {number} */ i) => Math.abs(scores[at] - scores[at + i]);
    const average = (moved(2) + moved(3)) / 2;
    top += moved(1) / SENTENCES.length;
    other += average / SENTENCES.length;
    if (moved(1) > average) wins += 1;
  }
  console.log(`heaviest words: ${top.toFixed(3)}, others: ${other.toFixed(3)}, heavier in ${wins} of ${SENTENCES.length}`);
  assert.ok(top > 2 * other, `${top} against ${other}`);
  assert.ok(wins >= 0.8 * SENTENCES.length, `${wins} of ${SENTENCES.length}`);
});
