"""Two word-list baselines, written from their papers, over the word lists in ../shared/data.

VADER: Hutto & Gilbert 2014. AFINN: Nielsen 2011. Their code is not used.
"""
import lzma
import math
import os
import re

import corpora

BOOSTERS = dict.fromkeys("absolutely amazingly awfully completely considerably decidedly deeply enormously entirely especially exceptionally extremely fully "
                         "greatly highly hugely incredibly intensely more most particularly purely quite really remarkably so substantially thoroughly "
                         "totally tremendously unbelievably unusually utterly very".split(), 0.293)
BOOSTERS.update(dict.fromkeys("almost barely hardly kinda less little marginally occasionally partly scarcely slightly somewhat sorta".split(), -0.293))
NEGATIONS = set("aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither never no nobody none nope nor not nothing "
                "nowhere oughtnt rarely seldom shouldnt uhuh wasnt werent without wont wouldnt".split())


def _read(*path):
    with lzma.open(os.path.join(corpora.DATA, *path), "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if "\t" in line]


class Vader:
    def __init__(self):
        self.words = {row[0]: float(row[1]) for row in _read("lexicon_vader", "vader_lexicon.txt.xz")}
        self.emoji = {row[0]: row[1] for row in _read("lexicon_vader", "emoji_utf8_lexicon.txt.xz")}

    def score(self, text):
        """Compound score from -1 to 1."""
        text = "".join(" " + self.emoji[c] + " " if c in self.emoji else c for c in text)
        raw = text.split()
        words = [w if w in self.words else w.strip(".,!?;:\"'()[]") for w in raw]
        lower = [w.lower() for w in words]
        shouts = any(w.isupper() and len(w) > 1 for w in words) and not all(w.isupper() for w in words)
        scores = []
        for i, word in enumerate(lower):
            value = self.words.get(word, 0.0) if word not in BOOSTERS else 0.0
            if value:
                if shouts and words[i].isupper():
                    value += math.copysign(0.733, value)
                for back, fade in ((1, 1.0), (2, 0.95), (3, 0.9)):
                    if i - back < 0:
                        break
                    before = lower[i - back]
                    if before in BOOSTERS and before not in self.words:
                        value += math.copysign(1, value) * BOOSTERS[before] * fade
                    if before.replace("'", "").replace("’", "") in NEGATIONS:
                        value *= -0.74
            scores.append(value)
        if "but" in lower:
            at = lower.index("but")
            scores = [s * (0.5 if i < at else 1.5 if i > at else 1) for i, s in enumerate(scores)]
        total = sum(scores)
        emphasis = min(text.count("!"), 4) * 0.292 + (0.96 if text.count("?") > 3 else 0.18 * text.count("?") if text.count("?") > 1 else 0)
        total += math.copysign(emphasis, total) if total else 0
        return total / math.sqrt(total * total + 15)


class Afinn:
    def __init__(self):
        self.words = {row[0]: float(row[1]) for row in _read("lexicon_afinn", "AFINN-en-165.txt.xz")}

    def score(self, text):
        return sum(self.words.get(w, 0.0) for w in re.findall(r"[a-z'-]+", text.lower()))
