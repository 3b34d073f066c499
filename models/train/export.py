"""Writes model.onnx: the trained network with 8-bit weights and statically quantised convolutions; see README.md.

    python3 models/train/export.py --work WORK --out models/sentiment

The graph is built by hand from plain ONNX operators. Activations before each convolution are quantised with fixed ranges measured
on training rows (QuantizeLinear/DequantizeLinear pairs that the runtime turns into integer products), so that a text's scores do
not depend on what else is in its batch. Embeddings have one scale a row. Pooling and heads stay in float32: they are small, and
sums over a padded row are where rounding would show.
"""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from network import DILATIONS, EMBEDDING, HEADS, PAIR_FACTOR, PAIRS, POOLS, TAGS, WIDTH, Network
from train import Data


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def constant(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind, inputs, name=None, **attributes):
        self.count += 1
        name = name or f"{kind.lower()}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def quantized(self, x, name, low, high):
        """x rounded to 8 bits: (8-bit tensor, scale, zero point)."""
        low, high = min(0.0, low), max(0.0, high)
        scale = np.float32((high - low) / 255)
        zero = np.uint8(np.clip(round(-low / scale), 0, 255))
        s, z = self.constant(name + "_scale", np.array(scale)), self.constant(name + "_zero", np.array(zero))
        return self.add("QuantizeLinear", [x, s, z]), s, z

    def linear(self, x, name, weight, bias):
        """x times an 8-bit matrix with one scale: a scale a column is slower by half in the runtime's kernels. weight: [out, in]."""
        scale = np.float32(np.abs(weight).max() / 127)
        whole = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        w = self.add("DequantizeLinear", [self.constant(name + "_weight", whole.T), self.constant(name + "_weight_scale", np.array(scale)),
                                          self.constant(name + "_weight_zero", np.array(0, np.int8))])
        return self.add("Add", [self.add("MatMul", [x, w]), self.constant(name + "_bias", bias)])


def equalize(network):
    """Moves scale between the two matrices of each mixer so that their columns have like ranges and one scale a matrix is enough; the
    function computed stays the same because ReLU passes positive factors (Nagel et al. 2019, "Data-Free Quantization")."""
    with torch.no_grad():
        for mixer in [*network.mixers, network.tag_mixer]:
            first = mixer.gather.weight.abs().max(1).values.clamp(min=1e-6)
            second = mixer.out.weight.abs().max(0).values.clamp(min=1e-6)
            factor = (first / second).sqrt()
            mixer.gather.weight /= factor[:, None]
            mixer.gather.bias /= factor
            mixer.out.weight *= factor[None]


