#include "text/pretrained_tokenizer.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "text/pretrained_splits.hpp"

namespace attune::text {

using Json = nlohmann::json;

namespace {

Error unknown(std::string what) {
  return {ErrorCode::UnsupportedFormat,
          "The model's tokenizer uses a step that Attune does not know. Choose another model.",
          std::move(what)};
}

Error broken(std::string what) {
  return {ErrorCode::CorruptData,
          "The model's tokenizer.json cannot be read. Choose the file that belongs to the model.",
          std::move(what)};
}

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

bool flag(const Json& object, const char* name, bool fallback) {
  const Json* found = member(object, name);
  return found != nullptr && found->is_boolean() ? found->get<bool>() : fallback;
}

std::string text_at(const Json& object, const char* name) {
  const Json* found = member(object, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<std::int32_t> id_of(const Json& json) {
  if (!json.is_number_unsigned() || json.get<std::uint64_t>() > 0x7FFFFFFF) return std::nullopt;
  return json.get<std::int32_t>();
}

// --- the model ---

Result<PieceIds> read_vocabulary(const Json& model) {
  const Json* vocabulary = member(model, "vocab");
  if (vocabulary == nullptr || !vocabulary->is_object()) return broken("no vocab");
  PieceIds pieces;
  for (const auto& [piece, id] : vocabulary->items()) {
    const auto number = id_of(id);
    if (!number) return broken("the id of " + piece);
    pieces.add(piece, *number);
  }
  return pieces;
}

using ModelPointer = std::shared_ptr<const SubwordModel>;

Result<ModelPointer> read_word_piece(const Json& model) {
  Result<PieceIds> pieces = read_vocabulary(model);
  if (!pieces) return pieces.error();
  const auto unk = pieces->find(text_at(model, "unk_token"));
  if (!unk) return broken("no unk_token");
  const Json* prefix = member(model, "continuing_subword_prefix");
  const Json* longest = member(model, "max_input_chars_per_word");
  return ModelPointer{std::make_shared<WordPieceModel>(
      std::move(*pieces), *unk, prefix == nullptr ? "##" : text_at(model, "continuing_subword_prefix"),
      longest != nullptr && longest->is_number_unsigned() ? longest->get<std::size_t>() : 100)};
}

Result<ModelPointer> read_byte_pair(const Json& model) {
  Result<PieceIds> pieces = read_vocabulary(model);
  if (!pieces) return pieces.error();
  const Json* dropout = member(model, "dropout");
  if (dropout != nullptr && dropout->is_number() && dropout->get<double>() > 0) return unknown("dropout");
  std::vector<std::pair<std::string, std::string>> merges;
  const Json* listed = member(model, "merges");
  if (listed == nullptr || !listed->is_array()) return broken("no merges");
  for (const Json& merge : *listed) {
    if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
      merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
      continue;
    }
    const std::string both = merge.is_string() ? merge.get<std::string>() : std::string{};
    const std::size_t space = both.find(' ');
    if (space == std::string::npos) return broken("a merge that is no pair");
    merges.emplace_back(both.substr(0, space), both.substr(space + 1));
  }
  BytePairOptions options{.unknown = pieces->find(text_at(model, "unk_token")),
                          .continuation = text_at(model, "continuing_subword_prefix"),
                          .end_of_word = text_at(model, "end_of_word_suffix"),
                          .fuses_unknown = flag(model, "fuse_unk", false),
                          .falls_back_to_bytes = flag(model, "byte_fallback", false),
                          .takes_whole_words = flag(model, "ignore_merges", false)};
  return ModelPointer{std::make_shared<BytePairModel>(std::move(*pieces), merges, std::move(options))};
}

Result<ModelPointer> read_unigram(const Json& model) {
  std::vector<std::pair<std::string, double>> pieces;
  const Json* listed = member(model, "vocab");
  if (listed == nullptr || !listed->is_array() || listed->empty()) return broken("no vocab");
  for (const Json& piece : *listed) {
    if (!piece.is_array() || piece.size() != 2 || !piece[0].is_string() || !piece[1].is_number())
      return broken("a piece without a score");
    pieces.emplace_back(piece[0].get<std::string>(), piece[1].get<double>());
  }
  const Json* unk = member(model, "unk_id");
  return ModelPointer{std::make_shared<UnigramModel>(pieces, unk == nullptr ? std::nullopt : id_of(*unk),
                                                     flag(model, "byte_fallback", false))};
}

Result<ModelPointer> read_model(const Json& json) {
  const Json* model = member(json, "model");
  if (model == nullptr) return broken("no model");
  std::string type = text_at(*model, "type");
  if (type.empty())
    type = member(*model, "merges") != nullptr ? "BPE" : "WordPiece";  // older files do not say
  if (type == "WordPiece") return read_word_piece(*model);
  if (type == "BPE") return read_byte_pair(*model);
  if (type == "Unigram") return read_unigram(*model);
  return unknown("model " + type);
}

// --- the steps before it ---

Result<void> read_splits(const Json& json, std::vector<PretrainedTokenizer::Split>& splits) {
  using T = PretrainedTokenizer;
  const std::string type = text_at(json, "type");
  if (type == "Sequence") {
    const Json* parts = member(json, "pretokenizers");
    if (parts == nullptr || !parts->is_array()) return broken("a Sequence of nothing");
    for (const Json& part : *parts) {
      if (const auto read = read_splits(part, splits); !read) return read.error();
    }
  } else if (type == "BertPreTokenizer") {
    splits.emplace_back(T::SplitBert{});
  } else if (type == "ByteLevel") {
    splits.emplace_back(T::SplitBytes{flag(json, "add_prefix_space", true), flag(json, "use_regex", true)});
  } else if (type == "Metaspace") {
    T::SplitMetaspace split;
    const std::string mark = text_at(json, "replacement");
    if (!mark.empty()) split.mark = utf8::read_at(mark, 0).value;
    const std::string scheme = text_at(json, "prepend_scheme");
    if (scheme == "never" || (scheme.empty() && !flag(json, "add_prefix_space", true)))
      split.when = T::WhenSpaced::Never;
    if (scheme == "first") split.when = T::WhenSpaced::First;
    split.splits = flag(json, "split", true);
    splits.emplace_back(split);
  } else if (type == "Whitespace") {
    splits.emplace_back(T::SplitWords{});
  } else if (type == "WhitespaceSplit") {
    splits.emplace_back(T::SplitSpaces{});
  } else if (type == "Punctuation") {
    const std::string behavior = text_at(json, "behavior");
    if (!behavior.empty() && behavior != "Isolated") return unknown("Punctuation that is not Isolated");
    splits.emplace_back(T::SplitPunctuation{});
  } else if (type == "Digits") {
    splits.emplace_back(T::SplitDigits{flag(json, "individual_digits", false)});
  } else {
    return unknown("pre-tokenizer " + type);
  }
  return {};
}

}  // namespace

// Fills a tokenizer from JSON.
struct PretrainedReader {
  PretrainedTokenizer& tokenizer;

