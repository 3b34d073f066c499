import test from "node:test";
import assert from "node:assert/strict";
import { ownModelIn } from "../../web/host/own_model.js";

/** @param {string[]} names */
const files = (...names) => names.map((name) => ({ name, file: new File([name], name) }));
/** @param {{name: string}[]} list */
const names = (list) => list.map(({ name }) => name);

test("a network with its tokenizer and labels is a model, and what is left is data", () => {
  const { model, missing, data } = ownModelIn(files("reviews.csv", "model.onnx", "tokenizer.json", "config.json"));
  assert.equal(model?.name, "model.onnx");
  assert.deepEqual(missing, []);
  assert.deepEqual(names(data), ["reviews.csv"]);
});

test("in the folder of a model its other files are no data, and model.onnx goes before its variants", () => {
  const { model, data } = ownModelIn(files("m/config.json", "m/onnx/model_fp16.onnx", "m/onnx/model.onnx", "m/README.md", "m/special_tokens_map.json",
    "m/tokenizer.json", "m/tokenizer_config.json", "m/vocab.txt"));
  assert.equal(model?.name, "m/onnx/model.onnx");
  assert.deepEqual(data, []);
});

test("a lonely network tells what is missing, and opens nothing as data but the data", () => {
  const { model, missing, data } = ownModelIn(files("model.onnx", "config.json", "reviews.csv"));
  assert.equal(model, null);
  assert.deepEqual(missing, ["tokenizer.json"]);
  assert.deepEqual(names(data), ["reviews.csv"]);
  assert.deepEqual(ownModelIn(files("a.onnx")).missing, ["tokenizer.json", "config.json"]);
});

test("without a network JSON files are data, whatever their names", () => {
  const all = files("config.json", "tokenizer.json");
  assert.deepEqual(ownModelIn(all), { model: null, missing: [], data: all });
});
