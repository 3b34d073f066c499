// Keeps the whole page on this machine, so that it works offline, and never mixes two versions.
//
// ci/build writes precache_manifest.js: every file of this version with the SHA-256 of its content. Files
// are kept under their hash; a new version fetches only what changed, verifies each file, and waits. It
// takes over when the page says so ("A new version is ready") or when no page is open any more. A file
// of the list is never taken unseen from the network once this version serves. Every answer carries the content
// security policy, so that the workers keep to it even on a host that sends no headers.

/** @typedef {{version: string, policy: string, files: {path: string, sha256: string}[]}} Manifest  sha256 in base64 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

importScripts("precache_manifest.js"); // sets ATTUNE_PRECACHE; the browser compares it byte for byte too
const manifest = /** @type {{ATTUNE_PRECACHE: Manifest}} */ (/** @type {unknown} */ (self)).ATTUNE_PRECACHE;

const CACHE = "attune-content";
const scope = worker.registration.scope;
const hashOf = new Map(manifest.files.map(({ path, sha256 }) => [new URL(path, scope).href, sha256]));
/** @param {string} sha256 */
const contentUrl = (sha256) => new URL(`.content/${encodeURIComponent(sha256)}`, scope).href;

async function install() {
  const cache = await caches.open(CACHE);
  for (const { path, sha256 } of manifest.files) {
    if (await cache.match(contentUrl(sha256))) continue;
    await cache.put(contentUrl(sha256), await fetchVerified(new URL(path, scope).href, `sha256-${sha256}`));
  }
}

/** The browser itself compares the content with the hash and refuses anything else. @param {string} url @param {string} integrity */
async function fetchVerified(url, integrity) {
  // "reload" where a cache on the way kept an old copy.
  const response = await fetch(url, { integrity, cache: "no-cache" }).catch(() => fetch(url, { integrity, cache: "reload" }));
  const headers = new Headers(response.headers);
  headers.set("Content-Security-Policy", manifest.policy);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // the body is decoded already
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function activate() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(manifest.files.map(({ sha256 }) => contentUrl(sha256)));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  await worker.clients.claim();
}

/** @param {string} sha256 @param {Request} request */
async function answer(sha256, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(contentUrl(sha256));
  // The browser may clear what it stored; the same content from the network is as good, another is not.
  return kept ?? fetchVerified(request.url, `sha256-${sha256}`);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.search = "";
  url.hash = "";
  if (event.request.method !== "GET") return;
  const path = url.href === scope ? new URL("index.html", scope).href : url.href;
  const sha256 = hashOf.get(path);
  if (sha256) event.respondWith(answer(sha256, event.request));
});
