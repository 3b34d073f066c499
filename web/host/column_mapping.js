// What the user said of columns, as it travels: in a saved mapping.json and in a copied link. Column names and roles
// only, by shape of table; never a value.

/** @typedef {import("../protocol.js").NamedFile} NamedFile */
/** @typedef {import("../protocol.js").Roles} Roles */

const PARAMETER = "columns=";
const LONGEST = 6000; // characters of a link that mail programs and chats still carry whole

/** @param {unknown} value @returns {value is {[name: string]: unknown}} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Only what has the form of roles; a link may come from anybody. @param {unknown} value @returns {Roles} */
function rolesOf(value) {
  if (!isObject(value)) return {};
  /** @type {Roles} */ const roles = {};
  for (const [shape, columns] of Object.entries(value)) {
    if (!isObject(columns)) continue;
    roles[shape] = Object.fromEntries(Object.entries(columns).filter(([, role]) => typeof role === "string").map(([name, role]) => [name, String(role)]));
  }
  return roles;
}

/** What a saved mapping.json says, or null if the text is something else. @param {string} text */
export function rolesOfMapping(text) {
  try {
    const { attune, roles } = JSON.parse(text);
    return attune === "mapping" ? rolesOf(roles) : null;
  } catch {
    return null;
  }
}

/** The roles that the user chose, of the engine's answer to `columns`. @param {{tables: {fingerprint: string, columns: {name: string, role: string, chosen: boolean}[]}[]}[]} files */
export function chosenRoles(files) {
  /** @type {Roles} */ const roles = {};
  for (const { fingerprint, columns } of files.flatMap(({ tables }) => tables)) {
    const chosen = columns.filter((column) => column.chosen);
    if (chosen.length > 0) roles[fingerprint] = Object.fromEntries(chosen.map(({ name, role }) => [name, role]));
  }
  return roles;
}

/** The view's fragment with these roles; as it was where there are none or they are too long for a link. @param {string} fragment @param {Roles} roles */
export function withRoles(fragment, roles) {
  if (Object.keys(roles).length === 0) return fragment;
  const whole = `${fragment}${fragment.includes("?") ? "&" : "?"}${PARAMETER}${encodeURIComponent(JSON.stringify(roles))}`;
  return whole.length <= LONGEST ? whole : fragment;
}

/** Parts the two again. @param {string} fragment @returns {{view: string, roles: Roles}} */
export function splitFragment(fragment) {
  const [page, query = ""] = fragment.split(/\?(.*)/s);
  const parts = query === "" ? [] : query.split("&");
  const others = parts.filter((part) => !part.startsWith(PARAMETER));
  const view = others.length > 0 ? `${page}?${others.join("&")}` : page;
  const own = parts.find((part) => part.startsWith(PARAMETER));
  if (own === undefined) return { view: fragment, roles: {} };
  try {
    return { view, roles: rolesOf(JSON.parse(decodeURIComponent(own.slice(PARAMETER.length)))) };
  } catch {
    return { view, roles: {} }; // a link that was cut off
  }
}

/** Apart from data: saved mappings among files that were dropped or chosen. @param {NamedFile[]} files @returns {Promise<{roles: Roles | null, data: NamedFile[]}>} */
export async function takeMappings(files) {
  /** @type {Roles[]} */ const saved = [];
  const data = [];
  for (const named of files) {
    const found = /(^|\/)mapping[^/]*\.json$/i.test(named.name) && named.file.size < 1e6 ? rolesOfMapping(await named.file.text()) : null;
    if (found) saved.push(found);
    else data.push(named);
  }
  return { roles: saved.length > 0 ? Object.assign({}, ...saved) : null, data };
}
