#!/usr/bin/env python3
"""Writes the sample data: the reviews and orders of a bakery-café that does not exist.

    python3 assets/samples/make_samples.py        writes reviews.csv and orders.csv beside itself

The same seed gives the same files. Everybody in them is invented. The story to find: waiting got worse in the spring
of 2025, and the sourdough that came in June 2025 is loved. A few rows are dirty on purpose, as in any real export.
"""
import csv
import datetime
import pathlib
import random
import re

import sentences as said

HERE = pathlib.Path(__file__).parent
SEED = 17
FIRST_DAY, LAST_DAY = datetime.date(2024, 5, 1), datetime.date(2025, 10, 31)
SPRING = (datetime.date(2025, 3, 1), datetime.date(2025, 5, 31))
SOURDOUGH_FROM = datetime.date(2025, 6, 2)
REVIEWS, CUSTOMERS = 1200, 520
SOURCES = [("Google", 46), ("Website", 24), ("Tripadvisor", 18), ("Comment card", 12)]


class Deck:
    """Draws from a list in a shuffled order, all of it before anything comes back."""

    def __init__(self, cards, rng):
        self.cards, self.rng, self.left = list(cards), rng, []

    def draw(self):
        if not self.left:
            self.left = self.cards[:]
            self.rng.shuffle(self.left)
        return self.left.pop()


def spoken(pattern, product, rng):
    text = re.sub(r"\[([^\]]*)\]", lambda part: rng.choice(part.group(1).split("|")), pattern)
    text = text.replace("{product}", said.SPOKEN.get(product, product.lower()))
    text = re.sub(r"\ba (?=[aeio]\w)", "an ", text)
    text = re.sub(r"\s+([.,!?])", r"\1", text).replace("  ", " ").strip()
    return re.sub(r"([.?!]\s+)([a-z])", lambda m: m.group(1) + m.group(2).upper(), text[0].upper() + text[1:])


def joined(joiner, sentence):
    keeps_capital = sentence.startswith(("I ", "I'"))
    return joiner + (sentence if keeps_capital else sentence[0].lower() + sentence[1:])


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.praise = {topic: Deck(cards, rng) for topic, cards in said.PRAISE.items()}
        self.complaint = {topic: Deck(cards, rng) for topic, cards in said.COMPLAINT.items()}
        self.neutral = Deck(said.NEUTRAL, rng)
        self.short = Deck(said.SHORT, rng)
        self.seen = set()

    def topics(self, decks, day, product, is_praise):
        weights = {topic: 1.0 for topic in decks}
        weights["product"] = 2.2
        if is_praise:
            weights["sourdough"] = 0.0
            if day >= SOURDOUGH_FROM:
                weights["sourdough"] = 5.0 if product == "Country sourdough" else 0.7
            if product in ("Flat white", "Filter coffee"):
                weights["coffee"] = 3.0
        else:
            in_spring = SPRING[0] <= day <= SPRING[1]
            weights["waiting"] = 7.0 if in_spring else 0.9
        chosen = []
        while len(chosen) < 3:
            topic = self.rng.choices(list(weights), list(weights.values()))[0]
            if topic not in chosen:
                chosen.append(topic)
        return chosen

    def say(self, decks, topic, product):
        for _ in range(40):
            sentence = spoken(decks[topic].draw(), product, self.rng)
            if sentence not in self.seen:
                break
        self.seen.add(sentence)
        return sentence

    def english(self, day, product, mood):
        rng = self.rng
        glad = self.topics(self.praise, day, product, True)
        cross = self.topics(self.complaint, day, product, False)
        count = rng.choices([1, 2, 3, 4], [34, 38, 20, 8])[0]
        if mood == "good":
            parts = [self.say(self.praise, topic, product) for topic in glad[:min(count, 3)]]
            if rng.random() < 0.12:
                parts.append(joined(rng.choice(said.JOINERS), self.say(self.complaint, cross[0], product)))
            return " ".join(parts) + rng.choice(said.ENDINGS)
        if mood == "bad":
            parts = [self.say(self.complaint, topic, product) for topic in cross[:min(count, 3)]]
            return " ".join(parts) + rng.choice(said.SAD_ENDINGS)
        if mood == "mixed":
            first, second = self.say(self.praise, glad[0], product), self.say(self.complaint, cross[0], product)
            return f"{first} {joined(rng.choice(said.JOINERS), second)}"
        return " ".join(spoken(self.neutral.draw(), product, rng) for _ in range(min(count, 2)))

    def other(self, language, mood):
        decks = said.OTHER_LANGUAGES[language]["praise" if mood == "good" else "complaint"]
        return " ".join(spoken(card, "", self.rng) for card in self.rng.sample(decks, self.rng.choice([1, 1, 2])))

    def styled(self, text):
        """People do not all write alike."""
        style = self.rng.random()
        if style < 0.07:
            return text.lower().replace(".", "")
        if style < 0.09:
            return text.upper()
        if style < 0.13 and len(text) > 40:
            at = self.rng.randrange(10, len(text) - 10)
            return text[:at] + text[at + 1] + text[at] + text[at + 2:]
        if style < 0.17:
            return text.replace(". ", ".\n", 1)
        return text


