// A document that only opens with a passphrase: one HTML file that asks for it, made of web/protected_file.
//
// AES-256-GCM with a key from the passphrase by PBKDF2-HMAC-SHA-256, its rounds as OWASP's Password Storage Cheat Sheet (2023)
// advises; salt and nonce are new for each file. The passphrase stays nowhere.

const ROUNDS = 600_000;

/** @typedef {{lang: string, title: string, hint: string, label: string, button: string, wrong: string, unable: string}} Words */

/**
 * @param {{page: string, script: string}} parts  the texts of web/protected_file/page.html and open.js
 * @param {string} html @param {string} passphrase @param {Words} words
 * @returns {Promise<string>}
 */
export async function protectedFile({ page, script }, html, passphrase, { wrong, unable, ...words }) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const utf8 = new TextEncoder();
  const secret = await crypto.subtle.importKey("raw", utf8.encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, utf8.encode(html)));
  const sealed = { salt: base64(salt), iv: base64(iv), rounds: ROUNDS, data: base64(data), wrong, unable };
  const hash = `sha256-${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(script))))}`;
  const escaped = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, escapedText(text)]));
  /** @type {{[name: string]: string}} */ const filled = { ...escaped, hash, script, sealed: JSON.stringify(sealed).replaceAll("<", "\\u003c") };
  return page.replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** @param {string} text */
const escapedText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
