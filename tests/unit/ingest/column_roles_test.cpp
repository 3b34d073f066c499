#include "ingest/column_roles.hpp"

#include <string>

#include <catch_amalgamated.hpp>

#include "ingest/feedback_fields.hpp"
#include "support/read_text.hpp"

using namespace attune;
using ingest::ColumnRole;

namespace {

table::Table table_of(std::string_view text) { return std::move(support::read_bytes(text).tables.front()); }

}  // namespace

TEST_CASE("the columns of a review export are recognised by name and values", "[ingest][roles]") {
  const auto table = table_of(
      "Review Id,Reviewer,Review Text,Stars,Review Date,Product\n"
      "r1,Ann,\"The bread was fresh, and the staff kind.\",5,03/14/2024,Rye loaf\n"
      "r2,Bob,Waited twenty minutes for a cold coffee.,1,03/02/2024,Coffee\n");
  const auto roles = ingest::guess_roles(table);
  CHECK(roles.find(ColumnRole::RecordId) == 0);
  CHECK(roles.find(ColumnRole::CustomerName) == 1);
  CHECK(roles.find(ColumnRole::Text) == 2);
  CHECK(roles.find(ColumnRole::Rating) == 3);
  CHECK(roles.find(ColumnRole::Date) == 4);
  CHECK(roles.find(ColumnRole::Product) == 5);
  CHECK(roles.kind == ingest::TableKind::Feedback);
  for (const auto& column : roles.columns) CHECK_FALSE(column.reason.empty());

  Diagnostics diagnostics;
  const ingest::FeedbackFields fields{table, roles};
  CHECK(fields.rating(1, diagnostics) == 1.0);
  CHECK(fields.date(1, diagnostics)->days ==
        days_from_civil({2024, 3, 2}));  // 03/14 tells that the month comes first
  CHECK(fields.author(0) == "Ann");
  CHECK(diagnostics.empty());
}

TEST_CASE("columns are recognised in other languages", "[ingest][roles]") {
  const auto roles = ingest::guess_roles(
      table_of("Datum;Sterne;Kommentar;Kundennummer\n1.2.2024;5;Sehr freundlich und schnell "
               "bedient;K-17\n13.2.2024;2;Leider viel zu lange gewartet heute;K-18\n"));
  CHECK(roles.find(ColumnRole::Date) == 0);
  CHECK(roles.find(ColumnRole::Rating) == 1);
  CHECK(roles.find(ColumnRole::Text) == 2);
  CHECK(roles.find(ColumnRole::CustomerId) == 3);
  CHECK(roles.profiles[0].date_order == ingest::DateOrder::DayMonthYear);
  CHECK_FALSE(roles.profiles[0].date_order_is_ambiguous);
}

TEST_CASE("sentences without a telling name are the text", "[ingest][roles]") {
  const auto roles =
      ingest::guess_roles(table_of("Q7,x\nI would come again any time,3\nNever again in my whole life,9\nIt "
                                   "was as good as we had hoped,4\n"));
  CHECK(roles.find(ColumnRole::Text) == 0);
}

TEST_CASE("the user's word replaces the guess", "[ingest][roles]") {
  auto roles =
      ingest::guess_roles(table_of("text,other\nall of this is good stuff,and so is this one here\n"));
  roles.set(1, ColumnRole::Title);
  CHECK(roles.find(ColumnRole::Title) == 1);
  CHECK(roles.columns[1].is_users);
}

TEST_CASE("a date order that no value decides is told to be ambiguous", "[ingest][types]") {
  const auto table = table_of("date,n\n03/04/2024,1\n05/06/2024,2\n");
  CHECK(ingest::profile_column(table.columns[0].cells).date_order_is_ambiguous);
}

TEST_CASE("fingerprints ignore case, spacing and order of the columns", "[ingest][roles]") {
  CHECK(ingest::fingerprint(table_of("Order ID,Name\n1,x\n2,y\n")) ==
        ingest::fingerprint(table_of("name,order_id\nx,1\ny,2\n")));
  CHECK(ingest::fingerprint(table_of("a,b\n1,x\n2,y\n")) != ingest::fingerprint(table_of("a,c\n1,x\n2,y\n")));
}

TEST_CASE("ratings are read from many ways of writing them", "[ingest][ratings]") {
  using ingest::parse_rating;
  using ingest::RatingScale;
  CHECK(parse_rating("4", RatingScale::OneToFive) == 4.0);
  CHECK(parse_rating("4,5", RatingScale::OneToFive) == 4.5);
  CHECK(parse_rating("8/10", RatingScale::OneToFive) == 4.2);
  CHECK(parse_rating("4 out of 5 stars", RatingScale::OneToFive) == 4.0);
  CHECK(parse_rating("\xE2\x98\x85\xE2\x98\x85\xE2\x98\x85\xE2\x98\x86\xE2\x98\x86", RatingScale::Stars) ==
        3.0);
  CHECK(parse_rating("FIVE", RatingScale::Words) == 5.0);
  CHECK(parse_rating("10", RatingScale::ZeroToTen) == 5.0);
  CHECK(parse_rating("\xF0\x9F\x91\x8E", RatingScale::Thumbs) == 1.0);
  CHECK_FALSE(parse_rating("7", RatingScale::OneToFive).has_value());
  CHECK_FALSE(parse_rating("abc", RatingScale::OneToFive).has_value());
}

