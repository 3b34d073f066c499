#include "text/pretrained_normalizer.hpp"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>

#include "base/utf8.hpp"
#include "text/unicode.hpp"
#include "text/unicode_categories.hpp"

namespace attune::text {
namespace {

using Json = nlohmann::json;

void add(FoldedText& text, char32_t point, std::uint32_t begin, std::uint32_t end) {
  text.points.push_back(point);
  text.begins.push_back(begin);
  text.ends.push_back(end);
}

// Replaces the text by what `each(point, emit)` emits for its characters.
template <class Each>
void rewrite(FoldedText& text, Each&& each) {
  FoldedText result;
  for (std::size_t i = 0; i < text.points.size(); ++i) {
    each(text.points[i], [&](char32_t point) { add(result, point, text.begins[i], text.ends[i]); });
  }
  text = std::move(result);
}

// --- BERT ---

bool is_bert_ideograph(char32_t p) noexcept {
  return (p >= 0x4E00 && p <= 0x9FFF) || (p >= 0x3400 && p <= 0x4DBF) || (p >= 0x20000 && p <= 0x2A6DF) ||
         (p >= 0x2A700 && p <= 0x2B73F) || (p >= 0x2B740 && p <= 0x2B81F) || (p >= 0x2B920 && p <= 0x2CEAF) ||
         (p >= 0xF900 && p <= 0xFAFF) || (p >= 0x2F800 && p <= 0x2FA1F);
}

bool is_bert_control(char32_t p) noexcept {
  return p != '\t' && p != '\n' && p != '\r' && category_of(p) == CategoryGroup::Other;
}

// Hangul syllables fall into their letters (Unicode 3.12); others into what is left without marks.
template <class Emit>
void emit_without_accents(char32_t point, Emit&& emit) {
  constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;
  if (point >= kFirstSyllable && point <= kLastSyllable) {
    const std::uint32_t index = point - kFirstSyllable;
    emit(0x1100 + index / 588);
    emit(0x1161 + index % 588 / 28);
    if (index % 28 > 0) emit(0x11A7 + index % 28);
    return;
  }
  if (has_accents(point)) {
    for (const std::uint32_t left : without_accents(point)) emit(static_cast<char32_t>(left));
  } else if (category_of(point) != CategoryGroup::NonspacingMark) {
    emit(point);
  }
}

template <class Emit>
void emit_lower(char32_t point, Emit&& emit) {
  if (point == 0x130) {  // the one letter whose lower case is two
    emit(U'i');
    emit(char32_t{0x307});
    return;
  }
  emit(lower(point));
}

void apply_step(const PretrainedNormalizer::Bert& step, FoldedText& text) {
  if (step.cleans) {
    rewrite(text, [](char32_t point, auto&& emit) {
      if (point == 0 || point == utf8::kReplacement || is_bert_control(point)) return;
      emit(is_white_space(point) ? U' ' : point);
    });
  }
  if (step.spaces_ideographs) {
    rewrite(text, [](char32_t point, auto&& emit) {
      const bool is_ideograph = is_bert_ideograph(point);
      if (is_ideograph) emit(U' ');
      emit(point);
      if (is_ideograph) emit(U' ');
    });
  }
  if (step.strips_accents)
    rewrite(text, [](char32_t point, auto&& emit) { emit_without_accents(point, emit); });
  if (step.lowers) rewrite(text, [](char32_t point, auto&& emit) { emit_lower(point, emit); });
}

void apply_step(const PretrainedNormalizer::Lowercase&, FoldedText& text) {
  rewrite(text, [](char32_t point, auto&& emit) { emit_lower(point, emit); });
}

void apply_step(const PretrainedNormalizer::StripAccents&, FoldedText& text) {
  rewrite(text, [](char32_t point, auto&& emit) {
    if (category_of(point) != CategoryGroup::OtherMark) emit_without_accents(point, emit);
  });
}

void apply_step(const PretrainedNormalizer::Decompose&, FoldedText&) {}

void apply_step(const PretrainedNormalizer::Compose&, FoldedText& text) {
  FoldedText result;
  for (std::size_t i = 0; i < text.points.size(); ++i) {
    const char32_t composed = result.points.empty() ? 0 : compose(result.points.back(), text.points[i]);
    if (composed == 0) {
      add(result, text.points[i], text.begins[i], text.ends[i]);
    } else {
      result.points.back() = composed;
      result.ends.back() = text.ends[i];
    }
  }
  text = std::move(result);
}

void erase(FoldedText& text, std::size_t from, std::size_t to) {
  const auto cut = [&](auto& values) {
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(from),
                 values.begin() + static_cast<std::ptrdiff_t>(to));
  };
  cut(text.points), cut(text.begins), cut(text.ends);
}

void apply_step(const PretrainedNormalizer::Strip& step, FoldedText& text) {
  std::size_t end = text.points.size();
  while (step.right && end > 0 && is_white_space(text.points[end - 1])) --end;
  erase(text, end, text.points.size());
  std::size_t begin = 0;
  while (step.left && begin < text.points.size() && is_white_space(text.points[begin])) ++begin;
  erase(text, 0, begin);
}

// --- SentencePiece ---

// The offset of what the shortest beginning of `key` in the trie stands for. The units are Darts' (Yata
// 2008).
std::optional<std::size_t> look_up(std::span<const std::uint32_t> trie, std::string_view key) {
  const auto offset_of = [](std::uint32_t unit) { return (unit >> 10U) << ((unit & (1U << 9U)) >> 6U); };
  if (trie.empty()) return std::nullopt;
  std::size_t node = offset_of(trie[0]);
  for (const char byte : key) {
    const auto label = static_cast<unsigned char>(byte);
    if (label == 0) return std::nullopt;
    node ^= label;
    if (node >= trie.size()) return std::nullopt;
    const std::uint32_t unit = trie[node];
    if ((unit & ((1U << 31U) | 0xFFU)) != label) return std::nullopt;
    node ^= offset_of(unit);
    if ((unit >> 8U & 1U) == 0) continue;
    if (node >= trie.size()) return std::nullopt;
    return trie[node] & ((1U << 31U) - 1);
  }
  return std::nullopt;
}

// Where the character that begins at `at` ends, with the marks that sit on it.
std::size_t cluster_end(const FoldedText& text, std::size_t at) {
  if (text.points[at] == U'\r' && at + 1 < text.points.size() && text.points[at + 1] == U'\n') return at + 2;
  std::size_t end = at + 1;
  const auto is_mark = [](char32_t point) {
    const CategoryGroup group = category_of(point);
    return group == CategoryGroup::NonspacingMark || group == CategoryGroup::OtherMark || point == 0x200D;
  };
  if (category_of(text.points[at]) == CategoryGroup::Other) return end;
  while (end < text.points.size() && is_mark(text.points[end])) ++end;
  return end;
}

void apply_step(const PretrainedNormalizer::Precompiled& step, FoldedText& text) {
  FoldedText result;
  const auto replacement_of = [&](std::size_t from, std::size_t to) -> std::optional<std::string_view> {
    std::string bytes;
    for (std::size_t i = from; i < to; ++i) utf8::append(bytes, text.points[i]);
    const auto found = look_up(step.trie, bytes);
    if (!found || *found >= step.replacements.size()) return std::nullopt;
    return std::string_view{step.replacements.c_str() + *found};
  };
  const auto add_replacement = [&](std::string_view bytes, std::size_t from, std::size_t to) {
    for (std::size_t at = 0; at < bytes.size();) {
      const utf8::CodePoint read = utf8::read_at(bytes, at);
      add(result, read.value, text.begins[from], text.ends[to - 1]);
      at += read.size_bytes;
    }
  };
  for (std::size_t at = 0; at < text.points.size();) {
    const std::size_t end = cluster_end(text, at);
    std::string bytes;
    for (std::size_t i = at; i < end; ++i) utf8::append(bytes, text.points[i]);
    // As the reference does it: small clusters at once, others character by character.
    if (const auto whole = bytes.size() < 6 ? replacement_of(at, end) : std::nullopt) {
      add_replacement(*whole, at, end);
    } else {
      for (std::size_t i = at; i < end; ++i) {
        if (const auto one = replacement_of(i, i + 1)) {
          add_replacement(*one, i, i + 1);
        } else {
          add(result, text.points[i], text.begins[i], text.ends[i]);
        }
      }
    }
    at = end;
  }
  text = std::move(result);
}

void apply_step(const PretrainedNormalizer::Replace& step, FoldedText& text) {
  FoldedText result;
  for (std::size_t at = 0; at < text.points.size();) {
    std::size_t length = step.pattern.size();
    if (step.pattern.empty()) {
      while (at + length < text.points.size() && text.points[at + length] == U' ') ++length;
      if (length < 2) length = 0;
    } else if (text.points.size() - at < length ||
               !std::equal(step.pattern.begin(), step.pattern.end(),
                           text.points.begin() + static_cast<std::ptrdiff_t>(at))) {
      length = 0;
    }
    if (length == 0) {
      add(result, text.points[at], text.begins[at], text.ends[at]);
      ++at;
      continue;
    }
    for (const char32_t point : step.content) add(result, point, text.begins[at], text.ends[at + length - 1]);
    at += length;
  }
  text = std::move(result);
}

void apply_step(const PretrainedNormalizer::Prepend& step, FoldedText& text) {
  if (text.points.empty()) return;
  FoldedText result;
  for (const char32_t point : step.content) add(result, point, text.begins[0], text.begins[0]);
  for (std::size_t i = 0; i < text.points.size(); ++i)
    add(result, text.points[i], text.begins[i], text.ends[i]);
  text = std::move(result);
}

// --- JSON ---

std::u32string points_of(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint read = utf8::read_at(text, at);
    points += read.value;
    at += read.size_bytes;
  }
  return points;
}

