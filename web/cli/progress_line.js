// Progress on stderr: one line that is overwritten on a terminal, and a line now and then elsewhere.

/** @typedef {import("../protocol.js").ProgressReply} ProgressReply */

const LINE_MILLIS = 5000;
const number = new Intl.NumberFormat("en");

/** @param {ProgressReply} progress */
export function progressSentence({ label, done, total, unit, rate, secondsLeft }) {
  const scale = unit === "bytes" ? 1e6 : 1;
  const name = unit === "bytes" ? "MB" : unit;
  const count = total > 0 ? `${number.format(Math.round(done / scale))} of ${number.format(Math.round(total / scale))} ${name}` : `${number.format(Math.round(done / scale))} ${name}`;
  const speed = rate > 0 ? `, ${number.format(Math.round(rate / scale))} a second` : "";
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
