"""Writes models/sentiment/CARD.md: the model card for people. After calibrate.py and measure.py.

    python3 models/train/write_card.py --out models/sentiment
"""
import argparse
import json
import os

import corpora
import own_sentences
import tagged
import templates

TEXT = """# Language model

A small network that reads a customer's text and says how it sounds (negative, neutral or positive; one to five stars; 28 emotions), what the
writer wants, which words name somebody or something, which things are praised or blamed, and where the text lies among all texts (a sentence
embedding). It was trained from scratch by the scripts in `models/train`; no other model's weights are in it.

| | |
| --- | --- |
| files | `model.onnx` ({bytes:,} bytes), `vocabulary.txt` ({pieces:,} word pieces), `card.json` (how to read the outputs) |
| input | `ids`, int32 [rows, width]: word pieces, 0 is padding, at most {max_tokens} a row |
| outputs | `scores`, float32 [rows, {total}]: the heads of `card.json`, one after the other; `embedding`, float32 [rows, {embedding}], of length one (zeros for a text without words); `tags`, float32 [rows, width, {tags}]: the token heads, one after the other |
| shape | embedding of {width}, {mixers} residual convolutions (dilations {dilations}); for sentiment with stars, emotions, intents and the sentence embedding each {pools} attention pools and a maximum, a hidden layer, linear heads; one more convolution for the tags |
| numbers | embedding and convolutions in 8 bits with fixed ranges, pooling and heads in float32: what is said of a text depends neither on padding nor on its batch |
| languages | {languages}; English is the core. What other languages get is a guess, and results say so |
| training | the last run: {steps} steps on two CPU cores, each with about 6,000 tokens of its own a step, from the weights that shipped before (masked-word pretraining, then about three hours of a core) |
| licence policy | `{policy}` |

## How to read it

- `sentiment`: softmax of the logits divided by the temperature; the score from -1 to 1 is P(positive) - P(negative). A text with praise and blame has both.
- `stars`: the same; the expected value is the number of stars.
- `emotion`: the 28 GoEmotions labels; a label is shown from its threshold on.
- `intent`: {intents}. What people want from a shop, mapped from public dialogue and survey sets by `intents.py`: coarse, and measured only on those sets.
- `entity`, `aspect`, `opinion` (token heads): logits of BIO labels. The first piece of a word carries the word's tag; the markers for capitals and long letters before
  it carry the same, later pieces ("##...") were not taught. Pieces are in small letters, so the card's `written` table adds to the logits of `entity` by how the word is written:
  0 the text has one case only, 1 small, 2 capital that begins a sentence, 3 capital elsewhere, 4 capitals, 5 no letter.
- The polarity of a term that is already known: the sum over its words of the probabilities of B and I of each polarity.
- `embedding`: compare by dot product. It was taught to tell the labels of public intent and topic sets apart, and nothing else.
- Texts of more than {max_tokens} tokens are read in windows; see `src/inference/windows.hpp` and `text_scores.hpp`.

## What it learned from

Reviews, survey answers, tweets, forum comments, service dialogues, and sentences with marked entities, aspects and opinion words. Sets whose licence is free:
{free}.

Sets of public texts whose licence is not stated ("unclear"; weights hold no rows):
{unclear}.

Also {templates} short sentences of our own (`templates.py`, `own_sentences.py`), pairs of sentences that differ only in a name or in words of gender (`people.py`) and, without labels,
`airline_reviews_unlabelled`, `imdb_unsup` and film subtitles of `xed` (first version); 24,000 texts of the first two again in the last run, with what the network before it and a
bag of words said of them (`teach.py`).
Never trained on: sets marked for research or non-commercial use (Yelp, Datafiniti hotels, DrugLib, SemEval aspect sets, CoNLL 2003, Equity Evaluation Corpus, NoReC,
LaRoSeDa, Amazon multilingual …), which only measure; `hwu64`, which measures the embedding; and every held-out test.

`--policy free` trains on the free sets only. {free_policy}

## How good it is

`RESULTS.md` has every set, beside VADER, AFINN and a bag of words. In short, on dev rows:

{short}

{floors}

## Where it fails

- Irony without a marker ("Oh wonderful, it broke again") is often taken at its word.
- Facts that are bad news without a word of feeling ("It arrived on Tuesday", promised for Friday) look neutral.
- Very short texts: "ok", "not sure" and "Delivered on Monday" are neutral because sentences like them were taught; "it works" and "as expected" still lean to praise.
- A language is called supported from 80 % on the dev rows that the calibration uses; on the rows of `RESULTS.md` it may stand a point or two lower or higher.
- Long quotes, texts in two languages, and dialect are weaker; see "By language" and "By length".
- French, Portuguese, Dutch, Swedish, Danish and Japanese were learned mostly from machine-translated sentences, and are measured on such. Languages that `card.json`
  does not list are not supported, whatever "By language" says of a set.
- Entities were learned from a few thousand sentences of tweets and encyclopedias and from sentences of our own: names in news are found far less well than by large models.
- Double negatives ("Never had a bad meal here") are often taken at their word.
- It learned how reviewers give stars: most of them give five. Where yours are stricter, expect it to be a little too kind; your own ratings show by how much.

## Fairness

Pairs of sentences of our own, and training rows turned round, that differ only in a name (of many origins, from our lists, from entity sets, and made-up ones) or in words of gender
were scored alike by a term of the loss. The mean differences that remain on the Equity Evaluation Corpus stand above, on the scale from -1 to 1. None of its sentences
taught the model; some of its names and feeling words, being common ones, stand in our lists too. Do not rank or compare people, staff members above all, by single scores.
"""


