// The three ways in which pretrained models cut a word into pieces, as the Hugging Face library defines them.
//
//   WordPiece  the longest piece that fits, from left to right (Schuster, Nakajima 2012; BERT)
//   BytePair   pairs merged in the order they were learned (Sennrich, Haddow, Birch 2016; GPT-2, RoBERTa)
//   Unigram    the most probable sequence of pieces (Kudo 2018; SentencePiece, XLM-R, ALBERT, T5)
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace attune::text {

// Characters [begin, end) of the word.
struct SubwordPiece {
  std::int32_t id = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const SubwordPiece&, const SubwordPiece&) = default;
};

// Pieces by their UTF-8. For look-ups only.
class PieceIds {
 public:
  void add(std::string piece, std::int32_t id) { unsorted_.emplace(std::move(piece), id); }
  [[nodiscard]] std::optional<std::int32_t> find(std::string_view piece) const {
    const auto at = unsorted_.find(piece);
    return at == unsorted_.end() ? std::nullopt : std::optional{at->second};
  }
  [[nodiscard]] std::size_t size() const noexcept { return unsorted_.size(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> unsorted_;
};

class SubwordModel {
 public:
  virtual ~SubwordModel() = default;
  // Appends the pieces of a word, which is not empty.
  virtual void cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const = 0;
};

class WordPieceModel final : public SubwordModel {
 public:
  // continuation: before pieces inside a word, "##". Longer words than most_characters are unknown.
  WordPieceModel(PieceIds pieces, std::int32_t unknown, std::string continuation, std::size_t most_characters)
      : pieces_{std::move(pieces)},
        unknown_{unknown},
        continuation_{std::move(continuation)},
        most_characters_{most_characters} {}
  void cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const override;

 private:
  PieceIds pieces_;
  std::int32_t unknown_;
  std::string continuation_;
  std::size_t most_characters_;
};

struct BytePairOptions {
  std::optional<std::int32_t> unknown;
  std::string continuation, end_of_word;  // may be ""
  bool fuses_unknown = false;
  bool falls_back_to_bytes = false;  // unknown characters as "<0xE2>" ...
  bool takes_whole_words = false;    // a word that is a piece is not merged together
};

class BytePairModel final : public SubwordModel {
 public:
  // merges: in the order they were learned; those whose parts or whole are no pieces are left out.
  BytePairModel(PieceIds pieces, const std::vector<std::pair<std::string, std::string>>& merges,
                BytePairOptions options);
  void cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const override;

 private:
  struct Merge {
    std::uint32_t rank = 0;
    std::int32_t id = 0;
  };
  [[nodiscard]] const Merge* merge_of(std::int32_t left, std::int32_t right) const;
  void begin(std::span<const char32_t> word, std::vector<SubwordPiece>& symbols) const;

  PieceIds pieces_;
  std::unordered_map<std::uint64_t, Merge> unsorted_merges_;  // by left << 32 | right, for look-ups
  BytePairOptions options_;
};

class UnigramModel final : public SubwordModel {
 public:
  // Pieces with their log probabilities; an id is its place.
  UnigramModel(const std::vector<std::pair<std::string, double>>& pieces, std::optional<std::int32_t> unknown,
               bool falls_back_to_bytes);
  void cut(std::span<const char32_t> word, std::vector<SubwordPiece>& pieces) const override;

 private:
  PieceIds pieces_;
  std::vector<double> scores_;
  std::optional<std::int32_t> unknown_;
  bool falls_back_to_bytes_;
  double unknown_score_ = 0;
  std::size_t longest_ = 0;  // characters
};

}  // namespace attune::text
