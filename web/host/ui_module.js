// ui.wasm as an object: numbers and text in, frames out. The numbers are those of wasm/ui_input.hpp.

const INPUT = { resize: 0, pointer: 1, pointerGone: 2, button: 3, scroll: 4, pageFocus: 5, context: 6, preferences: 7, focus: 8, activate: 9, number: 10, resend: 11 };
const TEXT = { keyDown: 0, keyUp: 1, field: 2 };
const FIGURES = ["frames", "widgetsMillis", "renderMillis", "mirrorMillis", "worstMillis", "items", "synchronisations"];

/** @typedef {keyof typeof INPUT} InputKind */

/**
 * What Emscripten gives us. The heaps are read anew each time: growth detaches old views.
 * @typedef {{
 *   HEAPU8: Uint8Array, HEAP32: Int32Array, HEAPU32: Uint32Array, HEAPF32: Float32Array,
 *   _attune_ui_reserve(size: number): number,
 *   _attune_ui_start(length: number, showsGallery: number): number,
 *   _attune_ui_snapshot(length: number): number,
 *   _attune_ui_event(length: number): number,
 *   _attune_ui_input(kind: number, a: number, b: number, c: number): void,
 *   _attune_ui_text(kind: number, argument: number, length: number): void,
 *   _attune_ui_frame(nowMillis: number): number,
 *   _attune_ui_prepare(millis: number): number,
 *   _attune_ui_figure(which: number): number,
 * }} UiExports
 */

export class UiModule {
  #wasm;
  #encoder = new TextEncoder();

  /** @param {UiExports} wasm */
  constructor(wasm) {
    this.#wasm = wasm;
  }

  /** @param {string} canvasSelector @param {boolean} showsGallery @returns {boolean} false without WebGL2 */
  start(canvasSelector, showsGallery) {
    return this.#wasm._attune_ui_start(this.#put(canvasSelector), Number(showsGallery)) === 0;
  }

  /** @param {InputKind} kind @param {number} [a] @param {number} [b] @param {number} [c] */
  input(kind, a = 0, b = 0, c = 0) {
    this.#wasm._attune_ui_input(INPUT[kind], a, b, c);
  }

  /** @param {string} code  KeyboardEvent.code @param {boolean} isDown @param {number} modifiers */
  key(code, isDown, modifiers) {
    this.#wasm._attune_ui_text(isDown ? TEXT.keyDown : TEXT.keyUp, modifiers, this.#put(code));
  }

  /** @param {number} id @param {string} text */
  setField(id, text) {
    this.#wasm._attune_ui_text(TEXT.field, id, this.#put(text));
  }

  /** @param {object} event @returns {boolean} */
  event(event) {
    return this.#wasm._attune_ui_event(this.#put(JSON.stringify(event))) === 0;
  }

  /** @param {ArrayBuffer} bytes @returns {boolean} */
  snapshot(bytes) {
    return this.#wasm._attune_ui_snapshot(this.#putBytes(new Uint8Array(bytes))) === 0;
  }

  /** @param {number} nowMillis @returns {number} milliseconds until the next frame is wanted */
  frame(nowMillis) {
    return this.#wasm._attune_ui_frame(nowMillis);
  }

  /** Between frames, in idle moments. @param {number} millis @returns {boolean} true when there is nothing left to do */
  prepare(millis) {
    return this.#wasm._attune_ui_prepare(millis) !== 0;
  }

  /** What the canvas has done so far, for tests and measurements. */
  figures() {
    return Object.fromEntries(FIGURES.map((name, which) => [name, this.#wasm._attune_ui_figure(which)]));
  }

  /** @param {string} text */
  #put(text) {
    return this.#putBytes(this.#encoder.encode(text));
  }

  /** @param {Uint8Array} bytes */
  #putBytes(bytes) {
    const pointer = this.#wasm._attune_ui_reserve(bytes.length);
    this.#wasm.HEAPU8.set(bytes, pointer);
    return bytes.length;
  }
}
