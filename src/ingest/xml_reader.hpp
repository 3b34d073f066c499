// Reads XML piece by piece and tells a handler what it finds. Names come without their namespace prefix.
// Documents with a DOCTYPE are refused: no workbook has one, and entity bombs need one.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace attune::ingest {

struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

// "" if there is none.
[[nodiscard]] std::string_view value_of(std::span<const XmlAttribute> attributes,
                                        std::string_view name) noexcept;

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(std::string_view name, std::span<const XmlAttribute> attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // in pieces
};

class XmlReader {
 public:
  // The handler must outlive the reader.
  explicit XmlReader(XmlHandler& handler);
  ~XmlReader();
  XmlReader(XmlReader&&) noexcept;
  XmlReader& operator=(XmlReader&&) noexcept;

  Result<void> feed(std::string_view xml, bool is_last = false);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attune::ingest
