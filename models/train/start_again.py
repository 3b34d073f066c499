"""Makes a checkpoint of a network file that shipped, so that training goes on from its weights (to within their rounding to 8 bits).

    git show 929d745:models/sentiment/model.onnx > WORK/before.onnx
    python3 models/train/start_again.py --model WORK/before.onnx --work WORK          # after prepare.py; writes WORK/again.pt

What the file does not hold begins anew: masked-word guessing; the directions of labels as the mean embedding of their rows; layers newer than the
file so that nothing changes at first.
"""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional as F

from network import BRANCHES, POOLS, Network
from train import Data

ROWS_A_LABEL = 48


def weights_of(path):
    return {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}


def state(old, network, written):
    own = network.state_dict()

    def put(name, value):
        value = torch.from_numpy(np.array(value, np.float32))
        assert own[name].shape == value.shape, (name, own[name].shape, value.shape)
        own[name] = value

    def norm(name, at):
        put(at + ".weight", old[name + "_gain"])
        put(at + ".bias", old[name + "_bias"])

    def full(name, at):
        put(at + ".weight", old[name + "_weight"].T)
        put(at + ".bias", old[name + "_bias"])

    def mixer(name, at):
        norm(f"norm{name}", f"{at}.norm")
        for layer in ("gather", "out"):
            put(f"{at}.{layer}.weight", old[f"{layer}{name}_weight"].T.astype(np.float32) * old[f"{layer}{name}_weight_scale"])
            put(f"{at}.{layer}.bias", old[f"{layer}{name}_bias"])

    put("embedding.weight", old["words"].astype(np.float32) * old["words_scale"])
    if "pairs" in old:
        put("pairs.weight", old["pairs"].astype(np.float32) * old["pairs_scale"])
    for i in range(len(network.mixers)):
        mixer(i, f"mixers.{i}")
    mixer("_tag", "tag_mixer")
    norm("norm", "norm")
    norm("tag_norm", "tag_norm")
    full("tags", "tags")
    full("topic", "topic")
    for i, at in enumerate([f"branches.{name}.attention" for name, _ in BRANCHES] + ["topic_attention"]):
        here = slice(i * POOLS, (i + 1) * POOLS)
        put(at + ".weight", old["attention_weight"].T[here])
        put(at + ".bias", old["attention_bias"][here])
    for name, _ in BRANCHES:
        full(name + "_hidden", f"branches.{name}.hidden")
        full(name + "_heads", f"branches.{name}.heads")
    if "topic_hidden_weight" in old:
        full("topic_hidden", "topic_hidden")
        full("topic_more", "topic_more")
    own["written"][:, :written.shape[1]] = torch.from_numpy(written)  # of entities, which the card tells
    return own


def directions(network, data):
    """Of each label, the mean embedding of its first training rows."""
    means = network.proxies.detach().clone()
    with torch.no_grad():
        for label in range(len(data.topic_family)):
            rows = np.flatnonzero((data.topic == label) & ~data.dev)[:ROWS_A_LABEL]
            total = sum(network(torch.from_numpy(block), None)[1].sum(0) for block, _, _ in data.batches(rows, np.random.default_rng(1)))
            means[label] = F.normalize(total, dim=0) * means.shape[1] ** 0.5
    return means


def main(options):
    torch.manual_seed(17)
    torch.set_num_threads(1)
    data = Data(options.work)
    with open(options.vocabulary, encoding="utf-8") as file:
        network = Network(sum(1 for _ in file), len(data.topic_family))
    with open(options.card, encoding="utf-8") as file:
        written = np.array(next(h for h in json.load(file)["tokenHeads"] if h["name"] == "entity")["written"]["add"], np.float32)
    network.load_state_dict(state(weights_of(options.model), network, written))
    network.eval()
    network.proxies.data = directions(network, data)
    torch.save({"network": network.state_dict()}, os.path.join(options.work, "again.pt"))


if __name__ == "__main__":
    shipped = os.path.join(os.path.dirname(__file__), "..", "sentiment")
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--card", default=os.path.join(shipped, "card.json"), help="of that model")
    parser.add_argument("--vocabulary", default=os.path.join(shipped, "vocabulary.txt"))
    main(parser.parse_args())
