#include "table/table.hpp"

#include <map>
#include <set>
#include <utility>

#include "base/utf8.hpp"

namespace attune::table {

std::vector<std::string> unique_names(std::vector<std::string> names) {
  std::set<std::string> taken;
  std::map<std::string, std::size_t>
      copies;  // how many of this name there were: a million equal names stay cheap
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string base{utf8::trimmed(names[i])};
    if (base.empty()) base = "Column " + std::to_string(i + 1);
    std::size_t& copy = copies.try_emplace(base, 1).first->second;
    std::string name = base;
    while (!taken.insert(name).second) name = base + " (" + std::to_string(++copy) + ")";
    names[i] = std::move(name);
  }
  return names;
}

}  // namespace attune::table