def in_short(folder):
    """The first table of RESULTS.md."""
    with open(os.path.join(folder, "RESULTS.md"), encoding="utf-8") as file:
        return file.read().split("## In short\n\n")[1].split("\n\n")[0].rstrip()


# What we hold a shipped model to: (beginning of the measure's name, floors of its values, is less better).
FLOORS = [("SST-2 dev accuracy", (87,), False), ("SST-5", (48, 48), False), ("binary accuracy on reviews", (92,), False), ("stars exact / within one, expected", (62, 93), False),
          ("three classes on tweets", (64,), False), ("GoEmotions", (0.47,), False), ("banking77", (85,), False), ("clinc150", (90,), False),
          ("aspect polarity of given terms, SemEval-2014 restaurants", (76,), False), ("aspect polarity of given terms, SemEval-2014 laptops", (70,), False),
          ("entities, exact spans, F1 on conll2003_en", (78,), False), ("other languages", (80,), False), ("calibration error of sentiment", (0.05,), True),
          ("Equity Evaluation Corpus, mean absolute gap by gender", (0.02,), True), ("Equity Evaluation Corpus, mean absolute gap by race", (0.02,), True)]


def against_floors(folder):
    """Sentences on which floors the figures reach and which they miss."""
    rows = [[c.strip() for c in line.split("|")[1:3]] for line in in_short(folder).split("\n")[2:]]
    reached, missed = [], []
    for name, floors, less in FLOORS:
        measure, value = next(r for r in rows if r[0].startswith(name))
        values = [float(v) for v in value.split("/")]
        good = all(v <= f if less else v >= f for v, f in zip(values, floors))
        (reached if good else missed).append(f"{name} ({value}; {' / '.join(map(str, floors))})")
    return f"Floors that we set ourselves, reached: {'; '.join(reached)}. **Missed: {'; '.join(missed) or 'none'}.**"


def main(options):
    import network
    with open(os.path.join(options.out, "card.json"), encoding="utf-8") as file:
        card = json.load(file)
    use = corpora.licences()
    names = sorted({s[0] for s in corpora.SETS} | {s[0] for s in tagged.SETS if s[2] != "all"})
    listed = lambda licence: ", ".join(f"`{n}`" for n in names if use[n] == licence)
    own = len(templates.rows()) + len(own_sentences.intents()) + len(own_sentences.entities())
    text = TEXT.format(bytes=os.path.getsize(os.path.join(options.out, "model.onnx")), pieces=card["tokenizer"]["size"], max_tokens=card["maxTokens"],
                       total=card["output"]["total"], embedding=network.EMBEDDING, tags=network.TAGS, width=network.WIDTH, mixers=len(network.DILATIONS),
                       dilations=", ".join(map(str, network.DILATIONS)), pools=network.POOLS, languages=", ".join(card["languages"]), steps=f"{card['steps']:,}",
                       policy=card["policy"], intents=", ".join(corpora.INTENTS), free=listed("free"), unclear=listed("unclear"), templates=f"{own:,}",
                       free_policy=options.free_policy, short=in_short(options.out), floors=against_floors(options.out))
    with open(os.path.join(options.out, "CARD.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--free-policy", default="The scripts run with it; what it costs has not been measured yet.", help="a sentence on what the free sets alone give")
    main(parser.parse_args())
