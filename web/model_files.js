// Which files the language models consist of: models/manifest.json says so.

/** @typedef {{path: string, bytes: number, sha256: string}} ModelFile  path is relative to models/ */
/** @typedef {{name: string, files: ModelFile[]}} Model */
/** @typedef {{models: Model[]}} ModelManifest */

/** The network itself; null for a model that is no network (a table of weights, say). @param {Model} model */
export const networkOf = ({ files }) => files.find(({ path }) => path.endsWith(".onnx")) ?? null;

/** What the engine reads: vocabulary, card, weights; neither the network nor what is written for people. @param {ModelManifest} manifest */
export const assetsOf = ({ models }) =>
  models.flatMap(({ files }) => files).filter(({ path }) => !/\.(onnx|md|jsonl)$/.test(path));
