// build/dist in Debian's Chromium, for the browser tests: served with the headers that hosts are told to send, every
// request recorded, things found by role and name in the canvas's mirror.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startServer } from "../../../ci/static_server.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{url: string, body: string, headers: string}} Sent */

export const dist = fileURLToPath(new URL("../../../build/dist/", import.meta.url));

/** Software rendering that is the same on every machine, and a browser that speaks to nobody on its own. */
const FLAGS = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Where Chromium itself asks for news of its own and, on any page with a field, what kind of field it may be. */
const BROWSERS_OWN = /^(http:\/\/)?(update|content-autofill)\.googleapis\.com[:/]|^accounts\.google\.com:/;

/**
 * A server and a browser. Whatever the browser sends to anywhere else than the server ends in `escaped`: it goes to a
 * proxy of ours that writes down the address and answers nothing.
 * @param {{headers?: {[name: string]: string}, root?: string}} [options]
 */
export async function openBrowser({ headers, root = dist } = {}) {
  assert.ok(existsSync(`${root}/index.html`), "the page is not built; run ci/build first");
  const server = await startServer(headers ? { root, headers } : { root });
  /** @type {string[]} */ const escaped = [];
  /** @param {string} address */
  const note = (address) => { if (!BROWSERS_OWN.test(address)) escaped.push(address); };
  const trap = createServer((request, response) => { note(String(request.url)); response.writeHead(403).end(); });
  trap.on("connect", (request, socket) => { note(String(request.url)); socket.destroy(); });
  await new Promise((done) => { trap.listen(0, "127.0.0.1", () => done(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (trap.address());
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: [...FLAGS, `--proxy-server=http://127.0.0.1:${port}`, `--proxy-bypass-list=<-loopback>;${new URL(server.url).host}`],
  });
  return {
    browser,
    server,
    escaped,
    url: server.url,
    async close() {
      await browser.close();
      await server.close();
      trap.closeAllConnections();
      trap.close();
    },
  };
}

/**
 * Waits until the analysis has ended; the tab's title says so.
 * @param {Page} page @param {string} name  of the file @param {number} [longest]  in milliseconds; long, for a machine that does other work beside
 */
export async function analysed(page, name, longest = 240_000) {
  await page.waitForFunction((title) => document.title === title || document.title.startsWith("Stopped"), `${name} · Attune`, { timeout: longest });
  assert.equal(await page.title(), `${name} · Attune`);
}

/**
 * A page of its own context, loaded; `sent` fills with every request of the page and its workers, `complaints` with
 * errors and with what the content security policy refused.
 * @param {{browser: import("playwright-core").Browser, url: string}} site
 * @param {import("playwright-core").BrowserContextOptions & {hash?: string}} [options]
 */
export async function openPage({ browser, url }, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce", ...options });
  /** @type {Sent[]} */ const sent = [];
  /** @type {string[]} */ const complaints = [];
  context.on("request", (request) => sent.push({
    url: request.url(), body: request.postData() ?? "", headers: JSON.stringify(request.headers()),
  }));
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  await page.goto(url + hash);
  return { page, context, sent, complaints };
}

/** Chooses files as the file dialog would. @param {Page} page @param {{name: string, mimeType?: string, buffer: Buffer}[] | string[]} files */
export async function choose(page, files) {
  const input = page.locator("input[type=file]:not([webkitdirectory])").first(); // behind "Choose files"; hidden, as its dialog is the browser's
  await input.setInputFiles(/** @type {any} */ (files.map((file) => (typeof file === "string" ? file : { mimeType: "text/csv", ...file }))));
}

/** Waits until the page says this, anywhere. @param {Page} page @param {string | RegExp} text */
export const says = (page, text) => page.locator("#mirror").getByText(text).first().waitFor({ state: "attached" });

/** Drops one file of our own making onto the page. @param {Page} page @param {{name: string, text: string}} file */
export async function drop(page, { name, text }) {
  const transfer = await page.evaluateHandle(({ name, text }) => {
    const made = new DataTransfer();
    made.items.add(new File([text], name, { type: "text/csv" }));
    return made;
  }, { name, text });
  for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer: transfer });
}

/** Reviews of our own making as CSV. @param {number} rows @param {{word?: string}} [options]  word: planted in every tenth text */
export function reviewsCsv(rows, { word = "" } = {}) {
  const kinds = [
    [5, "Lovely staff and the bread was still warm"],
    [1, "Waited an hour, nobody came, the soup was cold"],
    [4, "Good coffee, a little loud at noon"],
    [2, "They charged me twice and did not answer my mail"],
    [3, "It was okay, nothing special"],
  ];
  const lines = ["Review,Stars,Date"];
  for (let row = 0; row < rows; ++row) {
    const [stars, text] = kinds[row % kinds.length];
    const day = new Date(Date.UTC(2024, 0, 1 + (row % 365))).toISOString().slice(0, 10);
    lines.push(`"${text}${word && row % 10 === 0 ? ` ${word}` : ""}, visit ${row}",${stars},${day}`);
  }
  return `${lines.join("\n")}\n`;
}
