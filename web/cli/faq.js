// attune faq: a small static folder that answers visitors' questions from the shop's own list.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAQ_WIDGET_FILES, faqDataScript } from "../faq_package.js";
import { TroubleError } from "../trouble.js";

/**
 * @param {import("./node_engine.js").NodeEngine} engine  after it has read the list
 * @param {string} folder  made if it is not there
 * @param {import("../faq_package.js").FaqShop} shop
 * @returns {Promise<string[]>} the files written
 */
export async function writeFaq(engine, folder, shop) {
  const { faq } = await engine.query({ query: "faq" });
  if (faq.total === 0) {
    throw new TroubleError({ code: "empty-input", message: "There are no questions and answers in this file. It needs a column with questions and one with answers", detail: "" });
  }
  mkdirSync(folder, { recursive: true });
  for (const name of FAQ_WIDGET_FILES) writeFileSync(join(folder, name), readFileSync(new URL(`../faq_widget/${name}`, import.meta.url)));
  writeFileSync(join(folder, "faq_data.js"), faqDataScript(faq.entries, shop));
  return [...FAQ_WIDGET_FILES, "faq_data.js"].map((name) => join(folder, name));
}
