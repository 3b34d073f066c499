"""The tokenizer, as training sees it. src/text/ holds the C++ twin; both must agree token for token.

What it does, exactly:

1. Bytes are decoded as UTF-8; each maximal invalid part becomes U+FFFD (WHATWG rule, Python's errors="replace").
2. fold: each code point is replaced by its entry in FOLD: compatibility forms (NFKC of the single code point),
   straight quotes, plain hyphens, one kind of space; format characters, variation selectors and skin tones vanish.
   A letter followed by a combining mark (U+0300..U+036F) is composed where a canonical composition exists;
   a mark that does not compose vanishes.
3. Special spans are found from left to right: web address, @name, HTML tag without attributes, emoticon.
4. The rest is cut by class: words (letters, with apostrophes between letters), digit runs, single ideographs,
   runs of one punctuation mark, single symbols (emoji). Spaces, controls and unknowns only separate.
5. Words: lower-cased code point by code point; three or more of the same letter become two and "[long]" comes
   first; a word of two or more capitals gets "[caps]" first unless the word before it had it too.
   Then greedy longest-match pieces ("##" continues a word); a letter in no piece is "[unk]".
   Numbers of more than three digits are "[number]", shorter ones are single digits with "##".
   A run of punctuation or of a symbol counts three times at most; punctuation runs of two or three are one token.
"""
import re
import sys
import unicodedata

SPECIAL = ["[pad]", "[unk]", "[mask]", "[caps]", "[long]", "[url]", "[user]", "[number]"]
PAD, UNK, MASK, CAPS, LONG, URL, USER, NUMBER = range(8)
LONGEST_FOLD = 4  # compatibility forms longer than this are left as they are

# Emoticon -> the token it stands for. The longest that fits is taken.
EMOTICONS = {}
for _token, _forms in {
    ":)": ":) :-) =) (: (-: :] =] :o) ^^ ^_^ :-]",
    ":d": ":D :-D =D xD XD :'D",
    ":(": ":( :-( =( ): )-: :[ =[ :-[",
    ":'(": ":'( :,( :'-( T_T ;_; ;(",
    ";)": ";) ;-) ;D ;-D",
    ":p": ":P :-P :p :-p =P =p ;P",
    ":/": ":/ :-/ :\\ :-\\ =/ -_- >_< -.-",
    ":|": ":| :-| =|",
    ":o": ":O :-O :o :-o O_O o_o",
    ">:(": ">:( >:-(",
    "❤": "<3 <33 <333",
    "💔": "</3",
    ":*": ":* :-* =*",
}.items():
    for _form in _forms.split():
        EMOTICONS[_form] = _token
TAGS = "br p b i u em strong div span li ul ol hr h1 h2 h3 h4 h5 h6 tr td".split()

SPACE, LETTER, DIGIT, PUNCTUATION, IDEOGRAPH, SYMBOL, MARK = " LDPISM"  # one letter each: units are found by regex


def class_of(point):
    """The class of a folded code point."""
    char = chr(point)
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp") or point == 0xFFFD:
        return SPACE
    if (0x3040 <= point <= 0x30FF and category[0] == "L") or 0x3400 <= point <= 0x4DBF or 0x4E00 <= point <= 0x9FFF \
            or 0xF900 <= point <= 0xFAFF or 0x20000 <= point <= 0x3FFFF:
        return IDEOGRAPH
    if category[0] == "L":
        return LETTER
    if category[0] == "M":
        return MARK if 0x300 <= point <= 0x36F else LETTER
    if category == "Nd":
        return DIGIT
    if category[0] == "P" or char in "$+<=>^`|~":
        return PUNCTUATION
    return SYMBOL


REPLACED = {0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x2032: "'", 0x00B4: "'", 0x0060: "'", 0x02BC: "'", 0xFF07: "'",
            0x201C: '"', 0x201D: '"', 0x201E: '"', 0x201F: '"', 0x00AB: '"', 0x00BB: '"', 0x2033: '"',
            0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-", 0x2212: "-",
            0x2665: "❤", 0x2764: "❤", 0x263A: "🙂", 0x2639: "🙁", 0x3002: "."}


