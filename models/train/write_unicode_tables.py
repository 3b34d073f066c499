"""Writes src/text/unicode_tables.cpp from Python's unicodedata, for the C++ twin of tokenizer.py.

    python3 models/train/write_unicode_tables.py > src/text/unicode_tables.cpp
"""
import sys
import unicodedata

from tokenizer import class_of, composition, fold_of, lower_of

CLASS_NUMBER = {c: i for i, c in enumerate(" LDPISM")}
POINTS = [p for p in range(0x110000) if not 0xD800 <= p <= 0xDFFF]


def classes():
    """(first code point, class) where the class changes."""
    before = None
    for point in POINTS:
        number = CLASS_NUMBER[class_of(point)]
        if number != before:
            yield point, number
            before = number


def shifts(function):
    """(first, last, step, delta): code points first, first + step, ... last move by delta."""
    runs = []
    for point in POINTS:
        to = function(point)
        if len(to) != 1 or ord(to) == point:
            continue
        delta = ord(to) - point
        if runs:
            first, last, step, old = runs[-1]
            if old == delta and (point - last == step or (first == last and point - last <= 2)):
                runs[-1] = (first, point, point - last, old)
                continue
        runs.append((point, point, 1, delta))
    return runs


def sequences():
    """(code point, what it is replaced by) where that is none or several code points."""
    for point in POINTS:
        folded = fold_of(point)
        if len(folded) != 1:
            yield point, folded


def compositions():
    for base in POINTS:
        if class_of(base) != "L" or base > 0x3FFF:
            continue
        for mark in range(0x300, 0x370):
            composed = composition(base, mark)
            if composed is not None:
                yield base, mark, ord(composed)


def lines(items, each):
    line = " "
    for item in items:
        text = " " + each(item) + ","
        if len(line) + len(text) > 118:
            yield line
            line = " "
        line += text
    yield line


def drops(items):
    """Ranges of code points that vanish."""
    ranges = []
    for point, folded in items:
        if folded == "":
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
    return ranges


def table(name, kind, items, each):
    items = list(items)
    print(f"constexpr std::array<{kind}, {len(items)}> {name}{{{{")
    print("\n".join(lines(items, each)))
    print("}};\n")


def main():
    several = list(sequences())
    print("// Written by models/train/write_unicode_tables.py from Unicode", unicodedata.unidata_version, "- do not edit.")
    print('#include "text/unicode_tables.hpp"\n\n#include <array>\n')
    print("// clang-format off\nnamespace attune::text {\nnamespace {\n")
    table("kClasses", "ClassChange", classes(), lambda x: f"{{{x[0]:#x},{x[1]}}}")
    table("kFoldShifts", "Shift", shifts(fold_of), lambda x: f"{{{x[0]:#x},{x[1]:#x},{x[2]},{x[3]}}}")
    table("kLowerShifts", "Shift", shifts(lower_of), lambda x: f"{{{x[0]:#x},{x[1]:#x},{x[2]},{x[3]}}}")
    table("kDropped", "DroppedRange", drops(several), lambda x: f"{{{x[0]:#x},{x[1]:#x}}}")
    table("kExpansions", "Expansion", [s for s in several if s[1]],
          lambda x: f"{{{x[0]:#x},{{" + ",".join(hex(ord(c)) for c in x[1]) + "}}")
    table("kCompositions", "Composition", compositions(), lambda x: f"{{{x[0]:#x},{x[1]:#x},{x[2]:#x}}}")
    print("}  // namespace\n")
    for name, kind in [("classes", "ClassChange"), ("fold_shifts", "Shift"), ("lower_shifts", "Shift"), ("dropped", "DroppedRange"),
                       ("expansions", "Expansion"), ("compositions", "Composition")]:
        constant = "k" + "".join(p.capitalize() for p in name.split("_"))
        print(f"std::span<const {kind}> unicode_{name}() noexcept {{ return {constant}; }}")
    print("\n}  // namespace attune::text")


if __name__ == "__main__":
    sys.exit(main())
