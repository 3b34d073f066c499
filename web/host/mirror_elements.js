// What kind of element stands for each role, and how an item's meaning is written into it.

import { STATE } from "./mirror_items.js";

/** @typedef {import("./mirror_items.js").MirrorItem} MirrorItem */
/** @typedef {import("./mirror_items.js").Role} Role */

/**
 * tag; attributes that never change; `names`: whether the name is the content, a label, or both absent;
 * `isBox`: holds other elements, so it stays visible and without content of its own.
 * @typedef {{tag: string, attributes?: {[name: string]: string}, names: "content" | "label" | "nothing", isBox?: boolean}} Kind
 */

/** @type {{[role in Role]: Kind}} */
const KINDS = {
  none: { tag: "div", names: "nothing" },
  generic: { tag: "div", names: "nothing", isBox: true },
  region: { tag: "section", names: "label", isBox: true },
  navigation: { tag: "nav", names: "label", isBox: true },
  main: { tag: "main", attributes: { tabindex: "-1" }, names: "label", isBox: true },
  dialog: { tag: "div", attributes: { role: "dialog", tabindex: "-1" }, names: "label", isBox: true },
  group: { tag: "div", attributes: { role: "group" }, names: "label", isBox: true },
  list: { tag: "div", attributes: { role: "list" }, names: "label", isBox: true },
  listitem: { tag: "div", attributes: { role: "listitem" }, names: "nothing", isBox: true },
  listbox: { tag: "div", attributes: { role: "listbox" }, names: "label", isBox: true },
  option: { tag: "button", attributes: { role: "option" }, names: "content" },
  radiogroup: { tag: "div", attributes: { role: "radiogroup" }, names: "label", isBox: true },
  radio: { tag: "button", attributes: { role: "radio" }, names: "content" },
  checkbox: { tag: "input", attributes: { type: "checkbox" }, names: "label" },
  switch: { tag: "button", attributes: { role: "switch" }, names: "content" },
  button: { tag: "button", names: "content" },
  link: { tag: "button", attributes: { role: "link" }, names: "content" },
  slider: { tag: "input", attributes: { type: "range", step: "any" }, names: "label" },
  textbox: { tag: "input", attributes: { type: "text", autocomplete: "off" }, names: "label" },
  searchbox: { tag: "input", attributes: { type: "search", autocomplete: "off", spellcheck: "false" }, names: "label" },
  textarea: { tag: "textarea", names: "label" },
  datebox: { tag: "input", attributes: { type: "date" }, names: "label" },
  combobox: { tag: "button", attributes: { role: "combobox", "aria-haspopup": "listbox" }, names: "label" },
  tablist: { tag: "div", attributes: { role: "tablist" }, names: "label", isBox: true },
  tab: { tag: "button", attributes: { role: "tab" }, names: "content" },
  tabpanel: { tag: "div", attributes: { role: "tabpanel" }, names: "label", isBox: true },
  table: { tag: "div", attributes: { role: "grid", tabindex: "0", "aria-readonly": "true" }, names: "label", isBox: true },
  row: { tag: "div", attributes: { role: "row" }, names: "nothing", isBox: true },
  columnheader: { tag: "div", attributes: { role: "columnheader" }, names: "content" },
  cell: { tag: "div", attributes: { role: "gridcell" }, names: "content" },
  text: { tag: "p", names: "content" },
  heading: { tag: "h", names: "content" },
  progressbar: { tag: "progress", names: "label" },
  figure: { tag: "div", attributes: { role: "figure" }, names: "label" },
  image: { tag: "div", attributes: { role: "img" }, names: "label" },
  quote: { tag: "blockquote", names: "content" },
  status: { tag: "div", attributes: { role: "status" }, names: "content" },
  menu: { tag: "div", attributes: { role: "menu" }, names: "label", isBox: true },
  menuitem: { tag: "button", attributes: { role: "menuitem" }, names: "content" },
  tree: { tag: "div", attributes: { role: "tree" }, names: "label", isBox: true },
  treeitem: { tag: "button", attributes: { role: "treeitem" }, names: "content" },
  plaintable: { tag: "div", attributes: { role: "table" }, names: "label", isBox: true },
  plaincell: { tag: "div", attributes: { role: "cell" }, names: "content" },
  suggestbox: { tag: "input", attributes: { type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list" }, names: "label" },
  suggestion: { tag: "div", attributes: { role: "option" }, names: "content" },
};
const FIELDS = new Set(["textbox", "searchbox", "textarea", "datebox", "suggestbox"]);
const SELECTABLE = new Set(["option", "tab", "row", "suggestion"]); // a row only where it can be chosen
// Of a group of these one is in the tab order, the chosen one; arrow keys walk the rest.
const ROVING = new Set(["option", "radio", "tab", "menuitem", "treeitem"]);

/** @param {Role} role */
export const isField = (role) => FIELDS.has(role);
/** @param {number} id */
export const domId = (id) => `item-${id}`;

/** @param {MirrorItem} item @returns {HTMLElement} */
export function createElement({ id, role, level, related }) {
  const kind = KINDS[role];
  const element = document.createElement(kind.tag === "h" ? `h${Math.min(6, Math.max(1, level))}` : kind.tag);
  if (element instanceof HTMLButtonElement) element.type = "button";
  for (const [name, value] of Object.entries(kind.attributes ?? {})) element.setAttribute(name, value);
  element.id = domId(id);
  element.dataset.id = String(id);
  element.className = kind.isBox ? "box" : isField(role) ? "leaf field" : "leaf";
  if (kind.names === "content" && !kind.isBox) element.dir = "auto"; // each text by its own first letter
  // A header one can sort by holds a button, which is what is focused and pressed.
  if (role === "columnheader" && related !== 0) element.append(button());
  return element;
}

/** What takes the focus for an element. @param {HTMLElement} element @returns {HTMLElement} */
export const focusTarget = (element) => element.querySelector(":scope > button.inner") ?? element;

/**
 * Writes what an item means; place and order are the mirror's business.
 * @param {HTMLElement} element @param {MirrorItem} item
 */
export function describeElement(element, item) {
  const { role, states, name, value, description } = item;
  const kind = KINDS[role];
  const has = (/** @type {number} */ bit) => (states & bit) !== 0;
  /** @param {string} attribute @param {string | null} wanted */
  const set = (attribute, wanted) => setAttribute(element, attribute, wanted);

  if (kind.names === "content") setText(focusTarget(element), name);
  else if (kind.names === "label") set("aria-label", name || null);
  if (!isField(role) && role !== "figure") set("aria-description", description || null);
  if (has(STATE.expandable)) set("aria-expanded", String(has(STATE.expanded)));
  if (has(STATE.hasPopup)) set("aria-haspopup", "menu");
  if (SELECTABLE.has(role)) set("aria-selected", String(has(STATE.selected)));
  if (role === "radio" || role === "switch") set("aria-checked", String(has(STATE.checked)));
  if (ROVING.has(role)) set("tabindex", has(STATE.selected) || has(STATE.checked) ? "0" : "-1");
  set("aria-current", has(STATE.current) ? "page" : null);
  set("aria-invalid", has(STATE.invalid) ? "true" : null);
  if (role === "dialog") set("aria-modal", has(STATE.modal) ? "true" : null);
  if (role === "columnheader") {
    set("aria-sort", has(STATE.sortAscending) ? "ascending" : has(STATE.sortDescending) ? "descending" : null);
    set("aria-colindex", String(item.level));
  }
  if (role === "cell" || role === "plaincell") set("aria-colindex", String(item.level || 1));
  if (role === "row") set("aria-rowindex", String(item.level));
  if (role === "table" || role === "plaintable") {
    set("aria-rowcount", item.setSize > 0 ? String(item.setSize) : null);
    set("aria-colcount", item.level > 0 ? String(item.level) : null);
    if (role === "table") set("aria-activedescendant", item.related === 0 ? null : domId(item.related));
  }
  if (role === "figure") setText(element, description);
  if (role === "suggestbox") {
    set("aria-expanded", String(item.level !== 0));
    set("aria-controls", item.level === 0 ? null : domId(item.level >>> 0));
    set("aria-activedescendant", item.related === 0 ? null : domId(item.related));
  }
  if (role === "combobox") {
    setText(element, value);
    set("aria-controls", item.related === 0 ? null : domId(item.related));
  }
  if (element instanceof HTMLButtonElement || element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.disabled = has(STATE.disabled);
  }
  if (element instanceof HTMLProgressElement) {
    if (item.maximum > 0) Object.assign(element, { max: item.maximum, value: item.now });
    else element.removeAttribute("value");
    set("aria-valuetext", value || null);
  }
  if (role === "checkbox") /** @type {HTMLInputElement} */ (element).checked = has(STATE.checked);
  if (role === "slider") {
    Object.assign(element, { min: item.minimum, max: item.maximum, value: Number(item.now.toPrecision(7)) });
    set("aria-valuetext", value);
  }
  if (isField(role)) describeField(/** @type {HTMLInputElement} */ (element), item);
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field @param {MirrorItem} item */
function describeField(field, { role, states, value, description, now, minimum, maximum, level, setSize }) {
  if (field.value !== value) field.value = value;
  const isInvalid = (states & STATE.invalid) !== 0;
  setAttribute(field, "aria-description", isInvalid ? description : null);
  field.dir = (states & STATE.rightToLeft) !== 0 ? "rtl" : "ltr";
  field.style.fontSize = `${now}px`;
  if (role === "datebox") { // its own sign stands at the end
    field.style.paddingInlineStart = `${field.dir === "rtl" ? maximum : minimum}px`;
    setAttribute(field, "min", level > 0 ? isoDay(level) : null);
    setAttribute(field, "max", setSize > 0 ? isoDay(setSize) : null);
    return;
  }
  field.style.paddingLeft = `${minimum}px`;
  field.style.paddingRight = `${maximum}px`;
  field.placeholder = isInvalid ? "" : description;
}

/** @param {number} day  since 1970-01-01 */
const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** @param {Element} element @param {string} name @param {string | null} value */
function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function button() {
  const inner = document.createElement("button");
  inner.type = "button";
  inner.className = "inner";
  return inner;
}
