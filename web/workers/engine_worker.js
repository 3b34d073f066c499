// Holds engine.wasm and steps it. All work on the user's files happens here; the page only hears of it.

import { AnalysisDriver } from "../analysis_driver.js";
import { EngineModule } from "../engine_module.js";
import { InferencePool } from "../inference_pool.js";
import { assetsOf, networkOf } from "../model_files.js";
import { PROTOCOL_VERSION } from "../protocol.js";
import { SliceReader, sourceOfFile } from "../slice_reader.js";
import { TroubleError, detailOf } from "../trouble.js";
import { PortLanes } from "./port_lanes.js";

/** @typedef {import("../protocol.js").Request} Request */
/** @typedef {import("../protocol.js").Reply} Reply */

const site = new URL("../", import.meta.url);
/** @param {string} path */
const at = (path) => new URL(path, site).href;

/** @param {Reply} reply @param {Transferable[]} [transfer] */
const post = (reply, transfer = []) => self.postMessage(reply, { transfer });

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(at(path));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response;
}

async function loadEngine() {
  const { default: createEngine } = await import(at("engine/engine.js"));
  const engine = new EngineModule(await createEngine());
  engine.readFilesBy((file, offset, length) => files.readNow(file, offset, length));
  return engine;
}

/** Every file that the engine reads of the language models. Rejects if one is missing. */
async function fetchModels() {
  /** @type {import("../model_files.js").ModelManifest} */
  const manifest = await (await fetched("models/manifest.json")).json();
  const assets = await Promise.all(assetsOf(manifest).map(async ({ path }) => ({
    path,
    bytes: new Uint8Array(await (await fetched(`models/${path}`)).arrayBuffer()),
  })));
  return { assets, networks: manifest.models.map((model) => networkOf(model)) };
}

/**
 * Hands the models to the engine. Without them everything but what needs them is computed.
 * @param {EngineModule} engine @param {ReturnType<typeof fetchModels>} fetching
 */
async function giveModels(engine, fetching) {
  try {
    const { assets, networks } = await fetching;
    for (const { path, bytes } of assets) engine.asset(path, bytes);
    return { networks, notice: "" };
  } catch (error) {
    console.warn(detailOf(error));
    const notice = "The language model could not be loaded; ratings, dates and counts are shown without it. Reload the page to try again";
    return { networks: [], notice };
  }
}

/**
 * Hands a classifier of the user's to the engine, which then cuts texts for it; ours stays where it cannot be read.
 * @param {EngineModule} engine @param {import("../protocol.js").OwnModel} own
 * @returns {Promise<string>} why not; ""
 */
async function giveOwnModel(engine, { name, tokenizer, config }) {
  try {
    engine.asset("custom/tokenizer.json", new Uint8Array(await tokenizer.arrayBuffer()));
    engine.asset("custom/config.json", new Uint8Array(await config.arrayBuffer()));
    return "";
  } catch (error) {
    console.warn(detailOf(error));
    return `Your model ${name} could not be used, and Attune's own reads the texts: ${troubleOf(error).message}`;
  }
}

/** @param {string} name */
const ownModelStopped = (name) => new TroubleError({
  code: "model-unavailable",
  message: `Your model ${name} could not be run. Choose another one, or go back to Attune's own on the Files page`,
  detail: "",
});

/** @param {number} lanesAllowed @param {import("../protocol.js").OwnModel | null} ownModel */
async function boot(lanesAllowed, ownModel) {
  const fetching = fetchModels();
  fetching.catch(() => {}); // told by giveModels
  const engine = await loadEngine();
  const { networks, notice: lost } = await giveModels(engine, fetching);
  const refused = ownModel ? await giveOwnModel(engine, ownModel) : "";
  const own = refused ? null : ownModel;
  const models = own ? [own.network] : networks.map((network) => network && at(`models/${network.path}`));
  lanes = new PortLanes(post, {
    type: "load",
    runtime: { script: at("ort/ort.wasm.min.js"), glue: at("ort/ort-wasm-simd-threaded.js"), wasm: at("ort/ort-wasm-simd-threaded.wasm") },
    models,
    first: models.findIndex(Boolean),
  });
  const pool = new InferencePool({
    size: lanesAllowed,
    openLane: () => /** @type {PortLanes} */ (lanes).open(),
    onLaneLost: (reason) => post({ type: "notice", run: 0, message: `A helper that runs the language model stopped (${reason}) and was replaced` }),
  });
  const hasModel = models.some(Boolean);
  if (hasModel) pool.warmUp();

  driver = new AnalysisDriver({
    engine,
    read: (slice) => files.read(slice),
    infer: async (batch) => {
      try {
        return await pool.infer(batch);
      } catch (error) {
        console.warn(detailOf(error));
        throw own ? ownModelStopped(own.name) : error;
      }
    },
    dropInference: () => pool.drop(),
    post,
    now: () => performance.now(),
    batchesInFlight: 2 * lanesAllowed + 2,
  });
  post({ type: "ready", run: 0, version: PROTOCOL_VERSION, model: hasModel, ownModel: own?.name ?? "", notice: refused || lost });
}

/** @type {Promise<void>} */ let booted;
/** @type {AnalysisDriver} */ let driver;
/** @type {PortLanes | undefined} */ let lanes;
let files = new SliceReader([]);

/** @param {Request} request */
function handle(request) {
  const { run } = request;
  switch (request.type) {
    case "open": {
      const sources = request.files.map(sourceOfFile);
      files = new SliceReader(sources);
      const described = sources.map(({ name, size }, index) => ({ name, size, options: request.options[index] }));
      return driver.start({ run, files: described, roles: request.roles, customers: request.customers });
    }
    case "roles":
      return driver.changeRoles(request);
    case "customers":
      return driver.changeCustomers(request);
    case "topics":
      return driver.editTopics(request);
    case "cancel":
      return driver.cancel(run);
    case "query": {
      const { id } = request.query;
      return void driver.query(request.query).then(
        (answer) => post({ type: "answer", run, answer }),
        (error) => post({ type: "answer", run, answer: { id, error: troubleOf(error) } }),
      );
    }
    default:
      throw new Error(`a request of the unknown kind ${JSON.stringify(request)}`);
  }
}

/** @param {unknown} error */
const troubleOf = (error) => error instanceof TroubleError ? error.trouble
  : { code: "fault", message: "This could not be answered because of a fault in Attune", detail: detailOf(error) };

self.onmessage = ({ data }) => {
  const request = /** @type {Request} */ (data);
  if (request.type === "boot") {
    booted = boot(request.lanes, request.ownModel);
    booted.catch((error) => post({
      type: "crashed", run: 0, code: error instanceof TroubleError ? error.code : "not-loaded",
      message: error instanceof TroubleError ? error.message : "A part of Attune could not be loaded. Check the connection and reload the page",
      detail: detailOf(error),
    }));
  } else if (request.type === "lane") lanes?.attach(request.lane, request.port);
  else if (request.type === "lane-lost") lanes?.lost(request.lane, request.reason);
  else void booted.then(() => handle(request), () => {}); // a failed boot has been told
};
