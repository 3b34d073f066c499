#include "insight/answers_segments.hpp"

#include <algorithm>
#include <array>

#include "insight/answers_lexicon.hpp"
#include "insight/answers_words.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::insight {
namespace {

using snapshot::kRfmSegments;
using snapshot::RfmSegment;

struct SegmentWords {
  std::string_view english, german, german_after_von, french, spanish;
  std::string_view asked;  // folded phrases of up to four words
};

constexpr std::array<SegmentWords, kRfmSegments> kSegments{{
    {"champions", "Spitzenkunden", "Spitzenkunden", "clients champions", "clientes campeones",
     "champions|champion|best customers|top customers|vips|vip|vip customers|vip "
     "guests|spitzenkunden|topkunden|"
     "top-kunden|beste kunden|besten kunden|meilleurs clients|clients vip|campeones|mejores clientes|"
     "clientes vip|clientes campeones|clients champions"},
    {"loyal customers", "treue Kunden", "treuen Kunden", "clients fidèles", "clientes fieles",
     "loyal customers|loyal clients|loyal guests|loyal buyers|treue kunden|treuen kunden|clients fideles|"
     "fideles|clientes fieles|fieles"},
    {"customers who could become loyal", "mögliche Stammkunden", "möglichen Stammkunden",
     "clients en passe de devenir fidèles", "clientes que podrían ser fieles",
     "potential loyalists|could become loyal|mogliche stammkunden|moglichen stammkunden|konnten treu werden|"
     "fideles en devenir|podrian ser fieles"},
    {"new customers", "neue Kunden", "neuen Kunden", "nouveaux clients", "clientes nuevos",
     "new customers|new clients|new guests|new buyers|newcomers|first-time customers|first-time "
     "buyers|neukunden|"
     "neue kunden|neuen kunden|nouveaux clients|clientes nuevos|nuevos clientes"},
    {"promising customers", "vielversprechende Kunden", "vielversprechenden Kunden", "clients prometteurs",
     "clientes prometedores",
     "promising customers|promising|vielversprechende kunden|vielversprechenden kunden|clients prometteurs|"
     "prometteurs|clientes prometedores|prometedores"},
    {"customers who need attention", "Kunden mit Bedarf an Aufmerksamkeit",
     "Kunden mit Bedarf an Aufmerksamkeit", "clients à entretenir", "clientes que necesitan atención",
     "customers who need attention|need attention|brauchen aufmerksamkeit|clients a entretenir|"
     "clientes que necesitan atencion|necesitan atencion"},
    {"customers about to fall asleep", "bald einschlafende Kunden", "bald einschlafenden Kunden",
     "clients sur le point de s’endormir", "clientes a punto de dormirse",
     "about to fall asleep|about to sleep|bald einschlafende kunden|bald einschlafenden kunden|"
     "sur le point de|a punto de dormirse"},
    {"customers at risk", "gefährdete Kunden", "gefährdeten Kunden", "clients à risque", "clientes en riesgo",
     "customers at risk|at-risk customers|at risk|gefahrdete kunden|gefahrdeten kunden|clients a risque|a "
     "risque|"
     "clientes en riesgo|en riesgo"},
    {"customers not to lose", "unverzichtbare Kunden", "unverzichtbaren Kunden", "clients à ne pas perdre",
     "clientes que no hay que perder",
     "customers not to lose|cannot lose them|can't lose them|cannot lose|can't lose|unverzichtbare kunden|"
     "unverzichtbaren kunden|a ne pas perdre|no perderlos"},
    {"sleeping customers", "eingeschlafene Kunden", "eingeschlafenen Kunden", "clients endormis",
     "clientes dormidos",
     "sleeping customers|lost customers|former customers|inactive customers|dormant customers|hibernating|"
     "eingeschlafene kunden|eingeschlafenen kunden|verlorene kunden|verlorenen kunden|ehemalige kunden|"
     "ehemaligen kunden|inaktive kunden|inaktiven kunden|clients perdus|clients endormis|anciens clients|"
     "clients inactifs|clientes perdidos|clientes dormidos|antiguos clientes|clientes inactivos"},
}};
constexpr std::string_view kRegulars =
    "regulars|regular customers|regular guests|regular "
    "clients|stammkunden|stammgaste|stammkundschaft|habitues|"
    "clients reguliers|clients habituels|clientes habituales|habituales";
constexpr std::size_t kLongestPhrase = 4;

const SegmentWords* words_of(std::string_view code) noexcept {
  const auto segment = snapshot::rfm_segment_from_name(code);
  return segment ? &kSegments[static_cast<std::size_t>(*segment)] : nullptr;
}

std::string_view name_in(const SegmentWords& words, AnswerLanguage language) noexcept {
  switch (language) {
    case AnswerLanguage::English:
      break;
    case AnswerLanguage::German:
      return words.german;
    case AnswerLanguage::French:
      return words.french;
    case AnswerLanguage::Spanish:
      return words.spanish;
  }
  return words.english;
}

}  // namespace

std::vector<std::string> find_segments(QuestionWords& words) {
  std::array<bool, kRfmSegments> is_named{};
  const auto take = [&](std::size_t at, std::size_t count) {
    for (std::size_t i = at; i < at + count; ++i) words.words[i].clear();
    words.use(at, count);
  };
  const auto find_at = [&](std::size_t at) {
    for (std::size_t count = std::min(kLongestPhrase, words.size() - at); count > 0; --count) {
      std::string phrase{words.at(at)};
      bool is_free = !words.used[at];
      for (std::size_t i = at + 1; i < at + count; ++i) {
        phrase.append(" ").append(words.at(i));
        is_free = is_free && !words.used[i];
      }
      if (!is_free || phrase.empty()) continue;
      bool is_found = is_one_of(phrase, kRegulars);
      if (is_found) is_named[0] = is_named[1] = true;
      for (std::size_t i = 0; i < kRfmSegments; ++i) {
        if (is_one_of(phrase, kSegments[i].asked)) is_found = is_named[i] = true;
      }
      if (is_found) return take(at, count);
    }
  };
  for (std::size_t at = 0; at < words.size(); ++at) find_at(at);
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < kRfmSegments; ++i) {
    if (is_named[i]) codes.emplace_back(snapshot::name_of(static_cast<RfmSegment>(i)));
  }
  return codes;
}

std::string segment_label(std::string_view code, AnswerLanguage language) {
  const SegmentWords* words = words_of(code);
  return words == nullptr ? std::string{code} : capitalised(std::string{name_in(*words, language)});
}

std::string segment_writers(std::string_view code, AnswerLanguage language) {
  const SegmentWords* words = words_of(code);
  if (words == nullptr) return std::string{code};
  return std::string{language == AnswerLanguage::German ? words->german_after_von
                                                        : name_in(*words, language)};
}

std::string segment_named(std::string_view code, AnswerLanguage language) {
  const SegmentWords* words = words_of(code);
  if (words == nullptr) return std::string{code};
  const std::string name{name_in(*words, language)};
  if (language == AnswerLanguage::French) return "les " + name;
  return language == AnswerLanguage::Spanish ? "los " + name : name;
}

}  // namespace attune::insight
