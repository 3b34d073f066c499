#!/usr/bin/env python3
"""How good and how steady are the topics, beside scikit-learn's LDA and NMF with as many topics?

  tests/bench/topics_bench.py PROGRAM [--ours] [FILE.jsonl.xz ...]

PROGRAM is build/release/tests/topics_bench (cmake --preset release && cmake --build --preset release --target topics_bench); --ours leaves LDA and NMF out. Files default to three sets of ../shared/data. For each set:
  npmi       mean normalised pointwise mutual information of all pairs of a topic's ten first words, counted in
             the reviews themselves (Lau, Newman, Baldwin 2014)
  diversity  share of different words among all topics' ten first words
  steady     share of reviews whose main topic stays the same when 5 % more reviews come (topics of the two runs
             are paired so that most reviews agree): the mean over four different 5 %, the least in brackets; for
             LDA and NMF one 5 %, with the same seed
  kept       ours only, where a review belongs to several topics: share of all pairs (review, topic) that stay
  seconds    of one run on this machine
"""
import json
import lzma
import random
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SETS = [DATA / name / "all.jsonl.xz" for name in ("datafiniti_hotels", "yelp_10k", "womens_clothing")]
MOST = 12_000  # reviews of each set: LDA takes minutes for more


def read(path):
    with lzma.open(path, "rt") as lines:
        texts = [" ".join((json.loads(line).get("text") or "").split()) for line in lines]
    texts = sorted({text for text in texts if text})
    random.Random(1).shuffle(texts)
    return texts[:MOST]


def run_ours(program, texts):
    begin = time.time()
    out = subprocess.run([program], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True).stdout
    seconds = time.time() - begin
    lines = out.split("\n")
    gap = lines.index("")
    topics = [topic for topic in map(json.loads, lines[:gap]) if topic["terms"]]
    index = {topic["id"]: at for at, topic in enumerate(topics)}
    main = []
    every = np.zeros((len(texts), len(topics) + 1), dtype=bool)
    for row, line in enumerate(lines[gap + 1 : -1]):
        ids = [index[i] for i in line.split("\t") if i in index]
        main.append(ids[0] if ids else len(topics))
        every[row, ids or [len(topics)]] = True
    run_ours.every = every
    words = [[text for text, _ in topic["terms"][:10]] for topic in topics]
    return words, np.array(main), seconds


def run_theirs(model, texts, topics, tf_idf):
    begin = time.time()
    vectorizer = CountVectorizer(stop_words="english", min_df=5, max_df=0.5, max_features=2000)
    counts = vectorizer.fit_transform(texts)
    if tf_idf:
        counts = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    fitted = model(topics)
    main = fitted.fit_transform(counts).argmax(axis=1)
    seconds = time.time() - begin
    names = vectorizer.get_feature_names_out()
    words = [[names[i] for i in row.argsort()[::-1][:10]] for row in fitted.components_]
    return words, main, seconds


def npmi(words, texts):
    """Of words and phrases as they stand in lower-case texts; a plural counts as its own word for everybody."""
    vocabulary = sorted({word for topic in words for word in topic})
    vectorizer = CountVectorizer(vocabulary=vocabulary, ngram_range=(1, 3), binary=True, token_pattern=r"[^\W_]+(?:['’-][^\W_]+)*")
    there = vectorizer.transform(texts).astype(np.float64)
    column = {word: i for i, word in enumerate(vocabulary)}
    together = (there.T @ there).toarray() / len(texts)
    scores = []
    for topic in words:
        pairs = []
        for a, b in combinations(topic, 2):
            both = together[column[a], column[b]]
            pa, pb = together[column[a], column[a]], together[column[b], column[b]]
            if both == 0 or pa == 0 or pb == 0:
                pairs.append(-1.0)
            else:
                pairs.append(np.log(both / (pa * pb)) / -np.log(both))
        if pairs:
            scores.append(np.mean(pairs))
    return float(np.mean(scores))


def agreement(first, second):
    size = max(first.max(), second.max()) + 1
    table = np.zeros((size, size))
    np.add.at(table, (first, second), 1)
    rows, columns = linear_sum_assignment(-table)
    return table[rows, columns].sum() / len(first)


def kept(before, after):
    """Pairs of before that are also in after, topics paired by the reviews they share."""
    shared = before.astype(np.float32).T @ after.astype(np.float32)
    rows, columns = linear_sum_assignment(-shared)
    return shared[rows, columns].sum() / before.sum()


def report(name, run, texts, parts):
    more = len(texts) - round(len(texts) / 1.05)
    words, main, seconds = run(texts)
    every = getattr(run_ours, "every", None)
    steady, stay = [], []
    for part in range(parts):
        known = np.ones(len(texts), dtype=bool)
        known[len(texts) - (part + 1) * more : len(texts) - part * more] = False
        _, before, _ = run([text for text, is_known in zip(texts, known) if is_known])
        steady.append(agreement(before, main[known]))
        if name == "ours":
            stay.append(kept(run_ours.every, every[known]))
    flat = [word for topic in words for word in topic]
    print(f"  {name:6} topics {len(words):3}  npmi {npmi(words, texts):.3f}  diversity {len(set(flat)) / len(flat):.2f}  "
          f"steady {np.mean(steady):.3f} ({min(steady):.3f})  seconds {seconds:.1f}"
          + (f"  kept {np.mean(stay):.3f} ({min(stay):.3f})" if name == "ours" else ""), flush=True)
    return len(words), main


def main():
    program = sys.argv[1]
    only_ours = "--ours" in sys.argv
    for path in [Path(name) for name in sys.argv[2:] if name != "--ours"] or SETS:
        texts = read(path)
        print(f"{path.parent.name}: {len(texts)} reviews")
        topics, ours = report("ours", lambda t: run_ours(program, t), texts, 4)
        print(f"         in no topic {np.mean(ours == ours.max()):.3f}")
        if only_ours:
            continue
        report("LDA", lambda t: run_theirs(lambda k: LatentDirichletAllocation(k, random_state=1), t, topics, False), texts, 1)
        report("NMF", lambda t: run_theirs(lambda k: NMF(k, random_state=1, init="nndsvd"), t, topics, True), texts, 1)


if __name__ == "__main__":
    main()
