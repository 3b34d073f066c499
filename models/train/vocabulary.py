"""Builds vocabulary.txt: word pieces by byte-pair merges over counted words (Sennrich et al. 2016, "Neural Machine Translation of
Rare Words with Subword Units"), in WordPiece spelling ("##" continues a word).

    python3 models/train/vocabulary.py --policy unclear --size 20480 --out models/sentiment/vocabulary.txt
    python3 models/train/vocabulary.py --extend --out models/sentiment/vocabulary.txt

The second command appends pieces for languages that came later (EXTENSION), so that what was trained with the first ones stays usable.
"""
import argparse
import collections
import heapq
import time

import corpora
from tokenizer import EMOTICONS, SPECIAL, Tokenizer

ENGLISH_SHARE, CHARACTERS_OF_CJK, CHARACTERS_OF_OTHERS = 0.78, 1900, 1400


def count_units(policy):
    """({language group: Counter of words}, Counter of single-token units)."""
    tokenizer = Tokenizer(SPECIAL)
    words, singles, forms = collections.defaultdict(collections.Counter), collections.Counter(), {}

    def add(text, group):
        for kind, value in tokenizer.units(text):
            if kind == "word":
                form = forms.get(value)
                if form is None:
                    form = forms[value] = tokenizer.word_form(value)[0]
                words[group][form] += 1
            elif kind in ("ideograph", "punctuation", "symbol", "emoticon"):
                singles[value] += 1

    for _, place, text, language, _ in corpora.load(policy):
        if place == "train":
            add(text, language)
    for name, split in corpora.UNLABELLED if policy != "free" else []:
        for row in corpora.read(name, split):
            add(corpora.clean(row["text"]), "en")
    for row in corpora.read("xed", "all"):
        if row["lang"] in corpora.XED_LANGUAGES:
            add(row["text"], corpora.XED_LANGUAGES[row["lang"]])
    return words, singles


EXTENSION = {"ar": 600, "ja": 500, "th": 500, "id": 450, "cs": 350}  # language: merged pieces to append


def extend(policy, path):
    """Appends letters and merged pieces of the languages of EXTENSION to the vocabulary at `path`."""
    tokenizer = Tokenizer.load(path)
    pieces, have = list(tokenizer.pieces), set(tokenizer.pieces)
    words = collections.defaultdict(collections.Counter)
    for _, place, text, language, _ in corpora.load(policy):
        if place == "train" and language in EXTENSION:
            for kind, value in tokenizer.units(text):
                if kind in ("word", "ideograph"):
                    words[language][tokenizer.word_form(value)[0]] += 1
    for language, wanted in EXTENSION.items():
        letters = collections.Counter()
        for word, count in words[language].items():
            for letter in word:
                letters[letter] += count
        known = {letter for letter, count in letters.items() if count >= 8 and not 0x3400 <= ord(letter) < 0xA000}
        single = [c for c, n in sorted(letters.items(), key=lambda x: (-x[1], x[0])) if n >= 30 and 0x3400 <= ord(c) < 0xA000]
        new = [p for p in [*sorted(known), *("##" + c for c in sorted(known)), *single] if p not in have]
        have.update(new)
        characters = known | {"##" + c for c in known}
        merged = [p for p in merge_words({w: n for w, n in words[language].items() if n >= 3 and len(w) > 1}, wanted * 4, characters) if p not in have][:wanted]
        have.update(merged)
        pieces += new + merged
        print(language, sum(words[language].values()), "words,", len(new), "letters,", len(merged), "pieces")
    return pieces


