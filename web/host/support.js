// Whether this browser can run the page, and a sentence when it cannot.

/** @returns {"" | "noWebAssembly" | "noWebGl"} of page_words.js; "" when all is there */
export function whatIsMissing() {
  if (typeof WebAssembly !== "object") return "noWebAssembly";
  return document.createElement("canvas").getContext("webgl2") ? "" : "noWebGl";
}

/** Shows a sentence in plain HTML in place of the canvas. @param {string} sentence */
export function showSentence(sentence) {
  const message = /** @type {HTMLElement} */ (document.getElementById("message"));
  /** @type {HTMLElement} */ (document.getElementById("sentence")).textContent = sentence;
  message.className = "";
  message.hidden = false;
  message.setAttribute("role", "alert");
}

export function hideSentence() {
  /** @type {HTMLElement} */ (document.getElementById("message")).hidden = true;
}
