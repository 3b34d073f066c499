// The tab's title tells how far the analysis is, for whoever has gone to another tab meanwhile.

/** @typedef {import("../protocol.js").Reply} Reply */

const NAME = "Attune";

/** @param {string[]} files  what is open @param {string} [state] */
export function titleOf([first, ...others], state = "") {
  return `${state} ${first}${others.length > 0 ? ` +${others.length}` : ""} · ${NAME}`.trim();
}

/** @param {Reply} reply @param {string[]} files  what is open @returns {string | null} null: as it is */
export function titleAfter(reply, files) {
  switch (reply.type) {
    case "progress":
      return reply.total > 0 ? `${Math.floor((100 * reply.done) / reply.total)}% ${reply.label} · ${NAME}` : `${reply.label} · ${NAME}`;
    case "done": return titleOf(files);
    case "failed":
    case "crashed": return `Stopped · ${NAME}`;
    default: return null;
  }
}
