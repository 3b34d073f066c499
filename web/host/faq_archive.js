// The FAQ widget as one archive: this site's own copies of the fixed files, and the shop's list.

import { FAQ_WIDGET_FILES, faqDataScript } from "../faq_package.js";
import { zipOf } from "../zip_writer.js";

/**
 * @param {URL} site @param {{question: string, answer: string}[]} entries @param {import("../faq_package.js").FaqShop} shop
 * @returns {Promise<BlobPart[]>}
 */
export async function faqArchive(site, entries, shop) {
  const fixed = FAQ_WIDGET_FILES.map(async (name) => {
    const response = await fetch(new URL(`faq_widget/${name}`, site));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  });
  const list = { name: "faq_data.js", bytes: new TextEncoder().encode(faqDataScript(entries, shop)) };
  return /** @type {BlobPart[]} */ (zipOf([...(await Promise.all(fixed)), list]));
}
