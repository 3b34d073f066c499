"""Texts whose words carry tags: entities (who, where, what, when, how much), aspects with their polarity, opinion words.

A text is a list of chunks, cut between words and at the ends of spans: (string, entity, aspect, opinion), each tag a label of ENTITY,
ASPECT or OPINION or None where the set does not say. Licences are judged as in corpora.py.
"""
import re

import corpora

KINDS = ["person", "organisation", "product", "place", "date", "money"]
ENTITY = ["O"] + [f"{place}-{kind}" for kind in KINDS for place in "BI"]
ASPECT = ["O"] + [f"{place}-{kind}" for kind in ("positive", "negative", "neutral") for place in "BI"]
OPINION = ["O", "B", "I"]
HEADS = [("entity", ENTITY), ("aspect", ASPECT), ("opinion", OPINION)]
UNKNOWN = (15, 7, 3)  # of each head, in packed tags

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
DATE = re.compile(
    rf"(?<![\w'])(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\.?(?:,? \d{{4}})?|{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|(?!may |march )"
    rf"{MONTH}\.? \d{{4}}|(?:last |next |this |on )?{DAY}(?: morning| evening| afternoon| night)?|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
    r"|yesterday|tomorrow|(?:last|next|this) (?:week|month|year|weekend|christmas|summer|winter|spring)|\d+ (?:days|weeks|months|years) ago"
    r"|(?:january|february|april|june|july|august|september|october|november|december)|(?<=in )(?:19|20)\d\d)(?![\w'])", re.I)
MONEY = re.compile(r"(?:[$£€¥₹]|\b(?:USD|EUR|GBP|CHF|Rs)\.? ?)\d[\d,.]*\d?(?:k|m| million| billion)?|\b\d[\d,.]*\d? ?(?:€|£|\$|dollars|euros?|pounds|bucks|quid|cents|pence|rupees|USD|EUR|GBP|CHF)(?!\w)", re.I)

WIKI = {"PER": "person", "LOC": "place", "ORG": "organisation", "person": "person", "location": "place", "organisation": "organisation", "MISC": None, "misc": None}
WNUT = {"person": "person", "location": "place", "corporation": "organisation", "group": "organisation", "product": "product", "creative-work": None}
CROSS = {"person": "person", "politician": "person", "writer": "person", "musicalartist": "person", "researcher": "person", "scientist": "person",
         "organisation": "organisation", "politicalparty": "organisation", "university": "organisation", "band": "organisation",
         "location": "place", "country": "place", "product": "product", "misc": None, "album": None, "song": None, "book": None, "magazine": None,
         "poem": None, "academicjournal": None, "award": None, "event": None, "conference": None}
SERVICE = {"name": "person", "username": "person", "company_name": "organisation", "software_name": "product", "current_city": "place", "arrival_city": "place",
           "departure_city": "place", "car_model": None, "car_brand": None, "address": None, "item_name": None, "charge_date": "date", "start_date": "date",
           "lastuseddate": "date", "date": "date", "end_date": "date", "cost": "money", "charge_amount": "money", "transferamount": "money", "price": "money"}
ASSISTANT = {"artist": "person", "city": "place", "country": "place", "state": "place", "geographic_poi": "place", "poi": "place", "restaurant_name": "organisation",
             "object_name": None, "movie_name": None, "playlist": None, "track": None, "album": None, "entity_name": None, "location_name": "organisation",
             "service": "organisation", "timeRange": None, "year": None, "current_location": None, "playlist_owner": None}
RESTAURANT = {"Restaurant_Name": "organisation", "Location": None, "Hours": None, "Price": None}


def spaced(tokens, index):
    """What stands before a token in running text."""
    token, before = tokens[index], tokens[index - 1] if index else ""
    return "" if not index or re.fullmatch(r"[.,;:!?%)\]]+|'+", token) or before in ("(", "[", "$", "£", "€") else " "


def of_tokens(tokens, tags, names):
    """Chunks of a text given as tokens with BIO or IO tags; kinds that `names` lacks are no entities, None: not known."""
    chunks, before = [], None
    for index, (token, tag) in enumerate(zip(tokens, tags)):
        kind = names.get(tag[2:]) if len(tag) > 2 else "O"
        if len(tag) > 2 and tag[2:] not in names:
            kind = "O"
        label = kind if kind in ("O", None) else ("I-" if before == kind and not tag.startswith("B-") else "B-") + kind
        before = kind
        if chunks and re.fullmatch(r"(?:'[a-zA-Z]{1,2}|n't)", token):
            chunks[-1][0] += token
        else:
            chunks.append([spaced(tokens, index) + token, label, None, None])
    return chunks


