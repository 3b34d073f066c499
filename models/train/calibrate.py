"""Fits temperatures and emotion thresholds on dev rows and writes card.json; adds scores to golden.jsonl. After export.py; see README.md.

    python3 models/train/calibrate.py --out models/sentiment --work WORK

Fitted on one half of the dev rows (by place in the list), reported on the other; the card carries the fit on both.
"""
import argparse
import collections
import json
import os

import numpy as np

import corpora
import golden
import scoring
import tagged
from network import EMBEDDING, HEADS

SUPPORTED_FROM, FEWEST_ROWS = 0.80, 100  # binary accuracy and dev rows that a language needs to be called supported
WRITTEN = ["one case only", "small", "capital that begins a sentence", "capital elsewhere", "capitals", "no letter"]


def expected_calibration_error(probabilities, truth, bins=15):
    """Mean gap between confidence and accuracy over equal-width bins (Guo et al. 2017)."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    error = 0.0
    for b in range(bins):
        here = (confidence > b / bins) & (confidence <= (b + 1) / bins)
        if here.any():
            error += here.mean() * abs(confidence[here].mean() - right[here].mean())
    return error


def fit_temperature(logits, target):
    """The divisor of the logits with the lowest cross-entropy."""
    best = (np.inf, 1.0)
    for temperature in np.exp(np.linspace(np.log(0.5), np.log(3), 61)):
        log = logits / temperature
        log = log - log.max(1, keepdims=True)
        log -= np.log(np.exp(log).sum(1, keepdims=True))
        best = min(best, (-(target * log).sum(1).mean(), float(temperature)))
    return best[1]


def fit_thresholds(probabilities, truth):
    """Per label, the threshold of the best F1, drawn to one that shows the label as often as it occurs (times a common factor) where there are few cases:
    the best of a handful of cases is chance. Drawing was chosen by cross-fitting on dev rows: 0.427 against 0.424 for a common threshold."""
    order = np.sort(probabilities, 0)[::-1]
    cases = truth.sum(0)
    shown = lambda factor: order[np.minimum(len(order) - 1, np.maximum(1, np.round(factor * cases).astype(int))), np.arange(truth.shape[1])]
    usual = max((f1(probabilities >= shown(k), truth).mean(), k, shown(k)) for k in (0.8, 1.0, 1.2, 1.4, 1.6, 1.8))[2]
    thresholds = []
    for label in range(truth.shape[1]):
        share = truth[:, label].mean()
        candidates = np.unique(np.quantile(probabilities[:, label], 1 - np.minimum(0.99, np.linspace(0.3, 3, 40) * share)))
        scores = [f1((probabilities[:, label] >= t)[:, None], truth[:, label:label + 1])[0] for t in candidates]
        trust = cases[label] / (cases[label] + 50)
        thresholds.append(float(np.exp(trust * np.log(candidates[int(np.argmax(scores))]) + (1 - trust) * np.log(usual[label]))))
    return np.clip(np.round(thresholds, 4), 0.0001, 0.9999)


def f1(guess, truth):
    both = (guess & truth).sum(0)
    return 2 * both / np.maximum(1, guess.sum(0) + truth.sum(0))


def supported_languages(rows, logits):
    """Languages it was trained on and tells praise from blame in, on dev rows; English first, then by accuracy."""
    right, total = collections.Counter(), collections.Counter()
    for (_, _, language, labels), row in zip(rows, logits):
        target = labels.get("sentiment")
        if target is not None and target[1] < 0.3 and abs(target[2] - target[0]) > 0.5:
            total[language] += 1
            right[language] += (row[2] > row[0]) == (target[2] > target[0])
    accuracy = {c: right[c] / n for c, n in total.items() if n >= FEWEST_ROWS}
    print({c: f"{a:.3f} of {total[c]}" for c, a in sorted(accuracy.items())})
    return sorted((c for c, a in accuracy.items() if a >= SUPPORTED_FROM), key=lambda c: (c != "en", -accuracy[c]))


def token_heads(path):
    """The card's lines on word tags. `written` adds to a word's logits by how it is written, which its lower-case pieces do not tell."""
    with open(path, encoding="utf-8") as file:
        beside = json.load(file)
    heads, at = [], 0
    for name, labels in tagged.HEADS:
        heads.append({"name": name, "offset": at, "size": len(labels), "labels": labels})
        at += len(labels)
    entity = heads[0]
    entity["written"] = {"classes": WRITTEN, "add": [row[:entity["size"]] for row in beside["written"]]}
    return {"tokenHeads": heads, "tagsOn": "first piece of a word", "steps": beside["steps"]}


def main(options):
    tokenizer = scoring.load_tokenizer(options.out)
    model = os.path.join(options.out, "model.onnx")
    rows = scoring.dev_rows(options.most)
    raw, firsts, tokens = scoring.logits_of_texts(model, tokenizer, [r[1] for r in rows])
    raw_texts = scoring.combine(raw, firsts, tokens)
    half = np.arange(len(rows)) % 2 == 0
    card = {"name": "sentiment", "version": 2, "model": "model.onnx", "vocabulary": "vocabulary.txt", "maxTokens": scoring.MAX_TOKENS,
            "tokenizer": {"kind": "attune word pieces", "size": len(tokenizer.pieces), "reference": "models/train/tokenizer.py"},
            "input": {"name": "ids", "type": "int32", "shape": ["rows", "width"], "padding": 0}, "output": {"name": "scores", "type": "float32"},
            "embedding": {"name": "embedding", "size": EMBEDDING}, "tags": {"name": "tags", "total": sum(len(labels) for _, labels in tagged.HEADS)},
            "languages": supported_languages(rows, raw_texts), "policy": options.policy, "heads": [], "calibration": {}}
    labels_of = {"sentiment": corpora.SENTIMENTS, "stars": ["1", "2", "3", "4", "5"], "emotion": corpora.EMOTIONS, "intent": corpora.INTENTS}
    at = 0
    for name, size in HEADS:
        head = {"name": name, "offset": at, "size": size, "labels": labels_of[name]}
        known = np.array([name in r[3] for r in rows])
        logits = raw_texts[:, at:at + size]
        if name == "emotion":
            head["activation"] = "sigmoid"
            logits = np.maximum.reduceat(raw[:, at:at + size], firsts[:-1], 0)
            probabilities = 1 / (1 + np.exp(-logits[known]))
            truth = np.array([[e in r[3]["emotion"] for e in corpora.EMOTIONS] for r in rows if "emotion" in r[3]])
            odd = half[known]
            crossed = [f1(probabilities[~side] >= fit_thresholds(probabilities[side], truth[side]), truth[~side]).mean() for side in (odd, ~odd)]
            card["calibration"]["emotion"] = {"macroF1OtherHalf": round(float(np.mean(crossed)), 4)}
            head["thresholds"] = [float(t) for t in fit_thresholds(probabilities, truth)]
        else:
            head["activation"] = "softmax"
            if name == "intent":
                target = np.array([[float(r[3]["intent"] == i) for i in corpora.INTENTS] for r in rows if "intent" in r[3]])
            else:
                # Hard labels: the error is about how often the most probable class is right.
                target = np.array([np.eye(size)[int(np.argmax(r[3][name]))] for r in rows if name in r[3]])
                # Customers' texts count; the pull of other languages' small sets would only blur the fit.
                customers = np.array([r[2] == "en" for r in rows])
                target = target[customers[known]]
                known = known & customers
            odd = half[known]
            fitted = fit_temperature(logits[known][odd], target[odd])
            before = expected_calibration_error(scoring.softmax(logits[known][~odd]), target[~odd].argmax(1))
            after = expected_calibration_error(scoring.softmax(logits[known][~odd] / fitted), target[~odd].argmax(1))
            head["temperature"] = round(fit_temperature(logits[known], target), 4)
            card["calibration"][name] = {"errorBefore": round(before, 4), "errorOnOtherHalf": round(after, 4), "rows": int(known.sum())}
        card["heads"].append(head)
        at += size
    card["output"]["total"] = at
    card.update(token_heads(os.path.join(options.work, "beside.json")))
    with open(os.path.join(options.out, "card.json"), "w", encoding="utf-8") as file:
        json.dump(card, file, ensure_ascii=False, indent=1)
        file.write("\n")
    print(json.dumps(card["calibration"]), {h["name"]: h.get("temperature") for h in card["heads"]})

    cases = list(golden.cases(tokenizer))
    scores, tags = scoring.run_model(model, [c["ids"] for c in cases], with_tags=True)
    total = card["output"]["total"]
    for case, row, words in zip(cases, scores, tags):
        case["scores"] = [round(float(s), 6) for s in row[:total]]
        case["embedding"] = [round(float(s), 5) for s in row[total:]]
        # The likeliest label of each token by head, from the network alone.
        case["tags"] = {h["name"]: words[:, h["offset"]:h["offset"] + h["size"]].argmax(1).tolist() for h in card["tokenHeads"]}
    with open(os.path.join(options.out, "golden.jsonl"), "w", encoding="utf-8") as file:
        golden.write(cases, file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--policy", default="unclear")
    parser.add_argument("--most", type=int, default=500, help="dev rows of a set")
    main(parser.parse_args())
