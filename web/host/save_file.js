// Gives the user a file, or something to paste elsewhere.

const PIXELS_PER_CSS = 2; // of a picture, so that it is sharp on paper and on good screens

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
export const copyText = (text) => allowed(() => navigator.clipboard.writeText(text));

/** Whoever pastes takes the form that suits. @param {string} text @param {string} html @returns {Promise<boolean>} */
export const copyTable = (text, html) => allowed(() => navigator.clipboard.write([new ClipboardItem({
  "text/plain": new Blob([text], { type: "text/plain" }),
  "text/html": new Blob([html], { type: "text/html" }),
})]));

/** @typedef {{svg: string, width: number, height: number}} Picture  its size in CSS pixels */

/** @param {Picture} picture @returns {Promise<boolean>} */
export const copyPicture = (picture) => allowed(() => navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(picture) })]));

/** @param {Picture} picture @returns {Promise<Blob>} */
export async function pngOf({ svg, width, height }) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * PIXELS_PER_CSS;
    canvas.height = height * PIXELS_PER_CSS;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** @param {() => Promise<void>} copying */
async function allowed(copying) {
  try {
    await copying();
    return true;
  } catch {
    return false;
  }
}
