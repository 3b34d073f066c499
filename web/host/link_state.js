// The view in the address: what stands after # is written and read by ui.wasm (ui/state/view_state.hpp): page,
// filters, sort; never data.

export class LinkState {
  /** @param {(fragment: string) => void} onView  called when the user goes back or forth, or edits the address */
  constructor(onView) {
    addEventListener("popstate", () => onView(this.fragment));
  }

  /** Without '#', as an address carries it: percent-encoded. */
  get fragment() {
    return location.hash.slice(1);
  }

  /** @param {string} fragment @param {boolean} asStep  true: going back leads to the view before */
  set(fragment, asStep) {
    if (fragment === this.fragment) return;
    if (asStep) history.pushState(null, "", addressWith(fragment));
    else history.replaceState(null, "", addressWith(fragment));
  }
}

/** The page's whole address with this view. @param {string} fragment */
export const addressWith = (fragment) => location.origin + location.pathname + location.search + (fragment === "" ? "" : `#${fragment}`);