def merge_words(counts, wanted, characters):
    """Byte-pair merges until `wanted` pieces exist. counts: {word: weight}."""
    kept = {}
    for word, weight in counts.items():
        symbols = tuple((c if i == 0 else "##" + c) for i, c in enumerate(word))
        if all(s in characters for s in symbols):
            kept[symbols] = kept.get(symbols, 0) + weight
    words = [list(s) for s in kept]
    weights = list(kept.values())
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for index, symbols in enumerate(words):
        for pair in zip(symbols, symbols[1:]):
            pairs[pair] += weights[index]
            where[pair].add(index)
    heap = [(-weight, pair) for pair, weight in pairs.items()]
    heapq.heapify(heap)
    pieces = []
    have = set(characters)
    while len(pieces) < wanted and heap:
        weight, pair = heapq.heappop(heap)
        if pairs[pair] != -weight:
            if pairs[pair] > 0:
                heapq.heappush(heap, (-pairs[pair], pair))
            continue
        merged = pair[0] + pair[1].removeprefix("##")
        if merged not in have:
            have.add(merged)
            pieces.append(merged)
        changed = set()
        for index in where.pop(pair):
            symbols, weight = words[index], weights[index]
            for old in zip(symbols, symbols[1:]):
                pairs[old] -= weight
                if old != pair:
                    where[old].discard(index)
            result, i = [], 0
            while i < len(symbols):
                if i + 1 < len(symbols) and (symbols[i], symbols[i + 1]) == pair:
                    result.append(merged)
                    i += 2
                else:
                    result.append(symbols[i])
                    i += 1
            words[index] = result
            for new in zip(result, result[1:]):
                pairs[new] += weight
                where[new].add(index)
                changed.add(new)
        for new in changed:
            heapq.heappush(heap, (-pairs[new], new))
        pairs.pop(pair, None)
    return pieces


def build(policy, size):
    started = time.time()
    words, singles = count_units(policy)
    print(f"counted in {time.time() - started:.0f} s:", {k: sum(v.values()) for k, v in sorted(words.items())}, flush=True)
    english = words["en"]
    english_total, other_total = sum(english.values()), sum(sum(c.values()) for g, c in words.items() if g != "en")
    scale = english_total * (1 - ENGLISH_SHARE) / ENGLISH_SHARE / max(1, other_total)
    weighted = collections.Counter()
    for group, counter in words.items():
        for word, count in counter.items():
            if count >= (3 if group == "en" else 4):
                weighted[word] += count if group == "en" else count * scale

    letters = collections.Counter()
    for word, count in weighted.items():
        for letter in word:
            letters[letter] += count
    known = {c for c, _ in sorted(letters.items(), key=lambda x: (-x[1], x[0]))[:CHARACTERS_OF_OTHERS]}
    known |= set("abcdefghijklmnopqrstuvwxyz'")
    cjk = [(s, n) for s, n in singles.items() if 0x2E80 <= ord(s[0]) and ord(s[0]) < 0x1F000 and len(s) == 1]
    others = [(s, n) for s, n in singles.items() if (s, n) not in set(cjk) and n >= 25]
    order = lambda pairs: [s for s, _ in sorted(pairs, key=lambda x: (-x[1], x[0]))]
    pieces = list(SPECIAL)
    pieces += [d for d in "0123456789"] + ["##" + d for d in "0123456789"]
    single_tokens = order(others) + order(cjk)[:CHARACTERS_OF_CJK]
    single_tokens += sorted(set(EMOTICONS.values()) - set(single_tokens))
    single_tokens += [c for c in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" if c not in single_tokens]
    pieces += single_tokens
    pieces += sorted(known) + ["##" + c for c in sorted(known)]
    characters = known | {"##" + c for c in known}
    pieces = list(dict.fromkeys(pieces))
    pieces += merge_words(weighted, size - len(pieces), characters)
    pieces = list(dict.fromkeys(pieces))
    print(f"{len(pieces)} pieces, {len(single_tokens)} single tokens, {len(known)} letters, {time.time() - started:.0f} s")
    assert len(pieces) <= size
    return pieces


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", choices=["free", "unclear"], default="unclear")
    parser.add_argument("--size", type=int, default=20480)
    parser.add_argument("--extend", action="store_true", help="append pieces of later languages to the vocabulary at --out")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    chosen = extend(options.policy, options.out) if options.extend else build(options.policy, options.size)
    with open(options.out, "w", encoding="utf-8") as file:
        file.writelines(piece + "\n" for piece in chosen)
