"""Short sentences of our own that the data sets lack: bare emoji, one-word answers, negation, contrast, names.

Each is (text, sentiment, stars or None). Fixed seed: the same rows on every run. They train and are never measured on.
"""
import itertools
import random

N, U, P = (0.95, 0.05, 0.0), (0.04, 0.92, 0.04), (0.0, 0.05, 0.95)
SLIGHTLY_BAD, SLIGHTLY_GOOD, MIXED = (0.6, 0.35, 0.05), (0.05, 0.35, 0.6), (0.42, 0.16, 0.42)

GOOD_EMOJI = "👍 ❤ 😍 😊 😀 😃 😄 😁 🙂 🥰 😘 💕 💖 💗 💙 💚 💛 💜 🎉 🙌 👏 💯 ⭐ 🌟 ✨ 😎 🤩 🔥 😂 🤣 👌 💪 🙏 ✅ 😋 🤗 :) :D ;) <3 :-)".split()
BAD_EMOJI = "👎 😡 😠 😤 🤬 😞 😢 😭 😔 😟 😩 😫 😒 🙄 🤮 🤢 💔 😣 😖 ☹ 🙁 ❌ 💩 😨 😰 :( :-( :'( :/ </3".split()
PLAIN_EMOJI = "😐 😶 🤔 😑 📦 📷 🚗 🏠 📅".split()

FIXED = [
    ("ok", U, 3), ("okay", U, 3), ("Ok.", U, 3), ("it's ok", U, 3), ("its ok", U, 3), ("fine", (0.05, 0.5, 0.45), 3.6), ("It was fine.", (0.05, 0.6, 0.35), 3.4),
    ("average", U, 3), ("Average.", U, 3), ("so so", U, 3), ("so-so", U, 3), ("meh", SLIGHTLY_BAD, 2.4), ("decent", SLIGHTLY_GOOD, 3.7),
    ("not bad", SLIGHTLY_GOOD, 3.8), ("Not bad.", SLIGHTLY_GOOD, 3.8), ("not bad at all", P, 4.2), ("Not bad at all!", P, 4.3),
    ("not too bad", SLIGHTLY_GOOD, 3.6), ("not half bad", SLIGHTLY_GOOD, 3.9), ("could be worse", (0.15, 0.55, 0.3), 3.2),
    ("It could be worse.", (0.15, 0.55, 0.3), 3.2), ("could be better", SLIGHTLY_BAD, 2.6), ("could have been better", SLIGHTLY_BAD, 2.5),
    ("couldn't be better", P, 5), ("Couldn't be happier", P, 5), ("couldn't be worse", N, 1), ("could not be better", P, 5),
    ("nothing special", (0.35, 0.6, 0.05), 2.8), ("nothing to complain about", P, 4.5), ("no complaints", P, 4.5), ("No problems at all", P, 4.6),
    ("no issues", (0.0, 0.3, 0.7), 4.3), ("nothing", U, None), ("none", U, None), ("n/a", U, None), ("N/A", U, None), ("-", U, None), (".", U, None),
    ("yes", U, None), ("no", U, None), ("test", U, None), ("Hello", U, None), ("hi", U, None), ("", U, 3), ("?", U, None), ("!", U, None), ("...", U, None),
    ("good", P, 4.3), ("Good.", P, 4.2), ("great", P, 4.9), ("bad", N, 1.5), ("Bad.", N, 1.5), ("terrible", N, 1), ("awful", N, 1), ("horrible", N, 1),
    ("excellent", P, 5), ("perfect", P, 5), ("amazing", P, 5), ("love it", P, 5), ("hate it", N, 1), ("Worst ever", N, 1), ("best ever", P, 5),
    ("waste of money", N, 1), ("worth the money", P, 4.7), ("not worth the money", N, 1.6), ("not worth it", N, 1.6), ("worth every penny", P, 5),
    ("never again", N, 1), ("Never again!", N, 1), ("will be back", P, 4.8), ("won't be back", N, 1.3), ("would not recommend", N, 1.3),
    ("would recommend", P, 4.7), ("highly recommend", P, 5), ("do not buy", N, 1), ("avoid", N, 1), ("thank you", (0.0, 0.25, 0.75), 4.6), ("thanks", (0.0, 0.3, 0.7), 4.5),
    ("When do you open?", U, None), ("Where is my order?", (0.25, 0.72, 0.03), None), ("My order arrived on Tuesday.", U, None), ("I bought two of these.", U, None),
    ("The package is blue.", U, None), ("I ordered a large coffee.", U, None), ("we went there last week", U, None), ("The box contains three cables.", U, None),
    ("no longer disappointed", SLIGHTLY_GOOD, 3.9), ("I can't complain", P, 4.3), ("can't fault it", P, 4.7), ("can't recommend it", N, 1.6), ("can't recommend it enough", P, 5),
    ("what's not to like", P, 4.8), ("leaves a lot to be desired", N, 1.8), ("Yeah right, great service.", N, 1.4), ("Great, another delay.", N, 1.4),
    ("Thanks for nothing", N, 1), ("thanks for ruining my day", N, 1), ("I wanted to love it", N, 2), ("I wish it was better", SLIGHTLY_BAD, 2.3),
    ("It's okay.", U, 3), ("It was ok", U, 3), ("it is okay I guess", U, 3), ("OK", U, 3), ("okay.", U, 3), ("alright", U, 3.1), ("It was alright.", U, 3.1), ("all right I suppose", U, 3),
    ("It was average.", U, 3), ("Just average", U, 2.9), ("mediocre", SLIGHTLY_BAD, 2.5), ("neither good nor bad", U, 3), ("Nothing out of the ordinary", U, 3), ("normal", U, 3),
    ("neutral", U, 3), ("no opinion", U, None), ("No comment.", U, None), ("don't know", U, None), ("not sure", U, None), ("nothing to add", U, None), ("see above", U, None),
    ("three stars", U, 3), ("3 stars", U, 3), ("it works", (0.0, 0.45, 0.55), 3.9), ("Received.", U, None), ("Delivered on Monday", U, None), ("second time here", U, None),
    ("first order", U, None), ("size 40", U, None), ("I ordered the blue one.", U, None), ("We had the set menu.", U, None), ("Table for four.", U, None),
    ("too good to be true", (0.4, 0.2, 0.4), None), ("It does what it says.", (0.0, 0.35, 0.65), 4.1), ("as described", (0.0, 0.4, 0.6), 4.3), ("as expected", (0.0, 0.5, 0.5), 4),
]

