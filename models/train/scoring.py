"""Runs model.onnx over texts as the product does: the shipped runtime, windows for long texts, calibrated heads."""
import os
import subprocess
import tempfile

import numpy as np

import corpora
from tokenizer import Tokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
MAX_TOKENS, MOST_WINDOWS = 128, 8


def cut_windows(tokenizer, ids):
    """The same as src/inference/windows.cpp but for line breaks, which tokens do not show."""
    windows, begin = [], 0
    while True:
        end = min(len(ids), begin + MAX_TOKENS)
        if end < len(ids):
            for at in range(end, begin + MAX_TOKENS // 2, -1):
                if tokenizer.pieces[ids[at - 1]][-1] in ".!?":
                    end = at
                    break
        windows.append(ids[begin:end])
        begin = end
        if begin >= len(ids):
            break
    half = MOST_WINDOWS // 2
    return windows if len(windows) <= MOST_WINDOWS else windows[:half] + windows[-half:]


def run_model(model, rows, with_tags=False):
    """Raw scores and embedding [rows, total] of lists of token ids, by onnxruntime-web in node; with_tags: (those, [a block [tokens, kinds] of each row])."""
    with tempfile.TemporaryDirectory() as folder:
        given, got, tags = (os.path.join(folder, name) for name in ("rows.bin", "scores.bin", "tags.bin"))
        np.concatenate([np.array([len(rows)], np.int32), np.array([len(r) for r in rows], np.int32)]
                       + [np.asarray(r, np.int32) for r in rows]).tofile(given)
        done = subprocess.run(["node", os.path.join(HERE, "run_model.js"), model, given, got] + ([tags] if with_tags else []), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        print("  " + done.stdout.strip(), flush=True)
        scores = np.fromfile(got, np.float32).reshape(len(rows), -1)
        if not with_tags:
            return scores
        lengths = np.array([len(r) for r in rows])
        return scores, np.split(np.fromfile(tags, np.float32).reshape(lengths.sum(), -1), np.cumsum(lengths)[:-1])


def logits_of_texts(model, tokenizer, texts):
    """(raw scores of every window, first window of each text, tokens in each window)."""
    rows, firsts = [], []
    for text in texts:
        firsts.append(len(rows))
        rows += cut_windows(tokenizer, tokenizer.encode(text))
    firsts.append(len(rows))
    return run_model(model, rows), np.array(firsts), np.array([len(r) for r in rows])


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def combine(values, firsts, tokens, last=1.0):
    """Mean over the windows of each text, weighted by length; see src/inference/text_scores.hpp. last: how much more the last one counts (for trials)."""
    weights = np.maximum(1, tokens).astype(np.float64)
    single = np.diff(firsts) == 1
    weights[firsts[1:][~single] - 1] *= last
    sums = np.add.reduceat(values * weights[:, None], firsts[:-1], 0)
    return sums / np.add.reduceat(weights, firsts[:-1])[:, None]


def embeddings_of_texts(card, raw, firsts, tokens):
    """The mean over the windows of each text, weighted by length, of length one again (a text without words: zeros)."""
    mean = combine(raw[:, card["output"]["total"]:], firsts, tokens)
    return mean / np.maximum(1e-6, np.linalg.norm(mean, axis=1, keepdims=True))


def heads_of(card):
    return {h["name"]: h for h in card["heads"]}


def read_heads(card, raw, firsts, tokens, last=1.0):
    """{head: probabilities [texts, size]}; emotion unscaled, the highest of any window."""
    result = {}
    for name, head in heads_of(card).items():
        logits = raw[:, head["offset"]:head["offset"] + head["size"]].astype(np.float64)
        if head["activation"] == "softmax":
            result[name] = combine(softmax(logits / head["temperature"]), firsts, tokens, last)
        else:
            result[name] = np.maximum.reduceat(1 / (1 + np.exp(-logits)), firsts[:-1], 0)
    return result


def dev_rows(most=3000, whole=("goemotions",)):
    """[(set, text, language, labels)] of the dev sides, at most `most` a set, evenly taken; all of `whole`, whose rare labels need them."""
    by_set = {}
    for name, place, text, language, labels in corpora.load("unclear"):
        if place == "dev":
            by_set.setdefault(name, []).append((name, text, language, labels))
    return [row for name in sorted(by_set) for row in by_set[name][::1 if name in whole else max(1, -(-len(by_set[name]) // most))]]


def load_tokenizer(folder):
    return Tokenizer.load(os.path.join(folder, "vocabulary.txt"))