  Result<void> read(const Json& json) {
    Result<ModelPointer> model = read_model(json);
    if (!model) return model.error();
    tokenizer.model_ = std::move(*model);
    const Json* normalizer = member(json, "normalizer");
    auto steps = PretrainedNormalizer::parse(normalizer == nullptr ? "null" : normalizer->dump());
    if (!steps) return steps.error();
    tokenizer.normalizer_ = std::move(*steps);
    if (const Json* splits = member(json, "pre_tokenizer")) {
      if (const auto read = read_splits(*splits, tokenizer.splits_); !read) return read.error();
    }
    read_added(json);
    if (const Json* processor = member(json, "post_processor")) {
      if (const auto read = read_processor(*processor); !read) return read.error();
    }
    if (const Json* padding = member(json, "padding")) {
      if (const Json* id = member(*padding, "pad_id")) tokenizer.padding_ = id_of(*id).value_or(0);
    }
    return {};
  }

  void read_added(const Json& json) {
    const Json* added = member(json, "added_tokens");
    if (added == nullptr || !added->is_array()) return;
    for (const Json& token : *added) {
      const Json* id = member(token, "id");
      const std::string content = text_at(token, "content");
      if (id == nullptr || content.empty()) continue;
      tokenizer.added_.push_back({.content = content,
                                  .id = id_of(*id).value_or(0),
                                  .takes_spaces_before = flag(token, "lstrip", false),
                                  .takes_spaces_behind = flag(token, "rstrip", false)});
    }
    std::stable_sort(tokenizer.added_.begin(), tokenizer.added_.end(),
                     [](const auto& a, const auto& b) { return a.content.size() > b.content.size(); });
  }

