#include "engine/export_text.hpp"

#include <cmath>

namespace attune::engine {

using protocol::JsonWriter;

namespace {

std::string number(double value) {
  JsonWriter json;
  json.value(value);
  return json.text() == "null" ? std::string{} : json.take();
}

}  // namespace

// Money and counts as people read them, without digits that mean nothing.
std::string rounded(double value) { return number(std::round(value * 1e4) / 1e4); }

const char* consent_name(Consent consent) {
  return consent == Consent::Yes ? "yes" : consent == Consent::No ? "no" : "";
}

// The file's own id, or what else names the customer.
std::string key_of(const CustomerBook& book, std::uint32_t customer) {
  const std::string& id = book.id(customer);
  if (!id.empty()) return id;
  return book.email(customer).empty() ? book.name(customer) : book.email(customer);
}

void write_line(JsonWriter& json, std::string& text) {
  text += json.text();
  text += '\n';
}

}  // namespace attune::engine
