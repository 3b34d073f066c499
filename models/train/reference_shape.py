"""Writes a network of the exact shape of DistilBERT-base (Sanh et al. 2019) with random 8-bit weights, to measure speed beside ours; see tests/bench/model_bench.mjs.

    /usr/bin/python3 models/train/reference_shape.py WORK/distilbert_shape.onnx

Quantised as the usual tool does it for the web: every linear layer as DynamicQuantizeLinear and MatMulInteger, attention products in float32. 30,522 word
pieces, 6 layers of 768, 12 heads, 3,072 in between, a head of two classes. Input `ids` int32 [rows, width]; padding is masked.
"""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PIECES, LAYERS, WIDTH, HEADS, BETWEEN, POSITIONS = 30522, 6, 768, 12, 3072, 512


def build():
    chance = np.random.default_rng(1)
    nodes, weights = [], []

    def constant(name, array):
        weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(kind, inputs, name=None, outputs=None, **attributes):
        name = name or f"n{len(nodes)}"
        nodes.append(helper.make_node(kind, inputs, outputs or [name], name=name, **attributes))
        return (outputs or [name])[0]

    def linear(x, name, size_in, size_out):
        w = constant(name + "_w", chance.integers(-127, 128, (size_in, size_out), dtype=np.int8))
        add("DynamicQuantizeLinear", [x], name + "_q", [name + "_qx", name + "_qs", name + "_qz"])
        product = add("Cast", [add("MatMulInteger", [name + "_qx", w, name + "_qz", constant(name + "_z", np.array(0, np.int8))])], to=TensorProto.FLOAT)
        scale = add("Mul", [name + "_qs", constant(name + "_s", np.array(0.0004, np.float32))])
        return add("Add", [add("Mul", [product, scale]), constant(name + "_b", np.zeros(size_out, np.float32))])

    def norm(x, name):
        return add("LayerNormalization", [x, constant(name + "_g", np.ones(WIDTH, np.float32)), constant(name + "_o", np.zeros(WIDTH, np.float32))], axis=-1, epsilon=1e-12)

    i64 = lambda name, *numbers: constant(name, np.array(numbers, np.int64))
    shape = add("Shape", ["ids"])
    width = add("Slice", [shape, i64("s1", 1), i64("s2", 2)])
    words = add("Mul", [add("Cast", [add("Gather", [constant("words", chance.integers(-127, 128, (PIECES, WIDTH), dtype=np.int8)), "ids"])], to=TensorProto.FLOAT), constant("ws", np.array(0.0005, np.float32))])
    places = add("Slice", [constant("places", chance.normal(0, 0.02, (POSITIONS, WIDTH)).astype(np.float32)), i64("p0", 0), width, i64("pa", 0)])
    x = norm(add("Add", [words, places]), "norm_in")
    known = add("Cast", [add("Not", [add("Equal", ["ids", constant("pad", np.array(0, np.int32))])])], to=TensorProto.FLOAT)
    away = add("Unsqueeze", [add("Mul", [add("Sub", [known, constant("one", np.array(1, np.float32))]), constant("far", np.array(1e4, np.float32))]), i64("u", 1, 2)])
    heads, flat = i64("heads", 0, 0, HEADS, WIDTH // HEADS), i64("flat", 0, 0, WIDTH)
    for i in range(LAYERS):
        q, k, v = (add("Transpose", [add("Reshape", [linear(x, f"l{i}{n}", WIDTH, WIDTH), heads])], perm=[0, 2, 3, 1] if n == "k" else [0, 2, 1, 3]) for n in "qkv")
        share = add("Softmax", [add("Add", [add("MatMul", [add("Mul", [q, constant(f"d{i}", np.array((WIDTH // HEADS) ** -0.5, np.float32))]), k]), away])], axis=-1)
        mixed = add("Reshape", [add("Transpose", [add("MatMul", [share, v])], perm=[0, 2, 1, 3]), flat])
        x = norm(add("Add", [x, linear(mixed, f"l{i}o", WIDTH, WIDTH)]), f"l{i}n1")
        h = linear(x, f"l{i}f", WIDTH, BETWEEN)
        half = add("Mul", [h, add("Add", [add("Erf", [add("Mul", [h, constant(f"e{i}", np.array(2 ** -0.5, np.float32))])]), constant(f"a{i}", np.array(1, np.float32))])])
        x = norm(add("Add", [x, linear(add("Mul", [half, constant(f"h{i}", np.array(0.5, np.float32))]), f"l{i}g", BETWEEN, WIDTH)]), f"l{i}n2")
    first = add("Squeeze", [add("Slice", [x, i64("f0", 0), i64("f1", 1), i64("fa", 1)]), i64("sq", 1)])
    linear(add("Relu", [linear(first, "pre", WIDTH, WIDTH)]), "head", WIDTH, 2)
    nodes.append(helper.make_node("Identity", [nodes[-1].output[0]], ["scores"], name="scores"))
    graph = helper.make_graph(nodes, "distilbert_shape", [helper.make_tensor_value_info("ids", TensorProto.INT32, ["rows", "width"])],
                              [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", 2])], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="attune")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    onnx.save(build(), sys.argv[1])
