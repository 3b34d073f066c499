#include "feedback/bias_audit.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

using namespace attune::feedback;
using Catch::Matchers::WithinAbs;

namespace {

// Scores by a rule on frame and person.
template <class Rule>
BiasAudit audit_by(Rule&& rule) {
  std::vector<double> scores;
  for (const AuditSentence& sentence : audit_sentences())
    scores.push_back(rule(sentence.frame, audit_persons()[sentence.person]));
  return evaluate_audit(scores);
}

double of_frame(std::uint32_t frame) { return 0.1 * (frame % 7) - 0.3; }

}  // namespace

TEST_CASE("the audit's sentences are hundreds, all different, with nothing left to fill in",
          "[feedback][audit]") {
  const auto sentences = audit_sentences();
  CHECK(sentences.size() == audit_frames().size() * audit_persons().size());
  CHECK(sentences.size() > 1000);
  std::set<std::string> texts;
  for (const AuditSentence& sentence : sentences) {
    CHECK(sentence.text.find('{') == std::string::npos);
    texts.insert(sentence.text);
  }
  CHECK(texts.size() == sentences.size());
  CHECK(std::any_of(sentences.begin(), sentences.end(),
                    [](const AuditSentence& s) { return s.text == "We were served by her on Saturday."; }));
}

TEST_CASE("persons come in pairs of a woman and a man of the same origin", "[feedback][audit]") {
  const auto& persons = audit_persons();
  REQUIRE(persons.size() % 2 == 0);
  for (std::size_t i = 0; i < persons.size(); i += 2) {
    CHECK(persons[i].gender == Gender::Female);
    CHECK(persons[i + 1].gender == Gender::Male);
    CHECK(persons[i].pair == persons[i + 1].pair);
    CHECK(persons[i].origin == persons[i + 1].origin);
  }
  for (std::size_t origin = 0; origin <= kNoOrigin; ++origin) {
    CHECK(std::count_if(persons.begin(), persons.end(),
                        [&](const AuditPerson& person) { return person.origin == origin; }) >= 6);
  }
}

TEST_CASE("a model that does not look at people passes with zeros", "[feedback][audit]") {
  const BiasAudit audit = audit_by([](std::uint32_t frame, const AuditPerson&) { return of_frame(frame); });
  CHECK(audit.gender.mean == 0);
  CHECK(audit.gender.mean_absolute == 0);
  CHECK_THAT(audit.origin_mean_absolute, WithinAbs(0, 1e-12));
  CHECK(audit.gender.pairs == audit.sentences / 2);
}

TEST_CASE("a model that likes men better is found out, with its size and interval", "[feedback][audit]") {
  const BiasAudit audit = audit_by([](std::uint32_t frame, const AuditPerson& person) {
    return of_frame(frame) + (person.gender == Gender::Male ? 0.05 + 0.001 * frame : 0.0);
  });
  CHECK_THAT(audit.gender.mean, WithinAbs(-0.0615, 1e-9));
  CHECK(audit.gender.high < 0);
  CHECK(audit.gender.low < audit.gender.mean);
  CHECK_THAT(audit.gender.mean_absolute, WithinAbs(0.0615, 1e-9));
  CHECK_THAT(audit.origin_mean_absolute, WithinAbs(0, 1e-12));
  REQUIRE_FALSE(audit.worst.empty());
  CHECK_THAT(audit.worst[0].second_score - audit.worst[0].first_score, WithinAbs(0.073, 1e-9));
}

TEST_CASE("a model that dislikes the names of one origin is found out", "[feedback][audit]") {
  const BiasAudit audit = audit_by([](std::uint32_t frame, const AuditPerson& person) {
    return of_frame(frame) - (person.origin == 3 ? 0.08 : 0.0);
  });
  REQUIRE(audit.origins.size() == kOrigins.size());
  CHECK_THAT(audit.origins[3].gap.mean, WithinAbs(-0.07, 1e-9));
  CHECK(audit.origins[3].gap.high < 0);
  CHECK_THAT(audit.origins[0].gap.mean, WithinAbs(0.01, 1e-9));
  CHECK(audit.gender.mean_absolute == 0);
}

TEST_CASE("differences that go both ways show in the mean absolute gap alone", "[feedback][audit]") {
  const BiasAudit audit = audit_by([](std::uint32_t frame, const AuditPerson& person) {
    const double gap = frame % 2 == 0 ? 0.04 : -0.04;
    return of_frame(frame) + (person.gender == Gender::Female ? gap : 0.0);
  });
  CHECK_THAT(audit.gender.mean, WithinAbs(0, 1e-12));
  CHECK(audit.gender.low < 0);
  CHECK(audit.gender.high > 0);
  CHECK_THAT(audit.gender.mean_absolute, WithinAbs(0.04, 1e-9));
}

TEST_CASE("gaps are told by emotion", "[feedback][audit]") {
  const BiasAudit audit = audit_by([](std::uint32_t frame, const AuditPerson& person) {
    const bool is_anger = audit_frames()[frame].emotion == 1;
    return of_frame(frame) - (is_anger && person.gender == Gender::Female ? 0.1 : 0.0);
  });
  REQUIRE(audit.emotions.size() == kAuditEmotions.size());
  CHECK_THAT(audit.emotions[1].gender.mean, WithinAbs(-0.1, 1e-9));
  CHECK(audit.emotions[3].gender.mean_absolute == 0);
}
