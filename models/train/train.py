"""Trains the network. Stages 3 and 4 of 5; see README.md. Both resume from the last checkpoint in WORK.

    python3 models/train/train.py guess --work WORK --steps 4000     # masked words, no labels
    python3 models/train/train.py tasks --work WORK --steps 12000    # all heads together
"""
import argparse
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

import corpora
from network import HEADS, Network, split_heads
from tokenizer import MASK, UNK

WINDOW, BATCH_TOKENS, CHUNK, TYPICAL_ROWS = 128, 6144, 12288, 170


class Data:
    def __init__(self, work):
        stored = np.load(os.path.join(work, "rows.npz"))
        self.ids = stored["ids"]
        self.lengths = stored["lengths"].astype(np.int64)
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)])
        self.set_names = [str(n) for n in stored["set_names"]]
        self.sets, self.dev, self.languages = stored["sets"], stored["dev"], stored["languages"]
        self.sentiment, self.stars = stored["sentiment"].astype(np.float32), stored["stars"].astype(np.float32)
        self.emotion, self.intent = stored["emotion"], stored["intent"]

    def row(self, index, chance=None):
        ids = self.ids[self.offsets[index]:self.offsets[index + 1]].astype(np.int64)
        if len(ids) > WINDOW:
            # The end of a long review sums it up; half the time look there, else anywhere.
            start = len(ids) - WINDOW if chance is None or chance.random() < 0.5 else chance.integers(0, len(ids) - WINDOW + 1)
            ids = ids[start:start + WINDOW]
        return ids

    def batches(self, chosen, chance):
        """Rows of like length together, about BATCH_TOKENS a batch, batches in random order."""
        rows = [(self.row(i, chance), i) for i in chosen]
        order = sorted(range(len(rows)), key=lambda r: len(rows[r][0]))
        batches, start = [], 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * max(1, len(rows[order[end]][0])) <= BATCH_TOKENS:
                end += 1
            part = [rows[r] for r in order[start:end]]
            width = max(1, max(len(ids) for ids, _ in part))
            block = np.zeros((len(part), width), np.int64)
            for r, (ids, _) in enumerate(part):
                block[r, :len(ids)] = ids
            batches.append((block, np.array([i for _, i in part])))
            start = end
        chance.shuffle(batches)
        return batches


def weights_of_rows(data):
    by_name = {name: weight for name, _, _, _, _, weight, _ in corpora.SETS}
    by_name.update(templates=1.0, unlabelled=0.0)
    weights = np.array([by_name[n] for n in data.set_names])[data.sets]
    weights[data.dev] = 0
    # Tweets: as much of each class as of the others.
    for name in ("semeval_tweets", "tweet_sentiment_extraction"):
        here = (data.sets == data.set_names.index(name)) & ~data.dev
        label = data.sentiment.argmax(1)
        for c in range(3):
            share = (label[here] == c).mean()
            weights[here & (label == c)] *= 1 / (3 * share)
    return weights


def task_loss(network, ids, rows, data):
    scores = split_heads(network(ids))
    loss = 0.0
    sentiment = torch.from_numpy(data.sentiment[rows])
    known = ~torch.isnan(sentiment[:, 0])
    if known.any():
        target = sentiment[known] * 0.97 + 0.01
        loss = loss - (target * F.log_softmax(scores["sentiment"][known], 1)).sum(1).sum()
    stars = torch.from_numpy(data.stars[rows])
    known = ~torch.isnan(stars[:, 0])
    if known.any():
        log = F.log_softmax(scores["stars"][known], 1)
        below, below_target = log.exp().cumsum(1), stars[known].cumsum(1)
        loss = loss - 0.6 * (stars[known] * log).sum() + 1.2 * ((below - below_target) ** 2).sum()
    emotion = data.emotion[rows]
    known = emotion >= 0
    if known.any():
        bits = (emotion[known, None] >> np.arange(28)) & 1
        loss = loss + 0.6 * F.binary_cross_entropy_with_logits(scores["emotion"][torch.from_numpy(known)], torch.from_numpy(bits.astype(np.float32)), reduction="sum")
    intent = torch.from_numpy(data.intent[rows].astype(np.int64))
    known = intent >= 0
    if known.any():
        loss = loss + 0.4 * F.cross_entropy(scores["intent"][known], intent[known], reduction="sum", label_smoothing=0.03)
    # Between the mean over rows and the sum: batches of short texts hold many rows, batches of long ones few.
    return loss / (len(rows) * TYPICAL_ROWS) ** 0.5


