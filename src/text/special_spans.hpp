// Web addresses, @names, HTML tags and emoticons: stretches of text that are one token or none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace attune::text {

enum class SpecialKind : std::uint8_t { None, Url, User, Tag, Emoticon };

struct SpecialSpan {
  SpecialKind kind = SpecialKind::None;
  std::size_t length = 0;        // code points
  std::u32string_view emoticon;  // the token an emoticon stands for
};

// The special stretch that begins at points[at], if one does.
[[nodiscard]] SpecialSpan special_at(std::span<const char32_t> points, std::size_t at) noexcept;

}  // namespace attune::text
