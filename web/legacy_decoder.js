// Decodes text of East Asian encodings as the Encoding Standard says (encoding.spec.whatwg.org). Browsers' own TextDecoder
// does; Node's follows older tables: it knows the older half of the Korean encoding only, gives private characters for codes
// that mean nothing, and swallows the letter after them.

/** How each encoding's bytes make characters: what follows a lead byte. @type {{[encoding: string]: (lead: number) => number}} */
const LENGTHS = {
  shift_jis: (lead) => (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc) ? 2 : 1,
  "euc-kr": (lead) => lead >= 0x81 && lead <= 0xfe ? 2 : 1,
  big5: (lead) => lead >= 0x81 && lead <= 0xfe ? 2 : 1,
  "euc-jp": (lead) => lead === 0x8f ? 3 : lead === 0x8e || (lead >= 0xa1 && lead <= 0xfe) ? 2 : 1,
};

const REPLACEMENT = "\ufffd";

/** @param {string} encoding a label of TextDecoder's @returns {{decode: (bytes: Uint8Array, options: {stream: boolean}) => string}} */
export function legacyDecoder(encoding) {
  const decoder = new TextDecoder(encoding);
  const lengthOf = LENGTHS[decoder.encoding];
  return !lengthOf || followsStandard() ? decoder : new TableDecoder(decoder.encoding, lengthOf);
}

const followsStandard = () => new TextDecoder("euc-kr").decode(new Uint8Array([0x81, 0x41])) === "갂";

class TableDecoder {
  #encoding;
  #lengthOf;
  /** @type {Map<number, string>} */ #characters = new Map();
  /** @type {number[]} */ #pending = [];

  /** @param {string} encoding @param {(lead: number) => number} lengthOf */
  constructor(encoding, lengthOf) {
    this.#encoding = encoding;
    this.#lengthOf = lengthOf;
    if (encoding === "euc-kr") this.#characters = youngerHangul();
  }

  /** @param {Uint8Array} bytes @param {{stream: boolean}} options */
  decode(bytes, { stream }) {
    const parts = [];
    for (const byte of bytes) {
      this.#pending.push(byte);
      while (this.#pending.length > 0 && this.#pending.length >= this.#lengthOf(this.#pending[0])) parts.push(this.#take());
    }
    if (!stream && this.#pending.length > 0) {
      this.#pending = [];
      parts.push(REPLACEMENT);
    }
    return parts.join("");
  }

  /** The first character of what is pending. An ASCII byte after a lead it does not belong to is a character of its own. */
  #take() {
    const length = this.#lengthOf(this.#pending[0]);
    const code = this.#pending.splice(0, length);
    if (length === 1 && code[0] < 0x80) return String.fromCharCode(code[0]);
    const character = this.#characterOf(code);
    if (character === REPLACEMENT && length > 1 && code[length - 1] < 0x80) this.#pending.unshift(code[length - 1]);
    return character;
  }

  /** @param {number[]} code */
  #characterOf(code) {
    const key = code.reduce((number, byte) => number * 256 + byte, 0);
    let character = this.#characters.get(key);
    if (character === undefined) {
      character = new TextDecoder(this.#encoding).decode(new Uint8Array(code));
      // More than one character, or a private one: the host has no meaning for this code. (Shift_JIS has private ones.)
      const isPrivate = this.#encoding !== "shift_jis" && character >= "\ue000" && character <= "\uf8ff";
      if ([...character].length !== 1 || isPrivate) character = REPLACEMENT;
      this.#characters.set(key, character);
    }
    return character;
  }
}

/**
 * The Korean encoding's younger half: the 8,822 syllables that the older half (KS X 1001, 2,350 of them) lacks, in
 * Unicode's order, where the older half left room.
 */
function youngerHangul() {
  const older = new Set();
  const decoder = new TextDecoder("euc-kr");
  for (let lead = 0xb0; lead <= 0xc8; ++lead) {
    for (let trail = 0xa1; trail <= 0xfe; ++trail) older.add(decoder.decode(new Uint8Array([lead, trail])));
  }
  const trails = Array.from({ length: 0xff - 0x41 }, (_, i) => 0x41 + i).filter((trail) => trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81);
  const characters = new Map([[0xa2e6, "€"], [0xa2e7, "®"]]); // of 1998
  let [lead, at] = [0x81, 0];
  for (let point = 0xac00; point <= 0xd7a3; ++point) {
    const syllable = String.fromCharCode(point);
    if (older.has(syllable)) continue;
    characters.set(lead * 256 + trails[at], syllable);
    if (++at === trails.length || (lead > 0xa0 && trails[at] > 0xa0)) [lead, at] = [lead + 1, 0];
  }
  return characters;
}
