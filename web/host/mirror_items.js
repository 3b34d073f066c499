// The layout of the mirror's items in the wasm heap: the words of ui::MirrorItem (src/ui/semantics/item.hpp).
// tests/unit/ui/mirror_contract_test.cpp compares the two.

/** @typedef {import("./ui_module.js").UiExports} UiExports */

// In the order of ui::Role.
export const ROLES = /** @type {const} */ ([
  "none", "generic", "region", "navigation", "main", "dialog", "group", "list", "listitem", "listbox", "option",
  "radiogroup", "radio", "checkbox", "switch", "button", "link", "slider", "textbox", "searchbox", "textarea", "datebox",
  "combobox", "tablist", "tab", "tabpanel", "table", "row", "columnheader", "cell", "text", "heading", "progressbar",
  "figure", "image", "quote", "status", "menu", "menuitem", "tree", "treeitem", "plaintable", "plaincell",
  "suggestbox", "suggestion",
]);
/** @typedef {(typeof ROLES)[number]} Role */

export const STATE = {
  checked: 1, expandable: 2, expanded: 4, selected: 8, disabled: 16, clipped: 32, modal: 64, sortAscending: 128,
  sortDescending: 256, current: 512, mixed: 1024, invalid: 2048, hasPopup: 4096, rightToLeft: 8192,
};

const WORDS = 25;
const utf8 = new TextDecoder();

/**
 * @typedef {{
 *   id: number, parent: number, role: Role, states: number,
 *   x: number, y: number, width: number, height: number, clip: [number, number, number, number],
 *   name: string, value: string, description: string,
 *   now: number, minimum: number, maximum: number, level: number, setSize: number, related: number, hash: number,
 * }} MirrorItem  places in device pixels; clip: what is cut off at top, right, bottom, left
 */

/** The items as they lie in the heap; the texts are only decoded for an item that is asked for. */
export class ItemList {
  #bytes;
  #words;
  #numbers;
  #arena;

  /** @param {UiExports} wasm @param {number} items  a pointer @param {number} count @param {number} arena  a pointer */
  constructor(wasm, items, count, arena) {
    this.#bytes = wasm.HEAPU8;
    this.#words = wasm.HEAPU32.subarray(items >> 2, (items >> 2) + count * WORDS);
    this.#numbers = wasm.HEAPF32.subarray(items >> 2, (items >> 2) + count * WORDS);
    this.#arena = arena;
    this.count = count;
  }

  /** @param {number} at */
  id(at) {
    return this.#words[at * WORDS];
  }
  /** @param {number} at */
  parent(at) {
    return this.#words[at * WORDS + 1] | 0;
  }
  /** @param {number} at */
  role(at) {
    return ROLES[this.#words[at * WORDS + 2]];
  }
  /** @param {number} at */
  hash(at) {
    return this.#words[at * WORDS + 24];
  }

  /** @param {number} at @returns {MirrorItem} */
  item(at) {
    const word = at * WORDS, w = this.#words, n = this.#numbers;
    return {
      id: w[word], parent: w[word + 1] | 0, role: ROLES[w[word + 2]], states: w[word + 3],
      x: n[word + 4], y: n[word + 5], width: n[word + 6], height: n[word + 7],
      clip: [n[word + 8], n[word + 9], n[word + 10], n[word + 11]],
      name: this.#text(w[word + 12], w[word + 13]), value: this.#text(w[word + 14], w[word + 15]),
      description: this.#text(w[word + 16], w[word + 17]),
      now: n[word + 18], minimum: n[word + 19], maximum: n[word + 20],
      level: w[word + 21] | 0, setSize: w[word + 22] | 0, related: w[word + 23], hash: w[word + 24],
    };
  }

  /** @param {number} begin @param {number} size */
  #text(begin, size) {
    return size === 0 ? "" : utf8.decode(this.#bytes.subarray(this.#arena + begin, this.#arena + begin + size));
  }
}
