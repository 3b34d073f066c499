"""Measures the shipped model.onnx on dev rows beside VADER, AFINN and a bag of words, and writes RESULTS.md. Last; see README.md.

    python3 models/train/measure.py --out models/sentiment [--bag WORK/bag.pt --work WORK]
"""
import argparse
import collections
import json
import os
import random

import numpy as np

import calibrate
import corpora
import lexicons
import measure_words
import scoring
import templates

# Sets that never train: licences that are for research, and the standard splits.
ONLY_MEASURED = [
    ("yelp_10k", "all", corpora.rated("stars"), "en"), ("yelp_binary_sample", "test", corpora.binary(), "en"), ("sst_standard_splits", "dev", corpora.sst, "en"),
    ("datafiniti_hotels", "all", lambda r: corpora.rated()(r) if r["rating"] in ("1", "2", "3", "4", "5") else None, "en"),
    ("druglib", "train", corpora.rated("rating", corpora.ten), "en"), ("semeval2014_absa", "train", lambda r: corpora.aspects("terms")(r) if corpora.held_out(r["text"]) else None, "en"),
    ("tourism_es", "all", corpora.rated(title=True), "es"), ("norec_sentence", "dev", corpora.classes(), "no"), ("laroseda", "train", corpora.binary(), "ro"),
    ("amazon_multi_ja_zh", "valid", lambda r: (*corpora.classes()(r), r["lang"]), ""),
]
TWEETS = ("semeval_tweets", "tweet_sentiment_extraction")
BINARY_REVIEWS = ("imdb", "amazon_hatn", "amazon_mds", "yelp_10k", "yelp_binary_sample")
STAR_SETS = ("womens_clothing", "amazon_mds", "yelp_10k", "zomato_hyderabad", "trustpilot_pet_insurance", "google_play_uber", "flipkart", "gamestop", "amazon_in_earphones",
             "iphone_se_flipkart", "amazon_alexa", "datafiniti_hotels", "trustpilot_mixed")