def of_spans(text, entities=None, aspects=None, opinions=None):
    """Chunks of a text with spans (begin, end, kind) by character for each head, or None where nothing is known of the head. Kind None: not known."""
    heads = []
    for spans in (entities, aspects, opinions):
        marks = [None if spans is None else "O"] * len(text)
        for begin, end, kind in sorted(spans or [], key=lambda s: (s[0], s[1])):
            while end < len(text) and end > 0 and text[end].isalnum() and text[end - 1].isalnum() and ord(text[end]) < 0x2E80:
                end += 1
            for at in range(begin, min(end, len(text))):
                marks[at] = None if kind is None else ("B", kind) if at == begin else ("I", kind)
        heads.append(marks)
    chunks, at = [], 0
    for match in re.finditer(r"\s*\S+", text):
        cuts = [match.start()]
        for i in range(match.start() + 1, match.end()):
            if any(m[i - 1] != m[i] and ((m[i] and m[i][0] == "B") or ((m[i] is None or m[i] == "O") != (m[i - 1] is None or m[i - 1] == "O"))) for m in heads) \
                    and not text[match.start():i].isspace():
                cuts.append(i)
        for begin, end in zip(cuts, cuts[1:] + [match.end()]):
            first = next(i for i in range(begin, end) if not text[i].isspace())
            tags = [m[first] if m[first] in (None, "O") else m[first][0] + ("-" + m[first][1] if m[first][1] else "") for m in heads]
            chunks.append([text[begin:end], *tags])
    return chunks


def with_dates_and_money(chunks):
    """Marks dates and sums of money, which few sets do, where no other entity stands."""
    text, begins = "", []
    for chunk in chunks:
        begins.append(len(text))
        text += chunk[0]
    for pattern, kind in ((DATE, "date"), (MONEY, "money")):
        for match in pattern.finditer(text):
            inside = [i for i, b in enumerate(begins) if b < match.end() and b + len(chunks[i][0]) > match.start() + 1]
            if inside and all(chunks[i][1] in ("O", None) for i in inside):
                for place, i in enumerate(inside):
                    chunks[i][1] = ("I-" if place else "B-") + kind
    return chunks


def capitals(chunks):
    """For each chunk how it is written: 0 the text has one case only, 1 small, 2 capital that begins a sentence, 3 other capital, 4 capitals, 5 no letter."""
    text = "".join(c[0] for c in chunks)
    if text.upper() == text or text.lower() == text:
        return [0] * len(chunks)
    kinds, begins = [], True
    for chunk in chunks:
        word = chunk[0].strip()
        letters = [c for c in word if c.isalpha()]
        if not letters:
            kinds.append(5)
        elif len(letters) > 1 and all(c.isupper() for c in letters):
            kinds.append(4)
        elif letters[0].isupper():
            kinds.append(2 if begins else 3)
        else:
            kinds.append(1)
        if letters or word:
            begins = word[-1:] in ".!?:\"" or (begins and not letters)
    return kinds


def entity_rows(name, splits, names):
    for split in splits:
        for row in corpora.read(name, split):
            yield split, with_dates_and_money(of_tokens(row["tokens"], row["tags"], names)), {}


def service_rows():
    for row in corpora.read("multidogo", "train"):
        words, slots = (row["text"] or "").split(" "), (row["slots"] or "").split(" ")
        if len(words) == len(slots) and len(words) > 3 and (any(s in SERVICE for s in slots) or len(words) > 12):
            tags = ["O" if s == "O" else ("B-" if i == 0 or slots[i - 1] != s else "I-") + s for i, s in enumerate(slots)]
            yield "train", with_dates_and_money(of_tokens(words, tags, SERVICE)), {}


def assistant_rows():
    for row in corpora.read("snips", "train"):
        spans = [(e["start"], e["end"], ASSISTANT[e["entity"]]) for e in row["entities"] if e["entity"] in ASSISTANT]
        yield "train", with_dates_and_money(of_spans(row["text"], entities=spans)), {"topic": ("snips", row["intent"])}


