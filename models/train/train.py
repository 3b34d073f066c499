"""Trains the network. Stages 3 and 4 of 5; see README.md. Both resume from the last checkpoint in WORK.

    python3 models/train/train.py guess --work WORK --steps 4000     # masked words, no labels
    python3 models/train/train.py tasks --work WORK --steps 12000    # all heads together

With --processes, each core trains on rows of its own and the weights are averaged every AVERAGE_EVERY steps (local SGD, Stich 2019).
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.distributed
import torch.multiprocessing
from torch.nn import functional as F

import corpora
import tagged
from network import Network, split_heads, split_tags
from prepare import NO_TAGS
from tokenizer import MASK, UNK

WINDOW, BATCH_TOKENS, CHUNK, TYPICAL_ROWS = 128, 6144, 12288, 170
TWINS_A_STEP, TOPIC_SCALE = 24, 16.0
AVERAGE_EVERY, MEETING = 50, "tcp://127.0.0.1:29517"
TAUGHT_WEIGHT = 1.0  # in sampling, of rows that other models labelled (teach.py)
# What each kind of label weighs in the loss of a row (tags: of a word).
WEIGHTS = {"sentiment": 1.0, "ranks": 1.2, "stars": 0.6, "emotion": 1.5, "intent": 0.5, "topic": 2.0, "entity": 0.5, "aspect": 0.8, "opinion": 0.15, "twins": 6.0, "twin scores": 3.0, "twin labels": 1.0}


class Data:
    def __init__(self, work):
        stored = np.load(os.path.join(work, "rows.npz"))
        self.ids, self.tags = stored["ids"], stored["tags"]
        self.lengths = stored["lengths"].astype(np.int64)
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)])
        self.set_names = [str(n) for n in stored["set_names"]]
        self.sets, self.dev, self.languages = stored["sets"], stored["dev"], stored["languages"]
        self.sentiment, self.stars = stored["sentiment"].astype(np.float32), stored["stars"].astype(np.float32)
        self.emotion, self.intent = stored["emotion"], stored["intent"]
        self.topic, self.topic_family = stored["topic"].astype(np.int64), stored["topic_family"]
        self.tagged = np.isin(self.sets, [i for i, n in enumerate(self.set_names) if n.startswith("tags:") or n == "templates:entities"])

    def take_labels(self, path):
        """Labels of other models for rows that have none; see teach.py. Returns those rows."""
        taught = np.load(path)
        self.sentiment[taught["rows"]], self.stars[taught["rows"]] = taught["sentiment"], taught["stars"]
        return taught["rows"]

    def window(self, index, chance=None):
        """(first, end) of the tokens of a row that are read."""
        first, end = self.offsets[index], self.offsets[index + 1]
        if end - first > WINDOW:
            # The end of a long review sums it up; half the time look there, else anywhere.
            first = end - WINDOW if chance is None or chance.random() < 0.5 else chance.integers(first, end - WINDOW + 1)
            end = first + WINDOW
        return first, end

    def batches(self, chosen, chance):
        """Rows of like length together, about BATCH_TOKENS a batch, batches in random order: (ids, rows, first token of each row)."""
        windows = [(*self.window(i, chance), i) for i in chosen]
        windows.sort(key=lambda w: w[1] - w[0])
        batches, start = [], 0
        while start < len(windows):
            end = start + 1
            while end < len(windows) and (end + 1 - start) * max(1, windows[end][1] - windows[end][0]) <= BATCH_TOKENS:
                end += 1
            part = windows[start:end]
            width = max(1, max(e - f for f, e, _ in part))
            block = np.zeros((len(part), width), np.int64)
            for r, (f, e, _) in enumerate(part):
                block[r, :e - f] = self.ids[f:e]
            batches.append((block, np.array([i for _, _, i in part]), np.array([f for f, _, _ in part])))
            start = end
        chance.shuffle(batches)
        return batches

    def tags_of(self, rows, firsts, width):
        """Packed tags of rows [rows, width]; unknown beyond their ends."""
        block = np.full((len(rows), width), NO_TAGS, np.int64)
        for r, (row, first) in enumerate(zip(rows, firsts)):
            count = min(width, self.offsets[row + 1] - first)
            block[r, :count] = self.tags[first:first + count]
        return block


class Twins:
    """Pairs of sentences that must be scored alike; see people.py."""

    def __init__(self, work):
        stored = np.load(os.path.join(work, "twins.npz"))
        self.sentiment = torch.from_numpy(stored["sentiment"])
        self.sides = [(stored[side + "_ids"], np.concatenate([[0], np.cumsum(stored[side + "_lengths"])])) for side in "ab"]

    def batch(self, chance):
        chosen = chance.integers(0, len(self.sides[0][1]) - 1, TWINS_A_STEP)
        rows = [ids[at[i]:at[i + 1]] for ids, at in self.sides for i in chosen]
        block = np.zeros((len(rows), max(len(r) for r in rows)), np.int64)
        for r, ids in enumerate(rows):
            block[r, :len(ids)] = ids
        return block, self.sentiment[torch.from_numpy(chosen)]


def weights_of_rows(data):
    by_name = {name: weight for name, _, _, _, _, weight, _ in corpora.SETS}
    by_name.update({"tags:" + name: weight for name, _, _, _, weight in tagged.SETS})
    by_name.update({"templates": 5.0, "templates:intents": 1.5, "templates:entities": 1.2, "unlabelled": 0.0})
    weights = np.array([by_name[n] for n in data.set_names])[data.sets]
    weights[data.dev] = 0
    # Tweets: as much of each class as of the others.
    for name in ("semeval_tweets", "tweet_sentiment_extraction", "arabic_reviews", "indonlu_smsa"):
        if name not in data.set_names:
            continue
        here = (data.sets == data.set_names.index(name)) & ~data.dev
        label = data.sentiment.argmax(1)
        for c in range(3):
            share = (label[here] == c).mean()
            weights[here & (label == c)] *= 1 / (3 * max(share, 0.1))
    return weights


def weights_of_intents(data, weights):
    """Rare intents count more: the root of how much rarer than the average."""
    share = np.array([weights[data.intent == i].sum() for i in range(len(corpora.INTENTS))])
    return torch.from_numpy(np.clip((share.mean() / np.maximum(share, 1e-9)) ** 0.5, 0.3, 4)).float()


def sentence_loss(scores, embedding, rows, data, network, intents):
    scores, loss = split_heads(scores), 0.0
    sentiment = torch.from_numpy(data.sentiment[rows])
    known = ~torch.isnan(sentiment[:, 0])
    if known.any():
        target = sentiment[known] * 0.97 + 0.01
        loss = loss - WEIGHTS["sentiment"] * (target * F.log_softmax(scores["sentiment"][known], 1)).sum()
    stars = torch.from_numpy(data.stars[rows])
    known = ~torch.isnan(stars[:, 0])
    if known.any():
        log = F.log_softmax(scores["stars"][known], 1)
        below, below_target = log.exp().cumsum(1), stars[known].cumsum(1)
        loss = loss - WEIGHTS["stars"] * (stars[known] * log).sum() + WEIGHTS["ranks"] * ((below - below_target) ** 2).sum()
    emotion = data.emotion[rows]
    known = emotion >= 0
    if known.any():
        bits = (emotion[known, None] >> np.arange(len(corpora.EMOTIONS))) & 1
        loss = loss + WEIGHTS["emotion"] * F.binary_cross_entropy_with_logits(scores["emotion"][torch.from_numpy(known)], torch.from_numpy(bits.astype(np.float32)), reduction="sum")
    intent = torch.from_numpy(data.intent[rows].astype(np.int64))
    known = intent >= 0
    if known.any():
        loss = loss + WEIGHTS["intent"] * F.cross_entropy(scores["intent"][known], intent[known], weight=intents, reduction="sum", label_smoothing=0.03)
    topic = data.topic[rows]
    known = topic >= 0
    if known.any():
        # Near the direction of its label, among the labels of the same set only.
        logits = TOPIC_SCALE * F.linear(embedding[torch.from_numpy(known)], F.normalize(network.proxies, dim=1))
        other = torch.from_numpy(data.topic_family[topic[known]][:, None] != data.topic_family[None])
        loss = loss + WEIGHTS["topic"] * F.cross_entropy(logits.masked_fill(other, -1e4), torch.from_numpy(topic[known]), reduction="sum")
    return loss


def tag_loss(tags, packed, network):
    """tags: logits [rows, width, TAGS]; packed: what prepare.py stored."""
    written = packed >> 9
    logits = split_tags(tags + network.written[torch.from_numpy(written)])
    loss = 0.0
    for shift, (name, _), unknown in zip((0, 4, 7), tagged.HEADS, tagged.UNKNOWN):
        target = torch.from_numpy((packed >> shift) & unknown)
        known = target != unknown
        if known.any():
            loss = loss + WEIGHTS[name] * F.cross_entropy(logits[name][known], target[known], reduction="sum")
    return loss


def twin_loss(scores, sentiment):
    """Differences of the probabilities of sentiment, stars and emotions between the two sides, and what both sides say where it is known (else the cheapest
    way to be alike would be to say nothing)."""
    heads, loss = split_heads(scores), 0.0
    half = len(scores) // 2
    for name in ("sentiment", "stars", "emotion"):
        p = torch.sigmoid(heads[name]) if name == "emotion" else torch.softmax(heads[name], 1)
        loss = loss + WEIGHTS["twins"] * ((p[:half] - p[half:]) ** 2).sum()
        if name == "sentiment":
            score = p[:, 2] - p[:, 0]
            loss = loss + WEIGHTS["twin scores"] * F.smooth_l1_loss(score[:half], score[half:], beta=0.02, reduction="sum")
    known = ~torch.isnan(sentiment[:, 0])
    log = F.log_softmax(heads["sentiment"], 1)
    return loss - WEIGHTS["twin labels"] * (sentiment[known] * (log[:half][known] + log[half:][known])).sum()


def task_loss(network, ids, rows, firsts, data, intents, twins, chance):
    mine = np.flatnonzero(data.tagged[rows])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, embedding, tags = network(torch.from_numpy(ids), torch.from_numpy(mine) if len(mine) else None)
        # Without dropout: its noise would differ between the two sides, and the cheapest way out of it is to say nothing of such sentences at all.
        pairs, said = twins.batch(chance)
        network.eval()
        both = network(torch.from_numpy(pairs), None)[0]
        network.train()
    scores, embedding = scores.float(), embedding.float()
    loss = sentence_loss(scores, embedding, rows, data, network, intents)
    if len(mine):
        packed = data.tags_of(rows[mine], firsts[mine], ids.shape[1])
        # One text in four as if nobody had told how its words are written: many customers write small letters only.
        small = chance.random(len(mine)) < 0.25
        packed[small] &= 511
        loss = loss + tag_loss(tags.float(), packed, network)
    loss = loss + twin_loss(both.float(), said)
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
            rows = np.flatnonzero((data.sets == s) & data.dev & ~data.tagged)[:most]
            if not len(rows):
                continue
            right = stars_right = total = stars_total = 0
            for block, indexes, _ in data.batches(rows, np.random.default_rng(1)):
                scores = split_heads(network(torch.from_numpy(block), None)[0])
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


def average_over_processes(network, count):
    with torch.no_grad():
        flat = torch.nn.utils.parameters_to_vector(network.parameters())
        torch.distributed.all_reduce(flat)
        torch.nn.utils.vector_to_parameters(flat / count, network.parameters())


def main(options):
    if options.processes == 1:
        return run(0, options)
    torch.multiprocessing.spawn(run, args=(options,), nprocs=options.processes)


def run(rank, options):
    torch.set_num_threads(1)
    torch.manual_seed(11 + rank)
    if options.processes > 1:
        torch.distributed.init_process_group("gloo", init_method=MEETING, rank=rank, world_size=options.processes)
    data, twins = Data(options.work), Twins(options.work)
    pieces = sum(1 for _ in open(options.vocabulary, encoding="utf-8"))
    network = Network(pieces, len(data.topic_family), options.dropout)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=options.decay)
    path = os.path.join(options.work, options.stage + ".pt")
    step, chunk, spent, average = 0, 0, 0.0, None
    if os.path.exists(path):
        saved = torch.load(path)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        step, chunk, spent, average = saved["step"], saved["chunk"], saved["spent"], saved["average"]
        print(f"resumed at step {step}", flush=True)
    elif options.start:
        print(network.load_state_dict(torch.load(os.path.join(options.work, options.start))["network"], strict=False), flush=True)
    if average is None:
        average = {name: value.clone() for name, value in network.state_dict().items()}

    if options.stage == "guess":
        weights = np.where(data.dev, 0.0, np.where(data.languages == "en", 1.0, 0.6)) * (data.lengths > 1)
    else:
        weights = weights_of_rows(data)
        if options.taught:
            weights[data.take_labels(os.path.join(options.work, options.taught))] = TAUGHT_WEIGHT
    weights = weights / weights.sum()
    intents = weights_of_intents(data, weights)
    started, losses, tokens, looked = time.time() - spent, [], 0, time.time()

    def save():
        if rank == 0:
            torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "chunk": chunk,
                        "spent": time.time() - started, "average": average}, path + ".new")
            os.replace(path + ".new", path)

    def done():
        """From 0 to 1. With --minutes the clock may end the run before its steps do (on a busy machine)."""
        by_clock = (time.time() - started) / (60 * options.minutes) if options.minutes else 0
        return min(1.0, max(step / options.steps if options.steps else 0, by_clock))

    def over():
        """Every process must end at the same step: the first one's clock holds, and it is looked at where they meet."""
        if options.processes == 1:
            return done() >= 1
        if step % AVERAGE_EVERY:
            return False
        average_over_processes(network, options.processes)
        ended = torch.tensor([done() >= 1], dtype=torch.int32)
        torch.distributed.broadcast(ended, 0)
        return bool(ended)

    ended = False
    while not ended:
        chance = np.random.default_rng([options.seed, chunk, rank] if rank else [options.seed, chunk])
        chosen = chance.choice(len(weights), CHUNK, p=weights)
        for block, rows, firsts in data.batches(chosen, chance):
            rate = options.rate * min(1.0, (step + 1) / 400) * max(0.005, 1 - done())
            for group in optimizer.param_groups:
                group["lr"] = rate
            if options.stage == "guess":
                loss = guess_loss(network, block, chance)
            else:
                drop = (chance.random(block.shape) < options.blank) & (block > 0)
                loss = task_loss(network, np.where(drop, UNK, block), rows, firsts, data, intents, twins, chance)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            tokens += block.size
            step += 1
            ended = over()
            if step % 10 == 0:
                # The mean of the last few hundred steps: what to look at while the rate is still high.
                with torch.no_grad():
                    for name, value in network.state_dict().items():
                        average[name].lerp_(value, 0.03) if value.is_floating_point() else average[name].copy_(value)
            if step % 100 == 0 and rank == 0:
                print(f"{options.stage} step {step} loss {np.mean(losses):.4f} rate {rate:.5f} {tokens:,} tokens {time.time() - started:.0f} s", flush=True)
                losses = []
            if ended:
                break
        chunk += 1
        if time.time() - looked > 60 * options.look or ended:
            save()
            if options.stage == "tasks" and options.looks and rank == 0:
                print("  dev:", evaluate(network, data), flush=True)
            looked = time.time()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", choices=["guess", "tasks"])
    parser.add_argument("--work", required=True)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--minutes", type=float, help="stop by the clock if that comes first; the learning rate follows")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--dropout", type=float, default=0.1, help="of inputs and pairs; pools twice, mixers half as much")
    parser.add_argument("--blank", type=float, default=0.04, help="share of the words that are left out")
    parser.add_argument("--decay", type=float, default=0.01, help="of weights, a step and unit of rate")
    parser.add_argument("--taught", help="labels of other models in WORK, e.g. taught.npz (teach.py)")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--look", type=float, default=8, help="minutes between checkpoints")
    parser.add_argument("--looks", action="store_true", help="measure dev rows at each checkpoint")
    parser.add_argument("--start", help="checkpoint in WORK to start from, e.g. guess.pt")
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    main(parser.parse_args())
