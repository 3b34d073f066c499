// Gives the user a file, or text to paste elsewhere.

/** @param {{name: string, mime: string, parts: BlobPart[]}} file */
export function saveFile({ name, mime, parts }) {
  const url = URL.createObjectURL(new Blob(parts, { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser reads it after this turn
}

/** @param {string} text @returns {Promise<boolean>} false: the browser did not allow it */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
