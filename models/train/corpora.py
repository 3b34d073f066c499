"""Reads ../shared/data into labelled rows. One line of SETS per data set; the licence column of its README decides who trains.

A row is (text, language, labels) with labels a dict of any of
  sentiment  probabilities of negative, neutral, positive (soft where the origin is a rating)
  stars      probabilities of one to five stars
  emotion    set of GoEmotions label names
  intent     one of INTENTS
  topic      (family of labels, label): what the text is about, for the sentence embedding
"""
import hashlib
import html
import json
import lzma
import os
import re

from intents import BANKING, BITEXT, CLINC, INTENTS, MULTIDOGO, asked, dialogue

SHARED = os.environ.get("ATTUNE_SHARED_DIR", os.path.join(os.path.dirname(__file__), "..", "..", "..", "shared"))
DATA = os.path.join(SHARED, "data")

SENTIMENTS = ["negative", "neutral", "positive"]
EMOTIONS = ("admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval disgust "
            "embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse sadness "
            "surprise neutral").split()

NEGATIVE, NEUTRAL, POSITIVE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
BY_NAME = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE, "neg": NEGATIVE, "neu": NEUTRAL, "pos": POSITIVE,
           "Negative": NEGATIVE, "Neutral": NEUTRAL, "Positive": POSITIVE}
# What a number of stars says about the three classes; three stars is where people disagree most.
OF_STARS = {1: (0.97, 0.03, 0.0), 2: (0.82, 0.16, 0.02), 3: (0.25, 0.55, 0.20), 4: (0.03, 0.15, 0.82), 5: (0.0, 0.03, 0.97)}


def licences():
    """{set name: 'free' | 'unclear' | 'research'} from the README's table."""
    result = {}
    with open(os.path.join(DATA, "README.md"), encoding="utf-8") as file:
        for line in file:
            cells = [c.strip() for c in re.split(r"(?<!\\)\|", line)]
            if len(cells) > 7 and re.fullmatch(r"`[a-z0-9_]+`", cells[1]):
                use = cells[6]
                result[cells[1].strip("`")] = "free" if use == "free" else "unclear" if "licence unclear" in use else "research"
    return result


