#include "feedback/reviews.hpp"

#include <algorithm>
#include <cassert>

namespace attune::feedback {
namespace {

std::string_view cell(const table::StringColumn* column, std::uint32_t table_row) {
  return column == nullptr ? std::string_view{} : (*column)[table_row];
}

}  // namespace

std::uint32_t NameList::id_of(std::string_view name) {
  if (name.empty()) return 0;
  if (const auto known = unsorted_ids_.find(name); known != unsorted_ids_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(names_.size());
  unsorted_ids_.emplace(name, id);
  names_.emplace_back(name);
  return id;
}

const Part& Reviews::part_of(Row row) const {
  assert(row < size());
  const auto after = std::upper_bound(parts.begin(), parts.end(), row,
                                      [](Row wanted, const Part& part) { return wanted < part.first; });
  return *(after - 1);
}

std::string_view Reviews::text(Row row, std::string& scratch) const {
  const Part& part = part_of(row);
  const std::uint32_t table_row = part.table_rows[row - part.first];
  if (part.texts.empty()) return {};
  if (part.texts.size() == 1) return (*part.texts.front())[table_row];
  scratch.clear();
  for (const auto* column : part.texts) {
    const std::string_view answer = (*column)[table_row];
    if (answer.empty()) continue;
    if (!scratch.empty()) scratch += '\n';
    scratch += answer;
  }
  return scratch;
}

std::string_view Reviews::title(Row row) const {
  const Part& part = part_of(row);
  return cell(part.title, part.table_rows[row - part.first]);
}

bool Reviews::has_text(Row row) const {
  const Part& part = part_of(row);
  const std::uint32_t table_row = part.table_rows[row - part.first];
  return !cell(part.title, table_row).empty() ||
         std::any_of(part.texts.begin(), part.texts.end(),
                     [&](const auto* column) { return !(*column)[table_row].empty(); });
}

std::size_t Reviews::write_understood_text(Row row, std::string& understood) const {
  std::string scratch;
  const std::string_view said = text(row, scratch);
  understood = title(row);
  if (!understood.empty() && !said.empty()) {
    const bool is_sentence = std::string_view{".!?"}.find(understood.back()) != std::string_view::npos;
    understood += is_sentence ? " " : ". ";
  }
  const std::size_t begin = understood.size();
  understood += said;
  return begin;
}

std::string_view Reviews::author(Row row) const {
  const Part& part = part_of(row);
  return cell(part.author, part.table_rows[row - part.first]);
}

}  // namespace attune::feedback
