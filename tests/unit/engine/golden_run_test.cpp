// The sample data through the whole engine with a fake model, compared with what was approved:
// tests/golden/engine. `ci/approve golden` accepts a change after somebody has looked at the difference.
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/exports.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Json = nlohmann::ordered_json;

namespace {

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// Six digits: the last ones of a quantile may differ between mathematics libraries.
void round_numbers(Json& value) {
  if (value.is_number_float()) value = std::round(value.get<double>() * 1e6) / 1e6;
  if (!value.is_structured()) return;
  for (Json& inner : value) round_numbers(inner);
}

// One field a line.
std::string approved_form(const snapshot::Snapshot& snapshot) {
  Json json = Json::parse(engine::json_from_snapshot(snapshot));
  round_numbers(json);
  return json.dump(1) + "\n";
}

}  // namespace

TEST_CASE("the sample data gives the approved snapshot", "[engine][golden]") {
#ifdef __EMSCRIPTEN__
  SKIP(
      "approved from the native build: fitted models differ in their last digits with another mathematics "
      "library");
#endif
  const std::filesystem::path project{ATTUNE_SOURCE_DIR};
  const std::string name = GENERATE("reviews", "orders");
  TestHost host;
  REQUIRE(host.load_model(4, 1));
  REQUIRE(host.analyse({{name + ".csv", contents_of(project / "assets/samples" / (name + ".csv"))}}));
  const std::string found = approved_form(host.latest());
  const auto approved = project / "tests/golden/engine" / ("sample_" + name + ".json");
  if (std::getenv("ATTUNE_APPROVE") != nullptr) {
    std::filesystem::create_directories(approved.parent_path());
    std::ofstream{approved, std::ios::binary} << found;
  }
  CHECK(found == contents_of(approved));
}
