"""Writes src/text/unicode_categories.cpp from Python's unicodedata, for the tokenizers of other people's models.

    python3 models/train/write_unicode_categories.py > src/text/unicode_categories.cpp
"""
import unicodedata

GROUPS = {"L": 0, "N": 3, "P": 4, "S": 5, "Z": 6, "C": 7}


def group_of(char):
    category = unicodedata.category(char)
    if category[0] == "M":
        return 1 if category == "Mn" else 2
    return GROUPS[category[0]]


def changes():
    """(first code point, group) where the group changes, packed as point << 3 | group."""
    before = None
    for point in range(0x110000):
        group = group_of(chr(point))
        if group != before:
            yield point << 3 | group
            before = group


def stripped():
    """(code point, what is left of it without accents): canonically decomposed, marks of no width taken out."""
    for point in range(0x110000):
        if 0xD800 <= point <= 0xDFFF or 0xAC00 <= point <= 0xD7A3:
            continue
        whole = unicodedata.normalize("NFD", chr(point))
        if whole == chr(point):
            continue
        left = [c for c in whole if unicodedata.category(c) != "Mn"]
        assert len(left) <= 3, hex(point)
        yield (point, *[ord(c) for c in left], 0, 0, 0)[:4]


def table(items):
    line = " "
    for item in items:
        if len(line) + len(item) > 112:
            print(line)
            line = " "
        line += " " + item + ","
    print(line)


packed, left = list(changes()), list(stripped())
print(f"""// Written by models/train/write_unicode_categories.py from Unicode {unicodedata.unidata_version} - do not edit.
#include "text/unicode_categories.hpp"

#include <algorithm>
#include <array>

// clang-format off
namespace attune::text {{
namespace {{

// first << 3 | group: from `first` on, up to the next entry.
constexpr std::array<std::uint32_t, {len(packed)}> kChanges{{{{""")
table(hex(p) for p in packed)
print(f"""}}}};

struct Stripped {{
  std::uint32_t point;
  std::array<std::uint32_t, 3> left;
}};
constexpr std::array<Stripped, {len(left)}> kStripped{{{{""")
table("{%s,{%s}}" % (hex(p[0]), ",".join(hex(x) if x else "0" for x in p[1:])) for p in left)
print("""}};

}  // namespace

CategoryGroup category_of(char32_t point) noexcept {
  const auto after = std::upper_bound(kChanges.begin(), kChanges.end(), static_cast<std::uint32_t>(point) << 3U | 7U);
  return static_cast<CategoryGroup>(*(after - 1) & 7U);
}

std::span<const std::uint32_t> without_accents(char32_t point) noexcept {
  const auto at = std::lower_bound(kStripped.begin(), kStripped.end(), static_cast<std::uint32_t>(point),
                                   [](const Stripped& entry, std::uint32_t wanted) { return entry.point < wanted; });
  if (at == kStripped.end() || at->point != point) return {};
  const auto end = std::find(at->left.begin(), at->left.end(), 0U);
  return std::span{at->left}.first(static_cast<std::size_t>(end - at->left.begin()));
}

bool has_accents(char32_t point) noexcept {
  return std::binary_search(kStripped.begin(), kStripped.end(), Stripped{static_cast<std::uint32_t>(point), {}},
                            [](const Stripped& a, const Stripped& b) { return a.point < b.point; });
}

}  // namespace attune::text""")
