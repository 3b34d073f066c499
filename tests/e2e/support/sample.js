// The page with its sample data analysed, for tests of what stands on it.

import { analysed, openPage } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

/** As the address names them, in the order of the navigation. */
export const PAGES = [
  "overview", "metrics", "reviews", "emotions", "topics", "drivers", "trends", "ask", "customers", "segments", "value", "inbox",
  "recommendations", "playbooks", "files", "reading",
];

/**
 * @param {Parameters<typeof openPage>[0]} site
 * @param {Parameters<typeof openPage>[1]} [options]
 */
export async function openSample(site, options) {
  const opened = await openPage(site, options);
  await opened.page.getByRole("button", { name: "Try the sample data" }).click();
  await analysed(opened.page, "reviews.csv +1");
  return opened;
}

/** @param {Page} page @param {string} path */
export async function goTo(page, path) {
  await page.evaluate((fragment) => { location.hash = fragment; }, path);
  await page.locator("#mirror main h1").first().waitFor({ state: "attached" });
  await atRest(page);
}

/** Waits until the mirror has not changed for a while: lists have come, layouts have settled. @param {Page} page */
export async function atRest(page, millis = 400) {
  await page.evaluate((quiet) => new Promise((done) => {
    const root = /** @type {HTMLElement} */ (document.getElementById("mirror"));
    const finish = () => { watcher.disconnect(); done(undefined); };
    let timer = setTimeout(finish, quiet);
    const watcher = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, quiet); });
    watcher.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }), millis);
}

/** What has the keyboard, as its role (or element) and name. @param {Page} page */
export const focused = (page) => page.evaluate(() => {
  const { activeElement: element } = document;
  const role = element?.getAttribute("role") ?? element?.localName ?? "";
  const name = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  return `${role}: ${name}`;
});
