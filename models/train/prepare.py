"""Turns the data sets into arrays of token ids and labels. Stage 2; see README.md.

    python3 models/train/prepare.py --policy unclear --work WORK
"""
import argparse
import collections
import os
import random
import time

import numpy as np

import corpora
import own_sentences
import people
import tagged
import templates
from tokenizer import Tokenizer

LONGEST = 384
EDGE = LONGEST // 2
NO_TAGS = tagged.UNKNOWN[0] | tagged.UNKNOWN[1] << 4 | tagged.UNKNOWN[2] << 7
OWN_TWINS, TURNED_TWINS = 45000, 25000


def cut(ids):
    """A long text keeps its beginning and its end."""
    return ids if len(ids) <= LONGEST else ids[:EDGE] + ids[-EDGE:]


class Rows:
    def __init__(self):
        self.ids, self.tags, self.lengths, self.sets, self.languages, self.dev = [], [], [], [], [], []
        self.sentiment, self.stars, self.emotion, self.intent, self.topic = [], [], [], [], []

    def add(self, ids, set_name, language, dev, labels, tags=None):
        ids = cut(ids)
        self.ids.append(np.array(ids, np.uint16))
        self.tags.append(np.full(len(ids), NO_TAGS, np.uint16) if tags is None else np.array(cut(tags), np.uint16))
        self.lengths.append(len(ids))
        self.sets.append(set_name)
        self.languages.append(language)
        self.dev.append(dev)
        self.sentiment.append(labels.get("sentiment", (np.nan,) * 3))
        self.stars.append(labels.get("stars", (np.nan,) * 5))
        emotion = labels.get("emotion")
        self.emotion.append(-1 if emotion is None else sum(1 << corpora.EMOTIONS.index(e) for e in emotion))
        self.intent.append(corpora.INTENTS.index(labels["intent"]) if "intent" in labels else -1)
        self.topic.append(labels.get("topic"))

    def save(self, path):
        names = sorted(set(self.sets))
        index = {n: i for i, n in enumerate(names)}
        # Labels of topics that at least eight training rows carry.
        counts = collections.Counter(t for t, d in zip(self.topic, self.dev) if t and not d)
        topics = sorted(t for t, n in counts.items() if n >= 8)
        families = sorted({family for family, _ in topics})
        place = {t: i for i, t in enumerate(topics)}
        np.savez(path, ids=np.concatenate(self.ids), tags=np.concatenate(self.tags), lengths=np.array(self.lengths, np.int32), set_names=np.array(names),
                 sets=np.array([index[s] for s in self.sets], np.int16), languages=np.array(self.languages), dev=np.array(self.dev),
                 sentiment=np.array(self.sentiment, np.float16), stars=np.array(self.stars, np.float16),
                 emotion=np.array(self.emotion, np.int64), intent=np.array(self.intent, np.int8),
                 topic=np.array([place.get(t, -1) for t in self.topic], np.int16), topic_family=np.array([families.index(f) for f, _ in topics], np.int16),
                 topic_names=np.array([f"{f}: {label}" for f, label in topics]))
        print(f"{len(topics)} topics of {len(families)} families: {families}")


def save_twins(path, tokenizer, twins):
    stored = {"sentiment": np.array([kind or (np.nan,) * 3 for _, _, kind in twins], np.float32)}
    for side in (0, 1):
        ids = [np.array(tokenizer.encode(pair[side], 64), np.uint16) for pair in twins]
        stored["ab"[side] + "_ids"], stored["ab"[side] + "_lengths"] = np.concatenate(ids), np.array([len(i) for i in ids], np.int32)
    np.savez(path, **stored)


