// Frames on demand: an idle page draws nothing.

/** ImGui takes an event in one frame, lays out what it changed in the next, and settles in a third. */
const SETTLE_FRAMES = 3;

/** Of what is prepared between frames; input that comes meanwhile waits no longer than this. */
const MOST_IDLE_MILLIS = 8, LEAST_IDLE_MILLIS = 3;

export class FrameLoop {
  #draw;
  #beforeFrame;
  #prepare;
  #left = 0;
  #request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #timerEnd = Infinity;
  #isIdleAsked = false;
  isPaused = false; // while the WebGL context is lost

  /**
   * @param {(nowMillis: number) => number} draw  one frame; in how many milliseconds the next is wanted
   * @param {() => void} beforeFrame
   * @param {(millis: number) => boolean} prepare  works ahead for about so long; true when nothing is left to do
   */
  constructor(draw, beforeFrame, prepare) {
    this.#draw = draw;
    this.#beforeFrame = beforeFrame;
    this.#prepare = prepare;
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
    this.#askForIdle();
  };

  #askForIdle() {
    if (this.#isIdleAsked) return;
    this.#isIdleAsked = true;
    const work = (/** @type {number} */ millis) => {
      this.#isIdleAsked = false;
      if (!this.isPaused && !this.#prepare(millis)) this.#askForIdle();
    };
    if ("requestIdleCallback" in window) requestIdleCallback((deadline) => work(Math.min(Math.max(deadline.timeRemaining(), 1), MOST_IDLE_MILLIS)), { timeout: 200 });
    else setTimeout(() => work(LEAST_IDLE_MILLIS), 30); // Safari
  }
}
