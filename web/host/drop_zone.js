// Files and folders dropped anywhere on the page. Folders are walked; nothing is read.

/** @typedef {import("../protocol.js").NamedFile} NamedFile */

/**
 * @param {HTMLElement} target
 * @param {{onFiles: (files: NamedFile[]) => void, onHover: (hovering: boolean) => void}} events
 */
export function acceptDrops(target, { onFiles, onHover }) {
  let depth = 0; // dragenter and dragleave come for every child as well
  /** @param {number} next */
  const hover = (next) => {
    if ((next > 0) !== (depth > 0)) onHover(next > 0);
    depth = Math.max(0, next);
  };
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

  target.addEventListener("dragenter", (event) => { if (carriesFiles(event)) { event.preventDefault(); hover(depth + 1); } });
  target.addEventListener("dragleave", (event) => { if (carriesFiles(event)) hover(depth - 1); });
  target.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  target.addEventListener("drop", async (event) => {
    if (!event.dataTransfer || !carriesFiles(event)) return;
    event.preventDefault();
    hover(0);
    onFiles(await droppedFiles(event.dataTransfer));
  });
}

/** @param {DataTransfer} transfer @returns {Promise<NamedFile[]>} in the order of the drop, a folder's files by path */
async function droppedFiles(transfer) {
  // Entries must be taken at once: the list is emptied when the event handler first waits.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files].map((file) => ({ name: file.name, file }));
  const files = await Promise.all(entries.map((entry) => (entry ? filesOf(entry) : [])));
  return files.flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<NamedFile[]>} */
async function filesOf(entry) {
  if (isHidden(entry.name)) return [];
  if (entry.isFile) {
    /** @type {File} */
    const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
    return [{ name: entry.fullPath.slice(1), file }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */ const children = [];
  for (;;) { // readEntries gives at most a hundred at a time
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    children.push(...some);
  }
  children.sort((a, b) => (a.fullPath < b.fullPath ? -1 : 1));
  return (await Promise.all(children.map(filesOf))).flat();
}

/** What systems leave in folders: .DS_Store, ._reviews.csv, Thumbs.db. @param {string} name */
export const isHidden = (name) => name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";
