"""Trains the language identifier: logistic regression over hashed letter n-grams. src/text/language.cpp is its reader.

    python3 models/train/language.py --out models/language

Features: the text folded and lower-cased as by the tokenizer; words are runs of letters or ideographs, at most MOST_WORDS; each word between two
"_" gives its n-grams of 1 to 4 code points ("_" alone is none); FNV-1a over the code points, folded to 14 bits, names the bucket. A text's score for
a language is the mean weight over its n-grams times ten plus a bias. The file is explained in src/text/language.hpp.
"""
import argparse
import collections
import hashlib
import os
import random
import re
import struct

import numpy as np
import torch

import corpora
from tokenizer import CLASS, LOWER, fold

BUCKETS, LONGEST, MOST_WORDS, GAIN = 1 << 14, 4, 64, 10.0
XED = {"ar": "ar", "bg": "bg", "br": "pt", "bs": "hr", "cn": "zh", "cs": "cs", "da": "da", "de": "de", "el": "el", "en": "en", "es": "es", "et": "et",
       "fa": "fa", "fi": "fi", "fr": "fr", "he": "he", "hr": "hr", "hu": "hu", "id": "id", "is": "is", "it": "it", "mk": "mk", "nl": "nl", "no": "no",
       "pl": "pl", "pt": "pt", "ro": "ro", "ru": "ru", "sk": "sk", "sl": "sl", "sr": "hr", "sv": "sv", "th": "th", "tw": "zh", "vi": "vi", "zh": "zh"}
MOST_A_LANGUAGE = 16000
_WORD = re.compile("[LI]+")


def buckets_of(text, most_words=MOST_WORDS):
    lower = fold(text).translate(LOWER)
    found = []
    for count, match in enumerate(_WORD.finditer(lower.translate(CLASS))):
        if count >= most_words:
            break
        points = [0x5F] + [ord(c) for c in lower[match.start():match.end()]] + [0x5F]
        for start in range(len(points)):
            h = 2166136261
            for length in range(1, min(LONGEST, len(points) - start) + 1):
                h = ((h ^ points[start + length - 1]) * 16777619) & 0xFFFFFFFF
                if length == 1 and points[start] == 0x5F:
                    continue
                found.append((h ^ (h >> 15)) & (BUCKETS - 1))
    return found


def texts():
    """{language: texts}; named sets of corpora.py and XED."""
    found = collections.defaultdict(list)
    for row in corpora.read("xed", "all"):
        if row["lang"] in XED:
            found[XED[row["lang"]]].append(row["text"])
    for name, place, text, language, _ in corpora.load("unclear"):
        if place == "train" and len(found[language]) < 60000:
            found[language].append(text)
    for row in corpora.read("m_absa_ja", "train"):
        found["ja"].append(row["text"])
    for name, split, code in (("alza_cz", "all", "cs"), ("indonlu_smsa", "train", "id"), ("wisesight_thai", "all", "th"), ("arabic_reviews", "all", "ar")):
        found[code] += [row["text"] for row in corpora.read(name, split)]
    return found


def crop(text, chance):
    """Texts are short in life: from one word to the whole."""
    words = text.split()
    if len(words) > 1 and chance.random() < 0.8:
        length = min(len(words), chance.choice([1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20]))
        start = chance.randrange(len(words) - length + 1)
        return " ".join(words[start:start + length])
    return text[:600]


