// Frames on demand: an idle page draws nothing.

/** ImGui takes an event in one frame, lays out what it changed in the next, and settles in a third. */
const SETTLE_FRAMES = 3;

export class FrameLoop {
  #draw;
  #beforeFrame;
  #left = 0;
  #request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #timerEnd = Infinity;
  isPaused = false; // while the WebGL context is lost

  /**
   * @param {(nowMillis: number) => number} draw  one frame; in how many milliseconds the next is wanted
   * @param {() => void} beforeFrame
   */
  constructor(draw, beforeFrame) {
    this.#draw = draw;
    this.#beforeFrame = beforeFrame;
  }

  wake(frames = SETTLE_FRAMES) {
    this.#left = Math.max(this.#left, frames);
    if (this.#request === 0 && !this.isPaused) this.#request = requestAnimationFrame(this.#tick);
  }

  /** For what is measured by the clock: tooltips, toasts. @param {number} millis */
  wakeIn(millis) {
    const end = performance.now() + millis;
    if (end >= this.#timerEnd - 1) return;
    clearTimeout(this.#timer);
    this.#timerEnd = end;
    this.#timer = setTimeout(() => {
      this.#timerEnd = Infinity;
      this.wake();
    }, millis);
  }

  /** Draws at once, between two animation frames. */
  now() {
    if (!this.isPaused) this.#draw(performance.now());
  }

  /** @param {number} nowMillis */
  #tick = (nowMillis) => {
    this.#request = 0;
    this.#left--;
    this.#beforeFrame();
    const wanted = this.#draw(nowMillis);
    if (wanted <= 0) this.#left = SETTLE_FRAMES; // counted from when everything is at rest
    else if (wanted < 1e9) this.wakeIn(wanted);
    if (this.#left > 0) this.wake(this.#left);
  };
}
