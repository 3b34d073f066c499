// Text for the canvas, measured and drawn by the browser's own shaping and font fallback on a 2D canvas,
// copied as pixels into the wasm heap. The other half is wasm/browser_page.cpp.

const FIRST_LETTER_IS_RTL = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;
const NO_COLOUR = -1;

/** @typedef {import("./ui_module.js").UiExports} UiExports */
/** @typedef {{family: string, weight: number, isItalic: boolean}} Face */

export class BrowserText {
  /** @type {() => UiExports} */ #wasm;
  #context = scratchContext();
  /** @type {Face[]} */ #faces = [];
  #ink = "#fff";
  #font = "";
  #bytes = new TextEncoder();

  /** @param {() => UiExports} wasm */
  constructor(wasm) {
    this.#wasm = wasm;
  }

  /** @param {string} family @param {number} weight @param {boolean} isItalic */
  addFace(family, weight, isItalic) {
    return this.#faces.push({ family, weight, isItalic }) - 1;
  }

  /** @param {boolean} isDark */
  useDarkInk(isDark) {
    this.#ink = isDark ? "#000" : "#fff";
  }

  /**
   * From the top of a line box of that height to the baseline, in whole pixels.
   * @param {number} face @param {number} pixels
   */
  baseline(face, pixels) {
    this.#use(face, pixels);
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = this.#context.measureText("x");
    return Math.round((pixels + up - down) / 2);
  }

  /**
   * Writes an InkBox: the advance, and the whole pixels around the ink with one pixel of air for smoothing.
   * @param {number} face @param {number} pixels @param {string} text @param {number} box  a pointer
   */
  measure(face, pixels, text, box) {
    this.#use(face, pixels, text);
    const size = this.#context.measureText(text);
    const left = Math.floor(-size.actualBoundingBoxLeft), right = Math.ceil(size.actualBoundingBoxRight);
    const top = Math.floor(-size.actualBoundingBoxAscent), bottom = Math.ceil(size.actualBoundingBoxDescent);
    const isEmpty = right <= left || bottom <= top;
    const wasm = this.#wasm();
    wasm.HEAPF32[box >> 2] = size.width;
    wasm.HEAP32.set(isEmpty ? [0, 0, 0, 0] : [left - 1, top - 1, right - left + 2, bottom - top + 2], (box >> 2) + 1);
  }

  /**
   * Draws into `pixelsOut`. Without a colour the result is a white mask, unless the text brought colours of
   * its own (emoji): then 1 is returned.
   * @param {number} face @param {number} pixels @param {string} text @param {number} box  a pointer
   * @param {number} pixelsOut  a pointer @param {number} colour  0xRRGGBB or -1
   */
  draw(face, pixels, text, box, pixelsOut, colour) {
    const [x, y, width, height] = this.#wasm().HEAP32.subarray((box >> 2) + 1, (box >> 2) + 5);
    const canvas = this.#context.canvas;
    if (width > canvas.width || height > canvas.height) { // resizing forgets all state, the font included
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      this.#font = "";
    }
    this.#use(face, pixels, text);
    this.#context.clearRect(0, 0, width, height);
    this.#context.fillStyle = colour === NO_COLOUR ? this.#ink : `#${colour.toString(16).padStart(6, "0")}`;
    this.#context.fillText(text, -x, -y);
    const rgba = this.#context.getImageData(0, 0, width, height).data;
    const hasOwnColours = colour === NO_COLOUR && this.#hasOwnColours(rgba);
    if (colour === NO_COLOUR && !hasOwnColours) {
      for (let at = 0; at < rgba.length; at += 4) rgba[at] = rgba[at + 1] = rgba[at + 2] = 255;
    }
    this.#wasm().HEAPU8.set(rgba, pixelsOut);
    return Number(hasOwnColours);
  }

  /**
   * Byte offsets where words of a script without spaces end.
   * @param {string} text @param {number} ends  a pointer @param {number} capacity
   */
  wordEnds(text, ends, capacity) {
    if (!("Segmenter" in Intl)) return 0;
    const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
    const out = this.#wasm().HEAPU32;
    let bytes = 0, count = 0;
    for (const { segment } of words) {
      bytes += this.#bytes.encode(segment).length;
      if (count < capacity) out[(ends >> 2) + count++] = bytes;
    }
    return count;
  }

  /** @param {number} face @param {number} pixels @param {string} [text] */
  #use(face, pixels, text = "") {
    const { family, weight, isItalic } = this.#faces[face];
    const font = `${isItalic ? "italic " : ""}${weight} ${pixels}px ${family}`;
    if (font !== this.#font) this.#context.font = this.#font = font;
    this.#context.textAlign = "left";
    this.#context.direction = FIRST_LETTER_IS_RTL.test(text) ? "rtl" : "ltr";
  }

  /** Faint pixels are inexact, because the canvas keeps them multiplied by their alpha. @param {Uint8ClampedArray} rgba */
  #hasOwnColours(rgba) {
    const level = this.#ink === "#fff" ? 255 : 0, slack = 24;
    for (let at = 0; at < rgba.length; at += 4) {
      if (rgba[at + 3] <= slack) continue;
      for (let channel = 0; channel < 3; channel++) if (Math.abs(rgba[at + channel] - level) > slack) return true;
    }
    return false;
  }
}

/**
 * Of no document where the browser can: to set a font on a canvas of the page, the browser first works out the style of
 * everything that has changed there, which takes longer than the letters.
 */
function scratchContext() {
  const canvas = "OffscreenCanvas" in globalThis ? new OffscreenCanvas(128, 128) : document.createElement("canvas");
  canvas.width = canvas.height = 128;
  // Read back at once: without this hint each glyph would wait for the graphics process.
  const context = /** @type {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null} */ (canvas.getContext("2d", { willReadFrequently: true }));
  if (!context) throw new Error("this browser gives no 2D canvas");
  return context;
}
