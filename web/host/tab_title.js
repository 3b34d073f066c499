// The tab's title tells how far the analysis is, for whoever has gone to another tab meanwhile.

/** @typedef {import("../protocol.js").Reply} Reply */

const NAME = "Attune";

/** @param {Reply} reply @param {string[]} files  what is open @returns {string | null} null: as it is */
export function titleAfter(reply, files) {
  const [first, ...others] = files;
  const opened = others.length > 0 ? `${first} +${others.length}` : first;
  switch (reply.type) {
    case "progress":
      return reply.total > 0 ? `${Math.floor((100 * reply.done) / reply.total)}% ${reply.label} · ${NAME}` : `${reply.label} · ${NAME}`;
    case "done": return `${opened} · ${NAME}`;
    case "failed":
    case "crashed": return `Stopped · ${NAME}`;
    default: return null;
  }
}
