"""Makes a checkpoint of a network file that shipped, so that training goes on from its weights (to within their rounding to 8 bits).

    git show 53b6c9f:models/sentiment/model.onnx > WORK/first.onnx; git show 53b6c9f:models/sentiment/vocabulary.txt > WORK/first.txt
    python3 models/train/start_again.py --model WORK/first.onnx --its-vocabulary WORK/first.txt --work WORK

For network files of the first version: four mixers, one pool for all heads. Every branch begins as a copy of that pool and its hidden layer, new mixers
as the identity, new word pieces as the mean of the pieces they replace; so the first scores are those of the file.
"""
import argparse
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from network import BRANCHES, HEADS, Network
from tokenizer import Tokenizer


def weights_of(path):
    return {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}


def state(old, old_pieces, pieces):
    network = Network(len(pieces))
    own = network.state_dict()

    def put(name, value):
        value = torch.from_numpy(np.array(value, np.float32))
        assert own[name].shape == value.shape, (name, own[name].shape, value.shape)
        own[name] = value

    whole = lambda name: old[name].astype(np.float32) * old[name + "_scale"]
    table = old["embedding"].astype(np.float32) * old["embedding_scale"]
    embedding = own["embedding.weight"].numpy()
    cutter = Tokenizer(old_pieces)
    embedding[:len(table)] = table
    for index in range(len(table), len(pieces)):
        piece = pieces[index]
        parts = [cutter.ids[p] for p in (["##" + c for c in piece[2:]] if piece.startswith("##") and len(piece) > 2 else []) if p in cutter.ids] \
            if piece.startswith("##") else [i for i in cutter.word_pieces(piece) if i > 1]
        if parts:
            embedding[index] = table[parts].mean(0)
    put("embedding.weight", embedding)
    count = sum(1 for name in old if name.startswith("gather") and name.endswith("_weight"))
    for i, mixer in enumerate(network.mixers):
        if i < count:
            put(f"mixers.{i}.norm.weight", old[f"norm{i}_gain"])
            put(f"mixers.{i}.norm.bias", old[f"norm{i}_bias"])
            for layer in ("gather", "out"):
                put(f"mixers.{i}.{layer}.weight", whole(f"{layer}{i}_weight").T)
                put(f"mixers.{i}.{layer}.bias", old[f"{layer}{i}_bias"])
        else:
            put(f"mixers.{i}.out.weight", np.zeros_like(mixer.out.weight.detach().numpy()))
            put(f"mixers.{i}.out.bias", np.zeros_like(mixer.out.bias.detach().numpy()))
    put("tag_mixer.out.weight", np.zeros_like(network.tag_mixer.out.weight.detach().numpy()))
    put("norm.weight", old["norm_gain"])
    put("norm.bias", old["norm_bias"])
    put("topic_attention.weight", old["attention_weight"].T)
    put("topic_attention.bias", old["attention_bias"])
    places, at = {}, 0
    for name, size in HEADS:
        places[name] = list(range(at, at + size))
        at += size
    for branch, heads in BRANCHES:
        chosen = [i for head in heads for i in places[head]]
        put(f"branches.{branch}.attention.weight", old["attention_weight"].T)
        put(f"branches.{branch}.attention.bias", old["attention_bias"])
        put(f"branches.{branch}.hidden.weight", old["hidden_weight"].T)
        put(f"branches.{branch}.hidden.bias", old["hidden_bias"])
        put(f"branches.{branch}.heads.weight", old["heads_weight"].T[chosen])
        put(f"branches.{branch}.heads.bias", old["heads_bias"][chosen])
    del own["proxies"]
    return own


def main(options):
    torch.manual_seed(17)
    old_pieces, pieces = (Tokenizer.load(p).pieces for p in (options.its_vocabulary, options.vocabulary))
    assert pieces[:len(old_pieces)] == old_pieces
    torch.save({"network": state(weights_of(options.model), old_pieces, pieces)}, os.path.join(options.work, "again.pt"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--its-vocabulary", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    main(parser.parse_args())