def polarity(name):
    name = name.lower()
    return name if name in ("positive", "negative", "neutral") else None


def placed(text, triplets):
    """Spans of terms given by their letters, or None if one is not in the text."""
    spans, lower = {}, text.lower()
    for triplet in triplets:
        term = (triplet["term"] or "").strip()
        if term in ("", "NULL", "None"):
            continue
        at = lower.find(term.lower())
        while at > 0 and lower[at - 1].isalpha() and ord(lower[at]) < 0x2E80 and at >= 0:
            at = lower.find(term.lower(), at + 1)
        if at < 0:
            return None
        span, kind = (at, at + len(term)), polarity(triplet["polarity"])
        spans[span] = kind if spans.get(span, kind) == kind else None
    return [(*span, kind) for span, kind in spans.items()]


def m_absa_rows(code):
    sentence = corpora.about(corpora.aspects("triplets"), "m_absa", "triplets")
    for split in ("train", "dev"):
        for row in corpora.read("m_absa_" + code, split):
            spans = placed(row["text"], row["triplets"])
            if spans is not None:
                yield split, of_spans(row["text"], aspects=spans), sentence(row)[1]


def acos_rows():
    for split in ("train", "dev"):
        for row in corpora.read("acos", split):
            words = row["text"].split(" ")
            begins = [0]
            for word in words:
                begins.append(begins[-1] + len(word) + 1)
            place = lambda pair: tuple(int(n) for n in pair.split(","))
            aspects, opinions = {}, set()
            for quad in row["quads"]:
                first, last = place(quad["aspect"])
                if 0 <= first < last <= len(words):
                    span, kind = (begins[first], begins[last] - 1), polarity(quad["polarity"])
                    aspects[span] = kind if aspects.get(span, kind) == kind else None
                first, last = place(quad["opinion"])
                if 0 <= first < last <= len(words):
                    opinions.add((begins[first], begins[last] - 1, ""))
            yield split, of_spans(row["text"], aspects=[(*s, k) for s, k in aspects.items()], opinions=sorted(opinions)), corpora.aspects("quads")(row)[1]


def mams_rows():
    for split in ("train", "val"):
        for row in corpora.read("mams_atsa", split):
            yield split, of_spans(row["text"], aspects=[(t["from"], t["to"], polarity(t["polarity"])) for t in row["terms"]]), {}


def target_rows():
    for row in corpora.read("tsa_md", "train"):
        yield "train", of_spans(row["text"], aspects=[(t["location"]["begin"], t["location"]["end"], polarity(t["sentiment"])) for t in row["targets"]]), {}


def product_rows():
    for row in corpora.read("hu_liu_product_reviews", "all"):
        triplets = [{"term": a["aspect"], "polarity": "positive" if a["score"] > 0 else "negative"} for a in row["aspects"]]
        spans = placed(row["text"], triplets)
        if spans:
            yield "train", of_spans(row["text"], aspects=spans), {}


def opinion_rows(name):
    for split in ("train", "dev"):
        for row in corpora.read(name, split):
            aspects, opinions = {}, set()
            for opinion in row["opinions"]:
                for place in opinion["Polar_expression"][1]:
                    opinions.add((*map(int, place.split(":")), ""))
                for place in opinion["Target"][1]:
                    span, kind = tuple(map(int, place.split(":"))), polarity(opinion["Polarity"] or "")
                    aspects[span] = kind if aspects.get(span, kind) == kind else None
            found = {o["Polarity"] for o in row["opinions"]}
            labels = {"sentiment": corpora.POSITIVE if found == {"Positive"} else corpora.NEGATIVE} if len(found) == 1 and found <= {"Positive", "Negative"} else {}
            yield split, of_spans(row["text"], aspects=[(*s, k) for s, k in aspects.items()], opinions=sorted(opinions)), labels


def semeval14_rows():
    for row in corpora.read("semeval2014_absa", "train"):
        yield "train", of_spans(row["text"], aspects=[(t["from"], t["to"], polarity(t["polarity"])) for t in row["terms"]]), {"domain": row["domain"]}


