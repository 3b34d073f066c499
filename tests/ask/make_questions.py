#!/usr/bin/env python3
"""Writes questions.jsonl: 100 questions about assets/samples/reviews.csv with what a right answer must say.

    python3 tests/ask/make_questions.py

The figures are counted here, from the CSV and with plain regular expressions, by nothing that the engine uses. A right
answer has the intent, the first figure within its range, every sentence part of "says", only quotes that match
"quotes", and admits what it does not know ("unknown").
"""
import csv
import datetime
import json
import pathlib
import re

HERE = pathlib.Path(__file__).parent
SAMPLE = HERE.parent.parent / "assets" / "samples" / "reviews.csv"


def day_of(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}  # somebody wrote it out


def load():
    rows = []
    for row in csv.DictReader(SAMPLE.open(encoding="utf-8")):
        text, rating = row["Review"].strip(), row["Rating"].strip()
        stars = int(rating) if rating.isdigit() else IN_WORDS.get(rating)
        if not text and stars is None:
            continue
        rows.append({"text": text.lower(), "stars": stars, "day": day_of(row["Date"]), "source": row["Source"], "product": row["Product"]})
    return rows


ROWS = load()
NEWEST = max(row["day"] for row in ROWS if row["day"])


def about(pattern):
    found = re.compile(pattern)
    return lambda row: bool(found.search(row["text"]))


def stars(*wanted):
    return lambda row: row["stars"] in wanted


def source(name):
    return lambda row: row["source"] == name


def product(name):
    return lambda row: row["product"] == name


def days(first, last):
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return lambda row: row["day"] is not None and first <= row["day"] <= last


def count(*tests):
    return sum(all(test(row) for test in tests) for row in ROWS)


def mean(*tests):
    given = [row["stars"] for row in ROWS if row["stars"] and all(test(row) for test in tests)]
    return sum(given) / len(given)


def near(number, share=0.03):
    """A range around a count: dirty rows may be read either way."""
    slack = max(1, round(number * share))
    return [number - slack, number + slack]


BAD, GOOD = stars(1, 2), stars(4, 5)
WAITING = r"\bwait|queue|\bline\b|\bminutes for\b|slow|half an hour|forever|\bpatience\b|chaos|schlange|gewartet|angestanden|attente|\bcola\b"
EVER = ("2024-01-01", "2026-01-01")


def by(key, *tests):
    groups = {}
    for row in ROWS:
        if row[key] and all(test(row) for test in tests):
            groups.setdefault(row[key], []).append(row)
    return groups


def best(groups, measure, least=5, lowest=False):
    scored = [(measure(rows), name) for name, rows in groups.items() if len(rows) >= least]
    return (min if lowest else max)(scored)[1]


def rating_of(rows):
    given = [row["stars"] for row in rows if row["stars"]]
    return sum(given) / len(given) if given else 0


def share_of(test):
    return lambda rows: sum(map(test, rows)) / len(rows)


def peak_month(test, measure="share"):
    months = {}
    for row in ROWS:
        if row["day"]:
            months.setdefault((row["day"].year, row["day"].month), []).append(row)
    scored = [((sum(map(test, rows)) / len(rows) if measure == "share" else sum(map(test, rows))), month) for month, rows in months.items() if len(rows) >= 5]
    year, month = max(scored)[1]
    return datetime.date(year, month, 1).strftime("%B %Y")


def extreme_month(lowest):
    months = {}
    for row in ROWS:
        if row["day"] and row["stars"]:
            months.setdefault((row["day"].year, row["day"].month), []).append(row["stars"])
    scored = [(sum(given) / len(given), month) for month, given in months.items() if len(given) >= 5]
    year, month = (min(scored) if lowest else max(scored))[1]
    return datetime.date(year, month, 1).strftime("%B %Y")


def weekday_most(test=lambda row: True):
    tally = [0] * 7
    for row in ROWS:
        if row["day"] and test(row):
            tally[row["day"].weekday()] += 1
    return ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][tally.index(max(tally))]


def stated(value):
    return f"{value:.2f} stars"


