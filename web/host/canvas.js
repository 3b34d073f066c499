// Starts the canvas: loads ui.wasm, joins it to the browser's text, pointer, keyboard and the mirror, and hands
// its commands to the page.

import { BrowserText } from "./browser_text.js";
import { CanvasSize } from "./canvas_size.js";
import { FrameLoop } from "./frame_loop.js";
import { KeyboardInput, hasCommandKey } from "./keyboard_input.js";
import { Mirror } from "./mirror.js";
import { PointerInput, isTextField } from "./pointer_input.js";
import { UiModule } from "./ui_module.js";

/** @typedef {import("./ui_module.js").UiExports} UiExports */

const PREFERENCES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more), (forced-colors: active)", "(prefers-reduced-motion: reduce)"];

/**
 * `wasmUrl` names the module ui.js, beside ui.wasm; commands are those of src/protocol/README.md, "Page and ui.wasm".
 * @param {{wasmUrl: URL | string, canvas: HTMLCanvasElement, mirrorRoot: HTMLElement, onCommand: (command: any) => void}} options
 * @returns {Promise<{postEvent(event: object): void, postSnapshot(bytes: ArrayBuffer): void, wake(): void, figures(): {[name: string]: number}}>}
 *   rejects with a sentence where there is no WebGL2
 */
export async function startCanvas({ wasmUrl, canvas, mirrorRoot, onCommand }) {
  canvas.setAttribute("aria-hidden", "true"); // what it shows is in the mirror
  const { default: createUi } = await import(String(wasmUrl));
  /** @type {UiExports} */ let wasm;
  const heap = () => wasm;

  const text = new BrowserText(heap);
  const mirror = new Mirror(mirrorRoot, heap, {
    focus: (id) => tell(() => ui.input("focus", id)),
    activate: (id) => tell(() => ui.input("activate", id)),
    setField: (id, value) => tell(() => ui.setField(id, value)),
    setNumber: (id, value) => tell(() => ui.input("number", id, value)),
    resend: () => tell(() => ui.input("resend")),
    isPointerPressed: () => pointer?.isPressed ?? false,
    cssPerPixel: () => size.cssPerPixel,
  });
  const page = {
    setCursor: (/** @type {string} */ name) => { mirrorRoot.style.cursor = canvas.style.cursor = name; },
    // Within a few frames of the key press that asked for it, so that the browser allows it.
    copyText: (/** @type {string} */ value) => { navigator.clipboard?.writeText(value).catch(() => {}); },
    setTheme: (/** @type {string} */ json) => applyTheme(JSON.parse(json)),
    command: (/** @type {string} */ json) => onCommand(JSON.parse(json)),
  };
  wasm = await createUi({ attune: { text, mirror, page } });

  const ui = new UiModule(wasm);
  canvas.id ||= "canvas";
  if (!ui.start(`#${canvas.id}`, new URLSearchParams(location.search).has("gallery"))) {
    throw new Error("This browser does not offer WebGL2. Please switch on hardware acceleration, or use another browser.");
  }
  const frames = new FrameLoop((now) => ui.frame(now), () => size.check(), (millis) => ui.prepare(millis));
  const size = new CanvasSize(canvas, (width, height, ratio) => tell(() => ui.input("resize", width, height, ratio)));
  const stage = /** @type {HTMLElement} */ (mirrorRoot.parentElement);
  const pointer = new PointerInput(stage, ui, frames, () => size.cssPerPixel);
  new KeyboardInput(ui, frames, mirrorRoot);
  followFocusOfPointer(mirrorRoot, mirror);
  const keyboard = Number(hasCommandKey()) << PREFERENCES.length;
  followPreferences((bits) => tell(() => ui.input("preferences", bits | keyboard)));
  surviveContextLoss(canvas, frames, (isAlive) => ui.input("context", Number(isAlive)));
  tell(() => ui.input("pageFocus", Number(document.hasFocus())));

  /** @param {() => void} action */
  function tell(action) {
    action();
    frames.wake();
  }

  return {
    postEvent: (event) => tell(() => { if (!ui.event(event)) console.warn("the canvas refused an event", event); }),
    postSnapshot: (bytes) => tell(() => { if (!ui.snapshot(bytes)) console.warn("the canvas refused a snapshot"); }),
    wake: () => frames.wake(),
    figures: () => ui.figures(),
  };
}

/** What is pressed with a pointer has the keyboard from then on, as everywhere on the web. @param {HTMLElement} root @param {Mirror} mirror */
function followFocusOfPointer(root, mirror) {
  root.addEventListener("mousedown", (event) => {
    if (isTextField(event.target)) return;
    const target = event.target instanceof Element ? event.target.closest("button, input, [tabindex='0']") : null;
    if (target instanceof HTMLElement) mirror.focusQuietly(target);
    if (isTextField(document.activeElement)) document.activeElement.blur();
  });
}

/** @param {(bits: number) => void} onChange */
function followPreferences(onChange) {
  const queries = PREFERENCES.map((query) => matchMedia(query));
  const tell = () => onChange(queries.reduce((bits, { matches }, at) => bits | (Number(matches) << at), 0));
  for (const query of queries) query.addEventListener("change", tell);
  tell();
}

/** @param {HTMLCanvasElement} canvas @param {FrameLoop} frames @param {(isAlive: boolean) => void} tell */
function surviveContextLoss(canvas, frames, tell) {
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // otherwise it never comes back
    frames.isPaused = true;
    tell(false);
  });
  canvas.addEventListener("webglcontextrestored", () => {
    frames.isPaused = false;
    tell(true);
    frames.wake();
  });
}

/** @param {{[name: string]: string}} theme */
function applyTheme(theme) {
  const style = document.documentElement.style;
  style.colorScheme = theme.scheme;
  for (const [name, colour] of Object.entries(theme)) if (name !== "scheme") style.setProperty(`--canvas-${name}`, colour);
  document.body.style.background = theme.background;
}
