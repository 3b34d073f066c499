// engine.wasm in Node, behind the same driver and the same inference pool as in the page.

import { existsSync, readSync } from "node:fs";
import { open, readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AnalysisDriver } from "../analysis_driver.js";
import { EngineModule } from "../engine_module.js";
import { InferencePool } from "../inference_pool.js";
import { assetsOf, networkOf } from "../model_files.js";
import { SliceReader } from "../slice_reader.js";
import { TroubleError, detailOf } from "../trouble.js";
import { ThreadLane } from "./thread_lane.js";

/** @typedef {import("../protocol.js").Answer} Answer */
/** @typedef {import("../protocol.js").ProgressReply} ProgressReply */
/** @typedef {import("../slice_reader.js").Source} Source */

const project = new URL("../../", import.meta.url);

/** Where the parts lie in the project's folder; tests name others. */
export const projectPlaces = {
  engine: new URL("build/web/wasm/engine.mjs", project),
  runtime: new URL("node_modules/onnxruntime-web/dist/", project),
  models: new URL("models/", project),
};

/** @param {URL} models */
async function loadModels(models) {
  const manifestFile = new URL("manifest.json", models);
  if (!existsSync(manifestFile)) {
    throw new TroubleError({ code: "no-model", message: "There is no language model; models/manifest.json is missing", detail: fileURLToPath(manifestFile) });
  }
  /** @type {import("../model_files.js").ModelManifest} */
  const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
  const networks = manifest.models.map((model) => networkOf(model));
  return {
    assets: await Promise.all(assetsOf(manifest).map(async ({ path }) => ({ path, bytes: await readFile(new URL(path, models)) }))),
    networks: networks.map((network) => network && fileURLToPath(new URL(network.path, models))),
  };
}

/** A text classifier of the user's: model.onnx, tokenizer.json and config.json. @param {string} folder */
async function loadCustomModel(folder) {
  const place = (/** @type {string} */ name) => join(folder, name);
  const missing = ["model.onnx", "tokenizer.json", "config.json"].find((name) => !existsSync(place(name)));
  if (missing) {
    throw new TroubleError({ code: "file-unreadable", message: `A model needs model.onnx, tokenizer.json and config.json: ${place(missing)}`, detail: "" });
  }
  const files = ["tokenizer.json", "config.json"];
  return {
    assets: await Promise.all(files.map(async (name) => ({ path: `custom/${name}`, bytes: await readFile(place(name)) }))),
    networks: [place("model.onnx")],
  };
}

export class NodeEngine {
  #driver;
  #pool;
  #files = new SliceReader([]);
  #run = 0;
  #queries = 0;
  /** @type {(progress: ProgressReply) => void} */ #onProgress = () => {};
  /** @type {{resolve: () => void, reject: (error: unknown) => void} | null} */ #ending = null;

  /**
   * @param {{threads: number, withModel: boolean, customModel?: string, places?: typeof projectPlaces}} options  customModel: a folder
   * @returns {Promise<NodeEngine>}
   */
  static async open({ threads, withModel, customModel, places = projectPlaces }) {
    const { default: createEngine } = await import(places.engine.href);
    const engine = new EngineModule(await createEngine());
    const { assets, networks } = withModel ? await loadModels(places.models) : { assets: [], networks: [] };
    for (const { path, bytes } of assets) engine.asset(path, bytes);
    if (!customModel) return new NodeEngine(engine, networks, threads, places.runtime);
    const custom = await loadCustomModel(customModel);
    for (const { path, bytes } of custom.assets) engine.asset(path, bytes);
    return new NodeEngine(engine, custom.networks, threads, places.runtime);
  }

  /** @param {EngineModule} engine @param {(string | null)[]} models @param {number} threads @param {URL} runtime */
  constructor(engine, models, threads, runtime) {
    const load = {
      models,
      runtime: {
        script: new URL("ort.wasm.min.mjs", runtime).href,
        glue: new URL("ort-wasm-simd-threaded.mjs", runtime).href,
        wasm: new URL("ort-wasm-simd-threaded.wasm", runtime).href,
      },
    };
    this.#pool = new InferencePool({ size: threads, openLane: async () => new ThreadLane(load) });
    if (models.some(Boolean)) this.#pool.warmUp();
    engine.readFilesBy((file, offset, length) => this.#files.readNow(file, offset, length));
    this.#driver = new AnalysisDriver({
      engine,
      read: (slice) => this.#files.read(slice),
      infer: (batch) => this.#pool.infer(batch),
      dropInference: () => this.#pool.drop(),
      post: (reply) => this.#hear(reply),
      now: () => performance.now(),
      batchesInFlight: 2 * threads + 2,
    });
  }

  /**
   * Reads and analyses files to the end. Rejects with a TroubleError.
   * @param {Source[]} sources @param {(progress: ProgressReply) => void} onProgress
   * @param {{options?: {encoding?: string}, columns?: {[role: string]: string}, customers?: import("../protocol.js").CustomerSettings}} [choices]
   * @returns {Promise<void>}
   */
  analyse(sources, onProgress, { options = {}, ...choices } = {}) {
    this.#files = new SliceReader(sources);
    this.#onProgress = onProgress;
    return new Promise((resolve, reject) => {
      this.#ending = { resolve, reject };
      this.#driver.start({ run: ++this.#run, files: sources.map(({ name, size }) => ({ name, size, options })), roles: {}, ...choices });
    });
  }

  /** @param {{query: string, [key: string]: unknown}} query @returns {Promise<Answer>} */
  query(query) {
    return this.#driver.query({ ...query, id: ++this.#queries });
  }

  /** The pieces of a text that comes by cursor, one after the other. @param {{query: string, [key: string]: unknown}} query */
  async *pieces(query) {
    for (let cursor = 0; cursor !== null;) {
      const answer = await this.query({ ...query, cursor });
      yield /** @type {string} */ (answer.text);
      cursor = answer.cursor;
    }
  }

  close() {
    this.#pool.close();
  }

  /** @param {import("../protocol.js").Reply} reply */
  #hear(reply) {
    switch (reply.type) {
      case "progress": return this.#onProgress(reply);
      case "done": return this.#ending?.resolve();
      case "failed":
      case "crashed": return this.#ending?.reject(new TroubleError(reply));
    }
  }
}

/**
 * A file, or all files below a folder. Results carry the name, as in the page; errors the whole path.
 * @param {string} path @param {string} [name] @returns {Promise<Source[]>}
 */
export async function sourcesAt(path, name = basename(path)) {
  try {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
      return (await Promise.all(names.map((child) => sourcesAt(join(path, child), `${name}/${child}`)))).flat();
    }
    const handle = await open(path);
    const { size } = await handle.stat();
    return [{
      name,
      size,
      slice: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      },
      sliceNow: (offset, length) => {
        const buffer = Buffer.allocUnsafe(length);
        return buffer.subarray(0, readSync(handle.fd, buffer, 0, length, offset));
      },
    }];
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const reason = code === "ENOENT" ? "There is no such file" : "This file could not be opened";
    throw new TroubleError({ code: "file-unreadable", message: `${reason}: ${path}`, detail: detailOf(error) });
  }
}