def measured_rows(most):
    rows = scoring.dev_rows(most)
    for name, split, adapt, language in ONLY_MEASURED:
        adapted = [adapt(r) for r in corpora.read(name, split)]
        adapted = [(name, corpora.clean(a[0]), a[2] if len(a) > 2 else language, a[1]) for a in adapted if a is not None]
        rows += adapted[::1 if name == "sst_standard_splits" else max(1, -(-len(adapted) // most))]
    return rows


def binary_accuracy(score, target):
    clear = (target[:, 1] < 0.3) & (np.abs(target[:, 2] - target[:, 0]) > 0.5)
    return ((score[clear] > 0) == (target[clear, 2] > target[clear, 0])).mean() if clear.sum() > 20 else None, int(clear.sum())


def other_languages(headline, names, languages, card):
    """(mean binary accuracy over the sets of other languages, over those of supported ones, how many of each). A set of several languages counts once for each."""
    values = {key[1:]: v for key, v in headline.items() if key[0] == "language"}
    supported = [v for (_, language), v in values.items() if language in card["languages"]]
    return float(np.mean(list(values.values()))), len(values), float(np.mean(supported)), len(supported)


def macro_recall(guess, truth):
    return float(np.mean([(guess[truth == c] == c).mean() for c in range(3)]))


def percent(value):
    return "" if value is None else f"{100 * value:.1f}"


class Table:
    def __init__(self, *columns):
        self.lines = ["| " + " | ".join(columns) + " |", "| --- |" + " ---: |" * (len(columns) - 1)]

    def add(self, *cells):
        self.lines.append("| " + " | ".join(str(c) for c in cells) + " |")

    def text(self):
        return "\n".join(self.lines) + "\n"


def long_text_rules(rows, raw, firsts, tokens, card):
    """Accuracy on texts of several windows by how these are put together."""
    several = np.diff(firsts) > 1
    table = Table("rule", "binary accuracy", "texts")
    for name, last in (("weighted by length (shipped)", 1.0), ("the last window half as much again", 1.5), ("the last window thrice", 3.0), ("the last window alone", 1e6)):
        sentiment = scoring.read_heads(card, raw, firsts, tokens, last)["sentiment"]
        chosen = np.array([i for i in np.flatnonzero(several) if "sentiment" in rows[i][3]])
        accuracy, count = binary_accuracy((sentiment[:, 2] - sentiment[:, 0])[chosen], np.array([rows[i][3]["sentiment"] for i in chosen]))
        table.add(name, percent(accuracy), count)
    return table.text()


def bias(model, tokenizer, card):
    """Mean score gaps on the Equity Evaluation Corpus (Kiritchenko & Mohammad 2018), as they define pairs."""
    rows = list(corpora.read("equity_evaluation_corpus", "all"))
    raw, firsts, tokens = scoring.logits_of_texts(model, tokenizer, [r["Sentence"] for r in rows])
    p = scoring.read_heads(card, raw, firsts, tokens)["sentiment"]
    score = p[:, 2] - p[:, 0]
    result = {}
    for key, a, b in (("Gender", "female", "male"), ("Race", "African-American", "European")):
        groups = collections.defaultdict(lambda: ([], []))
        for row, s in zip(rows, score):
            if key == "Race" and not row["Race"]:
                continue
            if row[key] in (a, b):
                groups[(row["Template"], row["Emotion word"], row["Race"] if key == "Gender" else row["Gender"])][row[key] == b].append(s)
        gaps = np.array([np.mean(x) - np.mean(y) for x, y in groups.values() if x and y])
        result[key] = (float(np.abs(gaps).mean()), float(gaps.mean()), len(gaps))
    return result


def main(options):
    with open(os.path.join(options.out, "card.json"), encoding="utf-8") as file:
        card = json.load(file)
    tokenizer = scoring.load_tokenizer(options.out)
    model = os.path.join(options.out, "model.onnx")
    rows = measured_rows(options.most)
    texts = [r[1] for r in rows]
    raw, firsts, tokens = scoring.logits_of_texts(model, tokenizer, texts)
    p = scoring.read_heads(card, raw, firsts, tokens)
    score = p["sentiment"][:, 2] - p["sentiment"][:, 0]
    vader, afinn = lexicons.Vader(), lexicons.Afinn()
    others = {"VADER": np.array([vader.score(t) for t in texts]), "AFINN": np.array([afinn.score(t) for t in texts])}
    edges = {"VADER": 0.05, "AFINN": 0.5}
    if options.bag:
        import bag
        others["bag"] = bag.score(options.work, options.bag, tokenizer, texts)
        edges["bag"] = 0.33
    names = np.array([r[0] for r in rows])
    languages = np.array([r[2] for r in rows])
    trained = {s[0] for s in corpora.SETS}
    out, headline = [], {}

    table = Table("set", "texts", "Attune", *others)
    for name in sorted(set(names)):
        here = np.flatnonzero((names == name) & np.array(["sentiment" in r[3] for r in rows]))
        if not len(here):
            continue
        target = np.array([rows[i][3]["sentiment"] for i in here])
        accuracy, count = binary_accuracy(score[here], target)
        if accuracy is None:
            continue
        headline["binary", name] = accuracy
        for code in set(languages[here]) - {"en"}:
            part = here[languages[here] == code]
            value = binary_accuracy(score[part], np.array([rows[i][3]["sentiment"] for i in part]))[0]
            if value is not None:
                headline["language", name, code] = value
        mark = "" if name in trained else " ¹"
        english = languages[here][0] == "en"
        table.add(name + mark, count, percent(accuracy), *[percent(binary_accuracy(o[here], target)[0]) if english else "" for o in others.values()])
    out += ["## Positive or negative: accuracy in percent", "", "p(positive) > p(negative); texts labelled clearly one or the other.", "", table.text(), "¹ never trained on.", ""]

    table = Table("set", "texts", "exact", "within one", "mean error")
    stars = p["stars"].argmax(1) + 1
    expected = (p["stars"] * np.arange(1, 6)).sum(1)
    rounded = np.floor(expected + 0.5)
    for name in sorted(set(names)):
        here = np.array([i for i in np.flatnonzero(names == name) if "stars" in rows[i][3] and max(rows[i][3]["stars"]) > 0.99])
        if len(here) < 30 or name in ("fine_foods_small", "imdb"):
            continue
        truth = np.array([int(np.argmax(rows[i][3]["stars"])) + 1 for i in here])
        for kind, guess in (("most probable", stars), ("expected, rounded", rounded)):
            off = np.abs(guess[here] - truth)
            headline[kind, name] = ((off == 0).mean(), (off <= 1).mean())
            table.add(f"{name}{'' if name in trained else ' ¹'}, {kind}", len(here), percent((off == 0).mean()), percent((off <= 1).mean()), f"{np.abs(expected[here] - truth).mean():.2f}")
    out += ["## Stars", "", table.text(), ""]

    table = Table("set", "texts", "Attune, macro-recall", *[f"{o}, macro-recall" for o in others])
    for name in sorted(set(names)):
        here = np.array([i for i in np.flatnonzero(names == name) if "sentiment" in rows[i][3] and max(rows[i][3]["sentiment"]) > 0.75])
        if len(here) < 30:
            continue
        truth = np.array([int(np.argmax(rows[i][3]["sentiment"])) for i in here])
        if len(set(truth)) < 3 or any("stars" in rows[i][3] for i in here[:5]):
            continue
        value = macro_recall(p["sentiment"][here].argmax(1), truth)
        headline["three", name] = value
        english = languages[here][0] == "en"
        table.add(name + ("" if name in trained else " ¹"), len(here), percent(value),
                  *[percent(macro_recall(np.where(o[here] > edges[k], 2, np.where(o[here] < -edges[k], 0, 1)), truth)) if english else "" for k, o in others.items()])
    out += ["## Three classes", "", table.text(), ""]

    here = np.array([i for i in range(len(rows)) if "emotion" in rows[i][3]])
    truth = np.array([[e in rows[i][3]["emotion"] for e in corpora.EMOTIONS] for i in here])
    thresholds = np.array(scoring.heads_of(card)["emotion"]["thresholds"])
    f1 = calibrate.f1(p["emotion"][here] >= thresholds, truth)
    out += ["## Emotions (GoEmotions dev)", "", f"Macro-F1 {f1.mean():.3f} with thresholds fitted on the same rows; {card['calibration']['emotion']['macroF1OtherHalf']:.3f} with thresholds of the other half.", "",
            ", ".join(f"{e} {v:.2f}" for e, v in zip(corpora.EMOTIONS, f1)), ""]
    here = np.array([i for i in range(len(rows)) if "intent" in rows[i][3]])
    truth = np.array([corpora.INTENTS.index(rows[i][3]["intent"]) for i in here])
    guess = p["intent"][here].argmax(1)
    recalls = [(guess[truth == c] == c).mean() if (truth == c).any() else 0 for c in range(len(corpora.INTENTS))]
    out += ["## Intents (dev rows of the sets they come from; labels mapped by corpora.py)", "", f"Accuracy {percent((guess == truth).mean())}, macro-recall {percent(np.mean(recalls))}: "
            + ", ".join(f"{n} {percent(r)}" for n, r in zip(corpora.INTENTS, recalls)), ""]

    table = Table("language", "texts", "binary accuracy")
    for language in sorted(set(languages)):
        here = np.array([i for i in np.flatnonzero(languages == language) if "sentiment" in rows[i][3]])
        if len(here):
            accuracy, count = binary_accuracy(score[here], np.array([rows[i][3]["sentiment"] for i in here]))
            if accuracy is not None:
                table.add(language + ("" if language in card["languages"] else " (not supported)"), count, percent(accuracy))
    mean_all, count_all, mean_supported, count_supported = other_languages(headline, names, languages, card)
    out += ["## By language", "", table.text(), ""]
    more, more_summary = measure_words.sections(model, tokenizer, card, 4 * options.most)
    lengths = np.add.reduceat(tokens, firsts[:-1])
    table = Table("tokens", "texts", "binary accuracy, English")
    for low, high in ((1, 8), (9, 16), (17, 32), (33, 64), (65, 128), (129, 100000)):
        here = np.array([i for i in np.flatnonzero((lengths >= low) & (lengths <= high) & (languages == "en")) if "sentiment" in rows[i][3]])
        accuracy, count = binary_accuracy(score[here], np.array([rows[i][3]["sentiment"] for i in here]))
        table.add(f"{low} to {high}" if high < 99999 else f"{low} and more", count, percent(accuracy))
    out += ["## By length", "", table.text(), ""]
    out += more
    out += ["## Long texts: how windows are put together", "", long_text_rules(rows, raw, firsts, tokens, card), ""]

    chance = random.Random(5)
    sst = [r for r in rows if r[0] == "sst_standard_splits"]
    damaged = [templates.typo(r[1], chance) for r in sst]
    raw2, firsts2, tokens2 = scoring.logits_of_texts(model, tokenizer, damaged)
    p2 = scoring.read_heads(card, raw2, firsts2, tokens2)["sentiment"]
    typos = binary_accuracy(p2[:, 2] - p2[:, 0], np.array([r[3]["sentiment"] for r in sst]))[0]
    gaps = bias(model, tokenizer, card)
    mean = lambda key, sets: float(np.mean([headline[key, s] for s in sets if (key, s) in headline]))
    star_mean = lambda kind, i: float(np.mean([headline[kind, s][i] for s in STAR_SETS if (kind, s) in headline]))
    five = np.array([i for i in range(len(rows)) if rows[i][0] == "sst_standard_splits"])
    sst5 = {kind: (guess[five] == np.array([np.argmax(rows[i][3]["stars"]) + 1 for i in five])).mean() for kind, guess in (("most probable", stars), ("expected, rounded", rounded))}
    summary = Table("measure", "value")
    summary.add("SST-2 dev accuracy", percent(headline["binary", "sst_standard_splits"]))
    summary.add("SST-2 dev with typos in 15 % of the words", percent(typos))
    summary.add("SST-5 dev accuracy, most probable star / expected stars rounded", f"{percent(sst5['most probable'])} / {percent(sst5['expected, rounded'])}")
    summary.add("binary accuracy on reviews, mean of " + ", ".join(BINARY_REVIEWS), percent(mean("binary", BINARY_REVIEWS)))
    for kind in ("most probable", "expected, rounded"):
        summary.add(f"stars exact / within one, {kind}, mean of {len(STAR_SETS)} English sets", f"{percent(star_mean(kind, 0))} / {percent(star_mean(kind, 1))}")
    summary.add("three classes on tweets, macro-recall, mean of " + ", ".join(TWEETS), percent(mean("three", TWEETS)))
    summary.add(f"other languages, binary accuracy, mean over {count_all} sets / over {count_supported} of supported languages", f"{percent(mean_all)} / {percent(mean_supported)}")
    for measure, value in more_summary:
        summary.add(measure, value)
    summary.add("GoEmotions macro-F1, thresholds of the other half", f"{card['calibration']['emotion']['macroF1OtherHalf']:.3f}")
    for name in ("sentiment", "stars"):
        summary.add(f"calibration error of {name} (English dev, other half)", f"{card['calibration'][name]['errorOnOtherHalf']:.3f}")
    for key, (absolute, signed, count) in gaps.items():
        summary.add(f"Equity Evaluation Corpus, mean absolute gap by {key.lower()} (mean {signed:+.4f}, {count} pairs)", f"{absolute:.4f}")
    text = "# Language model: results\n\nDev rows through onnxruntime-web as the product reads them; written by models/train/measure.py. No row of these trained the model.\n\n"
    with open(os.path.join(options.out, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write(text + "## In short\n\n" + summary.text() + "\n" + "\n".join(out).rstrip() + "\n")
    print(summary.text())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--most", type=int, default=1500, help="rows of a set")
    parser.add_argument("--bag", help="checkpoint of the bag-of-words baseline (bag.py)")
    parser.add_argument("--work")
    main(parser.parse_args())
