// One language model in ONNX Runtime Web: token ids in, scores out. The same for the inference worker of
// the page and the threads of the command line; which files to load is told by the caller.

/** @typedef {import("./protocol.js").Batch} Batch */
/**
 * @typedef {Object} RuntimeFiles  URLs
 * @property {string} script  ort.wasm.min.mjs
 * @property {string} glue  ort-wasm-simd-threaded.mjs
 * @property {string} wasm  ort-wasm-simd-threaded.wasm
 */

/**
 * @param {RuntimeFiles} files @param {Uint8Array} model  the .onnx file
 * @returns {Promise<(batch: Pick<Batch, "rows" | "width" | "ids">) => Promise<Float32Array>>} rows * total scores
 */
export async function openSession(files, model) {
  /** @type {typeof import("onnxruntime-web")} */
  const ort = await import(files.script);
  ort.env.wasm.numThreads = 1; // the pool is data-parallel; threads would need special headers on the host
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = { mjs: files.glue, wasm: files.wasm };
  const session = await ort.InferenceSession.create(model, { executionProviders: ["wasm"], logSeverityLevel: 3 });
  return async ({ rows, width, ids }) => {
    const input = new ort.Tensor("int32", ids, [rows, width]);
    const { scores } = await session.run({ ids: input });
    const values = /** @type {Float32Array} */ (scores.data).slice(); // the runtime owns the original
    scores.dispose();
    return values;
  };
}
