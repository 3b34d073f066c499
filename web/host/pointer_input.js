// Mouse, pen, wheel and finger for the canvas. Mirror elements lie over the canvas and let their events
// bubble to the stage, where all of them are heard.

/** @typedef {import("./ui_module.js").UiModule} UiModule */
/** @typedef {import("./frame_loop.js").FrameLoop} FrameLoop */

const BUTTONS = [0, 2, 1, 3, 4]; // DOM's middle and right change places in ImGui
const LINE_PIXELS = 40; // of a wheel that counts lines
const TAP_SLOP = 10; // CSS pixels a finger may tremble
const LONG_PRESS_MILLIS = 450;
const FRICTION_PER_MILLI = 0.0022;

export class PointerInput {
  #ui;
  #frames;
  #cssPerPixel;
  /** @type {{id: number, x: number, y: number, startX: number, startY: number, isScrolling: boolean, isPressed: boolean, speedX: number, speedY: number, time: number, timer: number} | null} */
  #finger = null;
  #glide = 0;
  isPressed = false; // the click that follows is ImGui's already

  /**
   * @param {HTMLElement} stage  receives the events of canvas and mirror
   * @param {UiModule} ui @param {FrameLoop} frames @param {() => number} cssPerPixel
   */
  constructor(stage, ui, frames, cssPerPixel) {
    this.#ui = ui;
    this.#frames = frames;
    this.#cssPerPixel = cssPerPixel;
    stage.addEventListener("pointermove", (event) => this.#move(event));
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointerup", (event) => this.#up(event));
    stage.addEventListener("pointercancel", (event) => this.#cancel(event));
    stage.addEventListener("pointerleave", () => {
      ui.input("pointerGone");
      frames.wake();
    });
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    stage.addEventListener("contextmenu", (event) => {
      if (!isTextField(event.target)) event.preventDefault();
    });
    // Focus follows ImGui's, and native sliders must not drag by themselves; a text field is the browser's own.
    stage.addEventListener("mousedown", (event) => {
      if (!isTextField(event.target)) event.preventDefault();
    });
  }

  /** @param {PointerEvent} event */
  #place(event, isTouch = event.pointerType === "touch") {
    const scale = this.#cssPerPixel();
    this.#ui.input("pointer", event.clientX / scale, event.clientY / scale, Number(isTouch));
    this.#frames.wake();
  }

  /** @param {PointerEvent} event */
  #down(event) {
    cancelAnimationFrame(this.#glide);
    if (event.pointerType === "touch" && !isDraggable(event.target)) return this.#touch(event);
    this.#place(event);
    this.#press(event.button);
    // On the event's target: on the stage, checkboxes would lose their click.
    if (!isTextField(event.target)) /** @type {Element} */ (event.target).setPointerCapture(event.pointerId);
  }

  /** @param {number} button */
  #press(button) {
    // Widgets that others may overlap take a press only after one frame under the pointer, which a tap, a test
    // or a switch device does not give.
    this.#frames.now();
    this.#ui.input("button", BUTTONS[button] ?? 0, 1);
    this.isPressed = true;
    this.#frames.wake();
  }

