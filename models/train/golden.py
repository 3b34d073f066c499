"""Our own texts, plain and odd, whose tokens and scores every other implementation is compared with.

    python3 models/train/golden.py > models/sentiment/golden.jsonl       (tokens; calibrate.py adds scores, embedding and tags)

With --data, the tokens of some thousand texts of every data set instead; never committed, for one comparison with the C++ twin:

    python3 models/train/golden.py --data > /tmp/data.jsonl && ATTUNE_GOLDEN_TOKENS=/tmp/data.jsonl build/debug/tests/unit_text "[golden]"
"""
import json
import os
import sys

from tokenizer import Tokenizer

TEXTS = [
    "", " ", "\n\t ", ".", "!", "?!?!", "ok", "OK", "Okay...", "👍", "👎", "❤️", "❤", "♥", "<3", "💔", "👍🏽👍🏿", "👨‍👩‍👧 family", "🇩🇪", "☺️", "😍😍😍😍😍😍",
    "not bad at all", "could be worse", "not good", "NOT GOOD", "The food was great but the service was terrible.", "I can't complain",
    "I can’t recommend it enough!", "dont buy", "Worst. Coffee. Ever.", "sooooo goooood!!!!!", "YESSSSS", "aaa bbb a'''b", "Best bakery in town :)",
    "meh :/", "so sad :'(", ":-)", ":))", "(great place):", "xD lol XD", "T_T", "^_^", "-_-", ">:(", "</3", ":D:D", "a:)", "é:)", "3:/4", "note:done", "=) =( =P",
    "http://shop.example/p?id=3&x=y great", "see www.shop.example.", "https://", "www.", "shttp://x y", "@bakery thanks", "mail me a@b.example", "@", "@@x", "Ü@x",
    "line one<br />line two<br>three</p><strong>four</strong>", "<br", "< br >", "a<b and c>d", "<p/>", "<b >x</b >", "<i/ >",
    "1 star", "10/10 would buy again", "100%", "1000 times", "12:30", "3.5 of 5", "2024-05-17", "٣٤٥ ١٢٣٤", "½ price ™ ①", "x²", "№5", "50 €", "£20", "$5.99",
    "café", "cafe\u0301", "CAFÉ", "n\u0303o", "x\u0301y", "\u0301abc", "a\u0301\u0301", "1\u0301", "ｆｕｌｌ ｗｉｄｔｈ", "ﬁne ﬂat", "İstanbul ǅ ẞ Straße", "ΑΘΗΝΑ Σοφός", "ПРИВЕТ мир ёж й",
    "Das Essen war leider kalt und viel zu teuer.", "¡Excelente servicio!", "Très déçu, je ne recommande pas.", "Muito bom, recomendo!", "Ottimo prodotto",
    "Heel slecht", "Väldigt bra", "房间很大，不错！", "服务太差了。", "좋아요 정말 최고", "ありがとう、最高！", "ありがとうｶﾞ", "خدمة ممتازة", "مُمتاز", "बहुत अच्छा", "อร่อยมาก", "טעים מאוד", "𝓕𝓪𝓷𝓬𝔂 𝔹𝕠𝕝𝕕",
    "zero\u200bwidth soft\u00adhyphen non\u00a0breaking", "tab\tand\x00null\x1f\x7fcontrol", "quotes “double” ‘single’ «guillemets» `back`", "rock'n'roll o'clock 'tis y'all's",
    "dashes – — ‐ − -", "ellipsis… and...", "bullets • ● ▪ – item", "★★★★☆", "→ ✅ ❌ ✔️", "𠀀𪜶 ideographs 㐀", "\ufffd\uffff\U0010ffff", "\U0001f9ff\U0001fae8", "####", "## ##", "###", "***", "~~~~", "__init__",
    "A B C", "I AM NOT HAPPY with THIS", "USB DVD ok TV", "iPhone5s mp3 4star", "GREAT!!! Great!!! great!!!", "a" * 400, "good " * 150, "!" * 300, "😀" * 200, "ab" * 200,
    "The waiter Jamal was friendly.", "When do you open on Sundays?", "Please cancel my order #12345.", "I want my money back.", "You should add more vegetarian dishes.", "Where is my parcel?",
    "Emily Clarke from Fairview Dental called me on Monday about my iPhone.", "I paid £30 for the jacket in Leeds on 3 May 2024.", "The bread was stale but the staff were lovely",
    "Thank you so much for the quick help!", "My phone arrived on Tuesday.", "I have been a customer for years, but I am leaving.", "Yeah right, great job... another delay.",
]
BROKEN = ["ff", "80", "c0af", "e282", "f09f98", "f09f9841", "eda080", "61ffc3", "f4908080", "20e28261", "c3a9cc", "f09f918df09f"]


def cases(tokenizer):
    for text in TEXTS:
        yield {"text": text, "ids": tokenizer.encode(text, 128)}
    for broken in BROKEN:
        yield {"hex": broken, "ids": tokenizer.encode_bytes(bytes.fromhex(broken), 128)}


def cases_of_data(tokenizer, most=400):
    import corpora
    taken = {}
    for name, _, text, language, _ in corpora.load("unclear"):
        taken[name, language] = taken.get((name, language), 0) + 1
        if taken[name, language] <= most:
            yield {"text": text, "ids": tokenizer.encode(text, 128)}
    for row in corpora.read("xed", "all"):
        taken[row["lang"]] = taken.get(row["lang"], 0) + 1
        if taken[row["lang"]] <= most:
            yield {"text": row["text"], "ids": tokenizer.encode(row["text"], 128)}


def write(rows, file):
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    folder = os.path.join(os.path.dirname(__file__), "..", "sentiment")
    chosen = cases_of_data if "--data" in sys.argv else cases
    write(chosen(Tokenizer.load(os.path.join(folder, "vocabulary.txt"))), sys.stdout)