def questions():
    q = []

    def ask(text, intent=None, **right):
        q.append({"question": text, **({"intent": intent} if intent else {}), **right})

    total = len(ROWS)
    # --- how many: everything, stars, sources, products, periods
    ask("How many reviews are there?", "how-many", n=near(total))
    ask("How many reviews do I have in total?", "how-many", n=near(total))
    ask("How many 1-star reviews are there?", "how-many", n=near(count(stars(1))))
    ask("How many five star reviews did we get?", "how-many", n=near(count(stars(5))))
    ask("How many reviews have 4 or 5 stars?", "how-many", n=near(count(GOOD)))
    ask("How many reviews are below 3 stars?", "how-many", n=near(count(BAD)))
    ask("How many reviews came from Google?", "how-many", n=near(count(source("Google"))))
    ask("How many one star reviews are on Tripadvisor?", "how-many", n=near(count(stars(1), source("Tripadvisor"))))
    ask("What share of reviews on Google has 5 stars?", "how-many", n=near(count(stars(5), source("Google"))))
    ask("How many reviews are there of the croissant?", "how-many", n=near(count(product("Croissant"))))
    ask("How many reviews did we get in 2025?", "how-many", n=near(count(days("2025-01-01", "2025-12-31"))))
    ask("How many reviews did we get last month?", "how-many", n=near(count(days("2025-09-01", "2025-09-30"))))
    ask("How many reviews since June 2025?", "how-many", n=near(count(days("2025-06-01", "2026-01-01"))))
    ask("How many reviews were written between March and May 2025?", "how-many", n=near(count(days("2025-03-01", "2025-05-31"))))
    ask("How many reviews in spring 2025?", "how-many", n=near(count(days("2025-03-01", "2025-05-31"))))
    ask("How many reviews in the last 30 days?", "how-many", n=near(count(days("2025-10-02", "2025-10-31"))))
    ask("How many reviews before 2025?", "how-many", n=near(count(days("2024-01-01", "2024-12-31"))))
    ask("How many comment card reviews have 2 stars?", "how-many", n=near(count(source("Comment card"), stars(2))))
    # --- how many mention
    ask("How many reviews mention the sourdough?", "how-many", n=near(count(about(r"\bsourdough")), 0.05), says=["mention"])
    ask("How many people mention parking?", "how-many", n=[0, 0], says=["None"])
    ask("How many mention parking since May?", "how-many", n=[0, 0], says=["since May 2025"])
    ask("How often is the queue mentioned?", "how-many", n=near(count(about(WAITING)), 0.15))
    ask("How many customers complain about waiting?", "how-many", n=near(count(about(WAITING), BAD), 0.2))
    ask("How many people complain about the prices?", "how-many", n=near(count(about(r"price|euros|expensive|overpriced|too much|a joke|hard to justify|cost|bargain|great value|cheap|worth every|teuer|\bcher\b|\bcaro|barato|six fifty"), BAD), 0.2))
    ask("How many reviews mention coffee in 2025?", "how-many", n=near(count(about(r"coffee|flat white|kaffee|\bcafé\b|espresso|latte"), days("2025-01-01", "2025-12-31")), 0.12))
    ask("How many reviews on Google mention the staff?", "how-many", n=near(count(source("Google"), about(r"staff|counter|\btill\b|friendly|rude\b|grumpy|welcome|waiter|bedienung|freundlich|unfreundlich|amable|atendieron|équipe|accueil")), 0.2))
    ask("How many five star reviews mention cake?", "how-many", n=near(count(stars(5), about(r"cake|kuchen|gâteau|pastel|\btarte")), 0.1))
    ask("How many reviews mention dogs?", "how-many", n=near(count(about(r"\bdogs?\b")), 0.1))
    ask("Does anyone mention a refund?", "how-many", n=near(count(about(r"refund|money back")), 0.1))
    ask("Did anyone find a hair in the bread?", n=[1, count(about(r"hair"))], quotes=r"hair")
    ask("Are there complaints about noise?", "how-many", n=near(count(about(r"\bloud|noise|noisy|\blaut"), BAD), 0.15))
    ask("How many people ask for gluten-free bread?", "how-many", n=near(count(about(r"gluten")), 0.1))
    ask("How many reviews mention the terrace?", "how-many", n=near(count(about(r"terrace|garden|terrasse|terraza")), 0.1))
    ask("How many reviews mention wifi?", "how-many", n=[0, 0])
    ask("What percentage of reviews mention the sourdough since June 2025?", "how-many", n=near(count(about(r"\bsourdough"), days("2025-06-01", "2026-01-01")), 0.05), says=["%"])
    # --- how many feel
    ask("How many reviews are negative?", "how-many", n=near(count(BAD), 0.1))
    ask("How many customers are happy?", "how-many", n=near(count(GOOD), 0.1))
    ask("What share of reviews is positive on Tripadvisor?", "how-many", n=near(count(GOOD, source("Tripadvisor")), 0.1))
    ask("How many unhappy customers were there in April 2025?", "how-many", n=near(count(BAD, days("2025-04-01", "2025-04-30")), 0.15))
    ask("How many negative reviews of the cheesecake are there?", "how-many", n=near(count(BAD, product("Cheesecake")), 0.2))
    # --- rating
    ask("What is the average rating?", "rating", says=[stated(mean())])
    ask("What is our average rating on Google?", "rating", says=[stated(mean(source("Google")))])
    ask("How good is the croissant?", "rating", says=[stated(mean(product("Croissant")))])
    ask("What was the mean rating in 2024?", "rating", says=[stated(mean(days("2024-01-01", "2024-12-31")))])
    ask("What is the average score of the country sourdough?", "rating", says=[stated(mean(product("Country sourdough")))])
    ask("How are the apple cakes rated?", "rating", says=[stated(mean(product("Apple cake")))])
    ask("How satisfied are customers since June 2025?", "rating", says=[stated(mean(days("2025-06-01", "2026-01-01")))])
    ask("What rating do reviews that mention the sourdough have?", "rating", says=["stars"], n=near(count(about(r"\bsourdough")), 0.05))
    # --- why
    ask("Why are people unhappy?", "why", says=["waiting"], n=near(count(BAD), 0.1))
    ask("What do people complain about?", "why", says=["waiting"])
    ask("What are the main problems?", "why", says=["waiting"])
    ask("What do customers love?", "why", n=near(count(GOOD), 0.1), says=["What they praise"])
    ask("What do people like about the place?", "why", n=[1, total])
    ask("Why are people unhappy in spring 2025?", "why", says=["waiting", "in spring 2025"])
    ask("What do people complain about on Google?", "why", says=["on Google", "waiting"])
    ask("Why do customers give one star?", "why", says=["with 1 star"])
    ask("What is wrong with the coffee?", "why", says=["coffee"], n=[1, 200], quotes=r"coffee|flat white|kaffee|café")
    ask("Why are guests unhappy about the staff?", "why", n=near(count(BAD, about(r"staff|counter|\btill\b|friendly|rude\b|grumpy|welcome|bedienung|höflich|freundlich|amable")), 0.25))
    ask("What do people dislike about the cheesecake?", "why", says=["Cheesecake"])
    ask("What do people praise about the country sourdough?", "why", says=["Country sourdough"])
    # --- which
    ask("Which product is rated best?", "which", says=[best(by("product"), rating_of) + " has the best rating"])
    ask("Which product has the worst rating?", "which", says=[best(by("product"), rating_of, lowest=True) + " has the lowest rating"])
    ask("Which source has the lowest rating?", "which", says=[best(by("source"), rating_of, lowest=True) + " has the lowest rating"])
    ask("On which platform are we rated best?", "which", says=[best(by("source"), rating_of) + " has the best rating"])
    ask("Which product is mentioned most?", "which", says=[best(by("product"), len) + " has the most reviews"])
    ask("Which product gets the most complaints about waiting?", "which", says=["share of reviews that"])
    ask("Which products do people complain about most?", "which", says=[best(by("product", lambda row: row["stars"]), share_of(BAD))])
    ask("Which products do customers like best?", "which", says=[best(by("product"), rating_of)])
    ask("What is the best product since June 2025?", "which", says=[best(by("product", days("2025-06-01", "2026-01-01")), rating_of)])
    ask("Which source has the most reviews?", "which", says=[best(by("source"), len) + " has the most reviews"])
    ask("Which source mentions the sourdough most?", "which", says=[best(by("source"), share_of(about(r"\bsourdough")))])
    # --- when
    ask("When do people complain about waiting?", "when", says=[peak_month(lambda row: about(WAITING)(row) and BAD(row))])
    ask("In which month was the rating lowest?", "when", says=[extreme_month(True)])
    ask("Which month had the best rating?", "when", says=[extreme_month(False)])
    ask("Which month had the most reviews?", "when", says=[peak_month(lambda row: True, "count")])
    ask("When was the sourdough first mentioned?", "when", says=[next(f"{row['day'].day} {row['day']:%B %Y}" for row in sorted((r for r in ROWS if r["day"]), key=lambda r: r["day"]) if about(r"\bsourdough")(row))])
    ask("On which weekday do we get the most reviews?", "when", says=[weekday_most()])
    ask("When did the queue become a problem?", "when", says=["2025"])
    # --- compare
    ask("Compare Google and Tripadvisor", "compare", says=[stated(mean(source("Google"))), stated(mean(source("Tripadvisor"))), "difference"])
    ask("Is the croissant better than the baguette?", "compare", says=[stated(mean(product("Croissant"))), stated(mean(product("Baguette")))])
    ask("Compare 2024 and 2025", "compare", says=[stated(mean(days("2024-01-01", "2024-12-31"))), stated(mean(days("2025-01-01", "2025-12-31")))])
    ask("What is the difference between spring 2025 and summer 2025?", "compare", says=[stated(mean(days("2025-03-01", "2025-05-31"))), stated(mean(days("2025-06-01", "2025-08-31")))])
    ask("Apple cake vs cheesecake", "compare", says=[stated(mean(product("Apple cake"))), stated(mean(product("Cheesecake")))])
    ask("Do people complain more on Google or on Tripadvisor?", "compare", says=["Google", "Tripadvisor", "difference"])
    ask("How did ratings differ before and after June 2025?", "compare", says=["before June 2025", "after June 2025"])
    # --- trend
    ask("Are the ratings getting better over time?", "trend", says=["mean rating"])
    ask("Has the waiting become worse since March 2025?", "trend", says=["since March 2025"])
    ask("Is the coffee getting better?", "trend", says=["coffee"])
    ask("Do people mention the sourdough more often lately?", "trend", says=["has risen"])
    ask("How did complaints about waiting develop?", "trend", says=[peak_month(lambda row: about(WAITING)(row) and BAD(row))])
    # --- quotes
    ask("Show me what people say about the terrace", "quote", n=near(count(about(r"terrace|garden|terrasse|terraza")), 0.1), quotes=r"terrace|garden|terrasse|terraza")
    ask("Quote some reviews about nuts and allergens", "quote", quotes=r"nuts|allerg|lactose|gluten")
    ask("What do people say about the cinnamon roll?", "quote", n=near(count(product("Cinnamon roll"))))
    # --- what reviews do not tell
    ask("What will the weather be tomorrow?", unknown=True)
    ask("How much revenue did we make last month?", unknown=True)
    ask("Who is the president of France?", unknown=True)
    ask("What do people say about the helicopter?", unknown=True)
    ask("How many employees do we have?", unknown=True)
    # --- other languages
    ask("Wie viele Bewertungen gibt es auf Google?", "how-many", n=near(count(source("Google"))))
    ask("Warum sind die Kunden unzufrieden?", "why", says=["Wartezeiten"])
    return q


if __name__ == "__main__":
    written = questions()
    assert len(written) == 100, len(written)
    with (HERE / "questions.jsonl").open("w", encoding="utf-8") as file:
        for one in written:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
