// MovieLens 100k, the training part of split "ua" (GroupLens; Harper, Konstan 2015).
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "customer/interactions.hpp"
#include "support/shared_data.hpp"

namespace attune::test {

constexpr std::uint32_t kMovielensUsers = 943;
constexpr std::uint32_t kMovielensFilms = 1682;

inline std::optional<std::vector<customer::Interaction>> movielens() {
  const auto text = read_shared_data("movielens_100k/ua.base.xz");
  if (!text) return std::nullopt;
  std::vector<customer::Interaction> interactions;
  for (const std::string_view line : lines_of(*text)) {
    const auto fields = split(line, '\t');
    if (fields.size() != 4) continue;
    const auto number = [](std::string_view field) { return std::atoll(std::string{field}.c_str()); };
    interactions.push_back({static_cast<std::uint32_t>(number(fields[0]) - 1),
                            static_cast<std::uint32_t>(number(fields[1]) - 1), number(fields[3])});
  }
  return interactions;
}

}  // namespace attune::test