def main(options):
    chance = random.Random(17)
    torch.manual_seed(17)
    torch.set_num_threads(1)
    names, train, dev = [], [], []
    for index, (language, rows) in enumerate(sorted(texts().items())):
        names.append(language)
        rows = sorted(set(rows))
        chance.shuffle(rows)
        sides = [(r, hashlib.sha256(r.encode()).digest()[0] % 16 == 0) for r in rows[:MOST_A_LANGUAGE]]
        here = [r for r, is_dev in sides if not is_dev]
        dev += [(r, index) for r, is_dev in sides if is_dev][:500]
        copies = max(1, min(4, MOST_A_LANGUAGE // len(here)))
        train += [(crop(r, chance), index) for _ in range(copies) for r in here]
    print(len(names), "languages", len(train), "train", len(dev), "dev", flush=True)
    chance.shuffle(train)
    features = [(buckets_of(text, 24), label) for text, label in train]
    features = [(f, label) for f, label in features if f]
    sizes = collections.Counter(label for _, label in features)
    weight = torch.tensor([(len(features) / len(names) / sizes[i]) ** 0.5 for i in range(len(names))])
    bag = torch.nn.EmbeddingBag(BUCKETS, len(names), mode="mean")
    torch.nn.init.zeros_(bag.weight)
    bias = torch.nn.Parameter(torch.zeros(len(names)))
    steps, size, step = options.epochs * (len(features) // 256), 256, 0
    optimizer = torch.optim.Adam([bag.weight, bias], lr=0.02)
    for epoch in range(options.epochs):
        chance.shuffle(features)
        for start in range(0, len(features) - size, size):
            part = features[start:start + size]
            offsets = np.cumsum([0] + [len(f) for f, _ in part[:-1]])
            flat = torch.from_numpy(np.concatenate([f for f, _ in part]).astype(np.int64))
            logits = GAIN * bag(flat, torch.from_numpy(offsets)) + bias
            target = torch.tensor([label for _, label in part])
            loss = torch.nn.functional.cross_entropy(logits, target, weight=weight) + 2e-6 * bag.weight.pow(2).sum()
            for group in optimizer.param_groups:
                group["lr"] = 0.02 * max(0.02, 1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
        print(f"epoch {epoch} loss {loss.item():.3f}", flush=True)
    weights = bag.weight.detach().numpy()
    scale = np.abs(weights).max(0) / 127
    whole = np.round(weights / scale).astype(np.int8)
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "language.bin")
    with open(path, "wb") as file:
        file.write(b"ATLI" + struct.pack("<III", 1, BUCKETS, len(names)))
        file.write(b"".join(name.encode().ljust(4, b"\0") for name in names))
        file.write((scale * GAIN).astype("<f4").tobytes() + bias.detach().numpy().astype("<f4").tobytes() + whole.tobytes())
    print(path, os.path.getsize(path))
    measure(options.out, names, whole, scale, bias.detach().numpy(), dev, chance)


def probabilities(text, whole, scale, bias):
    found = buckets_of(text)
    if not found:
        return None, 0
    logits = whole[found].astype(np.float64).mean(0) * scale * GAIN + bias
    e = np.exp(logits - logits.max())
    return e / e.sum(), len(found)


SURE = 0.5


def measure(out, names, whole, scale, bias, dev, chance):
    lines = ["| texts | answered | right of those | right of all |", "| --- | ---: | ---: | ---: |"]
    by_language = collections.defaultdict(lambda: [0, 0, 0])
    for words in (2, 4, 8, 0):
        answered = right = right_of_all = total = 0
        for text, label in dev:
            parts = text.split()
            if words:
                if len(parts) < words and names[label] not in ("zh", "ja", "th"):
                    continue
                text = " ".join(parts[:words]) if len(parts) > 1 else text[:words * 3]
            p, _ = probabilities(text, whole, scale, bias)
            total += 1
            if p is None:
                continue
            sure = p.max() >= SURE
            hit = p.argmax() == label
            answered += sure
            right += sure and hit
            right_of_all += hit
            if not words:
                entry = by_language[names[label]]
                entry[0] += 1
                entry[1] += sure
                entry[2] += sure and hit
        lines.append(f"| {'first ' + str(words) + ' words' if words else 'whole (film subtitles, reviews, tweets)'} | {100 * answered / total:.1f} % | {100 * right / max(1, answered):.1f} % | {100 * right_of_all / total:.1f} % |")
    lines += ["", "Whole texts by language (answered, right of those):", ""]
    lines.append(", ".join(f"{n} {100 * a / t:.0f}/{100 * r / max(1, a):.0f}" for n, (t, a, r) in sorted(by_language.items())))
    text = "\n".join(lines) + "\n"
    print(text)
    with open(os.path.join(out, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write("# Language identifier: results\n\nDev rows (one text in sixteen, at most 500 a language), written by models/train/language.py.\n\n" + text)
    golden(out, names, whole, scale, bias)


OWN = ["The bread was wonderful and the staff were kind.", "Das Brot war wunderbar und das Personal freundlich.", "El pan estaba buenísimo y el personal muy amable.",
       "Le pain était délicieux et le personnel très gentil.", "Il pane era ottimo e il personale gentile.", "O pão estava ótimo e os funcionários foram gentis.",
       "Het brood was heerlijk en het personeel vriendelijk.", "Brödet var underbart och personalen vänlig.", "Brødet var vidunderligt, og personalet var venligt.",
       "Leipä oli ihanaa ja henkilökunta ystävällistä.", "Chleb był pyszny, a obsługa miła.", "Chléb byl výborný a personál milý.", "Pâinea a fost minunată și personalul amabil.",
       "A kenyér csodálatos volt, a személyzet kedves.", "Хлеб был чудесный, а персонал приветливый.", "Хлябът беше чудесен и персоналът любезен.", "Το ψωμί ήταν υπέροχο και το προσωπικό ευγενικό.",
       "الخبز كان رائعا والموظفون لطفاء", "הלחם היה נפלא והצוות אדיב", "रोटी बहुत अच्छी थी और कर्मचारी अच्छे थे", "ขนมปังอร่อยมากและพนักงานใจดี", "パンがとても美味しくて、店員さんも親切でした。",
       "빵이 정말 맛있고 직원들이 친절했어요.", "面包非常好吃，店员也很热情。", "Rotinya enak sekali dan pelayannya ramah.", "ok", "12345 !!!", "", "👍", "xyzzy qwrtp", "NOT GOOD"]


def golden(out, names, whole, scale, bias):
    import json
    with open(os.path.join(out, "golden.jsonl"), "w", encoding="utf-8") as file:
        for text in OWN:
            p, _ = probabilities(text, whole, scale, bias)
            best = None if p is None else int(p.argmax())
            file.write(json.dumps({"text": text, "language": "und" if p is None or p[best] < SURE else names[best],
                                   "best": "und" if p is None else names[best], "p": 0 if p is None else round(float(p[best]), 5)}, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=3)
    main(parser.parse_args())