TEST_CASE("role names and their values convert both ways", "[ingest][roles]") {
  for (std::size_t role = 0; role < ingest::kColumnRoles; ++role) {
    const auto name = ingest::name_of(static_cast<ColumnRole>(role));
    CHECK(ingest::role_from_name(name) == static_cast<ColumnRole>(role));
  }
}

TEST_CASE("answers on recommendation and satisfaction are known as such, and stand in for a rating",
          "[ingest][roles]") {
  const auto table = table_of(
      "Submitted at,How likely are you to recommend us to a friend or colleague?,What could we do better?\n"
      "2024-03-01,9,Please open earlier on Sundays\n2024-03-02,0,The queue is far too long at noon\n");
  const auto roles = ingest::guess_roles(table);
  CHECK(roles.find(ColumnRole::Nps) == 1);
  CHECK(roles.find_rating() == 1);
  CHECK(roles.kind == ingest::TableKind::Survey);
  const ingest::FeedbackFields fields{table, roles};
  Diagnostics diagnostics;
  CHECK(fields.rating(1, diagnostics) == 1.0);  // 0 of 10
  CHECK(fields.rating(0, diagnostics) == 4.6);
}

TEST_CASE("whether somebody recommends, yes or no, is no answer from 0 to 10", "[ingest][roles]") {
  const auto roles =
      ingest::guess_roles(table_of("Review,Stars,Would you recommend us\nLovely bread and kind "
                                   "people,5,1\nStale bread twice in a row,1,0\n"));
  CHECK_FALSE(roles.find(ColumnRole::Nps));
  CHECK(roles.find_rating() == 1);
}

TEST_CASE("beside a product's number its description is its name", "[ingest][roles]") {
  const auto roles = ingest::guess_roles(
      table_of("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
               "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01,2.55,17850\n"
               "536366,22633,HAND WARMER UNION JACK,6,2010-12-02,1.85,13047\n"));
  CHECK(roles.find(ColumnRole::ProductId) == 1);
  CHECK(roles.find(ColumnRole::Product) == 2);
  CHECK(roles.kind == ingest::TableKind::OrderLines);
}

TEST_CASE("a customer list tells who left and since when", "[ingest][roles]") {
  const auto roles = ingest::guess_roles(
      table_of("customerID,Kunde seit,Vertragsende,MonthlyCharges,Churn\nC-1,2021-04-01,,29.85,No\n"
               "C-2,2020-01-01,2024-02-01,56.95,Yes\nC-3,2022-07-01,,42.30,No\n"));
  CHECK(roles.find(ColumnRole::CustomerId) == 0);
  CHECK(roles.find(ColumnRole::SubscriptionStart) == 1);
  CHECK(roles.find(ColumnRole::SubscriptionEnd) == 2);
  CHECK(roles.find(ColumnRole::Churned) == 4);
  CHECK(roles.kind == ingest::TableKind::Customers);
}

TEST_CASE("tickets tell when they were made, answered and solved", "[ingest][roles]") {
  const auto roles = ingest::guess_roles(
      table_of("Ticket ID,Subject,Message,Channel,Status,Assignee,Created at,First reply at,Solved at,CSAT\n"
               "1,Late parcel,Where is my parcel? It is late.,email,solved,Ann,2024-03-01 10:00,2024-03-01 "
               "11:00,2024-03-02 09:00,5\n2,Broken cup,The cup came broken in two.,chat,open,Bob,2024-03-03 "
               "10:00,2024-03-03 12:30,,2\n"));
  CHECK(roles.kind == ingest::TableKind::Tickets);
  CHECK(roles.find(ColumnRole::Title) == 1);
  CHECK(roles.find(ColumnRole::Text) == 2);
  CHECK(roles.find(ColumnRole::Source) == 3);
  CHECK(roles.find(ColumnRole::Agent) == 5);
  CHECK(roles.find(ColumnRole::Date) == 6);
  CHECK(roles.find(ColumnRole::FirstReplyDate) == 7);
  CHECK(roles.find(ColumnRole::ClosedDate) == 8);
  CHECK(roles.find(ColumnRole::Csat) == 9);
}

