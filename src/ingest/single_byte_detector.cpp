// Tells single-byte encodings apart by the letters that languages use: under the right encoding the upper
// bytes become the frequent letters of one language, under a wrong one they become rare ones and signs.
#include "ingest/single_byte_detector.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include "base/utf8.hpp"
#include "ingest/single_byte_tables.hpp"

namespace attune::ingest {
namespace {

struct Language {
  std::string_view name;
  std::string_view letters;    // beyond ASCII, lower case, most frequent first
  std::string_view encodings;  // separated by '|', usual ones first
};

constexpr std::string_view kWestern = "windows-1252|macintosh|ibm850";
constexpr std::string_view kCentral = "windows-1250|iso-8859-2";
constexpr std::string_view kCyrillic = "windows-1251|koi8-u|ibm866|iso-8859-5|x-mac-cyrillic";

constexpr Language kLanguages[] = {
    {"French", "éàèêçôâîùûïëœü", kWestern},
    {"German", "üäößé", kWestern},
    {"Spanish", "óíáéñúü", kWestern},
    {"Portuguese", "ãçéáóíõêâúàô", kWestern},
    {"Italian", "èàòùìé", kWestern},
    {"Dutch", "ëéïèöü", kWestern},
    {"Swedish", "äöåé", kWestern},
    {"Danish", "åøæé", kWestern},
    {"Icelandic", "íáðöæéþúýó", kWestern},
    {"Polish", "ąęłóśżćńź", kCentral},
    {"Czech", "íáěéýřčžšůúňťďó", kCentral},
    {"Slovak", "áíčéýúžšľťóäňôďĺŕ", kCentral},
    {"Hungarian", "áéöóőíüúű", kCentral},
    {"Croatian", "čšžćđ", kCentral},
    {"Romanian", "ăîâşţșț", "windows-1250|iso-8859-2|iso-8859-16"},
    {"Turkish", "ıüşçğöâ", "windows-1254"},
    {"Estonian", "äõüöšž", "windows-1257"},
    {"Latvian", "āīēšūņļčžķģ", "windows-1257"},
    {"Lithuanian", "ėšįžųūčąę", "windows-1257"},
    {"Russian", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ", kCyrillic},
    {"Ukrainian", "оанивітердсклуьмпзябгйчхцжшюєїщфґ", kCyrillic},
    {"Bulgarian", "аиоетнрсвлпдзмкябъугчжцщшхйфюь", kCyrillic},
    {"Greek", "αοιτεσηρνπκυλςίμόάέθώγήχδφύβωξζψϊ", "windows-1253|iso-8859-7"},
    {"Hebrew", "יוהלאמרתבשנכדעקםחטפגזןסצךףץ", "windows-1255|iso-8859-8"},
    {"Arabic", "اليمنوترعدبسفهحقكجةىشصضخطأإذزثغظئآءؤ", "windows-1256|iso-8859-6"},
    {"Thai", "านรอกเงมยลวดทสตะปบคหแจพชขใไผโซณธศษฐฉภญถ่้ีัิ์ื็ุูำ", "windows-874"},
};

// Signs that any language's text may hold: quotes, dashes, the euro, degrees, no-break spaces.
constexpr std::u32string_view kSigns =
    U"\u00A0\u00AB\u00BB\u201C\u201D\u201E\u2018\u2019\u201A\u2013\u2014\u2026\u20AC\u00B0\u00A3\u00A7\u00B7"
    U"\u2022\u2122\u00AE\u00A9\u00BF\u00A1";

constexpr std::size_t kMaxCounted = 20'000;

char32_t lower_of(char32_t value) {
  if ((value >= 0xC0 && value <= 0xDE && value != 0xD7) || (value >= 0x391 && value <= 0x3AB) ||
      (value >= 0x410 && value <= 0x42F))
    return value + 0x20;
  if (value >= 0x400 && value <= 0x40F) return value + 0x50;
  if (value >= 0x100 && value <= 0x17E && value != 0x130) {
    const bool is_odd_pair =
        (value >= 0x139 && value <= 0x148) || value >= 0x179;  // lower case is the even one
    return is_odd_pair ? value + value % 2 : value | 1U;
  }
  return value;
}

// What one upper byte stands beside, which tells a letter from a sign and a capital from a small letter.
struct Places {
  std::array<std::uint32_t, 128> inside_lower{};  // after a small ASCII letter, or after another upper byte
  std::array<std::uint32_t, 128> elsewhere{};
  std::size_t counted = 0;
};

Places count_places(std::string_view sample) {
  Places places;
  for (std::size_t at = 0; at < sample.size() && places.counted < kMaxCounted; ++at) {
    const auto byte = static_cast<std::uint8_t>(sample[at]);
    if (byte < 0x80) continue;
    const char before = at > 0 ? sample[at - 1] : ' ';
    const bool is_inside =
        (before >= 'a' && before <= 'z') || (static_cast<std::uint8_t>(before) & 0x80U) != 0;
    ++(is_inside ? places.inside_lower : places.elsewhere)[byte - 0x80U];
    ++places.counted;
  }
  return places;
}

double score(const Places& places, const SingleByteTable& table, const std::map<char32_t, double>& letters) {
  double sum = 0;
  for (std::size_t byte = 0; byte < 128; ++byte) {
    const std::uint32_t inside = places.inside_lower[byte];
    const std::uint32_t elsewhere = places.elsewhere[byte];
    if (inside + elsewhere == 0) continue;
    const char32_t value = table.upper[byte];
    const char32_t lower = lower_of(value);
    double each = -9;  // a letter of another language, or a sign without sense
    double penalty_inside = 0;
    if (const auto found = letters.find(lower); found != letters.end()) {
      each = found->second;
      penalty_inside = lower != value ? -4 : 0;  // a capital in the middle of a word
    } else if (kSigns.find(value) != std::u32string_view::npos) {
      each = -4;
      penalty_inside = value == 0x2019 || value == 0x2026 || value == 0x201D || value == 0xBB ? 0 : -2;
    } else if (value == 0xFFFD || (value >= 0x80 && value < 0xA0)) {
      each = -14;
    }
    sum += inside * (each + penalty_inside) + elsewhere * each;
  }
  return sum / static_cast<double>(places.counted);
}

std::map<char32_t, double> letter_weights(std::string_view letters) {
  std::map<char32_t, double> weights;
  double rank = 1;
  for (std::size_t at = 0; at < letters.size();) {
    const utf8::CodePoint point = utf8::read_at(letters, at);
    weights.try_emplace(point.value, -std::log(rank));  // Zipf's law, roughly
    rank += 1;
    at += point.size_bytes;
  }
  const double total = std::log(std::max(1.0, std::log(rank) + 0.58));
  for (auto& [letter, weight] : weights) weight -= total;
  return weights;
}

const SingleByteTable* table_of(std::string_view label) {
  for (const SingleByteTable& table : single_byte_tables()) {
    if (table.label == label) return &table;
  }
  return nullptr;
}

}  // namespace

Guess<std::string> detect_single_byte(std::string_view sample) {
  const Places places = count_places(sample);
  if (places.counted == 0) return {"windows-1252", 0.5, "There are only plain ASCII characters"};
  double best = -1e9;
  double second = -1e9;
  std::string_view best_label = "windows-1252";
  std::string_view best_language;
  for (const Language& language : kLanguages) {
    const std::map<char32_t, double> letters = letter_weights(language.letters);
    double handicap = 0;
    for (std::string_view rest = language.encodings; !rest.empty();) {
      const std::size_t bar = rest.find('|');
      const std::string_view label = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
      const double reached = score(places, *table_of(label), letters) - handicap;
      handicap += 0.15;  // of two that fit, the usual one
      if (reached > best + 1e-9) {
        if (label != best_label) second = best;
        best = reached;
        best_label = label;
        best_language = language.name;
      } else if (label != best_label) {
        second = std::max(second, reached);
      }
    }
  }
  const double evidence = std::min(1.0, static_cast<double>(places.counted) / 50.0);
  const double confidence = std::clamp(0.5 + 0.12 * (best - second) * evidence, 0.5, 0.97);
  return {std::string{best_label}, confidence,
          "Read this way, the letters beyond ASCII are those of " + std::string{best_language}};
}

}  // namespace attune::ingest