# data set, rows, dev split (None: one text in sixteen, by hash; "all": only measured), language, weight in sampling
SETS = [
    ("wikigold", lambda: entity_rows("wikigold", ["all"], WIKI), None, "en", 8.0),
    ("wnut17", lambda: entity_rows("wnut17", ["train", "dev"], WNUT), "dev", "en", 5.0),
    ("broad_twitter_corpus", lambda: entity_rows("broad_twitter_corpus", list("abegh"), WIKI), None, "en", 5.0),
    *[("crossner_" + field, lambda field=field: entity_rows("crossner_" + field, ["train", "dev"], CROSS), None, "en", 8.0) for field in "ai literature music politics science".split()],
    ("conll2003_en", lambda: entity_rows("conll2003_en", ["dev"], WIKI), "all", "en", 0),
    ("mit_restaurant", lambda: entity_rows("mit_restaurant", ["train"], RESTAURANT), None, "en", 0.3),
    ("multidogo", service_rows, None, "en", 0.25),
    ("snips", assistant_rows, None, "en", 0.3),
    ("acos", acos_rows, "dev", "en", 5.0),
    ("m_absa_en", lambda: m_absa_rows("en"), "dev", "en", 4.0),
    ("mams_atsa", mams_rows, "val", "en", 4.0),
    ("tsa_md", target_rows, None, "en", 5.0),
    ("hu_liu_product_reviews", product_rows, None, "en", 1.2),
    ("structured_opener_en", lambda: opinion_rows("structured_opener_en"), "dev", "en", 4.0),
    ("structured_opener_es", lambda: opinion_rows("structured_opener_es"), "dev", "es", 0.8),
    ("structured_multibooked_ca", lambda: opinion_rows("structured_multibooked_ca"), "dev", "ca", 0.8),
    ("structured_multibooked_eu", lambda: opinion_rows("structured_multibooked_eu"), "dev", "eu", 0.8),
    *[("m_absa_" + code, lambda code=code: m_absa_rows(code), "dev", code, 0.55) for code in "da de es fr ja ko nl pt sv zh".split()],
    ("semeval2014_absa", semeval14_rows, "all", "en", 0),
]


def load(policy="unclear"):
    """Yields (set name, 'train' | 'dev', chunks, language, labels). Sets that are only measured give the texts that the hash holds out."""
    use = corpora.licences()
    for name, rows, dev, language, _ in SETS:
        trains = dev != "all" and (use[name] == "free" or (policy == "unclear" and use[name] == "unclear"))
        assert dev == "all" or use[name] != "research", name
        for split, chunks, labels in rows():
            text = "".join(c[0] for c in chunks)
            held = corpora.held_out(text)
            if dev == "all":
                if held or name == "conll2003_en":
                    yield name, "dev", chunks, language, labels
            elif (split == dev) if dev else held:
                yield name, "dev", chunks, language, labels
            elif trains:
                yield name, "train", chunks, language, labels


def names_in(chunks):
    """First names that stand in a text: the first word of each person, if it is written as a name."""
    return [c[0].strip() for c in chunks if c[1] == "B-person" and re.fullmatch(r"[A-Z][a-zà-ÿ]{2,12}", c[0].strip())]


def encode(tokenizer, chunks):
    """(ids, tags): of each id entity | aspect << 4 | opinion << 7 | capitals << 9. Only the first piece of a word, and markers before it, are tagged."""
    ids, owners = tokenizer.encode_parts([c[0] for c in chunks])
    written, tags, before = capitals(chunks), [], None
    for position, (piece, owner) in enumerate(zip(ids, owners)):
        packed = 0
        # The letters [caps] and [long] come before their word.
        first = owner != before or all(3 <= ids[p] <= 4 for p in range(position) if owners[p] == owner)
        continues = tokenizer.pieces[piece].startswith("##") and len(tokenizer.pieces[piece]) > 2
        for shift, (_, labels), unknown, tag in zip((0, 4, 7), HEADS, UNKNOWN, chunks[owner][1:]):
            if tag is None or continues:
                value = unknown
            else:
                value = labels.index(tag if first or tag == "O" else "I" + tag[1:])
            packed |= value << shift
        before = owner
        tags.append(packed | written[owner] << 9)
    return ids, tags


if __name__ == "__main__":
    import collections
    counts = collections.Counter()
    for name, place, chunks, _, _ in load():
        counts[name, place] += 1
    print(counts)
