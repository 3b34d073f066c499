// The accessible mirror: real, invisible elements over the canvas for assistive technology, keyboard users and
// browser tests. Keyed by ImGui's ids: an element lives as long as its item, and only what changed is written.

import { createElement, describeElement, domId, focusTarget, isField } from "./mirror_elements.js";
import { ItemList, STATE } from "./mirror_items.js";

/** @typedef {import("./mirror_items.js").MirrorItem} MirrorItem */
/** @typedef {import("./mirror_items.js").Role} Role */
/** @typedef {import("./ui_module.js").UiExports} UiExports */
/** @typedef {{element: HTMLElement, role: Role, level: number, hash: number}} Entry */

/**
 * What the mirror tells the canvas.
 * @typedef {{
 *   focus(id: number): void, activate(id: number): void, setField(id: number, text: string): void,
 *   setNumber(id: number, value: number): void, resend(): void, isPointerPressed(): boolean, cssPerPixel(): number,
 * }} MirrorListener
 */

const TOGGLE_SETTLE_MILLIS = 200;
const MOST_REMEMBERED = 16;

export class Mirror {
  #root;
  #wasm;
  #listener;
  /** @type {Map<number, Entry>} */ #entries = new Map();
  #followed = 0; // the focus wanted by ImGui whose element may not be there yet
  #isFollowing = false; // guards against answering our own focus change
  /** @type {HTMLElement | null} */ #modal = null;
  /** @type {Element | null} */ #focusBeforeModal = null;
  /** @type {number[]} */ #focusBefore = []; // what had the focus, the latest last
  #polite = liveRegion("polite");
  #urgent = liveRegion("assertive");

