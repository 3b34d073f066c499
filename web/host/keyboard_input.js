// Keys for the canvas. Tab belongs to the browser, which walks the mirror; a focused text field keeps its own
// keys; the rest goes to ImGui, and the browser's shortcuts stay the browser's.

import { isTextField } from "./pointer_input.js";

/** @typedef {import("./ui_module.js").UiModule} UiModule */
/** @typedef {import("./frame_loop.js").FrameLoop} FrameLoop */

const SCROLLING_KEYS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "Space"]);

export class KeyboardInput {
  #ui;
  #frames;
  #mirrorRoot;

  /** @param {UiModule} ui @param {FrameLoop} frames @param {HTMLElement} mirrorRoot */
  constructor(ui, frames, mirrorRoot) {
    this.#ui = ui;
    this.#frames = frames;
    this.#mirrorRoot = mirrorRoot;
    window.addEventListener("keydown", (event) => this.#key(event, true));
    window.addEventListener("keyup", (event) => this.#key(event, false));
    window.addEventListener("focus", () => this.#focus(true));
    window.addEventListener("blur", () => this.#focus(false));
  }

  /** @param {boolean} hasFocus */
  #focus(hasFocus) {
    this.#ui.input("pageFocus", Number(hasFocus));
    this.#frames.wake();
  }

  /** @param {KeyboardEvent} event @param {boolean} isDown */
  #key(event, isDown) {
    if (!this.#isForCanvas(event)) return;
    // Letters by what is printed on the key (Ctrl+K on any layout), the rest by position.
    const code = /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;
    const modifiers = Number(event.ctrlKey) | (Number(event.shiftKey) << 1) | (Number(event.altKey) << 2) | (Number(event.metaKey) << 3);
    this.#ui.key(code, isDown, modifiers);
    const isPalette = (event.ctrlKey || event.metaKey) && code === "KeyK";
    if (isPalette || (SCROLLING_KEYS.has(event.code) && !isTextField(event.target))) event.preventDefault();
    this.#frames.wake();
  }

  /** @param {KeyboardEvent} event */
  #isForCanvas(event) {
    if (event.code === "Tab" || event.isComposing) return false;
    const active = document.activeElement;
    const isOurs = active === null || active === document.body || this.#mirrorRoot.contains(active);
    if (!isOurs) return false; // a notice of the page around the canvas
    if (event.code === "Escape") return true;
    if (isTextField(active)) return active.localName === "input" && event.code === "Enter";
    if (active instanceof HTMLInputElement && active.type === "range") return false;
    const isNativeClick = active instanceof HTMLButtonElement || active instanceof HTMLInputElement;
    return !(isNativeClick && (event.code === "Enter" || event.code === "NumpadEnter" || event.code === "Space"));
  }
}
