// Turns the engine's counts into what a person wants to know: how fast, and how long still.
// At most ten reports a second; the first and the last of a stage always get through.

/** @typedef {import("./protocol.js").Progress} Progress */

const MINIMUM_GAP_MILLIS = 100;
const WINDOW_MILLIS = 3000; // the rate is that of the last seconds: a mean over all would lag
const WARM_UP_MILLIS = 700; // no forecast before this

export class ProgressMeter {
  #stage = "";
  #reported = -Infinity;
  #began = 0;
  /** @type {{at: number, done: number}[]} */ #trail = [];

  /**
   * @param {Progress} progress @param {number} now milliseconds
   * @returns {Progress & {rate: number, secondsLeft: number | null} | null} null: not worth a report yet
   */
  observe(progress, now) {
    const fresh = progress.stage !== this.#stage || this.#trail.length === 0 || progress.done < (this.#trail.at(-1)?.done ?? 0);
    if (fresh) {
      this.#stage = progress.stage;
      this.#began = now;
      this.#trail = [{ at: now, done: progress.done }];
    }
    const ended = progress.total > 0 && progress.done >= progress.total;
    if (!fresh && !ended && now - this.#reported < MINIMUM_GAP_MILLIS) return null;
    this.#reported = now;
    this.#trail.push({ at: now, done: progress.done });
    while (this.#trail.length > 2 && this.#trail[1].at < now - WINDOW_MILLIS) this.#trail.shift();

    const first = this.#trail[0];
    const rate = now > first.at ? ((progress.done - first.done) * 1000) / (now - first.at) : 0;
    const known = rate > 0 && progress.total > 0 && (ended || now - this.#began >= WARM_UP_MILLIS);
    return { ...progress, rate, secondsLeft: known ? Math.max(0, progress.total - progress.done) / rate : null };
  }
}
