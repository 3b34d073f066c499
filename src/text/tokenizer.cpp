#include "text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/utf8.hpp"
#include "text/special_spans.hpp"
#include "text/unicode.hpp"

namespace attune::text {
namespace {

using Points = std::span<const char32_t>;

constexpr std::array<std::string_view, 8> kSpecialNames{"[pad]",  "[unk]", "[mask]", "[caps]",
                                                        "[long]", "[url]", "[user]", "[number]"};
constexpr std::size_t kMostRepeats = 3;      // of a punctuation mark or a symbol
constexpr std::size_t kMostPlainDigits = 3;  // longer numbers are one token

bool is_letter(char32_t point) noexcept { return class_of(point) == CharacterClass::Letter; }

// One text on its way to tokens. Positions are indexes of folded points; `limit` may be overrun by a unit and
// is cut at the end.
class Encoder {
 public:
  Encoder(const PieceTrie& pieces, const FoldedText& folded, std::size_t limit,
          std::vector<std::int32_t>& ids, std::vector<ByteRange>* sources)
      : pieces_{pieces},
        folded_{folded},
        points_{folded.points},
        limit_{limit},
        ids_{ids},
        sources_{sources} {}

  void run() {
    std::size_t at = 0;
    while (at < points_.size() && ids_.size() < limit_) {
      // Special stretches first, wherever they begin; what lies before one is cut without looking past it.
      std::size_t end = at;
      SpecialSpan special;
      while (end < points_.size() && special.kind == SpecialKind::None) {
        special = special_at(points_, end);
        if (special.kind == SpecialKind::None) ++end;
      }
      cut_plain(at, end);
      emit_special(special, end);
      at = end + special.length;
    }
    if (ids_.size() > limit_) ids_.resize(limit_);
    if (sources_ != nullptr) sources_->resize(ids_.size());
  }

 private:
  void emit(std::int32_t id, std::size_t begin, std::size_t end) {
    ids_.push_back(id < 0 ? static_cast<std::int32_t>(kUnknown) : id);
    if (sources_ != nullptr) sources_->push_back({folded_.begins[begin], folded_.ends[end - 1]});
  }

  void emit_special(const SpecialSpan& special, std::size_t at) {
    const std::size_t end = at + special.length;
    if (special.kind == SpecialKind::Url) emit(kUrl, at, end);
    if (special.kind == SpecialKind::User) emit(kUser, at, end);
    if (special.kind == SpecialKind::Emoticon) {
      emit(pieces_.exact({special.emoticon.data(), special.emoticon.size()}), at, end);
    }
  }

  void cut_plain(std::size_t at, std::size_t end) {
    while (at < end && ids_.size() < limit_) {
      const char32_t point = points_[at];
      const CharacterClass kind = class_of(point);
      if (kind == CharacterClass::Letter) {
        at = cut_word(at, end);
      } else if (kind == CharacterClass::Digit) {
        at = cut_number(at, end);
      } else if (kind == CharacterClass::Punctuation || kind == CharacterClass::Symbol) {
        at = cut_run(at, end, kind);
      } else {
        if (kind == CharacterClass::Ideograph) emit(pieces_.exact(points_.subspan(at, 1)), at, at + 1);
        ++at;
      }
    }
  }

  std::size_t cut_word(std::size_t begin, std::size_t limit) {
    word_.clear();
    word_at_.clear();
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool is_long = false;
    std::size_t at = begin;
    for (; at < limit; ++at) {
      const char32_t point = points_[at];
      const bool is_apostrophe = point == U'\'' && at > begin && at + 1 < limit &&
                                 is_letter(points_[at - 1]) && is_letter(points_[at + 1]);
      if (!is_apostrophe && !is_letter(point)) break;
      const char32_t small = lower(point);
      if (!is_apostrophe) ++letters;
      if (small != point) ++capitals;
      const std::size_t size = word_.size();
      if (size >= 2 && word_[size - 1] == small && word_[size - 2] == small) {
        is_long = true;
        continue;
      }
      word_.push_back(small);
      word_at_.push_back(at);
    }
    word_at_.push_back(at);
    mark_word(letters, capitals, is_long, begin, at);
    emit_pieces();
    return at;
  }

  void mark_word(std::size_t letters, std::size_t capitals, bool is_long, std::size_t begin,
                 std::size_t end) {
    if (letters > 1) {
      const bool in_capitals = capitals == letters;
      if (in_capitals && !was_in_capitals_) emit(kCapitals, begin, end);
      was_in_capitals_ = in_capitals;
    }
    if (is_long) emit(kLong, begin, end);
  }

