// The gallery as a page of its own, put together from web/host and ui.wasm, so that the canvas can be tested without
// engine, workers and models.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

const project = fileURLToPath(new URL("../../..", import.meta.url));
const wasm = process.env.ATTUNE_WASM ?? join(project, "build/web/wasm");

export async function openGallery() {
  if (!existsSync(join(wasm, "ui.wasm"))) throw new Error("ui.wasm is not built; run ci/build first");
  const root = mkdtempSync(join(tmpdir(), "attune-gallery-"));
  cpSync(join(project, "web/host"), join(root, "host"), { recursive: true });
  cpSync(join(project, "web/style.css"), join(root, "style.css"));
  cpSync(join(project, "tests/e2e/gallery_page/index.html"), join(root, "index.html"));
  const script = readFileSync(join(project, "tests/e2e/gallery_page/gallery.js"), "utf8");
  writeFileSync(join(root, "gallery.js"), script.replace("../../../web/host/", "./host/"));
  cpSync(join(wasm, "ui.mjs"), join(root, "ui/ui.js"));
  cpSync(join(wasm, "ui.wasm"), join(root, "ui/ui.wasm"));
  const site = await openBrowser({ root });
  return {
    ...site,
    /** @param {import("playwright-core").BrowserContextOptions} [options] */
    async open(options) {
      const opened = await openPage(site, { hash: "?gallery", ...options });
      await opened.page.getByRole("heading", { name: "Gallery" }).waitFor({ state: "attached" });
      return opened;
    },
    async close() {
      await site.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** @param {Page} page @returns {Promise<{[name: string]: number}>} */
export const figures = (page) => page.evaluate(() => /** @type {any} */ (window).attuneCanvas.figures());

/** Waits until the canvas has drawn nothing for a while. @param {Page} page */
export async function settle(page) {
  for (let last = -1, tries = 0; tries < 60; tries++) {
    const { frames } = await figures(page);
    if (frames === last) return;
    last = frames;
    await page.waitForTimeout(250);
  }
  throw new Error("the canvas never comes to rest");
}
