#include "base/latin.hpp"

#include <string_view>

namespace attune {

char32_t without_accent(char32_t value) noexcept {
  static constexpr std::string_view kLatin1 =
      "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";  // U+00C0 to U+00FF; * and / are
                                                                           // signs
  if (value >= 0xC0 && value <= 0xFF && value != 0xD7 && value != 0xF7)
    return static_cast<char32_t>(kLatin1[value - 0xC0]);
  switch (value) {
    case 0x104:
    case 0x105:
      return 'a';
    case 0x106:
    case 0x107:
    case 0x10C:
    case 0x10D:
      return 'c';
    case 0x118:
    case 0x119:
    case 0x11A:
    case 0x11B:
      return 'e';
    case 0x11E:
    case 0x11F:
      return 'g';
    case 0x130:
    case 0x131:
      return 'i';
    case 0x141:
    case 0x142:
      return 'l';
    case 0x143:
    case 0x144:
      return 'n';
    case 0x15A:
    case 0x15B:
    case 0x15E:
    case 0x15F:
    case 0x160:
    case 0x161:
      return 's';
    case 0x158:
    case 0x159:
      return 'r';
    case 0x16E:
    case 0x16F:
      return 'u';
    case 0x179:
    case 0x17A:
    case 0x17B:
    case 0x17C:
    case 0x17D:
    case 0x17E:
      return 'z';
    default:
      return value;
  }
}

}  // namespace attune
