#include "text/subword_models.hpp"

#include <algorithm>
#include <limits>
#include <queue>

#include "base/utf8.hpp"

namespace attune::text {
namespace {

// A word in UTF-8, and where each of its characters begins (and the end).
struct EncodedWord {
  explicit EncodedWord(std::span<const char32_t> word) {
    begins.reserve(word.size() + 1);
    for (const char32_t point : word) {
      begins.push_back(bytes.size());
      utf8::append(bytes, point);
    }
    begins.push_back(bytes.size());
  }
  [[nodiscard]] std::string_view piece(std::size_t begin, std::size_t end) const {
    return std::string_view{bytes}.substr(begins[begin], begins[end] - begins[begin]);
  }
  std::string bytes;
  std::vector<std::size_t> begins;
};

// "<0xE2>" for each byte, or nothing if one of them is no piece.
std::vector<std::int32_t> byte_pieces(std::string_view bytes, const PieceIds& pieces) {
  std::vector<std::int32_t> ids;
  for (const char byte : bytes) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    const std::string name = std::string{"<0x"} + kHex[value >> 4U] + kHex[value & 15U] + ">";
    const auto id = pieces.find(name);
    if (!id) return {};
    ids.push_back(*id);
  }
  return ids;
}

}  // namespace

void WordPieceModel::cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const {
  const std::size_t before = pieces.size();
  const EncodedWord encoded{word};
  std::string candidate;
  for (std::size_t at = 0; at < word.size() && word.size() <= most_characters_;) {
    std::size_t end = word.size();
    std::optional<std::int32_t> id;
    for (; end > at; --end) {
      candidate = at > 0 ? continuation_ : std::string{};
      candidate += encoded.piece(at, end);
      id = pieces_.find(candidate);
      if (id) break;
    }
    if (!id) break;
    pieces.push_back({*id, at, end});
    at = end;
  }
  // A word that is not cut to its end is unknown as a whole.
  if (pieces.size() == before || pieces.back().end != word.size()) {
    pieces.resize(before);
    pieces.push_back({unknown_, 0, word.size()});
  }
}

BytePairModel::BytePairModel(PieceIds pieces, const std::vector<std::pair<std::string, std::string>>& merges,
                             BytePairOptions options)
    : pieces_{std::move(pieces)}, options_{std::move(options)} {
  std::uint32_t rank = 0;
  for (const auto& [left, right] : merges) {
    const auto left_id = pieces_.find(left);
    const auto right_id = pieces_.find(right);
    // The second part loses its prefix when the two are joined.
    const bool has_prefix = !options_.continuation.empty() && right.starts_with(options_.continuation);
    const auto whole = pieces_.find(left + (has_prefix ? right.substr(options_.continuation.size()) : right));
    if (left_id && right_id && whole) {
      const auto key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(*left_id)) << 32U |
                       static_cast<std::uint32_t>(*right_id);
      unsorted_merges_.emplace(key, Merge{rank, *whole});
    }
    ++rank;
  }
}

const BytePairModel::Merge* BytePairModel::merge_of(std::int32_t left, std::int32_t right) const {
  if (left < 0 || right < 0) return nullptr;
  const auto found =
      unsorted_merges_.find(static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32U |
                            static_cast<std::uint32_t>(right));
  return found == unsorted_merges_.end() ? nullptr : &found->second;
}

// One symbol a character.
void BytePairModel::begin(std::span<const char32_t> word, std::vector<SubwordPiece>& symbols) const {
  const EncodedWord encoded{word};
  bool was_unknown = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const std::string_view character = encoded.piece(at, at + 1);
    std::string name = at > 0 ? options_.continuation : std::string{};
    name += character;
    if (at + 1 == word.size()) name += options_.end_of_word;
    if (const auto id = pieces_.find(name)) {
      symbols.push_back({*id, at, at + 1});
      was_unknown = false;
      continue;
    }
    if (options_.falls_back_to_bytes) {
      if (const auto bytes = byte_pieces(character, pieces_); !bytes.empty()) {
        for (const std::int32_t id : bytes) symbols.push_back({id, at, at + 1});
        was_unknown = false;
        continue;
      }
    }
    if (!options_.unknown) continue;
    if (was_unknown && options_.fuses_unknown) {
      symbols.back().end = at + 1;
    } else {
      symbols.push_back({*options_.unknown, at, at + 1});
    }
    was_unknown = true;
  }
}