def fold_of(point):
    """What a code point is replaced by, as a string; the code point itself where nothing changes."""
    char = chr(point)
    if point in REPLACED:
        return REPLACED[point]
    category = unicodedata.category(char)
    if category == "Cf" or 0xFE00 <= point <= 0xFE0F or 0x1F3FB <= point <= 0x1F3FF or 0xE0100 <= point <= 0xE01EF:
        return ""
    if category in ("Cs", "Cn", "Co"):
        return char
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    if category == "Nd" and point > 0x7F:
        return str(unicodedata.digit(char))
    if 0x3200 <= point <= 0x33FF or 0xF900 <= point <= 0xFAFF or point >= 0x2F800:
        return char  # squared words and doubles of ideographs: thousands of entries nobody needs
    folded = unicodedata.normalize("NFKC", char)
    if folded != char and (len(folded) > LONGEST_FOLD or any(unicodedata.category(c)[0] in "ZMC" for c in folded)):
        return char
    return folded


def lower_of(point):
    """Lower case of one code point; those whose lower case is more than one stay."""
    lower = chr(point).lower()
    return lower if len(lower) == 1 else chr(point)


def composition(base, mark):
    """The code point that base and mark compose to, or None."""
    composed = unicodedata.normalize("NFC", chr(base) + chr(mark))
    return composed if len(composed) == 1 else None


_POINTS = [p for p in range(sys.maxunicode + 1) if not 0xD800 <= p <= 0xDFFF]


class _Lazy(dict):
    """A str.translate table that is filled as code points come up."""

    def __init__(self, function):
        super().__init__()
        self._function = function

    def __missing__(self, point):
        value = self._function(point)
        self[point] = value
        return value


FOLD, CLASS, LOWER = _Lazy(fold_of), _Lazy(class_of), _Lazy(lower_of)
_MARK_RUN = re.compile("([^\u0300-\u036f]?)([\u0300-\u036f]+)")


def _compose(match):
    base, marks = match.group(1), match.group(2)
    if base and class_of(ord(base)) == LETTER:
        for mark in marks:
            composed = composition(ord(base), ord(mark))
            if composed is not None:
                base = composed
    return base


def fold(text):
    folded = text.translate(FOLD)
    return _MARK_RUN.sub(_compose, folded) if any("\u0300" <= c <= "\u036f" for c in folded) else folded


_NOT_AFTER_WORD = "(?<![A-Za-z0-9])"
_SPECIAL_SPAN = re.compile(
    "(?P<url>" + _NOT_AFTER_WORD + "(?:https?://|www\\.)[^ ]+)"
    + "|(?P<user>" + _NOT_AFTER_WORD + "@[A-Za-z0-9_]+)"
    + "|(?P<tag></?(?:" + "|".join(sorted(TAGS, key=len, reverse=True)) + ") ?/?>)"
    + "|(?P<emoticon>" + _NOT_AFTER_WORD + "(?:"
    + "|".join(re.escape(e) for e in sorted(EMOTICONS, key=lambda e: (-len(e), e))) + ")(?![A-Za-z0-9]))")
_MAYBE_SPECIAL = re.compile(r"[:;=@<>^_]|www|-\.-|[xX]D")
_UNIT = re.compile("(?P<word>L+(?:'L+)*)|(?P<digits>D+)|(?P<ideograph>I)|(?P<punctuation>[P'])|(?P<symbol>S)")
_LONG = re.compile(r"(.)\1\1+")