def guess_loss(network, ids, chance):
    flat = ids.reshape(-1)
    candidates = np.flatnonzero((flat > UNK) & (chance.random(len(flat)) < 0.15))
    target = flat[candidates].copy()
    kind = chance.random(len(candidates))
    changed = flat.copy()
    changed[candidates[kind < 0.8]] = MASK
    swap = candidates[(kind >= 0.8) & (kind < 0.9)]
    changed[swap] = chance.integers(8, 20000, len(swap))
    # A sampled softmax: the true pieces of this batch against each other and as many drawn evenly; the whole vocabulary costs thrice the time.
    among = np.union1d(target, chance.integers(8, 20000, 1500))
    logits = network.guess_masked(torch.from_numpy(changed.reshape(ids.shape)), torch.from_numpy(candidates), torch.from_numpy(among))
    return F.cross_entropy(logits, torch.from_numpy(np.searchsorted(among, target)))


def evaluate(network, data, most=600):
    """Quick look at the dev rows: accuracy by set."""
    network.eval()
    parts = []
    with torch.no_grad():
        for s, name in enumerate(data.set_names):
            rows = np.flatnonzero((data.sets == s) & data.dev)[:most]
            if not len(rows):
                continue
            right = stars_right = total = stars_total = 0
            for block, indexes in data.batches(rows, np.random.default_rng(1)):
                scores = split_heads(network(torch.from_numpy(block)))
                sentiment = data.sentiment[indexes]
                known = ~np.isnan(sentiment[:, 0]) & (sentiment.max(1) > 0.75)
                guess, truth = scores["sentiment"].numpy()[known], sentiment[known]
                if truth.size and (truth.argmax(1) == 1).any():
                    right += (guess.argmax(1) == truth.argmax(1)).sum()
                else:
                    right += ((guess[:, 2] > guess[:, 0]) == (truth[:, 2] > truth[:, 0])).sum()
                total += known.sum()
                stars = data.stars[indexes]
                known = ~np.isnan(stars[:, 0])
                stars_right += (scores["stars"].numpy()[known].argmax(1) == stars[known].argmax(1)).sum()
                stars_total += known.sum()
            parts.append(f"{name} {100 * right / max(1, total):.1f}" + (f"/{100 * stars_right / stars_total:.1f}" if stars_total else ""))
    network.train()
    return ", ".join(parts)


def main(options):
    torch.set_num_threads(1)
    torch.manual_seed(11)
    data = Data(options.work)
    pieces = sum(1 for _ in open(options.vocabulary, encoding="utf-8"))
    network = Network(pieces)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=0.01)
    path = os.path.join(options.work, options.stage + ".pt")
    step, chunk = 0, 0
    if os.path.exists(path):
        saved = torch.load(path)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        step, chunk = saved["step"], saved["chunk"]
        print(f"resumed at step {step}", flush=True)
    elif options.start:
        network.load_state_dict(torch.load(os.path.join(options.work, options.start))["network"])

    if options.stage == "guess":
        weights = np.where(data.dev, 0.0, np.where(data.languages == "en", 1.0, 0.6))
    else:
        weights = weights_of_rows(data)
    weights = weights * (data.lengths > 1) if options.stage == "guess" else weights
    weights = weights / weights.sum()

    def save():
        torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "chunk": chunk}, path + ".new")
        os.replace(path + ".new", path)

    started, losses, tokens, looked = time.time(), [], 0, step

    def done():
        """From 0 to 1. With --minutes the clock may end the run before its steps do (on a busy machine)."""
        by_clock = (time.time() - started) / (60 * options.minutes) if options.minutes else 0
        return min(1.0, max(step / options.steps, by_clock))

    while done() < 1:
        chance = np.random.default_rng([options.seed, chunk])
        chosen = chance.choice(len(weights), CHUNK, p=weights)
        for block, rows in data.batches(chosen, chance):
            warm = min(1.0, (step + 1) / 400)
            rate = options.rate * warm * max(0.01, 1 - done())
            for group in optimizer.param_groups:
                group["lr"] = rate
            if options.stage == "guess":
                loss = guess_loss(network, block, chance)
            else:
                drop = (chance.random(block.shape) < 0.04) & (block > 0)
                loss = task_loss(network, torch.from_numpy(np.where(drop, UNK, block)), rows, data)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            tokens += block.size
            step += 1
            if step % 100 == 0:
                spent = time.time() - started
                print(f"{options.stage} step {step} loss {np.mean(losses):.4f} rate {rate:.5f} {tokens / spent:,.0f} tokens/s {spent:.0f} s", flush=True)
                losses = []
            if done() >= 1:
                break
        chunk += 1
        if step - looked >= options.look or done() >= 1:
            looked = step
            save()
            if options.stage == "tasks":
                print("  dev:", evaluate(network, data), flush=True)
    save()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", choices=["guess", "tasks"])
    parser.add_argument("--work", required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--minutes", type=float, help="stop by the clock if that comes first; the learning rate follows")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--look", type=int, default=1500)
    parser.add_argument("--start", help="checkpoint in WORK to start from, e.g. guess.pt")
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    main(parser.parse_args())
