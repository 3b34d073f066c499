#include "ingest/xml_reader.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <expat.h>

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxDepth = 256;

std::string_view local_name(const char* name) noexcept {
  const std::string_view full{name};
  const std::size_t colon = full.rfind(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

}  // namespace

std::string_view value_of(std::span<const XmlAttribute> attributes, std::string_view name) noexcept {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

struct XmlReader::State {
  XmlHandler* handler = nullptr;
  XML_Parser parser = nullptr;
  std::size_t depth = 0;
  std::vector<XmlAttribute> attributes;

  static void XMLCALL on_begin(void* user, const XML_Char* name, const XML_Char** raw) {
    auto& state = *static_cast<State*>(user);
    if (++state.depth > kMaxDepth) {
      XML_StopParser(state.parser, XML_FALSE);
      return;
    }
    state.attributes.clear();
    for (std::size_t i = 0; raw[i] != nullptr; i += 2)
      state.attributes.push_back({local_name(raw[i]), raw[i + 1]});
    state.handler->begin(local_name(name), state.attributes);
  }
  static void XMLCALL on_end(void* user, const XML_Char* name) {
    auto& state = *static_cast<State*>(user);
    --state.depth;
    state.handler->end(local_name(name));
  }
  static void XMLCALL on_text(void* user, const XML_Char* text, int size) {
    static_cast<State*>(user)->handler->text({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<State*>(user)->parser, XML_FALSE);
  }
};

XmlReader::XmlReader(XmlHandler& handler) : state_{std::make_unique<State>()} {
  state_->handler = &handler;
  state_->parser = XML_ParserCreate(nullptr);
  XML_SetUserData(state_->parser, state_.get());
  XML_SetElementHandler(state_->parser, &State::on_begin, &State::on_end);
  XML_SetCharacterDataHandler(state_->parser, &State::on_text);
  XML_SetStartDoctypeDeclHandler(state_->parser, &State::on_doctype);
}

XmlReader::~XmlReader() {
  if (state_) XML_ParserFree(state_->parser);
}
XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader& XmlReader::operator=(XmlReader&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

Result<void> XmlReader::feed(std::string_view xml, bool is_last) {
  do {
    const std::string_view piece =
        xml.substr(0, static_cast<std::size_t>(std::numeric_limits<int>::max() / 2));
    xml.remove_prefix(piece.size());
    if (XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), is_last && xml.empty()) !=
        XML_STATUS_OK) {
      const XML_Error code = XML_GetErrorCode(state_->parser);
      return Error{ErrorCode::UnreadableInput,
                   "This workbook is damaged; open it, save it again and choose the new file",
                   std::string{"xml: "} + XML_ErrorString(code) + " at line " +
                       std::to_string(XML_GetCurrentLineNumber(state_->parser))};
    }
  } while (!xml.empty());
  return {};
}

}  // namespace attune::ingest