class Tokenizer:
    def __init__(self, pieces):
        """pieces: the lines of vocabulary.txt; a line's number is its token's id."""
        self.pieces = pieces
        self.ids = {piece: i for i, piece in enumerate(pieces)}
        self.longest = max(len(p) for p in pieces)
        self._cache = {}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Tokenizer(file.read().split("\n")[:-1])

    def units(self, text):
        """(kind, string) for each unit in order; what the vocabulary is counted on."""
        folded = fold(text)
        position = 0
        if _MAYBE_SPECIAL.search(folded):
            for match in _SPECIAL_SPAN.finditer(folded):
                yield from self._plain_units(folded[position:match.start()])
                kind = match.lastgroup
                if kind == "emoticon":
                    yield "emoticon", EMOTICONS[match.group()]
                elif kind != "tag":
                    yield kind, ""
                position = match.end()
        yield from self._plain_units(folded[position:])

    def _plain_units(self, folded):
        classes = folded.translate(CLASS)
        if "'" in folded:
            classes = "".join("'" if c == "'" else k for c, k in zip(folded, classes))
        run_char, run = None, 0
        end_before = 0
        for match in _UNIT.finditer(classes):
            start, end = match.span()
            kind = match.lastgroup
            if kind in ("punctuation", "symbol"):
                char = folded[start]
                if char == run_char and start == end_before:
                    run += 1
                else:
                    if run_char is not None:
                        yield from self._run(run_char, run, run_kind)
                    run_char, run, run_kind = char, 1, kind
                end_before = end
                continue
            if run_char is not None:
                yield from self._run(run_char, run, run_kind)
                run_char = None
            yield kind, folded[start:end]
        if run_char is not None:
            yield from self._run(run_char, run, run_kind)

    @staticmethod
    def _run(char, count, kind):
        count = min(count, 3)
        if kind == "punctuation":
            yield kind, char * count
        else:
            for _ in range(count):
                yield kind, char

    @staticmethod
    def word_form(word):
        """(lower-cased and shortened word, was it shortened, is it in capitals, does it have two letters)."""
        lower = word.translate(LOWER)
        short = _LONG.sub(r"\1\1", lower)
        letters = word.replace("'", "")
        return short, short != lower, len(letters) > 1 and all(LOWER[ord(c)] != c for c in letters), len(letters) > 1

    def encode(self, text, limit=None):
        ids = []
        self._append(text, ids, False, limit)
        return ids if limit is None else ids[:limit]

    def encode_parts(self, parts):
        """(ids, the part each id comes from) of a text given in parts cut between words: the same ids as of the whole."""
        ids, owners, caps_before = [], [], False
        for index, part in enumerate(parts):
            caps_before = self._append(part, ids, caps_before)
            owners.extend([index] * (len(ids) - len(owners)))
        return ids, owners

    def _append(self, text, ids, caps_before, limit=None):
        """Appends the ids of text; says whether its last word is in capitals."""
        for kind, value in self.units(text):
            if kind == "word":
                cached = self._cache.get(value)
                if cached is None:
                    short, was_long, caps, counts = self.word_form(value)
                    cached = (([LONG] if was_long else []) + self.word_pieces(short), caps, counts)
                    if len(self._cache) < 2_000_000:
                        self._cache[value] = cached
                pieces, caps, counts = cached
                if caps and not caps_before:
                    ids.append(CAPS)
                if counts:
                    caps_before = caps
                ids.extend(pieces)
            elif kind == "digits":
                if len(value) > 3:
                    ids.append(NUMBER)
                else:
                    ids.append(self.ids[value[0]])
                    ids.extend(self.ids["##" + d] for d in value[1:])
            elif kind == "url":
                ids.append(URL)
            elif kind == "user":
                ids.append(USER)
            elif kind == "punctuation":
                if value in self.ids:
                    ids.append(self.ids[value])
                else:
                    ids.extend(self.ids.get(c, UNK) for c in value)
            else:
                ids.append(self.ids.get(value, UNK))
            if limit is not None and len(ids) >= limit:
                break
        return caps_before

    def encode_bytes(self, data, limit=None):
        return self.encode(data.decode("utf-8", errors="replace"), limit)

    def word_pieces(self, word):
        ids, position = [], 0
        while position < len(word):
            prefix = "##" if position else ""
            for end in range(min(len(word), position + self.longest), position, -1):
                piece = self.ids.get(prefix + word[position:end])
                if piece is not None:
                    ids.append(piece)
                    position = end
                    break
            else:
                ids.append(UNK)
                position += 1
        return ids
