// Every known export, as a small file with invented rows in tests/fixtures/exports: recognised, and its first
// row read through the roles.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/dates.hpp"
#include "base/numbers.hpp"
#include "ingest/feedback_fields.hpp"
#include "ingest/recipes.hpp"
#include "support/read_text.hpp"

using namespace attune;
using ingest::ColumnRole;

namespace {

struct Expected {
  const char* file;
  const char* recipe;
  const char* kind;
  // What the first row says, "role=value", in any order. "rating" is on five stars, dates are ISO.
  std::vector<const char*> first_row;
};

const std::vector<Expected> kExports{
    {"google_business_reviews.json",
     "Google Business reviews",
     "feedback",
     {"text=The rye bread is worth the walk.", "rating=5", "date=2024-05-15", "customer-name=Mina Voss",
      "reply=Thank you, Mina!", "record-id=a1"}},
    {"trustpilot.csv",
     "Trustpilot reviews",
     "feedback",
     {"title=Warm bread", "text=Fresh, every morning.", "rating=5", "date=2024-07-24", "customer-id=u1",
      "customer-name=Ann Weil", "language=en", "source=Loaf & Co"}},
    {"yelp.json",
     "Yelp reviews",
     "feedback",
     {"text=Good soup, slow service.", "rating=4", "date=2023-11-02", "customer-id=k1", "place=b1"}},
    {"tripadvisor.csv",
     "TripAdvisor reviews",
     "feedback",
     {"title=A quiet room", "text=We slept well and the breakfast was large.", "rating=5", "date=2023-09-03",
      "category=Couples", "customer-name=Lia M"}},
    {"amazon.tsv",
     "Amazon reviews",
     "feedback",
     {"title=Boils fast", "text=It boils fast but the lid is stiff.", "rating=4", "date=2015-08-31",
      "customer-id=5301", "product-id=B00A1", "product=Steel kettle", "category=Kitchen"}},
    {"app_store.csv",
     "App Store reviews",
     "feedback",
     {"title=Crashes", "text=Closes itself whenever I open my basket.", "rating=2", "date=2024-03-02",
      "customer-name=krume", "country=Germany", "product=Loaf"}},
    {"google_play_utf16.csv",
     "Google Play reviews",
     "feedback",
     {"text=St\xC3\xBCrzt beim Bezahlen ab", "rating=1", "date=2024-05-01", "language=de",
      "product=example.loaf", "url=https://play.example/r1"}},
    {"airbnb.csv",
     "Airbnb reviews",
     "feedback",
     {"date=2009-03-30", "customer-id=10952", "customer-name=Lam", "product-id=2818", "record-id=1191"}},
    {"booking.csv",
     "Booking.com reviews",
     "feedback",
     {"title=Lovely garden", "rating=4.11", "date=2024-04-02", "customer-name=Ines", "order-id=4410"}},
    {"etsy_reviews.json",
     "Etsy reviews",
     "feedback",
     {"text=The soap smells of real lavender.", "rating=5", "date=2024-07-14", "customer-name=maren",
      "order-id=3001"}},
    {"baskets.csv", "Baskets with their items", "order-lines", {"order-id=1", "product=rye loaf"}},
    {"etsy_sold_order_items.csv",
     "Etsy sold order items",
     "order-lines",
     {"date=2024-09-21", "product=Lavender Soap", "customer-name=Maren Holt", "quantity=2", "unit-price=10",
      "amount=19", "discount=1", "currency=USD", "order-id=3001", "product-id=1501", "postal-code=97301",
      "country=United States"}},
    {"shopify_orders.csv",
     "Shopify orders",
     "order-lines",
     {"order-id=#1001", "email=ann@mail.example", "date=2024-03-01", "amount=34.9", "currency=EUR",
      "product=Rye loaf", "quantity=2", "unit-price=10", "product-id=RYE", "customer-name=Ann Weil",
      "refund=0", "status=paid", "consent=yes"}},
    {"shopify_customers.csv",
     "Shopify customers",
     "customers",
     {"email=ann@mail.example", "first-name=Ann", "last-name=Weil", "phone=+49 731 5550101", "consent=yes",
      "amount=131.5", "quantity=4", "place=Ulm"}},
    {"shopify_products.csv",
     "Shopify products",
     "products",
     {"product-id=rye-loaf", "product=Rye loaf", "unit-price=10", "category=Bread"}},
    {"woocommerce_orders.csv",
     "WooCommerce orders",
     "order-lines",
     {"order-id=2101", "status=Completed", "date=2024-02-11", "amount=28.9", "email=cleo@mail.example",
      "first-name=Cleo", "last-name=Marx", "postal-code=53111", "product=Blue mug", "product-id=MUG",
      "quantity=2", "unit-price=12", "refund=0"}},
    {"woocommerce_products.csv",
     "WooCommerce products",
     "products",
     {"product=Blue mug", "product-id=MUG", "unit-price=12", "category=Kitchen > Mugs"}},
    {"square.csv",
     "Square transactions",
     "orders",
     {"date=2024-10-21", "amount=24.06", "order-id=TX1", "customer-id=SQ1", "customer-name=Ann Weil",
      "place=Main Street", "agent=Rosa", "refund=0"}},
    {"stripe_payments.csv",
     "Stripe payments",
     "orders",
     {"order-id=ch_1", "date=2024-02-22", "amount=17", "refund=0", "currency=usd", "customer-id=cus_1",
      "email=ann@mail.example", "status=Paid"}},
    {"paypal.csv",
     "PayPal activity",
     "orders",
     {"date=2024-03-21", "amount=1011.5", "currency=EUR", "customer-name=Ann Weil", "email=ann@mail.example",
      "order-id=T1", "status=Completed"}},
    {"zendesk_tickets.csv",
     "Zendesk tickets",
     "tickets",
     {"record-id=35001", "customer-name=Ann Weil", "customer-id=20001", "email=ann@mail.example",
      "agent=Rosa", "text=Where is my order 1042?", "status=Solved", "priority=High", "source=Mail",
      "date=2024-02-01", "closed-date=2024-02-02", "csat=Good", "rating=5"}},
    {"intercom.csv",
     "Intercom conversations",
     "tickets",
     {"record-id=901", "date=2024-06-01", "first-reply-date=2024-06-01", "closed-date=2024-06-01",
      "agent=Rosa", "source=Messenger", "text=My parcel is late, can you look?", "email=ann@mail.example",
      "csat=5", "rating=5", "status=closed"}},
    {"freshdesk.csv",
     "Freshdesk tickets",
     "tickets",
     {"record-id=71", "text=Invoice is missing", "status=Closed", "priority=Low", "source=Email",
      "agent=Rosa", "date=2024-01-15", "first-reply-date=2024-01-15", "closed-date=2024-01-15", "csat=Happy",
      "rating=5", "email=ann@mail.example", "customer-name=Ann Weil"}},
    {"hubspot_contacts.csv",
     "HubSpot contacts",
     "customers",
     {"customer-id=101", "first-name=Ann", "last-name=Weil", "email=ANN@mail.example", "date=2024-03-15",
      "status=OPEN_DEAL", "country=Germany"}},
    {"mailchimp.csv",
     "Mailchimp audience",
     "customers",
     {"email=ann@mail.example", "first-name=Ann", "last-name=Weil", "date=2023-05-17"}},
    {"surveymonkey.csv",
     "SurveyMonkey survey",
     "survey",
     {"record-id=118001", "date=2024-02-13", "nps=9", "rating=4.6", "text=Open earlier on Sundays, please",
      "email=ann@mail.example"}},
    {"typeform.csv",
     "Typeform survey",
     "survey",
     {"record-id=a0f1", "date=2024-01-15", "nps=10", "rating=5", "text=The staff know my name"}},
    {"google_forms.csv",
     "Google Forms survey",
     "survey",
     {"date=2024-03-21", "email=ann@mail.example", "csat=5", "rating=5",
      "text=Nothing, keep the rye bread as it is"}},
    {"qualtrics.csv",
     "Qualtrics survey",
     "survey",
     {"record-id=R_1aB", "date=2024-03-13", "nps=9", "rating=4.6", "text=Helpful people at the counter",
      "email=ann@mail.example", "language=EN"}},
    {"judgeme.csv",
     "Judge.me reviews",
     "feedback",
     {"title=Great mug", "text=Keeps the tea hot for hours", "rating=5", "date=2024-03-22",
      "customer-name=Ann Weil", "email=ann@mail.example", "product=blue-mug", "source=web"}},
    {"yotpo.csv",
     "Yotpo reviews",
     "feedback",
     {"title=Soft", "text=The scarf is softer than it looks", "rating=5", "date=2024-02-21",
      "customer-name=Ann W", "email=ann@mail.example", "product=Wool scarf"}},
    {"loox.csv",
     "Loox reviews",
     "feedback",
     {"text=Parfait pour ma fille, elle adore", "rating=5", "date=2024-11-15", "customer-name=Ann Weil",
      "email=ann@mail.example", "product=robe-ete"}},
};

std::string text_of(const char* file) {
  std::ifstream stream{std::string{ATTUNE_SOURCE_DIR "/tests/fixtures/exports/"} + file, std::ios::binary};
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string plain(double number) {
  std::string text = text_from_number(static_cast<double>(static_cast<long long>(number * 100 + 0.5)) / 100);
  return text;
}

// The first row's value for a role, in a form that tests can write down.
std::string value_of(const table::Table& table, const ingest::RoleMap& roles, ColumnRole role) {
  const ingest::FeedbackFields fields{table, roles};
  Diagnostics diagnostics;
  const std::string cell{fields.cell(0, role)};
  switch (role) {
    case ColumnRole::Rating:
      return plain(fields.rating(0, diagnostics).value_or(-1));
    case ColumnRole::Date:
    case ColumnRole::ClosedDate:
    case ColumnRole::FirstReplyDate: {
      const auto column = roles.find(role);
      if (!column) return "no column";
      const auto date = ingest::parse_date(cell, roles.profiles[*column].date_order);
      return date ? iso_from_days(date->days) : "unreadable: " + cell;
    }
    case ColumnRole::Amount:
    case ColumnRole::UnitPrice:
    case ColumnRole::Quantity:
    case ColumnRole::Discount:
    case ColumnRole::Refund: {
      const auto number = fields.number(0, role, diagnostics);
      return number ? plain(*number) : "unreadable: " + cell;
    }
    default:
      return cell;
  }
}

}  // namespace

TEST_CASE("every known export is recognised, and its first row means what it says", "[ingest][exports]") {
  for (const Expected& expected : kExports) {
    DYNAMIC_SECTION(expected.file) {
      const auto read = support::read_bytes(text_of(expected.file), 4096, {}, expected.file);
      REQUIRE_FALSE(read.tables.empty());
      const table::Table& table = read.tables.front();
      const ingest::RoleMap roles = ingest::guess_roles(table);
      CHECK(roles.recipe == expected.recipe);
      CHECK(std::string{ingest::name_of(roles.kind)} == expected.kind);
      for (const std::string_view wanted : expected.first_row) {
        const std::size_t equals = wanted.find('=');
        const auto role = ingest::role_from_name(wanted.substr(0, equals));
        REQUIRE(role.has_value());
        CAPTURE(wanted);
        CHECK(value_of(table, roles, *role) == wanted.substr(equals + 1));
      }
    }
  }
}

TEST_CASE("every recipe has a file that tests it", "[ingest][exports]") {
  for (const ingest::Recipe& recipe : ingest::recipes()) {
    const bool is_tested = std::any_of(kExports.begin(), kExports.end(),
                                       [&](const Expected& one) { return one.recipe == recipe.name; });
    CAPTURE(recipe.name);
    CHECK(is_tested);
  }
}
