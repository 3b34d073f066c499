// One language model in ONNX Runtime Web: token ids in, numbers out. Ours, or a text classifier of the user's. The same for the inference worker of
// the page and the threads of the command line; which files to load is told by the caller.

/** @typedef {import("./protocol.js").Batch} Batch */
/**
 * @typedef {Object} RuntimeFiles  URLs
 * @property {string} script  ort.wasm.min.mjs
 * @property {string} glue  ort-wasm-simd-threaded.mjs
 * @property {string} wasm  ort-wasm-simd-threaded.wasm
 */

/** @typedef {typeof import("onnxruntime-web")} Runtime */

/**
 * Our model takes the ids as they are. Others take them as int64 with a mask; ids below 0 fill rows up.
 * @param {Runtime} ort @param {readonly string[]} names @param {Pick<Batch, "rows" | "width" | "ids">} batch
 */
function feedsOf(ort, names, { rows, width, ids }) {
  if (names.includes("ids")) return { ids: new ort.Tensor("int32", ids, [rows, width]) };
  /** @param {(id: number) => number} value */
  const whole = (value) => new ort.Tensor("int64", BigInt64Array.from(ids, (id) => BigInt(value(id))), [rows, width]);
  /** @type {{[name: string]: import("onnxruntime-web").Tensor}} */
  const all = {
    input_ids: whole((id) => Math.max(0, id)),
    attention_mask: whole((id) => (id < 0 ? 0 : 1)),
    token_type_ids: whole(() => 0),
  };
  return Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]]));
}

/** What a model may give, in the order in which it is handed on; the model's card tells the engine which there are. */
const OUTPUTS = ["scores", "embedding", "tags", "logits"];

/**
 * @param {RuntimeFiles} files @param {Uint8Array} model  the .onnx file
 * @returns {Promise<(batch: Pick<Batch, "rows" | "width" | "ids">) => Promise<Float32Array>>}
 *   all rows' scores, then all rows' embeddings, then all rows' tags; of another model all rows' logits
 */
export async function openSession(files, model) {
  /** @type {Runtime} */
  const ort = await import(files.script);
  ort.env.wasm.numThreads = 1; // the pool is data-parallel; threads would need special headers on the host
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = { mjs: files.glue, wasm: files.wasm };
  const session = await ort.InferenceSession.create(model, { executionProviders: ["wasm"], logSeverityLevel: 3 });
  const known = OUTPUTS.filter((name) => session.outputNames.includes(name));
  const wanted = known.length > 0 ? known : session.outputNames.slice(0, 1); // a classifier has but one, whatever its name
  return async ({ rows, width, ids }) => {
    const outputs = await session.run(feedsOf(ort, session.inputNames, { rows, width, ids }), wanted);
    const tensors = wanted.map((name) => outputs[name]);
    const parts = tensors.map(({ data }) => /** @type {Float32Array} */ (data));
    const numbers = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      numbers.set(part, at); // a copy: the runtime owns the original
      at += part.length;
    }
    for (const tensor of tensors) tensor.dispose();
    return numbers;
  };
}
