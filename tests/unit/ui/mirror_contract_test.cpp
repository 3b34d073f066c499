#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "ui/semantics/item.hpp"

using namespace attune::ui;

namespace {

std::string mirror_script() {
  std::ifstream file(ATTUNE_SOURCE_DIR "/web/host/mirror_items.js");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("page and canvas know the same roles in the same order", "[ui][semantics]") {
  const std::string script = mirror_script();
  const std::size_t begin = script.find("ROLES = ");
  REQUIRE(begin != std::string::npos);
  const std::string list = script.substr(begin, script.find("])", begin) - begin);
  std::vector<std::string> roles;
  for (std::size_t at = list.find('"'); at != std::string::npos; at = list.find('"', at + 1)) {
    const std::size_t end = list.find('"', at + 1);
    roles.push_back(list.substr(at + 1, end - at - 1));
    at = end;
  }
  REQUIRE(roles.size() == kRoleCount);
  for (std::size_t role = 0; role < kRoleCount; ++role)
    CHECK(roles[role] == name_of(static_cast<Role>(role)));
}

TEST_CASE("page and canvas know the same states by the same bits", "[ui][semantics]") {
  const std::string script = mirror_script();
  using namespace state;
  const std::vector<std::pair<std::string, std::uint32_t>> states{{"checked", kChecked},
                                                                  {"expandable", kExpandable},
                                                                  {"expanded", kExpanded},
                                                                  {"selected", kSelected},
                                                                  {"disabled", kDisabled},
                                                                  {"clipped", kClipped},
                                                                  {"modal", kModal},
                                                                  {"sortAscending", kSortAscending},
                                                                  {"sortDescending", kSortDescending},
                                                                  {"current", kCurrent},
                                                                  {"mixed", kMixed},
                                                                  {"invalid", kInvalid},
                                                                  {"hasPopup", kHasPopup},
                                                                  {"rightToLeft", kRightToLeft}};
  for (const auto& [name, bit] : states) {
    INFO(name);
    CHECK(script.find(name + ": " + std::to_string(bit)) != std::string::npos);
  }
}
