#include "feedback/readings.hpp"

#include "feedback/entities.hpp"

namespace attune::feedback {

void Readings::reset(const inference::ModelCard* card) {
  const auto labels_of = [card](const char* name) {
    const inference::Head* head = card == nullptr ? nullptr : card->find(name);
    return head == nullptr ? std::vector<std::string>{} : head->labels;
  };
  feelings = {};
  emotions.reset(labels_of("emotion"));
  intents.reset(labels_of("intent"));
  languages.reset(card == nullptr ? std::vector<std::string>{} : card->languages);
  embeddings.reset(card == nullptr ? 0 : card->embedding_size);
  aspects.clear();
  entities.clear();
  entity_types = entity_types_of(card);
  uncorrected.clear();
}

void Readings::resize(std::size_t rows) {
  feelings.resize(rows);
  emotions.resize(rows);
  intents.resize(rows);
  languages.resize(rows);
  embeddings.resize(rows);
  aspects.resize(rows);
  entities.resize(rows);
}

}  // namespace attune::feedback
