// Keys for the canvas. Tab belongs to the browser, which walks the mirror; a focused text field keeps its own
// keys; the rest goes to ImGui, and the browser's shortcuts stay the browser's. One is ours: Ctrl-K, which edits no text
// anywhere but on Apple's keyboards, where it is Cmd-K instead.

import { isTextField } from "./pointer_input.js";

/** @typedef {import("./ui_module.js").UiModule} UiModule */
/** @typedef {import("./frame_loop.js").FrameLoop} FrameLoop */

/** Shortcuts are held with Cmd instead of Ctrl. */
export const hasCommandKey = () => /Mac|iPhone|iPad/.test(navigator.platform);

const LIST_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]); // of a field with suggestions below it
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
    const code = codeOf(event);
    const modifiers = Number(event.ctrlKey) | (Number(event.shiftKey) << 1) | (Number(event.altKey) << 2) | (Number(event.metaKey) << 3);
    this.#ui.key(code, isDown, modifiers);
    const isScrolling = SCROLLING_KEYS.has(event.code) && (!isTextField(event.target) || LIST_KEYS.has(event.code));
    if (isPalette(event) || isScrolling) event.preventDefault();
    this.#frames.wake();
  }

  /** @param {KeyboardEvent} event */
  #isForCanvas(event) {
    if (event.code === "Tab" || event.isComposing) return false;
    const active = document.activeElement;
    const isOurs = active === null || active === document.body || this.#mirrorRoot.contains(active);
    if (!isOurs) return false; // a notice of the page around the canvas
    if (event.code === "Escape" || isPalette(event)) return true;
    if (isTextField(active)) {
      const isForList = active.getAttribute("role") === "combobox" && LIST_KEYS.has(event.code);
      return isForList || (active.localName === "input" && event.code === "Enter");
    }
    if (active instanceof HTMLInputElement && active.type === "range") return false;
    const isNativeClick = active instanceof HTMLButtonElement || active instanceof HTMLInputElement;
    return !(isNativeClick && (event.code === "Enter" || event.code === "NumpadEnter" || event.code === "Space"));
  }
}

/** Letters and "?" by what is printed on the key (Ctrl+K on any layout), the rest by position. @param {KeyboardEvent} event */
function codeOf({ key, code }) {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return key === "?" ? "Question" : code;
}

/** @param {KeyboardEvent} event */
function isPalette(event) {
  const isHeld = hasCommandKey() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return isHeld && !event.altKey && !event.shiftKey && codeOf(event) === "KeyK";
}
