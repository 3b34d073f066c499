// The files of a FAQ widget: the fixed ones of faq_widget/ and the shop's own list. Free of DOM and file system, so that
// the page packs them into an archive and the command line writes them into a folder.

/** The files that are the same for every shop. */
export const FAQ_WIDGET_FILES = Object.freeze(["index.html", "faq_widget.css", "faq_matcher.js", "faq_widget.js"]);

/** @typedef {{shop: string, mail: string, phone: string, language: string}} FaqShop  language "": the visitor's */

/**
 * faq_data.js: the list as a script, since a page opened from a disk may not fetch.
 * @param {{question: string, answer: string}[]} entries @param {FaqShop} shop
 */
export function faqDataScript(entries, shop) {
  const data = { ...shop, entries: entries.map(({ question, answer }) => ({ question, answer })) };
  // U+2028 and U+2029 end lines in older scripts; "<" could begin a tag where a script is put into a page.
  const json = JSON.stringify(data, null, 1).replace(/[\u2028\u2029<]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `globalThis.AttuneFaqData = ${json};\n`;
}
