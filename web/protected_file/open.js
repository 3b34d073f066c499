// Runs in a file that someone was given: asks for its passphrase, and shows what it holds. Nothing is fetched.

/**
 * What stands in the file: ciphertext of an HTML document, and the sentences of the language it was saved in.
 * @typedef {{salt: string, iv: string, rounds: number, data: string, wrong: string, unable: string}} Sealed  base64
 */

const bytesOf = (/** @type {string} */ base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** @param {Sealed} sealed @param {string} passphrase @returns {Promise<string>} rejects where it is another passphrase */
async function opened({ salt, iv, rounds, data }, passphrase) {
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: rounds }, secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(data)));
}

/** @type {Sealed} */
const sealed = JSON.parse(document.getElementById("sealed")?.textContent ?? "");
const field = /** @type {HTMLInputElement} */ (document.getElementById("passphrase"));
const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"));
if (!globalThis.crypto?.subtle) trouble.textContent = sealed.unable;
document.getElementById("ask")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  trouble.textContent = "";
  let html;
  try {
    html = await opened(sealed, field.value);
  } catch {
    trouble.textContent = sealed.wrong;
    field.select();
    return;
  }
  document.open();
  document.write(html);
  document.close();
});
