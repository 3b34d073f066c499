// What is known of customers, as files in pieces of about a megabyte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/customer_book.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

struct ExportPiece {
  std::string name, mime, text;
  std::optional<std::uint64_t> next;  // the cursor of the next piece; nullopt: the last
};

// customers.csv, segments.csv, recommendations.csv, value.json, value.jsonl, segments.jsonl,
// recommendations.jsonl; nullopt for any other name. The .jsonl files begin with a line of what was learned:
// {"parameters":...}.
[[nodiscard]] std::optional<ExportPiece> customer_export(const CustomerBook& book, std::string_view what,
                                                         std::uint64_t cursor);

// The people who pass a filter, for a mailing tool; who said no is withheld.
[[nodiscard]] std::string answer_mailing(const CustomerBook& book, std::uint64_t id,
                                         const protocol::CustomerExportQuery& query);

}  // namespace attune::engine
