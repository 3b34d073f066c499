// The view in the address: what stands after # is written and read by ui.wasm (ui/state/view_state.hpp): page,
// filters, sort; never data. Going back in the browser goes back to the page before.

/** Another page of the app is a step to go back to; another filter on the same page is not. @param {string} before @param {string} after */
export const isNewPage = (before, after) => before.split("?")[0] !== after.split("?")[0];

export class LinkState {
  /** @param {(view: string) => void} onView  called when the user goes back or forth, or edits the address */
  constructor(onView) {
    addEventListener("popstate", () => onView(this.view));
    addEventListener("hashchange", () => onView(this.view));
  }

  get view() {
    return location.hash.slice(1);
  }

  /** @param {string} view  as an address carries it: already percent-encoded */
  set(view) {
    if (view === this.view) return;
    const address = location.pathname + location.search + (view === "" ? "" : `#${view}`);
    if (isNewPage(this.view, view)) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
}
