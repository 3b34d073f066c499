// Whether this browser can run the page, and a sentence when it cannot.

/** @returns {string} "" when all is there */
export function whatIsMissing() {
  if (typeof WebAssembly !== "object") return "This browser runs no WebAssembly, which Attune is made of. Please use a current version of Firefox, Chrome, Edge or Safari.";
  if (!document.createElement("canvas").getContext("webgl2")) {
    return "This browser shows no WebGL 2 graphics, which Attune draws with. Turn on hardware acceleration in its settings, or use another browser.";
  }
  return "";
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