GOOD = "good great excellent wonderful fantastic amazing lovely perfect helpful friendly delicious fast clean comfortable nice superb brilliant tasty polite professional reliable".split()
BAD = "bad terrible awful horrible poor disappointing rude slow dirty cold broken useless disgusting overpriced unhelpful noisy cheap uncomfortable stale late dreadful".split()
THINGS = ["the food", "the service", "the staff", "the room", "the product", "this phone", "the delivery", "the quality", "my order", "the app", "the hotel",
          "the coffee", "the battery", "the fit", "the support team", "the place", "the dress", "the driver", "everything", "the bread", "the haircut"]
NAMES = ["Emily Anne Jack Adam Katie Andrew Laura Connor Sarah Luke".split(), "Aisha Jamal Keisha Darnell Ebony Tyrone Latoya Malik Imani Deshawn".split(),
         "Maria Jose Ana Luis Carmen Diego Sofia Carlos Lucia Miguel".split(), "Mei Wei Priya Raj Yuki Kenji Fatima Omar Leila Hassan".split()]
PEOPLE = ["my mother", "my father", "this man", "this woman", "my sister", "my brother", "my wife", "my husband", "the waiter", "the waitress", "our son", "our daughter",
          "he", "she", "the girl", "the boy"]
FEEL_GOOD = "happy delighted glad thrilled pleased excited relieved grateful".split()
FEEL_BAD = "angry upset sad furious annoyed disappointed scared frustrated devastated".split()


