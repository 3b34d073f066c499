"""Soft labels for reviews that nobody rated, by a network and a bag of words together: what a student learns beside the rated ones. Before train.py; see README.md.

    python3 models/train/teach.py --work WORK --teacher again.pt --bag bag.pt      # writes WORK/taught.npz

The teachers read a whole text, window by window; the student sees one window at a time (self-training with a noised student as in Xie et al. 2020).
"""
import argparse
import os

import numpy as np
import torch

from bag import Bag
from network import Network, split_heads
from train import WINDOW, Data


def of_windows(network, data, rows, batch=48):
    """Mean probabilities (sentiment [rows, 3], stars [rows, 5]) over the windows of each row, weighted by length."""
    pieces = [(place, first, min(first + WINDOW, data.offsets[row + 1])) for place, row in enumerate(rows)
              for first in range(data.offsets[row], data.offsets[row + 1], WINDOW)]
    pieces.sort(key=lambda p: p[2] - p[1])
    sums, weights = np.zeros((len(rows), 8)), np.zeros((len(rows), 1))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(pieces), batch):
            part = pieces[start:start + batch]
            block = np.zeros((len(part), max(e - f for _, f, e in part)), np.int64)
            for r, (_, f, e) in enumerate(part):
                block[r, :e - f] = data.ids[f:e]
            heads = split_heads(network(torch.from_numpy(block), None)[0].float())
            p = torch.cat([torch.softmax(heads[name], 1) for name in ("sentiment", "stars")], 1).numpy()
            for r, (place, f, e) in enumerate(part):
                sums[place] += p[r] * (e - f)
                weights[place] += e - f
    p = sums / np.maximum(1, weights)
    return p[:, :3], p[:, 3:]


def of_bag(bag, data, rows):
    with torch.no_grad():
        return np.concatenate([torch.softmax(bag([data.ids[data.offsets[r]:data.offsets[r + 1]] for r in rows[s:s + 512]]), 1).numpy() for s in range(0, len(rows), 512)])


def main(options):
    torch.set_num_threads(2)
    data = Data(options.work)
    with open(options.vocabulary, encoding="utf-8") as file:
        network = Network(sum(1 for _ in file), len(data.topic_family))
    network.load_state_dict(torch.load(os.path.join(options.work, options.teacher))["network"])
    network.eval()
    bag = Bag()
    bag.load_state_dict(torch.load(os.path.join(options.work, options.bag)))
    unrated = np.flatnonzero((data.sets == data.set_names.index("unlabelled")) & (data.languages == "en") & (data.lengths > 0))
    rows = np.sort(np.random.default_rng(23).choice(unrated, min(options.most, len(unrated)), replace=False))
    sentiment, stars = of_windows(network, data, rows)
    sentiment = 0.7 * sentiment + 0.3 * of_bag(bag, data, rows)
    np.savez(os.path.join(options.work, "taught.npz"), rows=rows, sentiment=sentiment.astype(np.float32), stars=stars.astype(np.float32))
    print(f"{len(rows):,} rows, most probable class: {np.bincount(sentiment.argmax(1), minlength=3).tolist()}, sure of it (0.9): {(sentiment.max(1) > 0.9).mean():.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--bag", required=True)
    parser.add_argument("--most", type=int, default=24000)
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    main(parser.parse_args())