def main(options):
    started = time.time()
    tokenizer = Tokenizer.load(options.vocabulary)
    rows, chance, counts, seen = Rows(), random.Random(7), collections.Counter(), set()
    loaded, with_tags = list(corpora.load(options.policy)), list(tagged.load(options.policy))
    text_of = lambda chunks: "".join(c[0] for c in chunks)
    kept_out = set()
    for name, place, text, _, _ in loaded:
        if place == "dev":
            kept_out |= corpora.keys_of(text)
    for name, place, chunks, _, _ in with_tags:
        if place == "dev":
            kept_out |= corpora.keys_of(text_of(chunks))
    for row in corpora.read("sst_standard_splits", "dev"):
        kept_out |= corpora.keys_of(row["text"])
    print(f"read in {time.time() - started:.0f} s", flush=True)
    known = lambda text: corpora.keys_of(text) & kept_out and len(corpora.key_of(text)) > 12
    gendered = []
    for name, place, text, language, labels in loaded:
        if place == "train":
            if known(text):
                counts["overlap with dev, dropped"] += 1
                continue
            same = (name, corpora.key_of(text), str(labels))
            if same in seen:
                counts["repeated, dropped"] += 1
                continue
            seen.add(same)
            if language == "en" and 15 < len(text) < 220 and chance.random() < 0.5 and people.swapped(text):
                gendered.append(text)
        if name in ("sst", "sst_phrases") and place == "train" and chance.random() < 0.5:
            text = corpora.two_spaces_off(text)
        rows.add(tokenizer.encode(text), name, language, place == "dev", labels)
        counts[place] += 1
        if place == "train" and language == "en" and len(text) < 400 and chance.random() < 0.15:
            rows.add(tokenizer.encode(templates.typo(text, chance)), name, language, False, {k: v for k, v in labels.items()})
            counts["with typos"] += 1
    names = set()
    for name, place, chunks, language, labels in with_tags:
        if place == "train":
            names.update(tagged.names_in(chunks))
        if place == "train" and known(text_of(chunks)):
            counts["with tags, overlap with dev, dropped"] += 1
            continue
        ids, tags = tagged.encode(tokenizer, chunks)
        rows.add(ids, "tags:" + name, language, place == "dev", {} if place == "dev" else labels, tags)
        counts["with tags, " + place] += 1
    for text, sentiment, stars in templates.rows():
        labels = {"sentiment": sentiment}
        if stars is not None:
            labels["stars"] = corpora.stars_of(stars)["stars"]
        rows.add(tokenizer.encode(text), "templates", "en", False, labels)
    for text, intent in own_sentences.intents():
        rows.add(tokenizer.encode(text), "templates:intents", "en", False, {"intent": intent})
    for chunks in own_sentences.entities():
        ids, tags = tagged.encode(tokenizer, chunks)
        rows.add(ids, "templates:entities", "en", False, {}, tags)
    for name, split in corpora.UNLABELLED if options.policy != "free" else []:
        for row in corpora.read(name, split):
            rows.add(tokenizer.encode(corpora.clean(row["text"])), "unlabelled", "en", False, {})
    for row in corpora.read("xed", "all"):
        if row["lang"] in corpora.XED_LANGUAGES:
            rows.add(tokenizer.encode(row["text"]), "unlabelled", corpora.XED_LANGUAGES[row["lang"]], False, {})
    rows.save(os.path.join(options.work, "rows.npz"))
    twins = people.pairs(gendered, OWN_TWINS, TURNED_TWINS, names)
    save_twins(os.path.join(options.work, "twins.npz"), tokenizer, twins)
    print(dict(counts), f"{len(twins):,} twins with {len(names):,} names, {sum(rows.lengths):,} tokens, {time.time() - started:.0f} s")
    by_set = collections.Counter((s, "dev" if d else "train") for s, d in zip(rows.sets, rows.dev))
    print({f"{s}/{d}": n for (s, d), n in sorted(by_set.items())})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", choices=["free", "unclear"], default="unclear")
    parser.add_argument("--vocabulary", default=os.path.join(os.path.dirname(__file__), "..", "sentiment", "vocabulary.txt"))
    parser.add_argument("--work", required=True)
    main(parser.parse_args())
