// The lines of a stream as texts, in groups.

/**
 * One text per line; a line that starts with a quotation mark and is a JSON string is that string (so a text
 * may hold line breaks). A last line without a line break counts; nothing after the last line break does not.
 * @param {AsyncIterable<Uint8Array>} stream @param {number} groupSize
 * @returns {AsyncGenerator<string[]>}
 */
export async function* textGroups(stream, groupSize) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  let rest = "";
  /** @type {string[]} */ let group = [];
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = /** @type {string} */ (lines.pop());
    for (const line of lines) {
      group.push(textOfLine(line));
      if (group.length === groupSize) {
        yield group;
        group = [];
      }
    }
  }
  rest += decoder.decode();
  if (rest !== "") group.push(textOfLine(rest));
  if (group.length > 0) yield group;
}

/** @param {string} line */
export function textOfLine(line) {
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  if (!text.startsWith('"')) return text;
  try {
    return /** @type {string} */ (JSON.parse(text));
  } catch {
    return text; // a review that begins with a quotation
  }
}
