// The canvas in device pixels, at any zoom: follows its element's size and the screen's pixel ratio.

export class CanvasSize {
  #canvas;
  #onResize;
  #ratio = 0;
  cssPerPixel = 1;

  /** @param {HTMLCanvasElement} canvas @param {(width: number, height: number, ratio: number) => void} onResize */
  constructor(canvas, onResize) {
    this.#canvas = canvas;
    this.#onResize = onResize;
    new ResizeObserver(([entry]) => this.#measure(entry.devicePixelContentBoxSize?.[0])).observe(canvas);
    this.#watchRatio();
    this.#measure();
  }

  /** Some browsers tell nobody that the ratio changed; cheap enough to ask before each frame. */
  check() {
    if (devicePixelRatio !== this.#ratio) this.#measure();
  }

  #watchRatio() { // moving to another screen changes the ratio, but not the size in CSS pixels
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      this.#measure();
      this.#watchRatio();
    }, { once: true });
  }

  /** @param {ResizeObserverSize} [exact] */
  #measure(exact) {
    const width = this.#canvas.clientWidth * devicePixelRatio, height = this.#canvas.clientHeight * devicePixelRatio;
    // The browser's own figure is exact at broken ratios, but wrong under an emulated ratio.
    const isTrusted = exact !== undefined && Math.abs(exact.inlineSize - width) < 2;
    this.#resize(Math.round(isTrusted ? exact.inlineSize : width), Math.round(isTrusted ? exact.blockSize : height));
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    if (width === 0 || height === 0) return;
    this.#ratio = devicePixelRatio;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.cssPerPixel = this.#canvas.clientWidth / width;
    this.#onResize(width, height, this.#ratio);
  }
}