  Result<void> read_processor(const Json& json) {
    const std::string type = text_at(json, "type");
    if (type == "ByteLevel") return {};
    if (type == "Sequence") {
      const Json* parts = member(json, "processors");
      if (parts == nullptr || !parts->is_array()) return broken("a Sequence of nothing");
      for (const Json& part : *parts) {
        if (const auto read = read_processor(part); !read) return read.error();
      }
      return {};
    }
    if (type == "BertProcessing" || type == "RobertaProcessing") {
      for (const char* name : {"cls", "sep"}) {
        const Json* pair = member(json, name);
        const auto id =
            pair != nullptr && pair->is_array() && pair->size() == 2 ? id_of((*pair)[1]) : std::nullopt;
        if (!id) return broken(std::string{name} + " of the post-processor");
        (name[0] == 'c' ? tokenizer.prefix_ : tokenizer.suffix_).push_back(*id);
      }
      return {};
    }
    if (type == "TemplateProcessing") return read_template(json);
    return unknown("post-processor " + type);
  }

  Result<void> read_template(const Json& json) {
    const Json* single = member(json, "single");
    if (single == nullptr || !single->is_array()) return broken("a template of nothing");
    bool is_behind = false;
    for (const Json& part : *single) {
      if (member(part, "Sequence") != nullptr) {
        is_behind = true;
        continue;
      }
      const Json* special = member(part, "SpecialToken");
      const Json* tokens = member(json, "special_tokens");
      const Json* token = special == nullptr || tokens == nullptr
                              ? nullptr
                              : member(*tokens, text_at(*special, "id").c_str());
      const Json* ids = token == nullptr ? nullptr : member(*token, "ids");
      if (ids == nullptr || !ids->is_array()) return broken("a special token of the template");
      for (const Json& id : *ids)
        (is_behind ? tokenizer.suffix_ : tokenizer.prefix_).push_back(id_of(id).value_or(0));
    }
    return {};
  }
};

Result<PretrainedTokenizer> PretrainedTokenizer::load(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return broken("not a JSON object");
  PretrainedTokenizer tokenizer;
  if (const auto read = PretrainedReader{tokenizer}.read(json); !read) return read.error();
  return tokenizer;
}

void PretrainedTokenizer::encode(std::string_view text, std::vector<std::int32_t>& ids,
                                 std::vector<ByteRange>& sources) const {
  ids.clear();
  sources.clear();
  const auto is_space = [&](std::size_t at) {
    return text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r');
  };
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(added_.begin(), added_.end(), [&](const AddedToken& one) {
      return text.substr(at).starts_with(one.content);
    });
    if (found == added_.end()) {
      ++at;
      continue;
    }
    std::size_t begin = at;
    std::size_t end = at + found->content.size();
    while (found->takes_spaces_before && begin > done && is_space(begin - 1)) --begin;
    while (found->takes_spaces_behind && end < text.size() && is_space(end)) ++end;
    encode_piece(text, done, begin, ids, sources);
    ids.push_back(found->id);
    sources.push_back({begin, end});
    at = done = end;
  }
  encode_piece(text, done, text.size(), ids, sources);
}

void PretrainedTokenizer::encode_piece(std::string_view text, std::size_t begin, std::size_t end,
                                       std::vector<std::int32_t>& ids,
                                       std::vector<ByteRange>& sources) const {
  if (begin == end) return;
  FoldedText decoded;
  decode_text(text.substr(begin, end - begin), decoded);
  normalizer_.apply(decoded);
  if (decoded.points.empty()) return;
  std::vector<FoldedText> words{std::move(decoded)};
  for (const Split& split : splits_) words = split_words(split, std::move(words), begin == 0);
  std::vector<SubwordPiece> pieces;
  for (const FoldedText& word : words) {
    if (word.points.empty()) continue;
    pieces.clear();
    model_->cut(word.points, pieces);
    for (const SubwordPiece& piece : pieces) {
      ids.push_back(piece.id);
      sources.push_back({begin + word.begins[piece.begin], begin + word.ends[piece.end - 1]});
    }
  }
}

}  // namespace attune::text
