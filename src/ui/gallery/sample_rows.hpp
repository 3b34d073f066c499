// A million invented reviews for the gallery's table, each made from its number alone.
#pragma once

#include <array>
#include <string>

#include "ui/widgets/data_table.hpp"
#include "ui/widgets/fields.hpp"

namespace attune::ui {

class SampleRows final : public TableSource {
 public:
  static constexpr std::size_t kColumnCount = 5;
  [[nodiscard]] std::size_t row_count() const override { return 1'000'000; }
  // Every ninth page of rows is still on its way.
  [[nodiscard]] bool has_row(std::size_t row) const override { return row / 8 % 9 != 4; }
  void want(std::size_t, std::size_t) override {}

  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const std::size_t turn = row * 2654435761U % 4294967296U / 65536;
    const std::size_t star = 1 + turn % 5;
    switch (column) {
      case 0:
        return {.text = text_from_day(static_cast<std::int32_t>(19000 + turn % 700)), .is_soft = true};
      case 1:
        return {.text = std::to_string(star) + " of 5 stars",
                .kind = TableCell::Kind::Stars,
                .number = static_cast<double>(star)};
      case 2:
        return star < 3 ? TableCell{.text = "Negative", .kind = TableCell::Kind::Pill, .tone = Tone::Negative}
               : star > 3
                   ? TableCell{.text = "Positive", .kind = TableCell::Kind::Pill, .tone = Tone::Positive}
                   : TableCell{.text = "Neutral", .kind = TableCell::Kind::Pill};
      case 3:
        return {.text = "Review " + std::to_string(row + 1) + ". " + kTexts[turn % kTexts.size()]};
      default:
        return {.text = std::to_string(turn % 40)};
    }
  }

 private:
  static constexpr std::array kTexts{
      "Lovely place, warm bread and a smile in the morning. We come back every Saturday with the children.",
      "The parcel came late and the mug was chipped.",
      "Fine, nothing special.",
      "I asked twice for a refund and still wait for an answer; the chat sends me in circles and the number "
      "on the page is not answered.",
  };
};

}  // namespace attune::ui
