"""Turns the data sets into arrays of token ids and labels. Stage 2 of 5; see README.md.

    python3 models/train/prepare.py --policy unclear --work WORK
"""
import argparse
import collections
import os
import random
import time

import numpy as np

import corpora
import templates
from tokenizer import Tokenizer

LONGEST = 384
EDGE = LONGEST // 2


def cut(ids):
    """A long text keeps its beginning and its end."""
    return ids if len(ids) <= LONGEST else ids[:EDGE] + ids[-EDGE:]


class Rows:
    def __init__(self):
        self.ids, self.lengths, self.sets, self.languages, self.dev = [], [], [], [], []
        self.sentiment, self.stars, self.emotion, self.intent = [], [], [], []

    def add(self, ids, set_name, language, dev, labels):
        ids = cut(ids)
        self.ids.append(np.array(ids, np.uint16))
        self.lengths.append(len(ids))
        self.sets.append(set_name)
        self.languages.append(language)
        self.dev.append(dev)
        self.sentiment.append(labels.get("sentiment", (np.nan,) * 3))
        self.stars.append(labels.get("stars", (np.nan,) * 5))
        emotion = labels.get("emotion")
        self.emotion.append(-1 if emotion is None else sum(1 << corpora.EMOTIONS.index(e) for e in emotion))
        self.intent.append(corpora.INTENTS.index(labels["intent"]) if "intent" in labels else -1)

    def save(self, path):
        names = sorted(set(self.sets))
        index = {n: i for i, n in enumerate(names)}
        np.savez(path, ids=np.concatenate(self.ids), lengths=np.array(self.lengths, np.int32), set_names=np.array(names),
                 sets=np.array([index[s] for s in self.sets], np.int16), languages=np.array(self.languages), dev=np.array(self.dev),
                 sentiment=np.array(self.sentiment, np.float16), stars=np.array(self.stars, np.float16),
                 emotion=np.array(self.emotion, np.int64), intent=np.array(self.intent, np.int8))


def main(options):
    started = time.time()
    tokenizer = Tokenizer.load(options.vocabulary)
    rows, chance, counts, seen = Rows(), random.Random(7), collections.Counter(), set()
    loaded = list(corpora.load(options.policy))
    kept_out = set()
    for name, place, text, _, _ in loaded:
        if place == "dev":
            kept_out |= corpora.keys_of(text)
    for row in corpora.read("sst_standard_splits", "dev"):
        kept_out |= corpora.keys_of(row["text"])
    for name, place, text, language, labels in loaded:
        if place == "train":
            if corpora.keys_of(text) & kept_out and len(corpora.key_of(text)) > 12:
                counts["overlap with dev, dropped"] += 1
                continue
            same = (name, corpora.key_of(text), str(labels))
            if same in seen:
                counts["repeated, dropped"] += 1
                continue
            seen.add(same)
        if name in ("sst", "sst_phrases") and place == "train" and chance.random() < 0.5:
            text = corpora.two_spaces_off(text)
        rows.add(tokenizer.encode(text), name, language, place == "dev", labels)
        counts[place] += 1
        if place == "train" and language == "en" and len(text) < 400 and chance.random() < 0.15:
            rows.add(tokenizer.encode(templates.typo(text, chance)), name, language, False, labels)
            counts["with typos"] += 1
    for text, sentiment, stars in templates.rows():
        labels = {"sentiment": sentiment}
        if stars is not None:
            labels["stars"] = corpora.stars_of(stars)["stars"]
        rows.add(tokenizer.encode(text), "templates", "en", False, labels)
        counts["templates"] += 1
    for name, split in corpora.UNLABELLED if options.policy != "free" else []:
        for row in corpora.read(name, split):
            rows.add(tokenizer.encode(corpora.clean(row["text"])), "unlabelled", "en", False, {})
    for row in corpora.read("xed", "all"):
        if row["lang"] in corpora.XED_LANGUAGES:
            rows.add(tokenizer.encode(row["text"]), "unlabelled", corpora.XED_LANGUAGES[row["lang"]], False, {})
    rows.save(os.path.join(options.work, "rows.npz"))
    print(dict(counts), f"{sum(rows.lengths):,} tokens, {time.time() - started:.0f} s")
    by_set = collections.Counter((s, "dev" if d else "train") for s, d in zip(rows.sets, rows.dev))
    print({f"{s}/{d}": n for (s, d), n in sorted(by_set.items())})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", choices=["free", "unclear"], default="unclear")
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    parser.add_argument("--work", required=True)
    main(parser.parse_args())