  /** @param {number} button */
  #release(button) {
    this.#ui.input("button", BUTTONS[button] ?? 0, 0);
    setTimeout(() => { this.isPressed = false; }); // after the click event of this press
    this.#frames.wake();
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const finger = this.#finger;
    if (event.pointerType !== "touch" || finger === null) {
      this.#place(event);
      this.#release(event.button);
      return;
    }
    if (finger.id !== event.pointerId) return;
    clearTimeout(finger.timer);
    this.#finger = null;
    if (finger.isScrolling) {
      this.#startGlide(finger.speedX, finger.speedY);
      setTimeout(() => { this.isPressed = false; });
      return;
    }
    if (!finger.isPressed) this.#press(0);
    this.#release(0);
    // A finger that has gone hovers over nothing.
    setTimeout(() => {
      this.#ui.input("pointerGone");
      this.#frames.wake();
    }, 80);
  }

  // A finger presses where it is lifted again without having moved; moving, it scrolls.
  /** @param {PointerEvent} event */
  #touch(event) {
    if (this.#finger !== null) return; // a second finger belongs to the browser's zoom
    this.#place(event);
    const timer = window.setTimeout(() => this.#longPress(), LONG_PRESS_MILLIS);
    this.#finger = {
      id: event.pointerId, x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY,
      isScrolling: false, isPressed: false, speedX: 0, speedY: 0, time: event.timeStamp, timer,
    };
    this.isPressed = true;
    if (!isTextField(event.target)) /** @type {Element} */ (event.target).setPointerCapture(event.pointerId);
  }

  #longPress() {
    if (this.#finger === null || this.#finger.isScrolling) return;
    this.#finger.isPressed = true;
    this.#press(0);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const finger = this.#finger;
    if (event.pointerType !== "touch" || finger === null || finger.isPressed) {
      this.#place(event);
      return;
    }
    if (finger.id !== event.pointerId) return;
    const isFar = Math.hypot(event.clientX - finger.startX, event.clientY - finger.startY) > TAP_SLOP;
    if (!finger.isScrolling && !isFar) return;
    if (!finger.isScrolling) {
      finger.isScrolling = true;
      clearTimeout(finger.timer);
    }
    const byX = finger.x - event.clientX, byY = finger.y - event.clientY;
    const millis = Math.max(1, event.timeStamp - finger.time);
    finger.speedX = 0.7 * (byX / millis) + 0.3 * finger.speedX;
    finger.speedY = 0.7 * (byY / millis) + 0.3 * finger.speedY;
    Object.assign(finger, { x: event.clientX, y: event.clientY, time: event.timeStamp });
    this.#scroll(byX, byY, true);
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    if (this.#finger?.id === event.pointerId) {
      clearTimeout(this.#finger.timer);
      if (this.#finger.isPressed) this.#release(0);
      this.#finger = null;
      this.isPressed = false;
      return;
    }
    this.#release(0);
  }

  /** @param {number} speedX @param {number} speedY  CSS pixels per millisecond */
  #startGlide(speedX, speedY) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let last = performance.now();
    const step = (/** @type {number} */ now) => {
      const millis = Math.max(0, now - last);
      last = now;
      const keep = Math.exp(-FRICTION_PER_MILLI * millis);
      speedX *= keep;
      speedY *= keep;
      if (Math.hypot(speedX, speedY) < 0.02) return;
      this.#scroll(speedX * millis, speedY * millis, true);
      this.#glide = requestAnimationFrame(step);
    };
    this.#glide = requestAnimationFrame(step);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (event.ctrlKey || event.metaKey) return; // the browser's zoom
    event.preventDefault();
    cancelAnimationFrame(this.#glide);
    const unit = [1, LINE_PIXELS, innerHeight * 0.9][event.deltaMode];
    const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    // A trackpad sends small pixels and its own momentum; a wheel sends large steps, which are smoothed.
    const isDirect = event.deltaMode === 0 && Math.max(Math.abs(x), Math.abs(y)) < 50;
    this.#scroll(x * unit, y * unit, isDirect);
  }

  /** @param {number} cssX @param {number} cssY @param {boolean} isDirect */
  #scroll(cssX, cssY, isDirect) {
    const scale = this.#cssPerPixel();
    this.#ui.input("scroll", cssX / scale, cssY / scale, Number(isDirect));
    this.#frames.wake();
  }
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
export function isTextField(target) {
  return target instanceof HTMLTextAreaElement
    || (target instanceof HTMLInputElement && ["text", "search", "date"].includes(target.type));
}

/** A finger on these drags instead of scrolling. @param {EventTarget | null} target */
function isDraggable(target) {
  return target instanceof HTMLInputElement && target.type === "range";
}
