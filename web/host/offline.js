// Registers the service worker, which keeps the page on this machine, and tells when a new version waits.

/** @param {{scriptUrl: URL, onUpdate: (takeOver: () => void) => void}} options  onUpdate is called when a new version is ready */
export async function keepOffline({ scriptUrl, onUpdate }) {
  if (!("serviceWorker" in navigator)) return;
  const hadController = navigator.serviceWorker.controller !== null;
  let reloading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!hadController || reloading) return; // the first worker ever takes over the page it belongs to
    reloading = true;
    location.reload();
  });
  try {
    const registration = await navigator.serviceWorker.register(scriptUrl, { updateViaCache: "none" });
    /** @param {ServiceWorker | null} worker */
    const offer = (worker) => {
      if (worker && navigator.serviceWorker.controller) onUpdate(() => worker.postMessage({ type: "take-over" }));
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const installing = registration.installing;
      installing?.addEventListener("statechange", () => { if (installing.state === "installed") offer(installing); });
    });
  } catch {
    // Private windows and some hosts allow no service worker; the page works, but not offline.
  }
}

/**
 * A bar in plain HTML: it must work whatever state the canvas is in.
 * @param {() => void} takeOver @param {import("./page_words.js").PageWords} words
 */
export function offerUpdate(takeOver, words) {
  const bar = /** @type {HTMLElement} */ (document.getElementById("update"));
  const [now, later] = bar.querySelectorAll("button");
  const sentence = /** @type {HTMLElement} */ (bar.querySelector("span"));
  [sentence.textContent, now.textContent, later.textContent] = [words.update, words.updateNow, words.updateLater];
  now.onclick = takeOver;
  later.onclick = () => { bar.hidden = true; };
  bar.hidden = false;
}