  void emit_pieces() {
    const Points word{word_};
    std::size_t at = 0;
    while (at < word.size()) {
      PieceTrie::Match match = pieces_.longest(word.subspan(at), at > 0);
      if (match.id < 0) match = {kUnknown, 1};
      emit(match.id, word_at_[at], word_at_[at + match.length]);
      at += match.length;
    }
  }

  std::size_t cut_number(std::size_t begin, std::size_t limit) {
    std::size_t end = begin;
    while (end < limit && class_of(points_[end]) == CharacterClass::Digit) ++end;
    if (end - begin > kMostPlainDigits) {
      emit(kNumber, begin, end);
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        emit(pieces_.longest(points_.subspan(i, 1), i > begin).id, i, i + 1);
      }
    }
    return end;
  }

  std::size_t cut_run(std::size_t begin, std::size_t limit, CharacterClass kind) {
    std::size_t end = begin;
    while (end < limit && points_[end] == points_[begin]) ++end;
    const std::size_t count = std::min(end - begin, kMostRepeats);
    if (kind == CharacterClass::Punctuation) {
      if (const std::int32_t whole = pieces_.exact(points_.subspan(begin, count)); whole >= 0) {
        emit(whole, begin, end);
        return end;
      }
    }
    for (std::size_t i = begin; i < begin + count; ++i) emit(pieces_.exact(points_.subspan(i, 1)), i, i + 1);
    return end;
  }

  const PieceTrie& pieces_;
  const FoldedText& folded_;
  Points points_;
  std::size_t limit_;
  std::vector<std::int32_t>& ids_;
  std::vector<ByteRange>* sources_;
  std::vector<char32_t> word_;        // the word at hand, lower-cased and shortened
  std::vector<std::size_t> word_at_;  // where each of its letters stands in points_, and its end
  bool was_in_capitals_ = false;
};

Error unreadable(std::string detail) {
  return {ErrorCode::ModelMismatch, "The language model's word list cannot be read. Reload the page.",
          std::move(detail)};
}

}  // namespace

Result<Tokenizer> Tokenizer::load(std::string_view vocabulary) {
  Tokenizer tokenizer;
  std::vector<char32_t> line;
  std::size_t id = 0;
  while (!vocabulary.empty()) {
    const std::size_t end = std::min(vocabulary.find('\n'), vocabulary.size());
    const std::string_view piece = vocabulary.substr(0, end);
    vocabulary.remove_prefix(std::min(end + 1, vocabulary.size()));
    if (id < kSpecialNames.size()) {
      if (piece != kSpecialNames[id])
        return unreadable("line " + std::to_string(id) + " is not " + std::string{kSpecialNames[id]});
      tokenizer.starts_word_.push_back(id != kPad && id != kMask && id != kCapitals && id != kLong);
    } else {
      line.clear();
      for (std::size_t at = 0; at < piece.size();) {
        const utf8::CodePoint read = utf8::read_at(piece, at);
        line.push_back(read.value);
        at += read.size_bytes;
      }
      // "##" and "###" themselves are runs of punctuation.
      const bool is_continuation = piece.size() > 2 && piece.starts_with("##") && piece[2] != '#';
      tokenizer.pieces_.insert(Points{line}.subspan(is_continuation ? 2 : 0), is_continuation,
                               static_cast<std::int32_t>(id));
      tokenizer.starts_word_.push_back(!is_continuation);
    }
    ++id;
  }
  for (char32_t digit = U'0'; digit <= U'9'; ++digit) {
    const Points one{&digit, 1};
    if (tokenizer.pieces_.exact(one) < 0 || tokenizer.pieces_.longest(one, true).id < 0)
      return unreadable("digits are missing");
  }
  tokenizer.vocabulary_size_ = id;
  return tokenizer;
}

void Tokenizer::encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids) const {
  ids.clear();
  FoldedText folded;
  fold_text(text, folded);
  Encoder{pieces_, folded, max_tokens, ids, nullptr}.run();
}

void Tokenizer::encode(std::string_view text, std::size_t max_tokens, std::vector<std::int32_t>& ids,
                       std::vector<ByteRange>& sources) const {
  ids.clear();
  sources.clear();
  FoldedText folded;
  fold_text(text, folded);
  Encoder{pieces_, folded, max_tokens, ids, &sources}.run();
}

}  // namespace attune::text
