#include "ingest/recipes.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "ingest/column_names.hpp"

namespace attune::ingest {
namespace {

using enum TableKind;

constexpr Recipe kRecipes[] = {
    {"Google Business reviews", Feedback, "star rating|create time|reviewer display name",
     "comment=text|star rating=rating|create time=date|reviewer display name=customer-name|review "
     "id=record-id|review reply comment=reply|name=ignored"},
    {"Trustpilot reviews", Feedback, "review content|review stars|business unit id",
     "review title=title|review content=text|review stars=rating|review created utc=date|review "
     "username=customer-name|review consumer user id=customer-id|"
     "review id=record-id|company response=reply|review language=language|webshop name=source|domain "
     "url=ignored"},
    {"Google Play reviews", Feedback, "package name|star rating|review text|reviewer language",
     "review title=title|review text=text|star rating=rating|review submit date and time=date|reviewer "
     "language=language|developer reply text=reply|"
     "package name=product|device=ignored|app version name=ignored|review link=url"},
    {"App Store reviews", Feedback, "rating|title|review|territory",
     "title=title|review=text|rating=rating|date=date|nickname=customer-name|territory=country|app "
     "name=product"},
    {"Yelp reviews", Feedback, "business id|stars|useful|text",
     "text=text|stars=rating|date=date|user id=customer-id|review id=record-id|business id=place"},
    {"TripAdvisor reviews", Feedback, "review title|review text|rating|trip type",
     "review title=title|review text=text|rating=rating|review date=date|date of stay=ignored|trip "
     "type=category"},
    {"Amazon reviews", Feedback, "asin|review title|review body|star rating",
     "review title=title|review body=text|star rating=rating|review date=date|customer "
     "id=customer-id|asin=product-id|product title=product"},
    {"Amazon reviews", Feedback, "product id|review headline|review body|star rating",
     "review headline=title|review body=text|star rating=rating|review date=date|customer "
     "id=customer-id|product id=product-id|product title=product|product category=category|review "
     "id=record-id|marketplace=country|product parent=ignored|helpful votes=ignored|total "
     "votes=ignored|vine=ignored|verified purchase=ignored"},
    {"Airbnb reviews", Feedback, "listing id|reviewer name|comments",
     "comments=text|date=date|reviewer name=customer-name|reviewer id=customer-id|listing "
     "id=product-id|id=record-id"},
    {"Booking.com reviews", Feedback, "guest name|review score|positive review|negative review",
     "review title=title|positive review=text|negative review=text|review score=rating|review "
     "date=date|guest name=customer-name|reservation number=order-id|property reply=reply"},
    {"Judge.me reviews", Feedback, "body|rating|reviewer name|product handle",
     "title=title|body=text|rating=rating|review date=date|reviewer name=customer-name|reviewer "
     "email=email|product handle=product|product "
     "id=product-id|reply=reply|source=source|curated=status|location=place"},
    {"Loox reviews", Feedback, "nickname|review|rating|verified purchase",
     "review=text|rating=rating|date=date|full "
     "name=customer-name|nickname=ignored|email=email|handle=product|product "
     "id=product-id|status=status|id=record-id"},
    {"Yotpo reviews", Feedback, "review content|review score|reviewer display name",
     "review title=title|review content=text|review score=rating|review creation date=date|reviewer display "
     "name=customer-name|reviewer email=email|product title=product|product id=product-id"},
    {"Etsy reviews", Feedback, "reviewer|star rating|date reviewed|message",
     "message=text|star rating=rating|date reviewed=date|reviewer=customer-name|order id=order-id"},
    {"Baskets with their items", OrderLines, "basket|item", "basket=order-id|item=product"},
    {"Etsy sold order items", OrderLines, "sale date|item name|buyer|listing id|transaction id",
     "sale date=date|item name=product|buyer=customer-id|ship "
     "name=customer-name|quantity=quantity|price=unit-price|item total=amount|currency=currency|order "
     "id=order-id|"
     "listing id=product-id|transaction id=record-id|discount amount=discount|ship city=place|ship "
     "zipcode=postal-code|ship country=country|date shipped=closed-date"},
    {"Shopify orders", OrderLines,
     "name|email|financial status|lineitem quantity|lineitem name|lineitem price",
     "name=order-id|email=email|created at=date|financial "
     "status=status|total=amount|currency=currency|lineitem name=product|lineitem sku=product-id|"
     "lineitem quantity=quantity|lineitem price=unit-price|billing name=customer-name|billing "
     "city=place|billing zip=postal-code|billing country=country|"
     "phone=phone|discount amount=discount|refunded amount=refund|accepts marketing=consent|fulfilled "
     "at=closed-date|id=record-id|tags=tags|source=source"},
    {"Shopify customers", Customers,
     "customer id|first name|last name|accepts email marketing|total spent|total orders",
     "customer id=customer-id|first name=first-name|last name=last-name|email=email|phone=phone|accepts "
     "email marketing=consent|total spent=amount|total orders=quantity|"
     "default address city=place|default address zip=postal-code|default address country "
     "code=country|tags=tags"},
    {"Shopify products", Products, "handle|title|body html|vendor|variant price",
     "handle=product-id|title=product|body html=ignored|vendor=ignored|type=category|tags=tags|variant "
     "sku=ignored|variant price=unit-price|cost per item=unit-cost|variant inventory qty=quantity|option1 "
     "name=ignored|status=status"},
    {"WooCommerce products", Products, "sku|name|published|is featured|regular price",
     "id=record-id|name=product|sku=product-id|regular "
     "price=unit-price|stock=quantity|categories=category|tags=tags|description=ignored|short "
     "description=ignored|type=ignored"},
    {"WooCommerce orders", OrderLines,
     "order number|order status|order date|customer note|order total amount",
     "order number=order-id|order status=status|order date=date|order total amount=amount|first name "
     "billing=first-name|last name billing=last-name|email billing=email|"
     "phone billing=phone|city billing=place|postcode billing=postal-code|country code billing=country|item "
     "name=product|sku=product-id|quantity=quantity|item cost=unit-price|order refund "
     "amount=refund|discount amount=discount|customer note=ignored|cart discount amount=ignored|order "
     "subtotal amount=ignored|order shipping amount=ignored|order total tax amount=ignored"},
    {"Square transactions", Orders, "date|gross sales|net sales|transaction id|pan suffix",
     "date=date|total collected=amount|transaction id=order-id|payment id=record-id|customer "
     "id=customer-id|customer name=customer-name|location=place|"
     "description=product|staff name=agent|discounts=discount|partial refunds=refund|event "
     "type=status|source=source|gross sales=ignored|net sales=ignored|time=ignored"},
    {"Stripe payments", Orders, "id|created utc|amount|amount refunded|customer email|captured",
     "id=order-id|created utc=date|amount=amount|amount "
     "refunded=refund|currency=currency|status=status|customer id=customer-id|customer "
     "email=email|description=product|card address zip=postal-code"},
    {"PayPal activity", Orders, "date|time zone|name|gross|fee|net|from email address",
     "date=date|name=customer-name|gross=amount|currency=currency|from email address=email|transaction "
     "id=order-id|status=status|type=category|country=country|"
     "contact phone number=phone|quantity=quantity|subject=product|net=ignored"},
    {"Zendesk tickets", Tickets, "requester|requester email|assignee|subject|satisfaction score|via",
     "id=record-id|requester=customer-name|requester id=customer-id|requester "
     "email=email|assignee=agent|subject=text|tags=tags|status=status|priority=priority|via=source|"
     "created at=date|solved at=closed-date|satisfaction score=csat|ticket type=category"},
    {"Intercom conversations", Tickets, "conversation id|conversation started at|teammate",
     "conversation id=record-id|conversation started at=date|teammate=agent|first message=text|user "
     "email=email|user name=customer-name|conversation rating=csat|tags=tags|first teammate reply "
     "at=first-reply-date|conversation last closed at=closed-date|conversation state=status|"
     "channel=source|conversation rating remark=ignored|team=ignored"},
    {"Freshdesk tickets", Tickets, "ticket id|subject|agent|group|requester email|resolution status",
     "ticket "
     "id=record-id|subject=text|status=status|priority=priority|source=source|type=category|agent=agent|"
     "created time=date|initial response time=first-reply-date|resolved time=closed-date|closed "
     "time=ignored|tags=tags|"
     "full name=customer-name|requester email=email|survey results=csat"},
    {"HubSpot contacts", Customers, "record id|first name|last name|email|lead status",
     "record id=customer-id|first name=first-name|last name=last-name|email=email|phone number=phone|create "
     "date=date|country region=country|lead status=status|contact owner=agent"},
    {"Mailchimp audience", Customers, "email address|member rating|optin time",
     "email address=email|first name=first-name|last name=last-name|optin time=date|member "
     "rating=ignored|tags=tags|phone number=phone"},
    {"SurveyMonkey survey", Survey, "respondent id|collector id|start date|end date",
     "respondent id=record-id|collector id=ignored|start date=ignored|end date=date|email "
     "address=email|first name=first-name|last name=last-name|ip address=ignored"},
    {"Typeform survey", Survey, "#|submit date utc|network id",
     "#=record-id|submit date utc=date|start date utc=ignored|network id=ignored|response "
     "type=status|tags=tags"},
    {"Qualtrics survey", Survey, "start date start date|response id response id|finished finished",
     "start date start date=ignored|end date end date=date|response id response id=record-id|recipient email "
     "recipient email=email|user language user language=language"},
    {"Google Forms survey", Survey, "timestamp|email address", "timestamp=date|email address=email"},
};

// Calls visit(part) for each part of a list separated by '|'.
template <class Visit>
void for_each_part(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    visit(list.substr(0, bar));
    list = bar == std::string_view::npos ? std::string_view{} : list.substr(bar + 1);
  }
}

}  // namespace

std::span<const Recipe> recipes() noexcept { return kRecipes; }

const Recipe* find_recipe(const table::Table& table) {
  std::set<std::string, std::less<>> names;
  for (const table::Column& column : table.columns) names.insert(normalized_name(column.name));
  const Recipe* best = nullptr;
  std::size_t most = 0;
  for (const Recipe& recipe : kRecipes) {
    std::size_t required = 0;
    bool fits = true;
    for_each_part(recipe.required, [&](std::string_view name) {
      ++required;
      fits = fits && names.contains(name);
    });
    if (fits && required > most) {
      best = &recipe;
      most = required;
    }
  }
  return best;
}

}  // namespace attune::ingest