TEST_CASE("a file of questions and answers is the shop's own, not feedback", "[ingest][roles]") {
  const auto roles =
      ingest::guess_roles(table_of("Question;Answer\nWhere are you?;We are in the old town near the "
                                   "bridge\nDo you deliver?;Yes, on weekdays before noon\n"));
  CHECK(roles.kind == ingest::TableKind::Answers);
  CHECK(roles.columns[0].role == ColumnRole::Title);
  CHECK(roles.columns[1].role == ColumnRole::Reply);
  CHECK(ingest::guess_roles(
            table_of(
                "Macro name,Body\nRefund,We give it back within a week\nLate,We are sorry for the delay\n"))
            .kind == ingest::TableKind::Answers);
  // Surveys ask as well, reviews have titles, and mails have subjects: but people wrote them.
  for (const char* text :
       {"Question,Comment\nHow was it?,Quite good all in all\nAnd the staff?,Friendly and quick to help\n",
        "Title,Body,Rating\nGreat,We loved the bread and the coffee,5\nPoor,The queue was far too long for "
        "us,1\n",
        "Subject,Body,Email\nRefund,I want my money back please,ida@example.com\nCake,Is the cake ready by "
        "noon?,jo@example.com\n"}) {
    CAPTURE(text);
    CHECK(ingest::guess_roles(table_of(text)).kind != ingest::TableKind::Answers);
  }
}

TEST_CASE("what advertising tools export is a list of campaigns", "[ingest][roles]") {
  struct Export {
    const char* text;
    std::size_t campaign, cost, amount;
    const char* currency;
  };
  // In the manner of Google Ads, Meta Ads, Microsoft Advertising and a list kept by hand.
  for (const Export& one :
       {Export{"Campaign status,Campaign,Currency code,Day,Clicks,Cost,Conversions,Conv. value\n"
               "Enabled,Spring sale,EUR,2024-03-01,120,48.20,4,210.00\n"
               "Enabled,Brand,EUR,2024-03-01,40,12.10,3,96.50\nTotal: Account, --,EUR,,160,60.30,7,306.50\n",
               1, 5, 7, ""},
        Export{"Reporting starts,Reporting ends,Campaign name,Campaign delivery,Impressions,Amount spent "
               "(USD),Purchases conversion value,Purchase ROAS (return on ad spend)\n"
               "2024-03-01,2024-03-31,Spring sale,active,9100,148.20,610.00,4.1\n"
               "2024-03-01,2024-03-31,Brand,archived,2100,52.10,96.50,1.9\n",
               2, 5, 6, "USD"},
        Export{"Gregorian date,Campaign,Impressions,Clicks,Spend,Revenue\n"
               "3/1/2024,Spring sale,800,31,18.20,75.00\n3/31/2024,Brand,500,11,6.40,0\n",
               1, 4, 5, ""},
        Export{"Monat;Kampagne;Ausgaben (€);Umsatz\n01.03.2024;Zeitung;200,00;310,50\n"
               "01.04.2024;Plakat;120,00;90,00\n",
               1, 2, 3, "€"}}) {
    CAPTURE(one.text);
    const auto table = table_of(one.text);
    const auto roles = ingest::guess_roles(table);
    CHECK(roles.kind == ingest::TableKind::Campaigns);
    CHECK(ingest::lists_campaigns(roles));
    CHECK(roles.find(ColumnRole::Campaign) == one.campaign);
    REQUIRE(roles.find(ColumnRole::Cost) == one.cost);
    CHECK(roles.find(ColumnRole::Amount) == one.amount);
    CHECK(roles.find(ColumnRole::Date).has_value());
    CHECK(roles.profiles[one.cost].currency == one.currency);
  }
}

TEST_CASE("a cost is the shop's own only where the table says so", "[ingest][roles]") {
  const auto service = ingest::guess_roles(
      table_of("Month,Support costs\n2024-03-01,410.00\n2024-04-01,395.50\n2024-05-01,402.00\n"));
  CHECK(service.kind == ingest::TableKind::ServiceCosts);
  const auto tickets = ingest::guess_roles(
      table_of("Ticket ID,Message,Status,Assignee,Created at,Solved at,Cost\n1,Where is my parcel? It is "
               "late.,solved,Ann,2024-03-01,2024-03-02,4.50\n"));
  CHECK(tickets.kind == ingest::TableKind::Tickets);
  CHECK(tickets.find(ColumnRole::Cost) == 6);
  // Here it is what customers paid.
  const auto visits = ingest::guess_roles(table_of(
      "Date,Client,Service,Cost\n2024-03-01,Ann Weil,Haircut,$40.00\n2024-03-02,Bo Lind,Colour,$90.00\n"));
  CHECK(visits.kind == ingest::TableKind::Orders);
  CHECK(visits.find(ColumnRole::Amount) == 3);
  const auto with_staff = ingest::guess_roles(
      table_of("Date,Client,Service,Staff,Cost\n2024-03-01,Ann Weil,Haircut,Rosa,$40.00\n2024-03-02,Bo "
               "Lind,Colour,Jo,$90.00\n"));
  CHECK(with_staff.kind == ingest::TableKind::Orders);
  CHECK(with_staff.find(ColumnRole::Amount) == 4);
}