def make_customers(rng):
    names = set()
    while len(names) < CUSTOMERS:
        names.add((rng.choice(said.FIRST_NAMES), rng.choice(said.LAST_NAMES)))
    customers = []
    for first, last in sorted(names):
        host = rng.choice(["example.com", "example.org", "example.net"])
        customers.append({"name": f"{first} {last}", "email": f"{first}.{last}@{host}".lower(),
                          "since": FIRST_DAY + datetime.timedelta(rng.randrange(420)),
                          "gap": rng.choice([14, 21, 30, 45, 60, 90, 120]),
                          "leaves": rng.random() < 0.35})
    rng.shuffle(customers)
    return customers


def make_orders(customers, rng):
    orders = []
    for customer in customers[:330]:
        day = customer["since"]
        last = day + datetime.timedelta(rng.randrange(20, 260)) if customer["leaves"] else LAST_DAY
        while day <= min(last, LAST_DAY):
            offered = [name for name in said.PRODUCTS if name != "Country sourdough" or day >= SOURDOUGH_FROM]
            for product in rng.sample(offered, rng.choices([1, 2, 3], [60, 30, 10])[0]):
                quantity = rng.choices([1, 2, 3, 4, 6], [60, 22, 8, 6, 4])[0]
                orders.append((day, customer, product, quantity))
            day += datetime.timedelta(max(1, round(rng.expovariate(1 / customer["gap"]))))
    orders.sort(key=lambda order: (order[0], order[1]["name"], order[2]))
    return orders


def write_orders(orders, path):
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["order_id", "date", "customer", "email", "product", "quantity", "total"])
        number, last = 5000, None
        for day, customer, product, quantity in orders:
            number += (day, customer["email"]) != last
            last = (day, customer["email"])
            rows.writerow([f"B{number}", day.isoformat(), customer["name"], customer["email"], product, quantity,
                           f"{said.PRICES[product] * quantity:.2f}"])


def mood_of(day, product, rng):
    good = 0.68
    if SPRING[0] <= day <= SPRING[1]:
        good = 0.42
    elif day > SPRING[1]:
        good = 0.72
    if product == "Country sourdough":
        good = 0.93
    bad = (1 - good) * 0.6
    return rng.choices(["good", "bad", "mixed", "neutral"], [good, bad, (1 - good) * 0.25, (1 - good) * 0.15])[0]


STARS = {"good": ([5, 4, 3], [68, 28, 4]), "bad": ([1, 2, 3], [52, 37, 11]), "mixed": ([2, 3, 4], [25, 52, 23]),
         "neutral": ([3, 4, 2], [66, 22, 12])}


def make_reviews(customers, rng):
    writer = Writer(rng)
    span = (LAST_DAY - FIRST_DAY).days + 1
    rows = []
    while len(rows) < REVIEWS:
        # Busier at weekends and towards the end: the place grows.
        day = FIRST_DAY + datetime.timedelta(int(span * rng.random() ** 0.8))
        if rng.random() < 0.3:
            day = min(LAST_DAY, day + datetime.timedelta((5 - day.weekday()) % 7))
        offered = [name for name in said.PRODUCTS if name != "Country sourdough" or day >= SOURDOUGH_FROM]
        product = rng.choices(offered, [4 if name == "Country sourdough" else 1 for name in offered])[0]
        mood = mood_of(day, product, rng)
        stars = rng.choices(*STARS[mood])[0]
        language = rng.choices(["en", "de", "es", "fr"], [84, 9, 4, 3])[0]
        if language != "en":
            mood = "good" if stars > 3 else "bad"
            text = writer.other(language, mood)
        elif rng.random() < 0.07:
            text, stars = writer.short.draw()
        else:
            text = writer.styled(writer.english(day, product, mood))
        source = rng.choices([name for name, _ in SOURCES], [weight for _, weight in SOURCES])[0]
        customer = rng.choice(customers)
        if text in writer.seen and len(text) > 25:
            continue
        writer.seen.add(text)
        rows.append({"date": day.isoformat(), "rating": str(stars) if rng.random() > 0.03 else "", "source": source,
                     "product": product if rng.random() > 0.12 else "", "name": customer["name"],
                     "email": customer["email"] if source == "Website" else "", "review": text})
    rows.sort(key=lambda row: (row["date"], row["name"], row["review"]))
    return rows


def dirty(rows, rng):
    """The kind of thing every export has somewhere."""
    for row, changes in zip(rng.sample(rows, 9), [
            {"date": "last Tuesday"}, {"date": "2025-02-30"}, {"date": ""}, {"rating": "n/a"}, {"rating": "five"},
            {"rating": "", "review": ""}, {"rating": "", "review": " "}, {"review": ""}, {"name": ""}]):
        row.update(changes)


def write_reviews(rows, path):
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["Review ID", "Date", "Rating", "Source", "Product", "Customer", "Email", "Review"])
        for number, row in enumerate(rows, 1):
            lines.writerow([f"R{number:04d}", row["date"], row["rating"], row["source"], row["product"], row["name"],
                            row["email"], row["review"]])


def main():
    rng = random.Random(SEED)
    customers = make_customers(rng)
    rows = make_reviews(customers, rng)
    dirty(rows, rng)
    write_reviews(rows, HERE / "reviews.csv")
    write_orders(make_orders(customers, rng), HERE / "orders.csv")


if __name__ == "__main__":
    main()
