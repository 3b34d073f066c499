// One of the site's own files, which the service worker holds.

/** @param {URL} site @param {string} path @returns {Promise<Response>} rejects where it is not to be had */
export async function ownFile(site, path) {
  const response = await fetch(new URL(path, site));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response;
}