def ranges(network, data, rows):
    """Lowest and highest activation at each place that is quantised, the outermost hundred-thousandth cut off."""
    seen = {}

    def watch(name):
        def hook(_, inputs, output):
            values = output.detach().flatten()
            seen.setdefault(name, []).append(values[:: max(1, len(values) // 20000)].numpy())
        return hook

    handles = []
    for i, mixer in enumerate([*network.mixers, network.tag_mixer]):
        name = i if i < len(network.mixers) else "_tag"
        handles.append(mixer.norm.register_forward_hook(watch(f"norm{name}")))
        handles.append(mixer.gather.register_forward_hook(watch(f"gather{name}")))
    with torch.no_grad():
        for index in rows:
            first, end = data.window(index)
            if end > first:
                ids = data.ids[first:end].astype(np.int64)
                network(torch.from_numpy(ids[None]), torch.tensor([0]))
    for handle in handles:
        handle.remove()
    result = {}
    for name, parts in seen.items():
        values = np.concatenate(parts)
        result[name] = (float(np.quantile(values, 1e-5)), float(np.quantile(values, 1 - 1e-5)))
    return result


def build(network, limits):
    g = Graph()
    value = lambda parameter: parameter.detach().numpy().astype(np.float32)
    i64 = lambda name, *numbers: g.constant(name, np.array(numbers, np.int64))

    known = g.add("Cast", [g.add("Not", [g.add("Equal", ["ids", g.constant("padding", np.array(0, np.int32))])])], to=TensorProto.FLOAT)
    mask = g.add("Unsqueeze", [known, i64("last", 2)], "mask")
    away = g.add("Mul", [g.add("Sub", [mask, g.constant("one", np.array(1, np.float32))]), g.constant("far", np.array(1e4, np.float32))], "away")

    axis, end = i64("axis", 1), i64("end", 1 << 30)
    start = i64("start", 0)

    def looked_up(name, table, rows):
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        whole = g.add("Gather", [g.constant(name, np.round(table / scale).astype(np.int8)), rows])
        return g.add("Mul", [g.add("Cast", [whole], to=TensorProto.FLOAT), g.add("Gather", [g.constant(name + "_scale", scale.astype(np.float32)), rows])])

    whole = lambda name, number: g.constant(name, np.array(number, np.int32))
    earlier = g.add("Slice", [g.add("Pad", ["ids", i64("one_before", 0, 1, 0, 0), "padding"]), start, i64("but_last", -1), axis])
    pairs = g.add("Mod", [g.add("Add", [g.add("Mul", [earlier, whole("pair_factor", PAIR_FACTOR)]), "ids"]), whole("pairs_count", PAIRS)])
    x = g.add("Add", [looked_up("words", value(network.embedding.weight), "ids"), looked_up("pairs", value(network.pairs.weight), pairs)])

    def mix(x, i, mixer, d):
        norm = g.add("LayerNormalization", [x, g.constant(f"norm{i}_gain", value(mixer.norm.weight)), g.constant(f"norm{i}_bias", value(mixer.norm.bias))],
                     axis=-1, epsilon=mixer.norm.eps)
        h, s, z = g.quantized(g.add("Mul", [norm, mask]), f"norm{i}", *limits[f"norm{i}"])
        padded = g.add("Pad", [h, i64(f"pads{i}", 0, d, 0, 0, d, 0), z])
        before = g.add("Slice", [padded, start, i64(f"before{i}", -2 * d), axis])
        after = g.add("Slice", [padded, i64(f"after{i}", 2 * d), end, axis])
        around = g.add("DequantizeLinear", [g.add("Concat", [before, h, after], axis=2), s, z])
        hidden = g.add("Relu", [g.linear(around, f"gather{i}", value(mixer.gather.weight), value(mixer.gather.bias))])
        hidden, s, z = g.quantized(hidden, f"hidden{i}", 0.0, limits[f"gather{i}"][1])
        return g.add("Add", [x, g.linear(g.add("DequantizeLinear", [hidden, s, z]), f"out{i}", value(mixer.out.weight), value(mixer.out.bias))])

    def normed(x, name, layer):
        return g.add("LayerNormalization", [x, g.constant(name + "_gain", value(layer.weight)), g.constant(name + "_bias", value(layer.bias))], axis=-1, epsilon=layer.eps)

    def full(x, name, layer):
        return g.add("Add", [g.add("MatMul", [x, g.constant(name + "_weight", value(layer.weight).T)]), g.constant(name + "_bias", value(layer.bias))])

    for i, (mixer, d) in enumerate(zip(network.mixers, DILATIONS)):
        x = mix(x, i, mixer, d)
    trunk = x

    x = g.add("Mul", [normed(x, "norm", network.norm), mask])
    # The attention of all branches at once: [rows, pools of all, WIDTH], then cut.
    attentions = [branch.attention for branch in network.branches.values()] + [network.topic_attention]
    logits = g.add("Add", [g.add("MatMul", [x, g.constant("attention_weight", np.concatenate([value(a.weight) for a in attentions]).T)]),
                           g.constant("attention_bias", np.concatenate([value(a.bias) for a in attentions]))])
    share = g.add("Mul", [g.add("Softmax", [g.add("Add", [logits, away])], axis=1), mask])
    pools = g.add("Reshape", [g.add("MatMul", [g.add("Transpose", [share], perm=[0, 2, 1]), x]), i64("flat", -1, len(attentions) * POOLS * WIDTH)])
    parts = [f"pools{i}" for i in range(len(attentions))]
    g.nodes.append(helper.make_node("Split", [pools], parts, name="split_pools", axis=1))
    has_words = g.add("ReduceMax", [mask], axes=[1], keepdims=0)
    highest = g.add("Mul", [g.add("ReduceMax", [g.add("Add", [x, away])], axes=[1], keepdims=0), has_words])
    pooled = [g.add("Concat", [part, highest], axis=1) for part in parts]
    heads = []
    for (name, branch), here in zip(network.branches.items(), pooled):
        heads.append(full(g.add("Relu", [full(here, name + "_hidden", branch.hidden)]), name + "_heads", branch.heads))
    scores = g.add("Concat", heads, axis=1)
    some = g.add("Cast", [has_words], to=TensorProto.BOOL)
    g.add("Where", [some, scores, g.constant("nothing", network.nothing.numpy())], "scores")
    more = full(g.add("Relu", [full(pooled[-1], "topic_hidden", network.topic_hidden)]), "topic_more", network.topic_more)
    topic = g.add("Add", [full(pooled[-1], "topic", network.topic), more])
    length = g.add("Max", [g.add("ReduceL2", [topic], axes=[1], keepdims=1), g.constant("shortest", np.array(1e-6, np.float32))])
    g.add("Mul", [g.add("Div", [topic, length]), has_words], "embedding")
    tags = normed(mix(trunk, "_tag", network.tag_mixer, network.tag_mixer.dilation), "tag_norm", network.tag_norm)
    g.add("Add", [g.add("MatMul", [tags, g.constant("tags_weight", value(network.tags.weight).T)]), g.constant("tags_bias", value(network.tags.bias))], "tags")

    total = sum(size for _, size in HEADS)
    graph = helper.make_graph(g.nodes, "attune", [helper.make_tensor_value_info("ids", TensorProto.INT32, ["rows", "width"])],
                              [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", total]),
                               helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["rows", EMBEDDING]),
                               helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["rows", "width", TAGS])], g.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="attune")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def halfway(before, after):
    """The mean of the weights where training began and where it ended (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models")."""
    return {name: (before[name] + value) / 2 if value.is_floating_point() else value for name, value in after.items()}


def main(options):
    torch.set_num_threads(1)
    data = Data(options.work)
    saved = torch.load(os.path.join(options.work, options.checkpoint))
    network = Network(len(open(options.vocabulary, encoding="utf-8").read().split("\n")) - 1, len(data.topic_family))
    weights = saved["average" if options.average else "network"]
    network.load_state_dict(halfway(torch.load(os.path.join(options.work, options.start))["network"], weights) if options.start else weights)
    network.eval()
    equalize(network)
    chance = np.random.default_rng(3)
    rows = chance.choice(np.flatnonzero(~data.dev & (data.lengths > 0)), 1500, replace=False)
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "model.onnx")
    onnx.save(build(network, ranges(network, data, rows)), path)
    # What the card tells beside: how a word is written adds to its tags, and how long the network was taught.
    with open(os.path.join(options.work, "beside.json"), "w", encoding="utf-8") as file:
        json.dump({"written": np.round(network.written.detach().numpy(), 3).tolist(), "steps": saved.get("step", 0), "minutes": round(saved.get("spent", 0) / 60)}, file)
    print(f"{path}: {os.path.getsize(path):,} bytes, step {saved.get('step')}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True)
    parser.add_argument("--checkpoint", default="tasks.pt")
    parser.add_argument("--average", action="store_true", help="the mean of the last few hundred steps instead of the last one")
    parser.add_argument("--start", help="checkpoint in WORK that training began from: the network half-way between it and the end")
    parser.add_argument("--out", required=True)
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    main(parser.parse_args())