std::optional<std::string> bytes_from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char digit : text) {
    if (digit == '=') break;
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    held = held << 6U | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

Error unknown(std::string what) {
  return {ErrorCode::UnsupportedFormat,
          "The model's tokenizer uses a step that Attune does not know. Choose another model.",
          std::move(what)};
}

bool flag(const Json& object, const char* name, bool fallback) {
  const auto at = object.find(name);
  return at != object.end() && at->is_boolean() ? at->get<bool>() : fallback;
}

std::string text_at(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

Result<void> parse_step(const Json& json, std::vector<PretrainedNormalizer::Step>& steps) {
  using N = PretrainedNormalizer;
  if (!json.is_object()) return unknown("a normalizer that is no object");
  const std::string type = text_at(json, "type");
  if (type == "Sequence") {
    const auto parts = json.find("normalizers");
    if (parts == json.end() || !parts->is_array()) return unknown("a Sequence of nothing");
    for (const Json& part : *parts) {
      if (const auto parsed = parse_step(part, steps); !parsed) return parsed.error();
    }
    return {};
  }
  if (type == "BertNormalizer") {
    const bool lowers = flag(json, "lowercase", true);
    steps.emplace_back(N::Bert{.cleans = flag(json, "clean_text", true),
                               .spaces_ideographs = flag(json, "handle_chinese_chars", true),
                               .strips_accents = flag(json, "strip_accents", lowers),
                               .lowers = lowers});
  } else if (type == "Lowercase") {
    steps.emplace_back(N::Lowercase{});
  } else if (type == "StripAccents") {
    steps.emplace_back(N::StripAccents{});
  } else if (type == "NFD") {
    steps.emplace_back(N::Decompose{});
  } else if (type == "NFC") {
    steps.emplace_back(N::Compose{});
  } else if (type == "Strip") {
    steps.emplace_back(N::Strip{flag(json, "strip_left", true), flag(json, "strip_right", true)});
  } else if (type == "Prepend") {
    steps.emplace_back(N::Prepend{points_of(text_at(json, "prepend"))});
  } else if (type == "Replace") {
    const auto pattern = json.find("pattern");
    if (pattern == json.end() || !pattern->is_object()) return unknown("Replace without a pattern");
    const std::string literal = text_at(*pattern, "String");
    const std::string regex = text_at(*pattern, "Regex");
    if (literal.empty() && regex != " {2,}") return unknown("Replace of the pattern " + regex);
    steps.emplace_back(N::Replace{points_of(literal), points_of(text_at(json, "content"))});
  } else if (type == "Precompiled") {
    const auto bytes = bytes_from_base64(text_at(json, "precompiled_charsmap"));
    std::uint32_t trie_bytes = 0;
    if (!bytes || bytes->size() < 4) return unknown("a broken Precompiled map");
    std::memcpy(&trie_bytes, bytes->data(), 4);
    if (trie_bytes % 4 != 0 || bytes->size() - 4 < trie_bytes) return unknown("a broken Precompiled map");
    N::Precompiled step;
    step.trie.resize(trie_bytes / 4);
    std::memcpy(step.trie.data(), bytes->data() + 4, trie_bytes);
    step.replacements = bytes->substr(4 + trie_bytes);
    steps.emplace_back(std::move(step));
  } else {
    return unknown("normalizer " + type);
  }
  return {};
}

}  // namespace

void decode_text(std::string_view text, FoldedText& decoded) {
  decoded.clear();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint read = utf8::read_at(text, at);
    add(decoded, read.value, static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(at + read.size_bytes));
    at += read.size_bytes;
  }
}

Result<PretrainedNormalizer> PretrainedNormalizer::parse(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  PretrainedNormalizer normalizer;
  if (json.is_null()) return normalizer;
  if (const auto parsed = parse_step(json, normalizer.steps_); !parsed) return parsed.error();
  for (std::size_t i = 0; i < normalizer.steps_.size(); ++i) {
    if (!std::holds_alternative<Decompose>(normalizer.steps_[i])) continue;
    if (i + 1 == normalizer.steps_.size() || !std::holds_alternative<StripAccents>(normalizer.steps_[i + 1]))
      return unknown("normalizer NFD without StripAccents");
  }
  return normalizer;
}

void PretrainedNormalizer::apply(FoldedText& text) const {
  for (const Step& step : steps_) std::visit([&](const auto& one) { apply_step(one, text); }, step);
}

}  // namespace attune::text
