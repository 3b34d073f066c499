"""Who is spoken of must not matter: pairs of sentences that differ only in a name or in words of gender, for a loss that keeps their scores equal.

Names are our own lists of many origins, and made-up ones, so that no string that stands where a name stands tells the model anything. Sentences are our
own and training rows with words of gender swapped (counterfactual augmentation, Zhao et al. 2018; Garg et al. 2019, "Counterfactual fairness in text
classification through robustness").
"""
import random
import re

FEMALE = ("Emma Olivia Charlotte Amelia Hannah Grace Chloe Megan Rachel Rebecca Julia Sophie Claire Helen Margaret Heather Molly Katherine Courtney Betsy Stephanie "
          "Tanisha Shanice Tamika Latisha Jasmine Nia Shaniqua Lakeisha Kiara Destiny Aaliyah Deja Precious Ebony Shereen Raven Tiara Yolanda Nichelle Monique "
          "Maria Guadalupe Valentina Camila Isabella Rosa Ines Pilar Xiomara Beatriz Marisol Dolores Chiara Giulia Francesca Ingrid Astrid Freya Sigrid Katrin Heike "
          "Anja Agnieszka Zofia Oksana Svetlana Natalia Yekaterina Dilara Ayse Elif Zeynep Fatima Aisha Khadija Mariam Noor Yasmin Amina Layla Shirin Parisa Priya "
          "Ananya Lakshmi Deepika Sunita Kavita Mei Xiu Ling Yan Jing Sakura Haruka Yumi Keiko Ji-woo Soo-jin Hye-jin Thuy Linh Ngoc Siti Dewi Chiamaka Ngozi "
          "Adaeze Wanjiru Amara Thandiwe Zanele Folake Abena Akosua Makena Leilani Moana Rivka Tzipora Shira").split()
MALE = ("James Oliver Henry Thomas Edward Peter Matthew Daniel Simon Robert Stephen Philip Geoffrey Colin Brad Todd Neil Greg Jake Dustin Cody Harry Ryan "
        "Tyrell DeShawn Marquis Trevon Jamal Lamar Darius Malik Terrell Kareem Alonzo Leroy Rashad Reggie Torrance Alphonse Jerome Percell Lavon Tremayne Antwan "
        "Juan Javier Alejandro Mateo Santiago Rafael Hector Ramon Enrique Joaquin Giovanni Luca Matteo Lars Bjorn Sven Anders Klaus Juergen Dieter Tomasz Wojciech "
        "Dmitri Sergei Vladimir Mykola Mehmet Mustafa Emre Kerem Mohammed Ahmed Ali Youssef Karim Tariq Bilal Ibrahim Reza Arash Rajesh Amit Vikram Sanjay Arjun "
        "Wei Jun Hao Bo Feng Hiroshi Takeshi Kenta Ren Min-jun Sung-ho Dong-hyun Minh Tuan Agus Budi Chukwuemeka Obinna Kwame Kofi Tendai Sipho Babajide Oluwaseun "
        "Jomo Kamau Keoni Tane Moshe Avi Shlomo Yitzhak").split()
PERSONS = [("my sister", "my brother"), ("my mother", "my father"), ("my mom", "my dad"), ("my wife", "my husband"), ("my girlfriend", "my boyfriend"),
           ("my daughter", "my son"), ("my aunt", "my uncle"), ("my grandmother", "my grandfather"), ("the woman", "the man"), ("this woman", "this man"),
           ("this girl", "this boy"), ("the waitress", "the waiter"), ("she", "he"), ("our hostess", "our host"), ("the lady at the desk", "the gentleman at the desk"),
           ("my niece", "my nephew"), ("a young lady", "a young man")]
GENDERED = [pair.split() for pair in (
    "she he,woman man,women men,girl boy,girls boys,lady gentleman,mother father,mom dad,mum dad,daughter son,daughters sons,sister brother,sisters brothers,"
    "wife husband,girlfriend boyfriend,aunt uncle,grandmother grandfather,grandma grandpa,niece nephew,waitress waiter,actress actor,actresses actors,hostess host,"
    "queen king,mrs mr,female male,madam sir,herself himself,heroine hero,princess prince,bride groom").split(",")]
SWAP = {**{b: a for a, b in reversed(GENDERED)}, **{a: b for a, b in reversed(GENDERED)}, "ms": "mr", "him": "her", "his": "her", "her": "him"}
HER = re.compile(r"\b[Hh]er\b(?= [a-z]+)(?! (?:and|or|to|that|in|on|at|for|with|was|is|when|but|a|the|up|out|into|from|as)\b)")  # before a noun: his
WORD = re.compile(r"[A-Za-z']+")

# Words by what they say of the sentence, so that the pairs keep their sense: alike must not come to mean nothing.
FEELINGS = {"positive": "happy delighted glad thrilled pleased excited relieved grateful hopeful proud calm cheerful content amused ecstatic overjoyed joyful loved welcome".split(),
            "negative": ("angry upset sad furious annoyed disappointed scared frustrated devastated irritated miserable anxious worried outraged nervous terrified gloomy enraged discouraged "
                         "heartbroken fearful bored confused ignored cheated depressed").split()}
