// Everything the interface says, in the languages it speaks: one line a text in strings.inc.
//
// {0} and {1} stand for what is filled in. Numbers and dates come from chart/format.hpp in the same language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "chart/format.hpp"

namespace attune::ui {

enum class Text : std::uint16_t {
#define ATTUNE_TEXT(id, english, german, french, spanish) id,
#include "ui/state/shell_strings.inc"
#include "ui/state/strings.inc"
#undef ATTUNE_TEXT
};

// How texts are shown. Stretched makes each 40 % longer, to see whether a layout bears a wordier language.
// Reversed lays the interface out from right to left, as no language of ours does yet.
enum class Wording : std::uint8_t { Plain, Stretched, Reversed };

class Strings {
 public:
  Strings() = default;
  explicit Strings(chart::Language language, Wording wording = Wording::Plain) noexcept
      : language_{language}, wording_{wording} {}

  [[nodiscard]] chart::Locale locale() const noexcept { return {language_}; }
  [[nodiscard]] bool is_right_to_left() const noexcept { return wording_ == Wording::Reversed; }
  [[nodiscard]] std::string say(Text id) const;
  [[nodiscard]] std::string say(Text id, std::initializer_list<std::string_view> arguments) const;
  // "1 review", "1,204 reviews": `one` for 1, else `many`, with {0} the count.
  [[nodiscard]] std::string count(Text one, Text many, std::uint64_t n) const;
  // What a widget is called: the text, and an id that does not change with the language.
  [[nodiscard]] std::string label(Text id, std::string_view stable_id) const;

  friend bool operator==(const Strings&, const Strings&) = default;

 private:
  chart::Language language_ = chart::Language::English;
  Wording wording_ = Wording::Plain;
};

// Of a browser's language tag. The regions that stand for no place, as elsewhere: "de-XA" is German
// stretched, "de-XB" German from right to left.
[[nodiscard]] Strings strings_from_tag(std::string_view tag) noexcept;

[[nodiscard]] std::size_t text_count() noexcept;
// As it stands in the catalogue, for tests.
[[nodiscard]] std::string_view catalogue_entry(Text id, chart::Language language) noexcept;

}  // namespace attune::ui
