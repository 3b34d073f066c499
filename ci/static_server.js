// A small static server for this machine alone: right MIME types, and the headers that assets/hosting/_headers
// recommends to real hosts, so that what is tested is what is hosted.
//   node ci/static_server.js [--port 8080] [FOLDER]

import { createServer } from "node:http";
import { createReadStream, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
/** @type {{[extension: string]: string}} */
const MIME = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".webmanifest": "application/manifest+json", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
};

/** The headers of a _headers file's first section. @param {string} [file] @returns {{[name: string]: string}} */
export function recommendedHeaders(file = join(project, "assets/hosting/_headers")) {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith("  "));
  return Object.fromEntries(lines.map((line) => {
    const [, name, value] = /** @type {RegExpMatchArray} */ (line.match(/^ *([A-Za-z-]+): (.*)$/));
    return [name, value];
  }));
}

/**
 * @param {{root: string, port?: number, headers?: {[name: string]: string}}} options  port 0: any free one
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startServer({ root, port = 0, headers = recommendedHeaders() }) {
  const folder = resolve(root);
  const server = createServer(async (request, response) => {
    /** @param {number} status @param {string} text */
    const refuse = (status, text) => response.writeHead(status, { ...headers, "Content-Type": "text/plain" }).end(text);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD");
    let path = "";
    try {
      path = normalize(join(folder, decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)));
    } catch {
      return refuse(400, "This address cannot be read");
    }
    if (path !== folder && !path.startsWith(folder + sep)) return refuse(403, "Outside the folder");
    if (request.url?.split("?")[0].endsWith("/")) path = join(path, "index.html");
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return refuse(404, "Not found");
    const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
    const all = { ...headers, "Content-Type": MIME[extname(path)] ?? "application/octet-stream", ETag: tag };
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, all).end();
    response.writeHead(200, { ...all, "Content-Length": found.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(path).on("error", () => response.destroy()).pipe(response);
  });
  await listen(server, port);
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

/** @param {import("node:http").Server} server @param {number} port @returns {Promise<void>} */
function listen(server, port) {
  return new Promise((done, fail) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || port === 0) return fail(error);
      listen(server, 0).then(done, fail); // taken: any free one
    });
    server.listen(port, "127.0.0.1", () => done());
  });
}

async function main() {
  const rest = process.argv.slice(2);
  const at = rest.indexOf("--port");
  const port = at >= 0 ? Number(rest.splice(at, 2)[1]) : 8080;
  const root = rest[0] ?? join(project, "build/dist");
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    process.stderr.write("Stopped: --port takes a number from 0 to 65535\n");
    process.exit(1);
  }
  const { url } = await startServer({ root, port });
  process.stderr.write("Attune is served on this machine alone. Ctrl-C ends it.\n");
  process.stdout.write(`${url}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
