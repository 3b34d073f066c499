"""The baseline that others call fastText (Joulin et al. 2017): a bag of hashed words and word pairs, one linear layer, the same rows.

    python3 models/train/bag.py --work WORK
"""
import argparse
import os

import numpy as np
import torch

from train import Data, weights_of_rows

BUCKETS, WORDS, WIDTH = 1 << 18, 24576, 32


def features(ids):
    """Word pieces and pairs of neighbours, hashed."""
    ids = np.asarray(ids, np.int64)
    pairs = (ids[:-1] * 1000003 + ids[1:] * 7919) % (BUCKETS - WORDS) + WORDS if len(ids) > 1 else ids[:0]
    return np.concatenate([ids, pairs]) if len(ids) else np.zeros(1, np.int64)


class Bag(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.words = torch.nn.EmbeddingBag(BUCKETS, WIDTH, mode="mean", sparse=True)
        torch.nn.init.uniform_(self.words.weight, -1 / WIDTH, 1 / WIDTH)
        self.out = torch.nn.Linear(WIDTH, 3)

    def forward(self, rows):
        found = [features(r) for r in rows]
        offsets = np.cumsum([0] + [len(f) for f in found[:-1]])
        return self.out(self.words(torch.from_numpy(np.concatenate(found)), torch.from_numpy(offsets)))


def score(work, checkpoint, tokenizer, texts):
    """P(positive) - P(negative)."""
    bag = Bag()
    bag.load_state_dict(torch.load(os.path.join(work, checkpoint)))
    scores = []
    with torch.no_grad():
        for start in range(0, len(texts), 512):
            p = torch.softmax(bag([tokenizer.encode(t)[:384] for t in texts[start:start + 512]]), 1)
            scores.append((p[:, 2] - p[:, 0]).numpy())
    return np.concatenate(scores)


def main(options):
    torch.manual_seed(3)
    torch.set_num_threads(1)
    data = Data(options.work)
    weights = weights_of_rows(data) * ~np.isnan(data.sentiment[:, 0])
    weights /= weights.sum()
    bag = Bag()
    sparse = torch.optim.SparseAdam(bag.words.parameters(), lr=0.01)
    dense = torch.optim.Adam(bag.out.parameters(), lr=0.01)
    chance = np.random.default_rng(4)
    for step in range(options.steps):
        rows = chance.choice(len(weights), 256, p=weights)
        log = torch.log_softmax(bag([data.ids[data.offsets[r]:data.offsets[r + 1]] for r in rows]), 1)
        loss = -(torch.from_numpy(data.sentiment[rows]) * log).sum(1).mean()
        for optimizer in (sparse, dense):
            for group in optimizer.param_groups:
                group["lr"] = 0.01 * (1 - step / options.steps) + 1e-5
            optimizer.zero_grad()
        loss.backward()
        sparse.step()
        dense.step()
        if step % 500 == 0:
            print(step, f"{loss.item():.3f}", flush=True)
    torch.save(bag.state_dict(), os.path.join(options.work, "bag.pt"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True)
    parser.add_argument("--steps", type=int, default=7000)
    main(parser.parse_args())
