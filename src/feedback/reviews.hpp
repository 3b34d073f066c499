// All reviews of a run, column by column, in the order of files and rows.
//
// A review is a table row that says something: a text, a title or a rating. Texts stay in the tables they
// were read into; Reviews holds where they are, and the typed values. Built by engine/review_builder.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/dates.hpp"
#include "table/string_column.hpp"

namespace attune::feedback {

using Row = std::uint32_t;

// Names numbered in the order they are first seen; 0 is "no name".
class NameList {
 public:
  std::uint32_t id_of(std::string_view name);  // adds the name if it is new
  [[nodiscard]] const std::string& name(std::uint32_t id) const noexcept { return names_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }  // with "no name"

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<std::string> names_{std::string{}};
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> unsorted_ids_;  // for lookups only
};

// The reviews that come from one table: rows [first, first + table_rows.size()).
struct Part {
  std::uint32_t file = 0;
  std::uint32_t table = 0;
  Row first = 0;
  std::vector<const table::StringColumn*> texts;  // of a table that outlives the reviews; several are joined
  const table::StringColumn* title = nullptr;     // may be null
  const table::StringColumn* author = nullptr;    // may be null
  std::vector<std::uint32_t> table_rows;
  friend bool operator==(const Part&, const Part&) = default;
};

class Reviews {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ratings.size(); }

  // The views live as long as the tables, or until `scratch` changes (where several columns were joined).
  [[nodiscard]] std::string_view text(Row row, std::string& scratch) const;
  [[nodiscard]] std::string_view title(Row row) const;
  [[nodiscard]] bool has_text(Row row) const;  // a text or a title
  // What the model reads: the title as a first sentence, then the text. Returns where the text begins.
  std::size_t write_understood_text(Row row, std::string& understood) const;
  [[nodiscard]] std::string_view author(Row row) const;
  [[nodiscard]] const std::string& source(Row row) const { return sources.name(source_ids[row]); }
  [[nodiscard]] const std::string& product(Row row) const { return products.name(product_ids[row]); }
  [[nodiscard]] const std::string& place(Row row) const { return places.name(place_ids[row]); }
  [[nodiscard]] std::optional<double> rating(Row row) const {
    return ratings[row] > 0 ? std::optional<double>{ratings[row]} : std::nullopt;
  }
  [[nodiscard]] std::optional<Days> day(Row row) const {
    return days[row] == kNoDay ? std::nullopt : std::optional<Days>{days[row]};
  }
  [[nodiscard]] const Part& part_of(Row row) const;
  [[nodiscard]] std::uint32_t table_row(Row row) const {
    const Part& part = part_of(row);
    return part.table_rows[row - part.first];
  }

  static constexpr Days kNoDay = std::numeric_limits<Days>::min();

  std::vector<Part> parts;
  std::vector<float> ratings;  // on 1..5; 0: none
  std::vector<Days> days;      // kNoDay: none
  std::vector<std::uint32_t> source_ids, product_ids, place_ids;
  NameList sources, products, places;  // places: branches, cities
};

}  // namespace attune::feedback
