"""Entities, aspects, opinion words and the sentence embedding of the shipped model, measured on dev rows; called by measure.py.

Alone, without writing RESULTS.md:   python3 models/train/measure_words.py --out models/sentiment
"""
import argparse
import collections
import json
import os
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression

import corpora
import scoring
import tagged

warnings.filterwarnings("ignore", module="sklearn")  # the probe stops after a fixed number of steps

STRENGTHS = (1, 3, 10, 30, 100)  # 1 / regularisation
MARKERS = (3, 4)  # [caps] and [long] stand before their word


def words_of(tokenizer, chunks, most):
    """(ids, place of the piece that carries the tag of each chunk or -1)."""
    ids, owners = tokenizer.encode_parts([c[0] for c in chunks])
    ids, owners = ids[:most], owners[:most]
    places = [-1] * len(chunks)
    for at, (piece, owner) in enumerate(zip(ids, owners)):
        if places[owner] < 0 and piece not in MARKERS:
            places[owner] = at
    return ids, places


def spans_of(labels):
    """{(first, last, kind)} of BIO labels; an I that continues nothing begins."""
    spans, begin, kind = set(), None, None
    for at, label in enumerate([*labels, "O"]):
        if begin is not None and (label in ("O", None) or label[0] == "B" or label[2:] != kind):
            spans.add((begin, at - 1, kind))
            begin = None
        if label not in ("O", None) and begin is None:
            begin, kind = at, label[2:]
    return spans


def tag_scores(model, tokenizer, card, rows):
    """For each row of chunks: logits [chunks, tags], how each word is written already added."""
    encoded = [words_of(tokenizer, chunks, card["maxTokens"]) for chunks in rows]
    _, tags = scoring.run_model(model, [ids for ids, _ in encoded], with_tags=True)
    entity = card["tokenHeads"][0]
    added = np.array(entity["written"]["add"])
    result = []
    for chunks, (_, places), logits in zip(rows, encoded, tags):
        block = np.full((len(chunks), card["tags"]["total"]), np.nan, np.float32)
        for at, place in enumerate(places):
            if place >= 0:
                block[at] = logits[place]
        block[:, entity["offset"]:entity["offset"] + entity["size"]] += added[tagged.capitals(chunks)]
        result.append(block)
    return result


def read_head(card, name, block):
    head = next(h for h in card["tokenHeads"] if h["name"] == name)
    part = block[:, head["offset"]:head["offset"] + head["size"]]
    return ["O" if np.isnan(row[0]) else head["labels"][int(row.argmax())] for row in part], part


def span_f1(card, name, rows, blocks, column, kinds=None):
    """(F1, precision, recall, gold spans) over exact spans; guesses that touch words the set does not judge are left out."""
    right = guessed = gold_count = 0
    by_kind = collections.Counter()
    for chunks, block in zip(rows, blocks):
        labels = [c[column] for c in chunks]
        gold = spans_of(labels)
        guess = {s for s in spans_of(read_head(card, name, block)[0]) if all(labels[i] is not None for i in range(s[0], s[1] + 1))}
        if kinds:
            gold, guess = {s for s in gold if s[2] in kinds}, {s for s in guess if s[2] in kinds}
        right += len(gold & guess)
        guessed += len(guess)
        gold_count += len(gold)
        for s in gold:
            by_kind[s[2], "gold"] += 1
        for s in guess:
            by_kind[s[2], "guess"] += 1
        for s in gold & guess:
            by_kind[s[2], "right"] += 1
    f1 = 2 * right / max(1, guessed + gold_count)
    return f1, right / max(1, guessed), right / max(1, gold_count), gold_count, \
        {k: 2 * by_kind[k, "right"] / max(1, by_kind[k, "gold"] + by_kind[k, "guess"]) for k in sorted({k for k, _ in by_kind})}


def polarity_of_spans(card, rows, blocks):
    """Accuracy of the three polarities for spans that are given: the probabilities of B and I of each polarity, summed over the words of the span."""
    right = total = 0
    head = next(h for h in card["tokenHeads"] if h["name"] == "aspect")
    kinds = ["positive", "negative", "neutral"]
    for chunks, block in zip(rows, blocks):
        p = scoring.softmax(read_head(card, "aspect", np.nan_to_num(block))[1].astype(np.float64))
        for first, last, kind in spans_of([c[2] for c in chunks]):
            if last >= len(p) or np.isnan(block[first][0]):
                continue
            # Relative to one another: whether the word is an aspect at all is given.
            share = sum(p[at][1:].reshape(3, 2).sum(1) / p[at][1:].sum() for at in range(first, last + 1))
            right += kinds[int(share.argmax())] == kind
            total += 1
    assert head["labels"][1::2] == ["B-" + k for k in kinds]
    return right / max(1, total), total


def probe(vectors, labels, held):
    """Accuracy of logistic regression on the embedding, trained on the rows that are not held out. Its strength is the best of STRENGTHS on every fifth
    of these, as linear probes are made (Radford et al. 2021)."""
    fit = lambda strength, chosen: LogisticRegression(C=strength, max_iter=400, tol=1e-3).fit(vectors[chosen], labels[chosen])
    right = lambda fitted, chosen: float((fitted.predict(vectors[chosen]) == labels[chosen]).mean())
    train = np.flatnonzero(~held)
    inner = np.arange(len(train)) % 5 == 0
    strength = max(STRENGTHS, key=lambda s: right(fit(s, train[~inner]), train[inner]))
    return right(fit(strength, train), np.flatnonzero(held)), int(held.sum())


