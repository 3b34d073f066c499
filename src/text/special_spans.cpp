#include "text/special_spans.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/unicode.hpp"

namespace attune::text {
namespace {

struct Emoticon {
  std::u32string_view form;
  std::u32string_view token;
};

// Longest first, so that the first that fits is the longest. The same list stands in tokenizer.py.
constexpr std::array kEmoticons{std::to_array<Emoticon>({
    {U":'-(", U":'("}, {U"<333", U"❤"},  {U">:-(", U">:("}, {U"(-:", U":)"},  {U")-:", U":("},
    {U"-.-", U":/"},   {U"-_-", U":/"},  {U":'(", U":'("},  {U":'D", U":d"},  {U":,(", U":'("},
    {U":-(", U":("},   {U":-)", U":)"},  {U":-*", U":*"},   {U":-/", U":/"},  {U":-D", U":d"},
    {U":-O", U":o"},   {U":-P", U":p"},  {U":-[", U":("},   {U":-\\", U":/"}, {U":-]", U":)"},
    {U":-o", U":o"},   {U":-p", U":p"},  {U":-|", U":|"},   {U":o)", U":)"},  {U";-)", U";)"},
    {U";-D", U";)"},   {U";_;", U":'("}, {U"</3", U"💔"},    {U"<33", U"❤"},   {U">:(", U">:("},
    {U">_<", U":/"},   {U"O_O", U":o"},  {U"T_T", U":'("},  {U"^_^", U":)"},  {U"o_o", U":o"},
    {U"(:", U":)"},    {U"):", U":("},   {U":(", U":("},    {U":)", U":)"},   {U":*", U":*"},
    {U":/", U":/"},    {U":D", U":d"},   {U":O", U":o"},    {U":P", U":p"},   {U":[", U":("},
    {U":\\", U":/"},   {U":]", U":)"},   {U":o", U":o"},    {U":p", U":p"},   {U":|", U":|"},
    {U";(", U":'("},   {U";)", U";)"},   {U";D", U";)"},    {U";P", U":p"},   {U"<3", U"❤"},
    {U"=(", U":("},    {U"=)", U":)"},   {U"=*", U":*"},    {U"=/", U":/"},   {U"=D", U":d"},
    {U"=P", U":p"},    {U"=[", U":("},   {U"=]", U":)"},    {U"=p", U":p"},   {U"=|", U":|"},
    {U"XD", U":d"},    {U"^^", U":)"},   {U"xD", U":d"},
})};

constexpr std::array<std::u32string_view, 21> kTags{U"strong", U"span", U"div", U"br", U"em", U"li", U"ul",
                                                    U"ol",     U"hr",   U"h1",  U"h2", U"h3", U"h4", U"h5",
                                                    U"h6",     U"tr",   U"td",  U"p",  U"b",  U"i",  U"u"};

// The ASCII characters that any special stretch may begin with.
constexpr std::array<bool, 128> kMayBegin = [] {
  std::array<bool, 128> table{};
  for (const char32_t first : std::u32string_view{U"hw@"}) table[first] = true;
  for (const Emoticon& emoticon : kEmoticons) table[emoticon.form[0]] = true;
  return table;
}();

bool begins_with(std::span<const char32_t> points, std::u32string_view prefix) noexcept {
  return points.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), points.begin());
}

// "http://", "https://" or "www." and at least one more, up to the next space.
std::size_t url_length(std::span<const char32_t> points) noexcept {
  for (const std::u32string_view prefix : {U"http://", U"https://", U"www."}) {
    if (!begins_with(points, prefix)) continue;
    const auto end =
        std::find(points.begin() + static_cast<std::ptrdiff_t>(prefix.size()), points.end(), U' ');
    const auto length = static_cast<std::size_t>(std::distance(points.begin(), end));
    return length > prefix.size() ? length : 0;
  }
  return 0;
}

std::size_t user_length(std::span<const char32_t> points) noexcept {
  std::size_t length = 1;
  while (length < points.size() && (is_ascii_word(points[length]) || points[length] == U'_')) ++length;
  return length > 1 ? length : 0;
}

// A tag without attributes: <name>, </name>, <name/>, <name />.
std::size_t tag_length(std::span<const char32_t> points) noexcept {
  const std::size_t name_at = points.size() > 1 && points[1] == U'/' ? 2 : 1;
  for (const std::u32string_view name : kTags) {
    if (!begins_with(points.subspan(std::min(name_at, points.size())), name)) continue;
    std::size_t at = name_at + name.size();
    if (at < points.size() && points[at] == U' ') ++at;
    if (at < points.size() && points[at] == U'/') ++at;
    if (at < points.size() && points[at] == U'>') return at + 1;
  }
  return 0;
}

}  // namespace

SpecialSpan special_at(std::span<const char32_t> points, std::size_t at) noexcept {
  const char32_t first = points[at];
  if (first > 0x7F || !kMayBegin[first]) return {};
  const auto rest = points.subspan(at);
  const bool after_word = at > 0 && is_ascii_word(points[at - 1]);
  if (!after_word && (first == U'h' || first == U'w')) {
    if (const std::size_t length = url_length(rest); length != 0) return {SpecialKind::Url, length, {}};
  }
  if (!after_word && first == U'@') {
    if (const std::size_t length = user_length(rest); length != 0) return {SpecialKind::User, length, {}};
  }
  if (first == U'<') {
    if (const std::size_t length = tag_length(rest); length != 0) return {SpecialKind::Tag, length, {}};
  }
  if (!after_word) {
    for (const auto& [form, token] : kEmoticons) {
      if (!begins_with(rest, form)) continue;
      if (rest.size() > form.size() && is_ascii_word(rest[form.size()])) continue;
      return {SpecialKind::Emoticon, form.size(), token};
    }
  }
  return {};
}

}  // namespace attune::text
