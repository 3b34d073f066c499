#include "ui/state/column_words.hpp"

#include <algorithm>
#include <array>

namespace attune::ui {
namespace {

constexpr std::array kRoles{
    RoleWord{"ignored", Text::RoleIgnored},
    RoleWord{"text", Text::RoleText},
    RoleWord{"title", Text::RoleTitle},
    RoleWord{"rating", Text::RoleRating},
    RoleWord{"nps", Text::RoleNps},
    RoleWord{"csat", Text::RoleCsat},
    RoleWord{"ces", Text::RoleCes},
    RoleWord{"label", Text::RoleLabel},
    RoleWord{"reply", Text::RoleReply},
    RoleWord{"language", Text::RoleLanguage},
    RoleWord{"source", Text::RoleSource},
    RoleWord{"url", Text::RoleUrl},
    RoleWord{"customer-id", Text::RoleCustomerId},
    RoleWord{"customer-name", Text::RoleCustomerName},
    RoleWord{"first-name", Text::RoleFirstName},
    RoleWord{"last-name", Text::RoleLastName},
    RoleWord{"email", Text::RoleEmail},
    RoleWord{"phone", Text::RolePhone},
    RoleWord{"place", Text::RolePlace},
    RoleWord{"postal-code", Text::RolePostalCode},
    RoleWord{"country", Text::RoleCountry},
    RoleWord{"consent", Text::RoleConsent},
    RoleWord{"date", Text::RoleDate},
    RoleWord{"first-reply-date", Text::RoleFirstReplyDate},
    RoleWord{"closed-date", Text::RoleClosedDate},
    RoleWord{"subscription-start", Text::RoleSubscriptionStart},
    RoleWord{"subscription-end", Text::RoleSubscriptionEnd},
    RoleWord{"churned", Text::RoleChurned},
    RoleWord{"order-id", Text::RoleOrderId},
    RoleWord{"amount", Text::RoleAmount},
    RoleWord{"currency", Text::RoleCurrency},
    RoleWord{"product", Text::RoleProduct},
    RoleWord{"product-id", Text::RoleProductId},
    RoleWord{"category", Text::RoleCategory},
    RoleWord{"quantity", Text::RoleQuantity},
    RoleWord{"unit-price", Text::RoleUnitPrice},
    RoleWord{"unit-cost", Text::RoleUnitCost},
    RoleWord{"discount", Text::RoleDiscount},
    RoleWord{"refund", Text::RoleRefund},
    RoleWord{"record-id", Text::RoleRecordId},
    RoleWord{"status", Text::RoleStatus},
    RoleWord{"priority", Text::RolePriority},
    RoleWord{"tags", Text::RoleTags},
    RoleWord{"agent", Text::RoleAgent},
    RoleWord{"event-name", Text::RoleEventName},
    RoleWord{"campaign", Text::RoleCampaign},
    RoleWord{"cost", Text::RoleCost},
};

constexpr std::array kKinds{
    RoleWord{"feedback", Text::Reviews},           RoleWord{"survey", Text::KindSurvey},
    RoleWord{"tickets", Text::KindTickets},        RoleWord{"orders", Text::Orders},
    RoleWord{"order-lines", Text::KindOrderLines}, RoleWord{"customers", Text::KindCustomers},
    RoleWord{"products", Text::Products},          RoleWord{"events", Text::KindEvents},
    RoleWord{"campaigns", Text::KindCampaigns},    RoleWord{"service-costs", Text::KindServiceCosts},
};

constexpr std::array kTypes{
    RoleWord{"empty", Text::ColumnIsEmpty}, RoleWord{"text", Text::TypeText},
    RoleWord{"number", Text::TypeNumber},   RoleWord{"money", Text::TypeMoney},
    RoleWord{"percent", Text::TypePercent}, RoleWord{"boolean", Text::TypeBoolean},
    RoleWord{"date", Text::TypeDate},       RoleWord{"email", Text::RoleEmail},
    RoleWord{"phone", Text::RolePhone},     RoleWord{"url", Text::RoleUrl},
    RoleWord{"id", Text::TypeId},
};

std::string word(std::span<const RoleWord> words, std::string_view name, const Strings& strings) {
  const auto found = std::ranges::find(words, name, &RoleWord::name);
  return found == words.end() ? std::string{} : strings.say(found->text);
}

}  // namespace

std::span<const RoleWord> role_words() noexcept { return kRoles; }

std::string role_text(std::string_view name, const Strings& strings) {
  std::string text = word(kRoles, name, strings);
  return text.empty() ? std::string{name} : text;
}

std::string table_kind_text(std::string_view kind, const Strings& strings) {
  return word(kKinds, kind, strings);
}

std::string cell_type_text(std::string_view type, const Strings& strings) {
  return word(kTypes, type, strings);
}

}  // namespace attune::ui
