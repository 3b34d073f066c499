// Progress on stderr: one line that is overwritten on a terminal, and a line now and then elsewhere.

/** @typedef {import("../protocol.js").ProgressReply} ProgressReply */

const LINE_MILLIS = 5000;
const number = new Intl.NumberFormat("en");

/** @param {ProgressReply} progress */
export function progressSentence({ label, done, total, unit, rate, secondsLeft }) {
  if (unit === "parts") {
    const share = total > 0 ? `: ${Math.floor((100 * Math.min(done, total)) / total)} %` : "";
    return `${label}${share}${secondsLeft === null ? "" : `, ${number.format(Math.ceil(secondsLeft))} s left`}`;
  }
  const isBytes = unit === "bytes";
  /** @param {number} value */
  const shown = (value) => number.format(Math.round(isBytes ? value / 1e6 : value));
  const name = isBytes ? "MB" : unit;
  const count = total > 0 ? `${shown(done)} of ${shown(total)} ${name}` : `${shown(done)} ${name}`;
  const speed = rate > 0 ? `, ${shown(rate)} ${isBytes ? "MB " : ""}a second` : "";
  const left = secondsLeft === null ? "" : `, ${number.format(Math.ceil(secondsLeft))} s left`;
  return `${label}: ${count}${speed}${left}`;
}

/** @param {NodeJS.WriteStream} stream */
export function progressWriter(stream) {
  let stage = "";
  let written = -Infinity;
  let open = false;
  return {
    /** @param {ProgressReply} progress */
    show(progress) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${progressSentence(progress).slice(0, (stream.columns ?? 80) - 1)}`);
        open = true;
      } else if (progress.stage !== stage || performance.now() - written > LINE_MILLIS) {
        stream.write(`${progressSentence(progress)}\n`);
        written = performance.now();
      }
      stage = progress.stage;
    },
    end() {
      if (open) stream.write("\r\x1b[K");
      open = false;
    },
  };
}