QUALITIES = {"positive": "wonderful hilarious funny great amazing lovely helpful friendly polite patient kind attentive professional joyful cheerful touching fascinating brilliant pleasant".split(),
             "negative": ("rude unhelpful slow careless terrible awful horrible dreadful useless annoying shocking vexing depressing grim scary frightening threatening displeasing hopeless tedious "
                          "irritating horrifying gloomy heartbreaking outrageous").split(),
             "neutral": "ordinary busy new quiet short long".split()}
SOFT = {"positive": (0.01, 0.07, 0.92), "negative": (0.92, 0.07, 0.01), "neutral": (0.04, 0.92, 0.04)}
PLACES = "the shop,the hotel,the office,the clinic,the garage,the restaurant,the salon,the station,our street,the gym,the call centre".split(",")
SENTENCES = (
    "{p} was {q}|{p} was {q} to us|{p} is {f}|{p} seemed {f} about it|{p} looked {f} when we left|We met {p} at {l}|{p} works at {l}|{p} took our order|I was served by {p}|"
    "{p} left {l} feeling {f}|It left {p} {f}|That whole affair made {p} {f}|My order was handled by {p}|{p} answered the phone and was {q}|Our appointment with {p} was {q}|"
    "I asked {p} about the delivery|{p} paid for the ticket|{p} said the {l2} was {q}|{p} thinks the service is {q}|{p} has had a {q} week|It was a {q} evening for {p}|"
    "What {p} told me was {q}|{p} and I had a {q} chat|The meeting with {p} turned out {q}|{p} ended up in a {q} spot|Thanks to {p} we are {f}|Because of {p} I feel {f}|"
    "{p} rang twice on Monday|{p} sent me the form|{p} bought two of these|Nobody told {p} anything|{p} came back after lunch|You could tell that {p} was {f}|"
    "A {q} surprise for {p}|{p} gave the {l2} back|{p} waited near {l}|To {p} the news felt {q}|{p} described the {q} journey|All of it was {q} for {p}|I spotted {p} in {l}|"
    "{p} recounted something {q}|Yesterday I ran into {p}|Dinner with {p} was {q}|{p} had to face something {q}|We made {p} {f}").split("|")
OBJECTIVE = {"she": "her", "he": "him"}


def invented(chance):
    """A name that nobody bears, of two or three syllables."""
    return "".join(chance.choice("b br ch d dr f g h j k kl l m n p qu r s sh t th v w y z".split()) + chance.choice("a e i o u ai ee ou".split())
                   for _ in range(chance.randint(1, 3))).capitalize() + chance.choice(["", "n", "s", "sh", "l", "que", "ra", "m", "ton", "d"])


def swapped(text):
    """The text with every word of gender turned round, or None if it has none."""
    def turn(match):
        word = match.group()
        other = SWAP.get(word.lower())
        if other is None:
            return word
        return other.upper() if word.isupper() and len(word) > 1 else other.capitalize() if word[0].isupper() else other
    turned = WORD.sub(turn, HER.sub(lambda m: "hiss" if m.group()[0] == "h" else "Hiss", text)).replace("hiss", "his").replace("Hiss", "His")
    return None if turned == text else turned


def own_pair(names, chance):
    """(sentence, the same of somebody else, what both say: negative, neutral, positive)."""
    pattern, kind = chance.choice(SENTENCES), "neutral"
    text = pattern
    for slot, words in (("{f}", FEELINGS), ("{q}", QUALITIES)):
        if slot in text:
            kind = chance.choice(sorted(words))
            text = text.replace(slot, chance.choice(words[kind]))
    text = text.replace("{l2}", chance.choice("food soup room coat phone film book plan".split())).replace("{l}", chance.choice(PLACES))
    if chance.random() < 0.3:
        two = list(chance.choice(PERSONS))
        chance.shuffle(two)
    else:
        two = [chance.choice(names) if chance.random() < 0.85 else invented(chance) for _ in range(2)]
    if chance.random() < 0.15:
        two[1] = chance.choice(chance.choice(PERSONS))
    end, made = chance.choice([".", ".", "", "!"]), []
    for who in two:
        whole = text.replace("{p}", who if text.startswith("{p}") or "that {p}" in text else OBJECTIVE.get(who, who))
        made.append(whole[:1].upper() + whole[1:] + end)
    return made[0], made[1], SOFT[kind]


def pairs(texts, own, turned_round, names=(), seed=20261125):
    """[(string, string, sentiment or None)]: `own` sentences of our own and up to `turned_round` of the texts with their words of gender turned round.
    names: more names than ours, e.g. those that entity sets mark."""
    chance = random.Random(seed)
    pool = sorted(set(FEMALE + MALE) | set(names))
    result = [own_pair(pool if chance.random() < 0.6 else FEMALE + MALE, chance) for _ in range(own)]
    order = list(range(len(texts)))
    chance.shuffle(order)
    for index in order[:]:
        if len(result) >= own + turned_round:
            break
        turned = swapped(texts[index])
        if turned is not None:
            result.append((texts[index], turned, None))
    return result
