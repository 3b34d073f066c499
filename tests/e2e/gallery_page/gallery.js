// The canvas alone, with the gallery on it and no engine behind it.

import { startCanvas } from "../../../web/host/canvas.js";

const canvas = await startCanvas({
  wasmUrl: new URL("ui/ui.js", import.meta.url),
  canvas: /** @type {HTMLCanvasElement} */ (document.getElementById("canvas")),
  mirrorRoot: /** @type {HTMLElement} */ (document.getElementById("mirror")),
  onCommand: () => {},
});
Object.assign(window, { attuneCanvas: canvas });
