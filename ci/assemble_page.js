// Puts build/dist together: the page's own files, both wasm modules, ONNX Runtime Web, the language models,
// samples and icons; then lists every file with its hash for the service worker.
//   node ci/assemble_page.js [WASM_FOLDER]

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { recommendedHeaders } from "./static_server.js";

const project = fileURLToPath(new URL("..", import.meta.url));
const dist = join(project, "build/dist");
const wasm = process.argv[2] ?? join(project, "build/web/wasm");
const runtime = join(project, "node_modules/onnxruntime-web/dist");

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  process.stderr.write(`Stopped: ${sentence}\n`);
  process.exit(1);
}

/** @param {string} from @param {string} to  relative to build/dist */
function copy(from, to) {
  if (!existsSync(from)) fail(`a part of the page is missing: ${relative(project, from)}`);
  mkdirSync(dirname(join(dist, to)), { recursive: true });
  cpSync(from, join(dist, to), { recursive: true });
}

/** @param {string} folder @returns {string[]} paths of all files, sorted */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

rmSync(dist, { recursive: true, force: true });
const web = join(project, "web");
for (const file of filesBelow(web)) {
  const path = relative(web, file);
  if (!path.startsWith("cli/") && !/\.md$|^tsconfig/.test(path)) copy(file, path);
}
// Not every host knows .mjs as JavaScript; every host knows .js.
for (const module of ["engine", "ui"]) {
  copy(join(wasm, `${module}.mjs`), `${module}/${module}.js`);
  copy(join(wasm, `${module}.wasm`), `${module}/${module}.wasm`);
}
copy(join(runtime, "ort.wasm.min.mjs"), "ort/ort.wasm.min.js");
copy(join(runtime, "ort-wasm-simd-threaded.mjs"), "ort/ort-wasm-simd-threaded.js");
copy(join(runtime, "ort-wasm-simd-threaded.wasm"), "ort/ort-wasm-simd-threaded.wasm");
copy(join(project, "assets/icons"), "icons");
for (const file of ["_headers", ".htaccess", "web.config", "vercel.json"]) copy(join(project, "assets/hosting", file), file);
copy(join(project, "LICENSE"), "LICENSE.txt");

// Everything the first paint needs is asked for at once instead of import by import.
const index = join(dist, "index.html");
const early = ["main.js", "protocol.js", "trouble.js", ...readdirSync(join(dist, "host")).filter((name) => name.endsWith(".js")).map((name) => `host/${name}`), "ui/ui.js"];
const preloads = early.map((path) => `<link rel="modulepreload" href="${path}">`);
writeFileSync(index, readFileSync(index, "utf8").replace(/<link rel="modulepreload"[^>]*>/,
  [...preloads, '<link rel="preload" href="ui/ui.wasm" as="fetch" type="application/wasm" crossorigin>'].join("\n  ")));

const manifest = join(project, "models/manifest.json");
if (existsSync(manifest)) {
  copy(manifest, "models/manifest.json");
  /** @type {import("../web/model_files.js").ModelManifest} */
  const { models } = JSON.parse(readFileSync(manifest, "utf8"));
  for (const { path, sha256 } of models.flatMap(({ files }) => files)) {
    if (/\.(md|jsonl)$/.test(path)) continue;
    const file = join(project, "models", path);
    copy(file, `models/${path}`);
    if (createHash("sha256").update(readFileSync(file)).digest("hex") !== sha256) fail(`models/manifest.json has another hash than the file: models/${path}`);
  }
} else {
  process.stderr.write("Note: there is no models/manifest.json; the page is built without a language model\n");
}
const samples = join(project, "assets/samples");
if (existsSync(samples)) {
  for (const name of readdirSync(samples)) if (name.endsWith(".csv")) copy(join(samples, name), `samples/${name}`);
}

// What a host reads for itself is no part of the page.
const hostFiles = new Set(["_headers", ".htaccess", "web.config", "vercel.json"]);
const files = filesBelow(dist).map((file) => relative(dist, file))
  .filter((path) => !hostFiles.has(path) && path !== "service_worker.js")
  .map((path) => ({ path, sha256: createHash("sha256").update(readFileSync(join(dist, path))).digest("base64") }));
const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
const policy = recommendedHeaders()["Content-Security-Policy"];
writeFileSync(join(dist, "precache_manifest.js"), `self.ATTUNE_PRECACHE = ${JSON.stringify({ version, policy, files }, null, 1)};\n`);

const bytes = filesBelow(dist).reduce((sum, file) => sum + statSync(file).size, 0);
process.stderr.write(`build/dist holds version ${version}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