def probes(model, tokenizer, card):
    result = {}
    for name, splits, key in (("banking77", ["train"], "category"), ("clinc150", ["train", "val"], "intent"), ("snips", ["train"], "intent"), ("hwu64", ["train"], "intent")):
        rows = [(r["text"], r[key], s) for s in splits for r in corpora.read(name, s)]
        texts = [corpora.clean(r[0]) for r in rows]
        raw, firsts, tokens = scoring.logits_of_texts(model, tokenizer, texts)
        held = np.array([r[2] == "val" if "val" in splits else corpora.held_out(t) for r, t in zip(rows, texts)])
        result[name] = probe(scoring.embeddings_of_texts(card, raw, firsts, tokens), np.array([r[1] for r in rows]), held)
    return result


def sections(model, tokenizer, card, most=3500):
    """(lines of Markdown, [(measure, value)] for the summary)."""
    by_set = collections.defaultdict(list)
    for name, place, chunks, language, labels in tagged.load():
        if place == "dev" and len(by_set[name]) < most:
            by_set[f"{name}/{labels['domain']}" if "domain" in labels and name == "semeval2014_absa" else name].append(chunks)
    names = sorted(n for n in by_set if by_set[n])
    rows = [chunks for n in names for chunks in by_set[n]]
    blocks, at, scored = tag_scores(model, tokenizer, card, rows), 0, {}
    for n in names:
        scored[n] = blocks[at:at + len(by_set[n])]
        at += len(by_set[n])
    out, summary = [], []

    lines = ["| set | spans | F1 | precision | recall | by kind |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    cross = [n for n in names if n.startswith("crossner")]
    for title, sets in [(n, [n]) for n in ("conll2003_en", "wikigold", "wnut17", "broad_twitter_corpus", "multidogo")] + [("crossner, five fields", cross)]:
        part, those = [c for n in sets for c in by_set[n]], [b for n in sets for b in scored[n]]
        f1, precision, recall, count, kinds = span_f1(card, "entity", part, those, 1)
        never = " ¹" if title == "conll2003_en" else ""
        lines.append(f"| {title}{never} | {count} | {100 * f1:.1f} | {100 * precision:.1f} | {100 * recall:.1f} | {', '.join(f'{k} {100 * v:.0f}' for k, v in kinds.items())} |")
        summary.append((f"entities, exact spans, F1 on {title}", f"{100 * f1:.1f}"))
    out += ["## Entities", "", "Exact spans and kinds; spans that the sets call miscellaneous are not judged. Dates and sums of money are marked by the rules of `tagged.py` where a set has none.", "",
            *lines, "", "¹ news; never trained on.", ""]

    lines = ["| set | terms | polarity of given terms | terms and polarity found, F1 | terms found, F1 |", "| --- | ---: | ---: | ---: | ---: |"]
    for n in names:
        if n.startswith(("semeval2014", "acos", "mams", "m_absa", "structured", "tsa", "hu_liu")):
            accuracy, count = polarity_of_spans(card, by_set[n], scored[n])
            both = span_f1(card, "aspect", by_set[n], scored[n], 2)[0]
            plain = lambda label: label if label in ("O", None) else label[:2] + "x"
            found = span_f1_of_terms(card, by_set[n], scored[n], plain)
            lines.append(f"| {n}{' ¹' if n.startswith('semeval') else ''} | {count} | {100 * accuracy:.1f} | {100 * both:.1f} | {100 * found:.1f} |")
            if n.startswith("semeval2014"):
                summary.append((f"aspect polarity of given terms, SemEval-2014 {n.split('/')[1]} ({count} terms held out)", f"{100 * accuracy:.1f}"))
    out += ["## Aspects", "", "Three polarities. ¹ never trained on; sets that annotate the same sentences again are kept out of training for these rows.", "", *lines, ""]
    lines = ["| set | spans | F1 |", "| --- | ---: | ---: |"]
    for n in names:
        if n.startswith(("acos", "structured")):
            f1, _, _, count, _ = span_f1(card, "opinion", by_set[n], scored[n], 3)
            lines.append(f"| {n} | {count} | {100 * f1:.1f} |")
    out += ["## Opinion words", "", "Exact spans.", "", *lines, ""]

    found = probes(model, tokenizer, card)
    lines = ["| set | dev rows | accuracy |", "| --- | ---: | ---: |"]
    for n, (accuracy, count) in found.items():
        lines.append(f"| {n}{' ²' if n == 'hwu64' else ''} | {count} | {100 * accuracy:.1f} |")
        summary.append((f"{n}, logistic regression on the sentence embedding{', labels and texts never seen in training' if n == 'hwu64' else ''}", f"{100 * accuracy:.1f}"))
    out += ["## Sentence embedding", "", "Logistic regression on the embedding, train to dev. The training rows of the first three sets taught the embedding; ² nothing of this set did.", "", *lines, ""]
    return out, summary


def span_f1_of_terms(card, rows, blocks, plain):
    right = guessed = gold_count = 0
    for chunks, block in zip(rows, blocks):
        labels = [plain(c[2]) for c in chunks]
        gold = {s[:2] for s in spans_of(labels)}
        guess = {s[:2] for s in spans_of([plain(t) for t in read_head(card, "aspect", block)[0]]) if all(labels[i] is not None for i in range(s[0], s[1] + 1))}
        right, guessed, gold_count = right + len(gold & guess), guessed + len(guess), gold_count + len(gold)
    return 2 * right / max(1, guessed + gold_count)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--most", type=int, default=3500, help="rows of a set")
    options = parser.parse_args()
    with open(os.path.join(options.out, "card.json"), encoding="utf-8") as file:
        its_card = json.load(file)
    for line in sections(os.path.join(options.out, "model.onnx"), scoring.load_tokenizer(options.out), its_card, options.most)[0]:
        print(line)
