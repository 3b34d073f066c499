// Unpacks DEFLATE data piece by piece, raw (as in ZIP) or wrapped (as in GZ).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "base/result.hpp"

namespace attune::ingest {

class Inflater {
 public:
  enum class Wrapper { None, Gzip };

  // Unpacking stops with an Error after `max_bytes`.
  Inflater(Wrapper wrapper, std::uint64_t max_bytes);
  ~Inflater();
  Inflater(Inflater&&) noexcept;
  Inflater& operator=(Inflater&&) noexcept;

  // Hands what these bytes unpack to, in pieces, to `sink`; stops at its first Error. Several GZ files one
  // after the other are one.
  Result<void> feed(std::string_view packed, const std::function<Result<void>(std::string_view)>& sink);

  [[nodiscard]] bool is_complete() const noexcept;

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace attune::ingest