def read(name, split):
    with lzma.open(os.path.join(DATA, name, split + ".jsonl.xz"), "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def clean(text):
    """What an export does not contain: crawlers' entities and leftovers. Line breaks and case stay."""
    text = html.unescape(text) if "&" in text else text
    return text.replace("\\u002c", ",").replace("\\u2019", "'").replace("READ MORE", "").strip()


def two_spaces_off(text):
    """Undo treebank tokenisation ("ca n't", " ,") half of which no customer writes."""
    text = re.sub(r" (n't|'[a-z]{1,2})\b", r"\1", text)
    text = text.replace("`` ", '"').replace(" ''", '"').replace("-LRB- ", "(").replace(" -RRB-", ")")
    return re.sub(r" ([.,;:!?%)])", r"\1", text)


def stars_of(number):
    """Stars (may be fractional) as soft labels."""
    number = min(5.0, max(1.0, number))
    low = int(number) if number < 5 else 4
    part = number - low
    stars = [0.0] * 5
    stars[low - 1], stars[low] = 1 - part, part
    sentiment = tuple((1 - part) * a + part * b for a, b in zip(OF_STARS[low], OF_STARS[low + 1]))
    return {"stars": tuple(stars), "sentiment": sentiment}


def with_title(row):
    title, text = (row.get("title") or "").strip(' "'), row.get("text") or ""
    return title + ". " + text if title and not text.lower().startswith(title.lower()[:30]) else text


def rated(key="rating", scale=lambda x: x, title=False):
    def adapt(row):
        try:
            value = float(row[key])
        except (TypeError, ValueError, KeyError):
            return None
        return (with_title(row) if title else row["text"]), stars_of(scale(value))
    return adapt


def ten(value):
    return 1 + (value - 1) * 4 / 9


def binary(key="label", positive=(1, "1", "pos", "positive", "Positive", "pro", "great")):
    def adapt(row):
        return row["text"], {"sentiment": POSITIVE if row[key] in positive else NEGATIVE}
    return adapt


def classes(key="label", names=BY_NAME):
    def adapt(row):
        return (row["text"], {"sentiment": names[row[key]]}) if row[key] in names else None
    return adapt


def sst(row):
    five = row["label5"]
    return row["text"], stars_of(five + 1)


def vader(row):
    score = row["score"]
    soft = NEGATIVE if score < -0.9 else POSITIVE if score > 0.9 else NEUTRAL if abs(score) < 0.4 else \
        (0.5, 0.5, 0.0) if score < 0 else (0.0, 0.5, 0.5)
    return row["text"], {"sentiment": soft}


def emobank(row):
    v = row["V"]
    return row["text"], {"sentiment": NEGATIVE if v < 2.6 else POSITIVE if v > 3.4 else (0.1, 0.8, 0.1)}


def nhs(row):
    if not row["sentiment"]:
        return None
    value = 6 - int(row["sentiment"])
    labels = stars_of(value)
    asked = row["question"]
    if asked in ("How could we improve?", "What could we do better?"):
        if value <= 1:
            labels["intent"] = "complaint"
        elif value <= 3 and len(row["text"]) > 20:
            labels["intent"] = "suggestion"
    elif value == 5 and len(row["text"]) > 12:
        labels["intent"] = "praise"
    return row["text"], labels


def nhs_phase1(row):
    try:
        value = int(row["criticality"])
    except (TypeError, ValueError):
        return None
    if row["text"].strip(" .").lower() in ("nothing", "none", "n/a", "no", "nothing at all"):
        return row["text"], {"sentiment": NEUTRAL}
    return row["text"], {"sentiment": NEGATIVE if value <= -2 else (0.7, 0.3, 0.0) if value == -1 else NEUTRAL if value == 0 else
                         (0.0, 0.2, 0.8) if value == 1 else POSITIVE}


def aspects(key, polarity="polarity"):
    """One class for a sentence whose aspects agree; none: neutral; mixed: left out."""
    def adapt(row):
        found = {p[polarity].lower() for p in row[key]} - {"none"}
        if found == {"positive"} or found == {"positive", "neutral"}:
            soft = POSITIVE if len(found) == 1 else (0.0, 0.3, 0.7)
        elif found == {"negative"} or found == {"negative", "neutral"}:
            soft = NEGATIVE if len(found) == 1 else (0.7, 0.3, 0.0)
        elif found == {"neutral"} or not found:
            soft = NEUTRAL if found else (0.1, 0.8, 0.1)
        else:
            soft = (0.45, 0.1, 0.45)
        return two_spaces_off(row["text"]), {"sentiment": soft}
    return adapt


def goemotions(row):
    names = set(row["labels"])
    good = {"admiration", "amusement", "approval", "caring", "excitement", "gratitude", "joy", "love", "optimism", "pride", "relief"}
    bad = {"anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment", "fear", "grief", "nervousness", "remorse", "sadness"}
    labels = {"emotion": names}
    if names <= good:
        labels["sentiment"] = (0.0, 0.1, 0.9)
    elif names <= bad:
        labels["sentiment"] = (0.9, 0.1, 0.0)
    elif names == {"neutral"}:
        labels["sentiment"] = (0.08, 0.84, 0.08)
    text = row["text"]
    if names == {"gratitude"}:
        labels["intent"] = "thanks"
    elif names <= {"curiosity", "confusion"} and "?" in text:
        labels["intent"] = "question"
    elif names == {"admiration"}:
        labels["intent"] = "praise"
    return text, labels


def crowdflower(row):
    kind = {"happiness": POSITIVE, "love": POSITIVE, "enthusiasm": POSITIVE, "fun": POSITIVE, "relief": POSITIVE, "sadness": NEGATIVE,
            "hate": NEGATIVE, "worry": (0.7, 0.3, 0.0), "boredom": NEGATIVE, "neutral": NEUTRAL}.get(row["label"])
    if kind is None:
        return None
    return row["text"], {"sentiment": tuple(0.7 * k + 0.1 for k in kind)}


UMSAB = {"arabic": "ar", "english": "en", "french": "fr", "german": "de", "hindi": "hi", "italian": "it", "portuguese": "pt", "spanish": "es"}


def umsab(row):
    return row["text"], {"sentiment": BY_NAME[row["label"]]}, UMSAB[row["lang"]]


def arabic(row):
    return row["text"], {"sentiment": {-1: NEGATIVE, 0: (0.3, 0.4, 0.3), 1: POSITIVE}[int(row["label"])]}


def about(adapt, family, key):
    """The same, with what the text is about where the row says one thing."""
    def adapted(row):
        result = adapt(row)
        if result is not None and row.get(key):
            values = row[key]
            names = {values} if isinstance(values, str) else {v if isinstance(v, str) else v["category"] for v in values}
            if len(names) == 1:
                result[1]["topic"] = (family, names.pop())
        return result
    return adapted


# name, train splits, dev splits (None: one row in sixteen, by hash), adapter, language, weight in sampling, most rows to take
SETS = [
    ("sst", ["train"], ["dev"], sst, "en", 4.0, None),
    ("sst_phrases", ["train"], [], sst, "en", 1.2, None),
    ("rotten_tomatoes_mr", ["all"], [], binary(), "en", 2.5, None),
    ("imdb", ["train"], None, rated("rating", ten), "en", 2.0, None),
    ("imdb_counterfactual", ["train"], ["dev"], binary(), "en", 2.0, None),
    ("movie_polarity2", ["all"], None, binary(), "en", 1.5, None),
    ("amazon_alexa", ["all"], None, rated(), "en", 1.0, None),
    ("amazon_apps", ["all"], None, binary(), "en", 0.7, None),
    ("amazon_fashion_5core", ["all"], None, rated(title=True), "en", 1.0, None),
    ("amazon_hatn", ["all"], None, about(binary(), "departments", "domain"), "en", 1.8, None),
    ("amazon_in_earphones", ["all"], None, rated(title=True), "en", 0.9, None),
    ("amazon_mds", ["all"], None, rated(title=True), "en", 2.2, None),
    ("edmunds_dodge", ["all"], None, rated(title=True), "en", 1.0, None),
    ("fine_foods_small", ["train"], None, lambda r: (r["text"], {"stars": (0, 0, 0, 0, 1.0), "sentiment": POSITIVE}) if r["label"] == "great" else None, "en", 0.4, None),
    ("flipkart", ["all"], None, rated(), "en", 0.8, None),
    ("gamestop", ["all"], None, rated(title=True), "en", 1.0, None),
    ("google_play_uber", ["all"], None, rated(), "en", 1.0, None),
    ("iphone_se_flipkart", ["all"], None, rated(title=True), "en", 0.7, None),
    ("mpqa", ["all"], None, binary(), "en", 0.5, None),
    ("nhs_patient_feedback", ["all"], None, about(nhs, "nhs", "topics"), "en", 1.5, None),
    ("nhs_patient_feedback_phase1", ["all"], None, nhs_phase1, "en", 1.0, None),
    ("pros_cons", ["all"], None, binary(), "en", 0.3, None),
    ("ryanair_reviews", ["all"], None, rated("rating", ten, title=True), "en", 1.2, None),
    ("sanders_tweets", ["all"], None, classes(), "en", 0.8, None),
    ("scandisent_mt", ["train"], None, binary(), "en", 0.5, None),
    ("selfdriving_tweets", ["all"], None, lambda r: (r["text"], {"sentiment": NEGATIVE if r["score"] < -0.6 else POSITIVE if r["score"] > 0.6 else NEUTRAL}), "en", 0.5, None),
    ("semeval_tweets", ["twitter-2013train-A", "twitter-2013test-A", "twitter-2014test-A", "twitter-2014sarcasm-A", "twitter-2015train-A",
                        "twitter-2016train-A", "twitter-2016test-A"], ["twitter-2013dev-A", "twitter-2016dev-A", "twitter-2016devtest-A"], classes(), "en", 1.8, None),
    ("trustpilot_mixed", ["all"], None, rated(), "en", 1.2, None),
    ("trustpilot_pet_insurance", ["all"], None, rated(title=True), "en", 0.6, None),
    ("tweet_sentiment_extraction", ["train"], None, classes(), "en", 1.8, None),
    ("vader_groundtruth", ["amazon_snippets", "movie_snippets", "tweets"], [], vader, "en", 1.0, None),
    ("womens_clothing", ["all"], None, rated(title=True), "en", 0.9, None),
    ("zomato_hyderabad", ["all"], None, rated(), "en", 1.2, None),
    ("emobank", ["train"], ["dev"], emobank, "en", 0.6, None),
    ("hu_liu_product_reviews", ["all"], None, classes(names=dict(BY_NAME, none=(0.1, 0.8, 0.1), mixed=(0.45, 0.1, 0.45))), "en", 1.0, None),
    ("acos", ["train"], ["dev"], aspects("quads"), "en", 0.2, None),
    ("m_absa_en", ["train"], ["dev"], about(aspects("triplets"), "m_absa", "triplets"), "en", 0.2, None),
    ("mams_acsa", ["train"], ["val"], about(aspects("categories"), "mams", "categories"), "en", 0.5, None),
    ("meld", ["train"], ["dev"], classes("sentiment"), "en", 0.4, None),
    ("goemotions", ["train"], ["dev"], goemotions, "en", 3.6, None),
    ("crowdflower_emotion", ["all"], None, crowdflower, "en", 0.2, None),
    ("bitext_customer_service", ["train"], ["dev"], asked("intent", BITEXT, "request", "bitext"), "en", 1.2, None),
    ("banking77", ["train"], None, asked("category", BANKING, None, "banking77"), "en", 4.0, None),
    ("clinc150", ["train"], ["val"], asked("intent", CLINC, None, "clinc150"), "en", 4.0, None),
    ("multidogo", ["train"], ["dev"], asked("intent", MULTIDOGO, None, "multidogo"), "en", 0.5, None),
    ("schema_guided_dialogue", ["train"], None, dialogue, "en", 0.25, 40000),
    ("snips", ["train"], None, lambda r: (r["text"], {"topic": ("snips", r["intent"])}), "en", 0.3, None),
    # other languages
    ("amazon_de_household", ["all"], None, rated(), "de", 0.7, None),
    ("cuba_hotels_es", ["all"], None, rated(title=True), "es", 0.6, None),
    ("nsmc_korean", ["all"], None, rated("rating", lambda x: (x + 1) / 2), "ko", 0.3, 60000),
    ("online_shopping_zh", ["all"], None, about(binary(), "departments_zh", "cat"), "zh", 0.35, None),
    ("chnsenticorp_hotel", ["all"], None, binary(), "zh", 0.6, None),
    ("umsab_tweets", ["train"], ["val"], umsab, "", 1.0, None),
    ("arabic_reviews", ["all"], None, arabic, "ar", 0.9, None),
    ("indonlu_smsa", ["train"], ["valid"], classes(), "id", 1.0, None),
    ("alza_cz", ["all"], None, binary(), "cs", 3.0, None),
    ("wisesight_thai", ["all"], None, classes(), "th", 0.2, None),
] + [("m_absa_" + code, ["train"], ["dev"], about(aspects("triplets"), "m_absa", "triplets"), code, 0.15, None) for code in "da de es fr ja ko nl pt sv zh".split()]

UNLABELLED = [("airline_reviews_unlabelled", "unlabelled"), ("imdb_unsup", "unlabelled")]
XED_LANGUAGES = {"de": "de", "es": "es", "fr": "fr", "it": "it", "nl": "nl", "pt": "pt", "br": "pt", "sv": "sv", "da": "da", "no": "no"}


def key_of(text):
    """Letters and digits only, lower case: what counts as the same text."""
    return "".join(c for c in text.lower() if c.isalnum())


def keys_of(text):
    key = key_of(text)
    return {key} if len(key) <= 60 else {key, key[:60], key[-60:]}


def held_out(text):
    """One text in sixteen, by its last sixty letters: the same review stays on one side whatever its title."""
    return hashlib.sha256(key_of(text)[-60:].encode()).digest()[0] % 16 == 0


def load(policy="unclear", most=None):
    """Yields (set name, 'train' | 'dev', text, language, labels). policy: 'free' or 'unclear'. Research sets never appear."""
    allowed = {"free"} if policy == "free" else {"free", "unclear"}
    use = licences()
    for name, train, dev, adapt, language, _, limit in SETS:
        trains = use[name] in allowed
        assert use[name] != "research", name
        taken = 0
        for split, side in [(s, "train") for s in train] + [(s, "dev") for s in dev or []]:
            for row in read(name, split):
                adapted = adapt(row)
                if adapted is None:
                    continue
                text, labels, code = (*adapted, language)[:3]
                text = clean(text)
                place = side if dev is not None or side == "dev" else ("dev" if held_out(text) else "train")
                if place == "train":
                    if not trains or (limit and taken >= limit):
                        continue
                    taken += 1
                yield name, place, text, code, labels
