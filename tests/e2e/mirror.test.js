// The canvas and its mirror in a real browser, on the gallery: everything is found by role and name, as assistive
// technology does, and never by pixel.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test, { after, before } from "node:test";
import { figures, openGallery, settle } from "./support/gallery.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof openGallery>>} */ let gallery;
before(async () => { gallery = await openGallery(); });
after(() => gallery.close());

/** @param {string} what @param {() => Promise<boolean>} isSo */
async function until(what, isSo) {
  for (let tries = 0; tries < 80; tries++) {
    if (await isSo()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  assert.fail(`never: ${what}`);
}

/** @param {string} name @param {(page: Page) => Promise<void>} body @param {import("playwright-core").BrowserContextOptions} [options] */
function onGallery(name, body, options) {
  test(name, async () => {
    const { page, context, complaints } = await gallery.open(options);
    page.setDefaultTimeout(10_000);
    await settle(page);
    await body(page);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

/** @param {Page} page */
const focusedName = (page) => page.evaluate(() => {
  const { activeElement: element } = document;
  return element?.getAttribute("aria-label") || element?.textContent || "";
});

onGallery("a click goes through the canvas's own hit testing, once", async (page) => {
  await page.getByRole("button", { name: "Choose files" }).click();
  await page.getByText("Pressed 1 times").waitFor({ state: "attached" });
});

onGallery("an activation without a pointer, as assistive technology sends it, presses once", async (page) => {
  await page.getByRole("button", { name: "Choose files" }).evaluate((/** @type {HTMLElement} */ element) => element.click());
  await page.getByText("Pressed 1 times").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
  assert.equal(await page.getByText("Pressed 1 times").count(), 1);
});

onGallery("checkbox and switch follow the pointer and the keyboard", async (page) => {
  const box = page.getByRole("checkbox", { name: "Only with text" });
  assert.equal(await box.isChecked(), true);
  await box.click();
  await until("unchecked", async () => !(await box.isChecked()));
  await box.focus();
  await page.keyboard.press("Space");
  await until("checked", () => box.isChecked());
  const toggle = page.getByRole("switch", { name: "Explain words" });
  await toggle.click();
  await until("on", async () => (await toggle.getAttribute("aria-checked")) === "true");
});

onGallery("a segmented control is one stop of Tab, and arrow keys choose in it", async (page) => {
  await page.getByRole("radio", { name: "Feeling" }).focus();
  await page.keyboard.press("ArrowRight");
  const chosen = page.getByRole("radio", { name: "Number of reviews" });
  await until("chosen", async () => (await chosen.getAttribute("aria-checked")) === "true");
  await until("focused", () => chosen.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("Tab");
  await until("beyond", async () => (await focusedName(page)) === "Negative");
});

onGallery("typing, selection, undo and pasting are the browser's own", async (page) => {
  const field = page.getByRole("textbox", { name: "Name of the shop" });
  await field.fill("Grüße 你好");
  await field.press("Home");
  await page.keyboard.type("ñ");
  await until("inserted", async () => (await field.inputValue()) === "ñGrüße 你好");
  await page.keyboard.press("Shift+End");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await until("undone", async () => (await field.inputValue()).startsWith("ñG"));
  await settle(page); // the canvas has taken it and tells the same value back
  assert.ok((await field.inputValue()).startsWith("ñG"));
});

onGallery("an input method composes in place", async (page) => {
  const field = page.getByRole("textbox", { name: "Name of the shop" });
  await field.fill("");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await settle(page);
  assert.equal(await field.inputValue(), "にほ");
  await cdp.send("Input.insertText", { text: "日本" });
  await until("committed", async () => (await field.inputValue()) === "日本");
});

onGallery("a search can be emptied by its cross, which appears with the text", async (page) => {
  const search = page.getByRole("searchbox", { name: "Search reviews" });
  assert.equal(await page.getByRole("button", { name: "Clear" }).count(), 0);
  await search.fill("bread");
  await page.getByRole("button", { name: "Clear" }).click();
  await until("empty", async () => (await search.inputValue()) === "");
});

onGallery("a date is filled in as a date", async (page) => {
  const from = page.getByLabel("From", { exact: true });
  await from.fill("2024-02-29");
  await from.blur();
  await settle(page);
  assert.equal(await from.inputValue(), "2024-02-29");
});

onGallery("a slider speaks its unit and takes arrow keys", async (page) => {
  const slider = page.getByRole("slider", { name: "Silent for" });
  assert.equal(await slider.getAttribute("aria-valuetext"), "30 days");
  await slider.fill("90");
  await until("90 days", async () => (await slider.getAttribute("aria-valuetext")) === "90 days");
});

onGallery("a select opens a list, takes a choice by keyboard, and has the focus back", async (page) => {
  const select = page.getByRole("combobox", { name: "Order" });
  assert.equal(await select.textContent(), "Worst first");
  await select.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox", { name: "Order" }).waitFor({ state: "attached" });
  await until("the chosen option has the focus", async () => (await focusedName(page)) === "Worst first");
  await page.keyboard.press("ArrowDown");
  await until("the next has", async () => (await focusedName(page)) === "Best first");
  await page.keyboard.press("Enter");
  await until("chosen", async () => (await select.textContent()) === "Best first");
  await until("closed", async () => (await select.getAttribute("aria-expanded")) === "false");
  await until("focus is back", () => select.evaluate((element) => element === document.activeElement));
});

onGallery("Tab walks everything in visual order, and what is out of view is scrolled to", async (page) => {
  await page.getByRole("button", { name: "Choose files" }).focus();
  const walk = [];
  for (let step = 0; step < 9; step++) {
    await page.keyboard.press("Tab");
    walk.push(await focusedName(page));
  }
  assert.deepEqual(walk, ["Choose a folder", "Not now", "Forget everything", "Small", "Copy link", "Download",
    "How this is computed", "Only with text", "Explain words"]);
  const late = page.getByRole("button", { name: "Show a failure" });
  assert.ok(/** @type {{y: number}} */ (await late.boundingBox()).y > 720);
  await late.focus();
  await until("scrolled into view", async () => /** @type {{y: number}} */ (await late.boundingBox()).y < 700);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("The file could not be read").waitFor({ state: "attached" });
});

onGallery("a dialog makes the rest inert, takes the focus and gives it back", async (page) => {
  const opener = page.getByRole("button", { name: "Forget everything" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Forget everything?" });
  await dialog.waitFor({ state: "attached" });
  await until("focus inside", () => dialog.evaluate((element) => element.contains(document.activeElement)));
  const isInert = () => page.getByRole("button", { name: "Choose files" }).evaluate((element) => element.closest("[inert]") !== null);
  assert.equal(await isInert(), true);
  await page.keyboard.press("Escape");
  await until("closed", async () => (await dialog.count()) === 0);
  assert.equal(await isInert(), false);
  await until("focus is back", () => opener.evaluate((element) => element === document.activeElement));
});

onGallery("a table of a million rows is walked by keys and tells its size", async (page) => {
  await page.getByRole("link", { name: "Table" }).click();
  const grid = page.getByRole("grid", { name: "Reviews" });
  await grid.waitFor({ state: "attached" });
  assert.equal(await grid.getAttribute("aria-rowcount"), "1000001");
  await grid.focus();
  await page.keyboard.press("End");
  await page.getByRole("gridcell", { name: /Review 1000000\./ }).waitFor({ state: "attached" });
  // The panel that opens beside it makes cards of its rows, which have no header among them: rows are told by what they say.
  const current = () => grid.evaluate((element) => {
    const row = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    return row?.getAttribute("aria-selected") === "true" ? row.textContent ?? "" : "";
  });
  await until("the last row is current", async () => /Review 1000000\./.test(await current()));
  await page.getByRole("region", { name: "Review" }).waitFor({ state: "attached" });
  await until("the last row still is", async () => /Review 1000000\./.test(await current()));
  await page.keyboard.press("Home");
  await until("the first row is current", async () => /Review 1\./.test(await current()));
  await page.getByRole("region", { name: "Review" }).getByRole("button", { name: "Close" }).click();
  const header = page.getByRole("columnheader", { name: "Rating" });
  await header.getByRole("button").click();
  await until("sorted", async () => (await header.getAttribute("aria-sort")) === "ascending");
  await page.getByRole("gridcell", { name: /Review 4\./ }).click();
  await page.getByRole("region", { name: "Review" }).waitFor({ state: "attached" });
});

for (const pageName of ["Controls", "Cards", "Table", "Text", "Colours"]) {
  onGallery(`axe finds nothing serious on ${pageName}`, async (page) => {
    await page.getByRole("link", { name: pageName }).click();
    await settle(page);
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await page.evaluate(axe); // not a script element: the policy bars inline scripts
    const found = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run();
      return violations.filter((/** @type {any} */ { impact }) => ["serious", "critical"].includes(impact))
        .map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(found, []);
  });
}

onGallery("an idle page draws nothing", async (page) => {
  await page.mouse.move(700, 500);
  await settle(page);
  await page.waitForTimeout(1000);
  const { frames } = await figures(page);
  await page.waitForTimeout(2000);
  assert.equal((await figures(page)).frames, frames);
});

onGallery("frames are drawn without asking the graphics process anything, which would make the page wait for it", async (page) => {
  await page.evaluate(() => {
    const world = /** @type {any} */ (window);
    world.questions = [];
    const asked = ["getParameter", "getError", "isEnabled", "readPixels", "finish", "checkFramebufferStatus", "getVertexAttrib", "getProgramParameter", "getShaderParameter", "getUniformLocation"];
    for (const name of asked) {
      const original = /** @type {any} */ (WebGL2RenderingContext.prototype)[name];
      /** @type {any} */ (WebGL2RenderingContext.prototype)[name] = function (/** @type {any[]} */ ...args) {
        world.questions.push(name);
        return original.apply(this, args);
      };
    }
  });
  const { frames } = await figures(page);
  for (const pageName of ["Text", "Table", "Cards"]) await page.getByRole("link", { name: pageName }).click(); // new glyphs, too
  await settle(page);
  assert.ok((await figures(page)).frames > frames + 5);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).questions), []);
});

onGallery("the canvas follows another pixel ratio, and the mirror stays in place", async (page) => {
  const button = page.getByRole("button", { name: "Choose files" });
  const was = /** @type {{x: number, y: number}} */ (await button.boundingBox());
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setDeviceMetricsOverride", { width: 1280, height: 720, deviceScaleFactor: 1.75, mobile: false });
  await until("sharper", async () => {
    await page.mouse.move(700, 400 + Math.random() * 50); // emulation does not announce the change
    return page.evaluate(() => /** @type {HTMLCanvasElement} */ (document.getElementById("canvas")).width === 1280 * 1.75);
  });
  await settle(page);
  const is = /** @type {{x: number, y: number}} */ (await button.boundingBox());
  assert.ok(Math.abs(is.x - was.x) < 3 && Math.abs(is.y - was.y) < 4, JSON.stringify([was, is]));
});

onGallery("the WebGL context is lost and comes back with the same picture", async (page) => {
  const shot = () => page.screenshot({ clip: { x: 0, y: 0, width: 900, height: 500 } });
  await page.mouse.move(2, 700);
  await settle(page);
  const picture = await shot();
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));
    const extension = /** @type {WEBGL_lose_context} */ (/** @type {WebGL2RenderingContext} */ (canvas.getContext("webgl2")).getExtension("WEBGL_lose_context"));
    extension.loseContext();
    setTimeout(() => extension.restoreContext(), 300);
  });
  await page.waitForTimeout(150);
  assert.equal(await page.getByRole("checkbox", { name: "Only with text" }).isChecked(), true); // the mirror outlives it
  await page.waitForTimeout(800);
  await settle(page);
  assert.ok(picture.equals(await shot()));
});

onGallery("the page is dark where the system is", async (page) => {
  assert.equal(await page.evaluate(() => document.documentElement.style.colorScheme), "dark");
  await page.getByRole("radio", { name: "Light" }).click();
  await until("light", () => page.evaluate(() => document.documentElement.style.colorScheme === "light"));
}, { colorScheme: "dark" });

onGallery("a finger scrolls the page and taps buttons", async (page) => {
  const cdp = await page.context().newCDPSession(page);
  const button = page.getByRole("button", { name: "Choose files" });
  const was = /** @type {{y: number}} */ (await button.boundingBox());
  const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number} */ y) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: 195, y }] });
  await touch("touchStart", 600);
  for (let y = 590; y >= 400; y -= 10) await touch("touchMove", y);
  await touch("touchEnd", 400);
  await settle(page);
  const moved = async () => was.y - (/** @type {{y: number}} */ (await button.boundingBox())).y;
  await until("moved", async () => (await moved()) > 120); // on a busy machine the frames come later than the finger
  await page.getByRole("checkbox", { name: "Only with text" }).tap();
  await until("unchecked", async () => !(await page.getByRole("checkbox", { name: "Only with text" }).isChecked()));
}, { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 });
