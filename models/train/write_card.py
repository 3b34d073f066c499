"""Writes models/sentiment/CARD.md: the model card for people. After calibrate.py and measure.py.

    python3 models/train/write_card.py --out models/sentiment --steps 6800
"""
import argparse
import json
import os

import corpora

TEXT = """# Sentiment model

A small network that reads a customer's text and says how it sounds: negative, neutral or positive; one to five stars; 28 emotions; what
the writer wants. It was trained from scratch by the scripts in `models/train`; no other model's weights are in it.

| | |
| --- | --- |
| files | `model.onnx` ({bytes:,} bytes), `vocabulary.txt` ({pieces:,} word pieces), `card.json` (how to read the scores) |
| input | `ids`, int32 [rows, width]: word pieces, 0 is padding, at most {max_tokens} a row |
| output | `scores`, float32 [rows, {total}]: the heads of `card.json`, one after the other |
| shape | embedding of {width}, {mixers} residual convolutions (dilations {dilations}), {pools} attention pools and a maximum, one hidden layer, linear heads |
| numbers | embedding and convolutions in 8 bits with fixed ranges, pooling and heads in float32: a text's scores depend neither on padding nor on its batch |
| languages | {languages}; English is the core. What other languages get is a guess, and results say so |
| training | {steps} steps of about 6,000 tokens after masked-word pretraining, one CPU core |
| licence policy | `{policy}` |

## How to read it

- `sentiment`: softmax of the logits divided by the temperature; the score from -1 to 1 is P(positive) - P(negative). A text with praise and blame has both.
- `stars`: the same; the expected value is the number of stars.
- `emotion`: the 28 GoEmotions labels; a label is shown from its threshold on.
- `intent`: {intents}. What people want from a shop, mapped from public dialogue and survey sets by `corpora.py`: coarse, and measured only on those sets.
- Texts of more than {max_tokens} tokens are read in windows; see `src/inference/windows.hpp` and `text_scores.hpp`.

## What it learned from

Reviews, survey answers, tweets, forum comments and service dialogues. Sets whose licence is free:
{free}.

Sets of public texts whose licence is not stated ("unclear"; weights hold no rows):
{unclear}.

Also {templates} short sentences of our own (`templates.py`) and, without labels, `airline_reviews_unlabelled`, `imdb_unsup` and film subtitles of `xed`.
Never trained on: sets marked for research or non-commercial use (Yelp, Datafiniti hotels, DrugLib, SemEval aspect sets, Equity Evaluation Corpus, NoReC,
LaRoSeDa, Amazon multilingual …), which only measure, and every held-out test.

`--policy free` trains on the free sets only. What that costs has not been measured yet.

## How good it is

`RESULTS.md` has every set, beside VADER, AFINN and a bag of words. Calibration on English dev rows: expected calibration error {ece_sentiment} for
sentiment and {ece_stars} for stars, on rows that the temperatures were not fitted on.

## Where it fails

- Irony without a marker ("Great, another delay") is usually taken at its word.
- Facts that are bad news without a word of feeling ("It arrived on Tuesday", promised for Friday) look neutral.
- Long quotes, texts in two languages, and dialect are weaker; see "By language" and "By length".
- French, Portuguese, Dutch, Swedish and Danish were learned mostly from machine-translated sentences, and are measured on such. Italian and Arabic, of which
  it saw only some tweets, do not count as supported.
- Emotions are its weakest head: macro-F1 0.39 where BERT reaches 0.46. "I can't recommend it enough" and double negatives are often taken at their word.
- It learned how reviewers give stars: most of them give five. Where yours are stricter, expect it to be a little too kind; your own ratings show by how much.

## Fairness

Our templates put names and persons of different gender and origin into the same sentences. The mean differences on the Equity Evaluation Corpus stand in
`RESULTS.md`: about 0.06 by gender and 0.05 by ethnicity on the scale from -1 to 1, more than we accept. Do not rank or compare people, staff members above
all, by single scores.
"""


def main(options):
    import network
    with open(os.path.join(options.out, "card.json"), encoding="utf-8") as file:
        card = json.load(file)
    use = corpora.licences()
    names = sorted(s[0] for s in corpora.SETS)
    listed = lambda licence: ", ".join(f"`{n}`" for n in names if use[n] == licence)
    import templates
    text = TEXT.format(bytes=os.path.getsize(os.path.join(options.out, "model.onnx")), pieces=card["tokenizer"]["size"], max_tokens=card["maxTokens"],
                       total=card["output"]["total"], width=network.WIDTH, mixers=len(network.DILATIONS), dilations=", ".join(map(str, network.DILATIONS)),
                       pools=network.POOLS, languages=", ".join(card["languages"]), steps=f"{options.steps:,}", policy=card["policy"], intents=", ".join(corpora.INTENTS),
                       free=listed("free"), unclear=listed("unclear"), templates=f"{len(templates.rows()):,}",
                       ece_sentiment=card["calibration"]["sentiment"]["errorOnOtherHalf"], ece_stars=card["calibration"]["stars"]["errorOnOtherHalf"])
    with open(os.path.join(options.out, "CARD.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, required=True)
    main(parser.parse_args())