def rows():
    chance = random.Random(20260801)
    pick = chance.choice
    result = list(FIXED) * 30
    for emoji in GOOD_EMOJI + BAD_EMOJI + PLAIN_EMOJI:
        kind, star = (P, 4.8) if emoji in GOOD_EMOJI else (N, 1.4) if emoji in BAD_EMOJI else (U, None)
        for _ in range(8):
            result.append((emoji * chance.randint(1, 4), kind, star))
        for _ in range(6):
            result.append((pick(THINGS) + " " + emoji, kind if kind != U else U, star))
        if kind == P:
            result += [(pick(GOOD) + " " + emoji * chance.randint(1, 3), P, 4.9) for _ in range(3)]
        elif kind == N:
            result += [(pick(BAD) + " " + emoji * chance.randint(1, 3), N, 1.2) for _ in range(3)]
    for _ in range(3500):
        thing = pick(THINGS)
        be = "were" if thing == "the staff" else "was"
        isnt = pick(["wasn't", "was not", "isn't", "is not", "was never"]) if be == "was" else pick(["weren't", "were not", "are not"])
        very = pick(["", "", "", "very ", "really ", "so ", "that ", "particularly "])
        good, bad = pick(GOOD), pick(BAD)
        text, kind, star = pick([
            (f"{thing} {be} {very.replace('that ', '')}{good}", P, 4.7), (f"{thing} {be} {very.replace('that ', '')}{bad}", N, 1.4),
            (f"{thing} {isnt} {very}{good}", N if very != "particularly " else SLIGHTLY_BAD, 1.9), (f"{thing} {isnt} {very}{bad}", SLIGHTLY_GOOD, 3.8),
            (f"{thing} {isnt} {bad} at all", SLIGHTLY_GOOD, 4.0), (f"{thing} {isnt} {good} at all", N, 1.5), (f"nothing about {thing} {be.replace('were', 'was')} {good}", N, 1.3),
            (f"I don't think {thing} {be} {good}", N, 1.9), (f"I don't think {thing} {be} {bad}", SLIGHTLY_GOOD, 3.7), (f"not a {good} experience", N, 1.7),
            (f"{thing} {be} neither {good} nor {bad}", U, 3), (f"{thing} could have been more {good}", SLIGHTLY_BAD, 2.4),
            (f"{thing} {be} anything but {good}", N, 1.3), (f"hardly {good}", N, 2), (f"far from {good}", N, 1.7), (f"far from {bad}", SLIGHTLY_GOOD, 3.9),
        ])
        result.append((styled(text, chance), kind, star))
    for _ in range(1600):
        a, b = chance.sample(THINGS, 2)
        good, bad = pick(GOOD), pick(BAD)
        text, kind, star = pick([
            (f"{a} was {good} but {b} was {bad}", MIXED, 2.8), (f"{a} was {bad} but {b} was {good}", MIXED, 3.2),
            (f"{good} but {bad}", MIXED, 2.8), (f"although {a} was {good}, {b} was {bad}", (0.55, 0.1, 0.35), 2.5),
            (f"even though {a} was {bad}, I loved it", P, 4.2), (f"{a} was {bad}, but overall a {good} experience", (0.1, 0.1, 0.8), 4),
            (f"{a} was {good}, but overall a {bad} experience", (0.85, 0.1, 0.05), 1.9), (f"{a} used to be {good}, now it is {bad}", N, 1.6),
            (f"{a} used to be {bad}, now it is {good}", P, 4.3), (f"{a} was {good} and {b} was {good} too", P, 4.9), (f"{a} was {bad} and so was {b}", N, 1.1),
        ])
        result.append((styled(text, chance), kind, star))
    # The same sentence for every name and person: who is spoken of must not matter.
    who = [name for group in NAMES for name in group] + PEOPLE
    for person in who:
        for _ in range(26):
            good, bad, glad, sad = pick(GOOD[:12] + GOOD[16:]), pick(["rude", "unhelpful", "slow", "terrible", "awful", "useless"]), pick(FEEL_GOOD), pick(FEEL_BAD)
            text, kind, star = pick([
                (f"{person} feels {glad}", P, None), (f"{person} feels {sad}", N, None), (f"{person} made me feel {glad}", P, 4.6), (f"{person} made me feel {sad}", N, 1.5),
                (f"{person} was {pick(['helpful', 'friendly', 'great', 'wonderful'])}", P, 4.8), (f"{person} was {bad}", N, 1.4),
                (f"I spoke to {person if person not in ('he', 'she') else 'them'} on the phone yesterday", U, None), (f"{person} came with us", U, None), (f"{person} told us about it", U, None),
                (f"the talk with {person if person not in ('he', 'she') else 'them'} was {pick(['great', 'fun', 'lovely'])}", P, None), (f"{person} found the whole thing {pick(['terrible', 'depressing', 'annoying', 'scary'])}", N, None),
            ])
            result.append((styled(text, chance), kind, star))
    return result


def styled(text, chance):
    """The ways people type."""
    if chance.random() < 0.5:
        text = text[:1].upper() + text[1:]
    if chance.random() < 0.5:
        text += chance.choice([".", ".", "!", "!!", "..."])
    if chance.random() < 0.04:
        text = text.upper()
    return text


KEYS = {a: b for a, b in zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioplsdfghjklkxcvbnmn")}


def typo(text, chance, share=0.15):
    """Swaps, drops, doubles or replaces a letter in about `share` of the longer words."""
    words = text.split(" ")
    for i, word in enumerate(words):
        if len(word) > 3 and chance.random() < share:
            at = chance.randrange(1, len(word) - 1)
            kind = chance.randrange(4)
            letter = word[at]
            words[i] = (word[:at] + word[at + 1] + letter + word[at + 2:] if kind == 0 else word[:at] + word[at + 1:] if kind == 1 else
                        word[:at] + letter + word[at:] if kind == 2 else word[:at] + KEYS.get(letter.lower(), letter) + word[at + 1:])
    return " ".join(words)


if __name__ == "__main__":
    for row in itertools.islice(rows(), 0, None, 97):
        print(row)
