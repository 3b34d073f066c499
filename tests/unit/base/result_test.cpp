#include "base/result.hpp"

#include <memory>
#include <set>
#include <string>

#include <catch_amalgamated.hpp>

using attune::Error;
using attune::ErrorCode;
using attune::Result;

TEST_CASE("a Result holds its value or its error, never both", "[base][result]") {
  const Result<int> good = 7;
  REQUIRE(good);
  CHECK(*good == 7);

  const Result<int> bad = Error{ErrorCode::EmptyInput, "The file is empty. Choose another one.", "bytes=0"};
  REQUIRE_FALSE(bad);
  CHECK(bad.error().code == ErrorCode::EmptyInput);
  CHECK(bad.error().detail == "bytes=0");
}

TEST_CASE("a Result moves values that cannot be copied", "[base][result]") {
  Result<std::unique_ptr<int>> owner = std::make_unique<int>(3);
  REQUIRE(owner);
  const std::unique_ptr<int> taken = *std::move(owner);
  CHECK(*taken == 3);
}

TEST_CASE("Result<void> is success unless it was made from an error", "[base][result]") {
  CHECK(Result<void>{});
  CHECK_FALSE(Result<void>{Error{ErrorCode::Cancelled, "The analysis was cancelled", ""}});
}

TEST_CASE("each error code has its own name on the wire", "[base][result]") {
  std::set<std::string> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::CorruptData); ++code) {
    names.insert(attune::name_of(static_cast<ErrorCode>(code)));
  }
  CHECK(names.size() == static_cast<std::size_t>(ErrorCode::CorruptData) + 1);
  CHECK_FALSE(names.contains("unknown"));
}