  /** @param {HTMLElement} root @param {() => UiExports} wasm @param {MirrorListener} listener */
  constructor(root, wasm, listener) {
    this.#root = root;
    this.#wasm = wasm;
    this.#listener = listener;
    root.after(this.#polite, this.#urgent);
    root.addEventListener("focusin", (event) => this.#onFocus(event.target));
    root.addEventListener("focusout", (event) => {
      if (event.relatedTarget === null && !this.#isFollowing) listener.focus(0);
    });
    root.addEventListener("click", (event) => this.#onClick(event.target));
    root.addEventListener("input", (event) => this.#onInput(event.target));
    root.addEventListener("change", () => this.#onChange());
  }

  /**
   * Called by ui.wasm when the list differs from the one before.
   * @param {number} items  a pointer @param {number} count @param {number} arena  a pointer
   */
  synchronise(items, count, arena) {
    const list = new ItemList(this.#wasm(), items, count, arena);
    /** @type {HTMLElement[]} */ const elements = new Array(count);
    /** @type {Map<Element, Element>} */ const last = new Map(); // of each parent, the child placed last
    const alive = new Set();
    const hadFocus = this.#root.contains(document.activeElement);
    const page = this.#root.querySelector("main")?.id;
    for (let at = 0; at < count; at++) {
      const id = list.id(at);
      const entry = this.#entryFor(list, at, id);
      elements[at] = entry.element;
      if (alive.has(id)) continue;
      alive.add(id);
      if (entry.hash !== list.hash(at)) this.#write(entry, list.item(at));
      const parent = list.parent(at) < 0 ? this.#root : elements[list.parent(at)];
      const before = last.get(parent);
      const place = before ? before.nextSibling : parent.firstChild;
      // A header's inner button stays in front.
      if (place !== entry.element) parent.insertBefore(entry.element, place);
      last.set(parent, entry.element);
    }
    for (const [id, { element }] of this.#entries) {
      if (alive.has(id)) continue;
      element.remove();
      this.#entries.delete(id);
    }
    this.#followModal();
    if (this.#followed !== 0) this.followFocus(this.#followed);
    else if (hadFocus && !this.#root.contains(document.activeElement)) this.#findFocus(page);
  }

  // What had the focus is gone: it goes back to what had it before, or to the content when that is another page.
  /** @param {string | undefined} page  the content that was there before */
  #findFocus(page) {
    const main = /** @type {HTMLElement | null} */ (this.#root.querySelector("main"));
    const back = this.#focusBefore.map((id) => this.#entries.get(id)).findLast((entry) => entry !== undefined);
    const wanted = back === undefined || main?.id !== page ? main : focusTarget(back.element);
    wanted?.focus({ preventScroll: true });
  }

  /** ImGui moved the focus: the page follows. @param {number} id */
  followFocus(id) {
    this.#followed = id;
    const entry = this.#entries.get(id);
    if (entry === undefined) return; // comes with the next list
    this.#followed = 0;
    this.focusQuietly(focusTarget(entry.element));
    if (isField(entry.role)) this.#listener.focus(id);
  }

  /** Without telling ImGui, which knows. @param {HTMLElement} element */
  focusQuietly(element) {
    if (document.activeElement === element) return;
    this.#isFollowing = true;
    element.focus({ preventScroll: true });
    this.#isFollowing = false;
  }

  /** @param {string} text @param {boolean} isUrgent */
  announce(text, isUrgent) {
    const region = isUrgent ? this.#urgent : this.#polite;
    region.textContent = "";
    // A new node each time, so that the same sentence twice is spoken twice.
    setTimeout(() => { region.textContent = text; }, 50);
  }

  /** @param {ItemList} list @param {number} at @param {number} id @returns {Entry} */
  #entryFor(list, at, id) {
    const role = list.role(at);
    const old = this.#entries.get(id);
    if (old !== undefined && old.role === role) return old;
    old?.element.remove();
    const item = list.item(at);
    const entry = { element: createElement(item), role, level: item.level, hash: 0 };
    this.#entries.set(id, entry);
    return entry;
  }

  /** Layout is never read here: it would be computed anew for each item. @param {Entry} entry @param {MirrorItem} item */
  #write(entry, item) {
    const { element } = entry;
    const scale = this.#listener.cssPerPixel();
    const style = element.style;
    style.left = `${item.x * scale}px`;
    style.top = `${item.y * scale}px`;
    style.width = `${item.width * scale}px`;
    style.height = `${item.height * scale}px`;
    style.clipPath = item.clip.some((cut) => cut > 0) ? `inset(${item.clip.map((cut) => `${cut * scale}px`).join(" ")})` : "";
    element.classList.toggle("clipped", (item.states & STATE.clipped) !== 0);
    describeElement(element, item);
    entry.hash = item.hash;
  }

  // While a dialog is open everything else is inert; the focus goes into it and comes back afterwards.
  #followModal() {
    const open = /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(":scope > [aria-modal=true]"));
    const modal = open[open.length - 1] ?? null;
    if (modal === this.#modal) return;
    if (this.#modal === null) this.#focusBeforeModal = document.activeElement;
    this.#modal = modal;
    for (const child of this.#root.children) {
      const isAbove = modal !== null && (modal.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      /** @type {HTMLElement} */ (child).inert = modal !== null && child !== modal && !isAbove;
    }
    const wanted = modal === null
      ? this.#focusBeforeModal
      : modal.querySelector("button:not(:disabled), input:not(:disabled), textarea, [tabindex='0']") ?? modal;
    if (wanted instanceof HTMLElement && wanted.isConnected) wanted.focus({ preventScroll: true });
  }

  /** @param {EventTarget | null} target @returns {{id: number, element: HTMLElement} | null} */
  #itemOf(target) {
    const element = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-id]")) : null;
    return element === null ? null : { id: Number(element.dataset.id), element };
  }

  /** @param {EventTarget | null} target */
  #onFocus(target) {
    const item = this.#itemOf(target);
    if (item === null) return;
    this.#focusBefore = [...this.#focusBefore.filter((id) => id !== item.id), item.id].slice(-MOST_REMEMBERED);
    if (this.#isFollowing) return;
    this.#followed = 0;
    this.#listener.focus(item.id);
  }

  /** @param {EventTarget | null} target */
  #onClick(target) {
    const item = this.#itemOf(target);
    if (item === null || this.#listener.isPointerPressed()) return; // ImGui saw the pointer itself
    const entry = this.#entries.get(item.id);
    if (entry === undefined || isField(entry.role)) return;
    // From the keyboard, assistive technology or element.click(). A cell stands for its row.
    const row = entry.role === "cell" ? item.element.closest("[role=row]") : null;
    this.#listener.activate(row === null ? item.id : Number(/** @type {HTMLElement} */ (row).dataset.id));
  }

  /** @param {EventTarget | null} target */
  #onInput(target) {
    const item = this.#itemOf(target);
    if (item === null || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const role = this.#entries.get(item.id)?.role;
    if (role === "slider") this.#listener.setNumber(item.id, Number(target.value));
    else if (role !== undefined && isField(role)) this.#listener.setField(item.id, target.value);
  }

  // A native checkbox runs ahead of ImGui, which may refuse: everything is compared again once it has settled.
  #onChange() {
    setTimeout(() => {
      for (const entry of this.#entries.values()) entry.hash = 0;
      this.#listener.resend();
    }, TOGGLE_SETTLE_MILLIS);
  }
}

/** @param {"polite" | "assertive"} kind */
function liveRegion(kind) {
  const element = document.createElement("div");
  element.className = "mirror-live";
  element.setAttribute("aria-live", kind);
  element.setAttribute("role", kind === "polite" ? "status" : "alert");
  return element;
}

export { domId };
