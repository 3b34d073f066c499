#include "ui/state/strings.hpp"

#include <array>

namespace attune::ui {
namespace {

struct Entry {
  std::array<const char*, 4> by_language;  // in the order of chart::Language
};

constexpr Entry kCatalogue[] = {
#define ATTUNE_TEXT(id, english, german, french, spanish) {{english, german, french, spanish}},
#include "ui/state/shell_strings.inc"
#include "ui/state/strings.inc"
#undef ATTUNE_TEXT
};

// A third of the letters doubled, which keeps the words readable; what stands in braces stays as it is.
std::string stretched(std::string_view text) {
  std::string out;
  int depth = 0;
  int letters = 0;
  for (const char byte : text) {
    out += byte;
    if (byte == '{') ++depth;
    if (byte == '}') --depth;
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (depth == 0 && is_letter && ++letters % 2 == 0) out += byte;
  }
  return out;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const auto slot = is_slot ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
    if (slot < arguments.size()) {
      out += arguments.begin()[slot];
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace

std::string Strings::say(Text id) const { return say(id, {}); }

std::string Strings::say(Text id, std::initializer_list<std::string_view> arguments) const {
  const std::string_view pattern = catalogue_entry(id, language_);
  return wording_ == Wording::Stretched ? filled(stretched(pattern), arguments) : filled(pattern, arguments);
}

std::string Strings::count(Text one, Text many, std::uint64_t n) const {
  return say(n == 1 ? one : many, {chart::format_count(static_cast<std::int64_t>(n), locale())});
}

std::string Strings::label(Text id, std::string_view stable_id) const {
  return say(id) + "###" + std::string{stable_id};
}

Strings strings_from_tag(std::string_view tag) noexcept {
  const Wording wording = tag.ends_with("-XA")   ? Wording::Stretched
                          : tag.ends_with("-XB") ? Wording::Reversed
                                                 : Wording::Plain;
  return Strings{chart::locale_from_tag(tag).language, wording};
}

std::size_t text_count() noexcept { return std::size(kCatalogue); }

std::string_view catalogue_entry(Text id, chart::Language language) noexcept {
  return kCatalogue[static_cast<std::size_t>(id)].by_language[static_cast<std::size_t>(language)];
}

}  // namespace attune::ui
