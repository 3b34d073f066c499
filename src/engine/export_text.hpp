// How exports about customers write their cells and lines.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/customer_book.hpp"
#include "engine/customer_exports.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

inline constexpr std::size_t kExportPieceBytes = 1U << 20U;

[[nodiscard]] std::string rounded(double value);  // four decimals; "" for NaN
[[nodiscard]] const char* consent_name(Consent consent);
// The file's own id, or what else names the customer.
[[nodiscard]] std::string key_of(const CustomerBook& book, std::uint32_t customer);
void write_line(protocol::JsonWriter& json, std::string& text);

// Calls append(row, text) for rows from `cursor` on until a piece is full; the next cursor, if any.
template <class Append>
std::optional<std::uint64_t> fill(std::uint64_t cursor, std::size_t rows, std::string& text,
                                  Append&& append) {
  auto row = static_cast<std::size_t>(std::min<std::uint64_t>(cursor, rows));
  for (; row < rows && text.size() < kExportPieceBytes; ++row) append(static_cast<std::uint32_t>(row), text);
  return row < rows ? std::optional<std::uint64_t>{row} : std::nullopt;
}

// Parts of customer_export().
[[nodiscard]] ExportPiece segments_csv(const CustomerBook& book);
[[nodiscard]] ExportPiece segment_lines(const CustomerBook& book, std::uint64_t cursor);
[[nodiscard]] ExportPiece recommendations_csv(const CustomerBook& book, std::uint64_t cursor);
[[nodiscard]] ExportPiece recommendation_lines(const CustomerBook& book, std::uint64_t cursor);

}  // namespace attune::engine
