// The groups that customers fall into, as questions name them and as answers do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "insight/answers_language.hpp"

namespace attune::insight {

// Codes by snapshot::name_of, in the order of the segments, each once. "Regulars" are champions and loyal
// customers. The words that named them are taken out of the question: "our best customers" asks for nothing
// best.
[[nodiscard]] std::vector<std::string> find_segments(QuestionWords& words);

// By code; one that is not known is returned as it is.
[[nodiscard]] std::string segment_label(std::string_view code, AnswerLanguage language);  // "Loyal customers"
[[nodiscard]] std::string segment_writers(std::string_view code,
                                          AnswerLanguage language);  // behind "by": "loyal customers"
[[nodiscard]] std::string segment_named(std::string_view code,
                                        AnswerLanguage language);  // "les clients fidèles"

}  // namespace attune::insight
