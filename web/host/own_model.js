// A text classifier of the user's among dropped or chosen files: its network, its tokenizer and the names of its labels,
// as they lie in the folder of a Hugging Face model.

/** @typedef {import("../protocol.js").NamedFile} NamedFile */
/** @typedef {import("../protocol.js").OwnModel} OwnModel */

const NEEDED = ["tokenizer.json", "config.json"];
/** What lies beside a model and holds no reviews. */
const BESIDE = /^((tokenizer|generation|quantize)_config\.json|special_tokens_map\.json|added_tokens\.json|vocab\.(txt|json)|merges\.txt|.*\.(onnx|bin|safetensors|model|md))$/i;

/** @param {NamedFile} file */
const baseOf = ({ name }) => name.slice(name.lastIndexOf("/") + 1);

/**
 * Tells a model from data. Without a network (*.onnx) there is no model: a file named config.json may hold reviews. Of
 * several networks the one named model.onnx is taken, else the first.
 * @param {NamedFile[]} files
 * @returns {{model: OwnModel | null, missing: string[], data: NamedFile[]}}  missing: what a model lacks beside its network
 */
export function ownModelIn(files) {
  const networks = files.filter((file) => baseOf(file).endsWith(".onnx"));
  if (networks.length === 0) return { model: null, missing: [], data: files };
  const network = networks.find((file) => baseOf(file) === "model.onnx") ?? networks[0];
  const [tokenizer, config] = NEEDED.map((name) => files.find((file) => baseOf(file) === name));
  const data = files.filter((file) => file !== tokenizer && file !== config && !BESIDE.test(baseOf(file)));
  if (tokenizer && config) {
    return { model: { name: network.name, network: network.file, tokenizer: tokenizer.file, config: config.file }, missing: [], data };
  }
  return { model: null, missing: NEEDED.filter((name) => !files.some((file) => baseOf(file) === name)), data };
}
