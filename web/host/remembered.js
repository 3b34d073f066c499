// The little that this browser keeps between visits: column names with their roles, by shape of file, the
// theme, the language, and whether more is kept (kept_work.js). Never a value from a file.

/** @typedef {import("../protocol.js").Roles} Roles */

const ROLES = "attune.roles";
const THEME = "attune.theme";
const LANGUAGE = "attune.language";
const KEEPING = "attune.keeping";
const MOST_SHAPES = 50; // the oldest go first

/** @param {string} key @returns {any} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // storage is off, or somebody else wrote there
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is off or full: the choice holds for this visit.
  }
}

/** @returns {Roles} */
export function rememberedRoles() {
  const kept = read(ROLES);
  return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : {};
}

/** @param {string} fingerprint @param {{[column: string]: string}} roles */
export function rememberRoles(fingerprint, roles) {
  const { [fingerprint]: _, ...others } = rememberedRoles();
  write(ROLES, Object.fromEntries([...Object.entries(others), [fingerprint, roles]].slice(-MOST_SHAPES)));
}

/** @returns {string} "" when the user has not chosen */
export const rememberedTheme = () => textOf(read(THEME));

/** @param {string} theme */
export const rememberTheme = (theme) => write(THEME, theme);

/** @returns {string} the user's choice, or else the browser's */
export const rememberedLanguage = () => textOf(read(LANGUAGE)) || navigator.language;

/** @param {string} tag */
export const rememberLanguage = (tag) => write(LANGUAGE, tag);

/** Whether the user had work kept: off until it is turned on. */
export const keepsWork = () => read(KEEPING) === true;

/** @param {boolean} on */
export const rememberKeeping = (on) => write(KEEPING, on);

/** @param {unknown} kept */
const textOf = (kept) => (typeof kept === "string" ? kept : "");

export function forgetAll() {
  try {
    for (const key of [ROLES, THEME, LANGUAGE, KEEPING]) localStorage.removeItem(key);
  } catch {
    // Storage is off: nothing was kept.
  }
}
