// The FAQ widget as one archive: this site's own copies of the fixed files, and the shop's list.

import { FAQ_WIDGET_FILES, faqDataScript } from "../faq_package.js";
import { zipOf } from "../zip_writer.js";
import { ownFile } from "./own_file.js";

/**
 * @param {URL} site @param {{question: string, answer: string}[]} entries @param {import("../faq_package.js").FaqShop} shop
 * @returns {Promise<BlobPart[]>}
 */
export async function faqArchive(site, entries, shop) {
  const fixed = FAQ_WIDGET_FILES.map(async (name) => {
    const file = await ownFile(site, `faq_widget/${name}`);
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  });
  const list = { name: "faq_data.js", bytes: new TextEncoder().encode(faqDataScript(entries, shop)) };
  return /** @type {BlobPart[]} */ (zipOf([...(await Promise.all(fixed)), list]));
}
