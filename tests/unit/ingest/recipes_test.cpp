#include "ingest/recipes.hpp"

#include <string>

#include <catch_amalgamated.hpp>

#include "ingest/column_names.hpp"
#include "ingest/feedback_fields.hpp"
#include "support/read_text.hpp"

using namespace attune;
using ingest::ColumnRole;
using ingest::TableKind;

TEST_CASE("every recipe names roles that exist and columns as they are normalised", "[ingest][recipes]") {
  for (const ingest::Recipe& recipe : ingest::recipes()) {
    CAPTURE(recipe.name);
    std::string_view rest = recipe.roles;
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      const std::string_view rule = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
      const std::size_t equals = rule.find('=');
      REQUIRE(equals != std::string_view::npos);
      CHECK(ingest::role_from_name(rule.substr(equals + 1)).has_value());
      CHECK(ingest::normalized_name(rule.substr(0, equals)) == rule.substr(0, equals));
    }
  }
}

TEST_CASE("a Trustpilot export is recognised", "[ingest][recipes]") {
  const auto read = support::read_bytes(
      "Domain Url,Webshop Name,Business Unit Id,Review Id,Review Created (UTC),Review Consumer User "
      "Id,Review Username,Review Title,Review Content,Review Stars,Company Response\n"
      "https://rye.example,Rye & Co,5b,r1,2024-07-24 18:02:11,u1,Ann,Warm bread,\"Fresh, every "
      "morning.\",5,\n"
      "https://rye.example,Rye & Co,5b,r2,2024-07-25 09:30:00,u2,Bob,Too salty,Could not finish the "
      "soup.,2,We are sorry\n");
  const auto roles = ingest::guess_roles(read.tables.front());
  CHECK(roles.recipe == "Trustpilot reviews");
  CHECK(roles.kind == TableKind::Feedback);
  const ingest::FeedbackFields fields{read.tables.front(), roles};
  Diagnostics diagnostics;
  CHECK(fields.text(0) == "Warm bread. Fresh, every morning.");
  CHECK(fields.rating(1, diagnostics) == 2.0);
  CHECK(fields.cell(1, ColumnRole::Reply) == "We are sorry");
}

TEST_CASE("Google's reviews are recognised in their JSON, with ratings in words", "[ingest][recipes]") {
  const auto read = support::read_bytes(
      R"({"reviews":[{"name":"accounts/1/reviews/a","reviewer":{"displayName":"Cara"},"starRating":"FIVE","comment":"Lovely garden","createTime":"2024-05-01T10:00:00Z"},
          {"name":"accounts/1/reviews/b","reviewer":{"displayName":"Dan"},"starRating":"TWO","createTime":"2024-05-02T10:00:00Z","reviewReply":{"comment":"Sorry"}}]})",
      9, {}, "reviews.json");
  const auto roles = ingest::guess_roles(read.tables.front());
  CHECK(roles.recipe == "Google Business reviews");
  const ingest::FeedbackFields fields{read.tables.front(), roles};
  Diagnostics diagnostics;
  CHECK(fields.rating(0, diagnostics) == 5.0);
  CHECK(fields.rating(1, diagnostics) == 2.0);
  CHECK(fields.author(1) == "Dan");
  CHECK(fields.date(0, diagnostics)->days == days_from_civil({2024, 5, 1}));
}

TEST_CASE("a Shopify order export is order lines, and its name is the order's", "[ingest][recipes]") {
  const auto read = support::read_bytes(
      "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem "
      "price,Lineitem sku\n"
      "#1001,ann@shop.example,paid,2024-03-01 10:00:00 +0100,EUR,30.00,2,Rye loaf,10.00,RYE\n"
      "#1001,ann@shop.example,,,,,1,Bun,10.00,BUN\n#1002,bob@shop.example,paid,2024-03-02 11:00:00 "
      "+0100,EUR,5.00,1,Bun,5.00,BUN\n");
  const auto roles = ingest::guess_roles(read.tables.front());
  CHECK(roles.kind == TableKind::OrderLines);
  CHECK(roles.find(ColumnRole::OrderId) == 0);
  CHECK(roles.find(ColumnRole::Product) == 7);
  CHECK(roles.find(ColumnRole::UnitPrice) == 8);
}