void BytePairModel::cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const {
  if (options_.takes_whole_words) {
    if (const auto id = pieces_.find(EncodedWord{word}.bytes)) {
      pieces.push_back({*id, 0, word.size()});
      return;
    }
  }
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  struct Symbol {
    SubwordPiece piece;
    std::size_t before, after;
    bool is_gone = false;
  };
  std::vector<SubwordPiece> characters;
  begin(word, characters);
  std::vector<Symbol> symbols;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    symbols.push_back(
        {characters[i], i == 0 ? kNone : i - 1, i + 1 == characters.size() ? kNone : i + 1, false});
  }
  struct Candidate {
    std::uint32_t rank;
    std::size_t at;
    std::int32_t id;
    bool operator>(const Candidate& other) const {
      return rank != other.rank ? rank > other.rank : at > other.at;
    }
  };
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
  const auto consider = [&](std::size_t at) {
    if (at == kNone || symbols[at].after == kNone) return;
    const Merge* merge = merge_of(symbols[at].piece.id, symbols[symbols[at].after].piece.id);
    if (merge != nullptr) queue.push({merge->rank, at, merge->id});
  };
  for (std::size_t i = 0; i < symbols.size(); ++i) consider(i);
  while (!queue.empty()) {
    const Candidate best = queue.top();
    queue.pop();
    Symbol& left = symbols[best.at];
    if (left.is_gone || left.after == kNone) continue;
    Symbol& right = symbols[left.after];
    const Merge* merge = merge_of(left.piece.id, right.piece.id);
    if (merge == nullptr || merge->id != best.id) continue;  // one of the two has changed since
    left.piece.id = best.id;
    left.piece.end = right.piece.end;
    right.is_gone = true;
    left.after = right.after;
    if (left.after != kNone) symbols[left.after].before = best.at;
    consider(left.before);
    consider(best.at);
  }
  for (const Symbol& symbol : symbols) {
    if (!symbol.is_gone) pieces.push_back(symbol.piece);
  }
}

UnigramModel::UnigramModel(const std::vector<std::pair<std::string, double>>& pieces,
                           std::optional<std::int32_t> unknown, bool falls_back_to_bytes)
    : unknown_{unknown}, falls_back_to_bytes_{falls_back_to_bytes} {
  constexpr double kUnknownPenalty = 10;
  double lowest = std::numeric_limits<double>::max();
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    pieces_.add(pieces[id].first, static_cast<std::int32_t>(id));
    scores_.push_back(pieces[id].second);
    lowest = std::min(lowest, pieces[id].second);
    longest_ = std::max(longest_, utf8::count_code_points(pieces[id].first));
  }
  unknown_score_ = lowest - kUnknownPenalty;
}

void UnigramModel::cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const {
  struct Best {
    double score = 0;
    std::size_t begin = 0;
    std::int32_t id = -1;
    bool is_reached = false;
  };
  const EncodedWord encoded{word};
  std::vector<Best> best(word.size() + 1);
  best[0].is_reached = true;
  const auto offer = [&](std::size_t from, std::size_t to, std::int32_t id, double score) {
    const double whole = best[from].score + score;
    if (!best[to].is_reached || whole > best[to].score) best[to] = {whole, from, id, true};
  };
  for (std::size_t at = 0; at < word.size(); ++at) {
    bool has_single = false;
    for (std::size_t end = at + 1; end <= word.size() && end - at <= longest_; ++end) {
      const auto id = pieces_.find(encoded.piece(at, end));
      if (!id) continue;
      offer(at, end, *id, scores_[static_cast<std::size_t>(*id)]);
      if (end == at + 1) has_single = true;
    }
    if (!has_single) offer(at, at + 1, unknown_.value_or(-1), unknown_score_);
  }
  std::vector<SubwordPiece> backwards;
  for (std::size_t end = word.size(); end > 0; end = best[end].begin) {
    const SubwordPiece piece{best[end].id, best[end].begin, end};
    const bool is_unknown = piece.id == unknown_.value_or(-1);
    const bool follows_unknown = !backwards.empty() && backwards.back().id == unknown_.value_or(-1);
    if (is_unknown && follows_unknown) {
      backwards.back().begin = piece.begin;  // unknown characters in a row are one piece
    } else {
      backwards.push_back(piece);
    }
  }
  for (auto piece = backwards.rbegin(); piece != backwards.rend(); ++piece) {
    const bool is_unknown = piece->id == unknown_.value_or(-1);
    if (is_unknown && falls_back_to_bytes_) {
      if (const auto bytes = byte_pieces(encoded.piece(piece->begin, piece->end), pieces_); !bytes.empty()) {
        for (const std::int32_t id : bytes) pieces.push_back({id, piece->begin, piece->end});
        continue;
      }
    }
    if (piece->id >= 0) pieces.push_back(*piece);
  }
}

}  // namespace attune::text
