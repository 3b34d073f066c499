#include "ui/state/reading_sentences.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace attune::ui {
namespace {

struct Word {
  std::string_view label;
  Text text;
};

constexpr std::array kEmotions{
    Word{"admiration", Text::Admiration},
    Word{"amusement", Text::Amusement},
    Word{"anger", Text::Anger},
    Word{"annoyance", Text::Annoyance},
    Word{"approval", Text::Approval},
    Word{"caring", Text::Caring},
    Word{"confusion", Text::Confusion},
    Word{"curiosity", Text::Curiosity},
    Word{"desire", Text::Desire},
    Word{"disappointment", Text::Disappointment},
    Word{"disapproval", Text::Disapproval},
    Word{"disgust", Text::Disgust},
    Word{"embarrassment", Text::Embarrassment},
    Word{"excitement", Text::Excitement},
    Word{"fear", Text::Fear},
    Word{"gratitude", Text::Gratitude},
    Word{"grief", Text::Grief},
    Word{"joy", Text::Joy},
    Word{"love", Text::Love},
    Word{"nervousness", Text::Nervousness},
    Word{"optimism", Text::Optimism},
    Word{"pride", Text::Pride},
    Word{"realization", Text::Realization},
    Word{"relief", Text::Relief},
    Word{"remorse", Text::Remorse},
    Word{"sadness", Text::Sadness},
    Word{"surprise", Text::Surprise},
    Word{"neutral", Text::NoEmotion},
};

constexpr std::array kIntents{
    Word{"complaint", Text::IntentComplaint},   Word{"praise", Text::IntentPraise},
    Word{"question", Text::IntentQuestion},     Word{"request", Text::IntentRequest},
    Word{"suggestion", Text::IntentSuggestion}, Word{"cancellation", Text::IntentCancellation},
    Word{"refund", Text::IntentRefund},         Word{"order status", Text::IntentOrderStatus},
    Word{"thanks", Text::IntentThanks},         Word{"other", Text::IntentOther},
};

struct LanguageName {
  std::string_view code, name;
};
constexpr std::array kLanguageNames{
    LanguageName{"ar", "العربية"},     LanguageName{"bg", "Български"},
    LanguageName{"ca", "Català"},      LanguageName{"cs", "Čeština"},
    LanguageName{"da", "Dansk"},       LanguageName{"de", "Deutsch"},
    LanguageName{"el", "Ελληνικά"},    LanguageName{"en", "English"},
    LanguageName{"es", "Español"},     LanguageName{"et", "Eesti"},
    LanguageName{"eu", "Euskara"},     LanguageName{"fi", "Suomi"},
    LanguageName{"fr", "Français"},    LanguageName{"he", "עברית"},
    LanguageName{"hi", "हिन्दी"},       LanguageName{"hr", "Hrvatski"},
    LanguageName{"hu", "Magyar"},      LanguageName{"id", "Bahasa Indonesia"},
    LanguageName{"it", "Italiano"},    LanguageName{"ja", "日本語"},
    LanguageName{"ko", "한국어"},      LanguageName{"lt", "Lietuvių"},
    LanguageName{"lv", "Latviešu"},    LanguageName{"nl", "Nederlands"},
    LanguageName{"no", "Norsk"},       LanguageName{"pl", "Polski"},
    LanguageName{"pt", "Português"},   LanguageName{"ro", "Română"},
    LanguageName{"ru", "Русский"},     LanguageName{"sk", "Slovenčina"},
    LanguageName{"sl", "Slovenščina"}, LanguageName{"sr", "Српски"},
    LanguageName{"sv", "Svenska"},     LanguageName{"th", "ไทย"},
    LanguageName{"tr", "Türkçe"},      LanguageName{"uk", "Українська"},
    LanguageName{"ur", "اردو"},        LanguageName{"vi", "Tiếng Việt"},
    LanguageName{"zh", "中文"},
};

std::string word_for(std::span<const Word> words, std::string_view label, const Strings& strings) {
  const auto found = std::ranges::find(words, label, &Word::label);
  return found != words.end() ? strings.say(found->text) : std::string{label};
}

}  // namespace

std::string emotion_text(std::string_view label, const Strings& strings) {
  return word_for(kEmotions, label, strings);
}

std::string intent_text(std::string_view label, const Strings& strings) {
  return word_for(kIntents, label, strings);
}

std::string language_name(std::string_view code, const Strings& strings) {
  if (code == "und") return strings.say(Text::LanguageUnclear);
  const auto* found = std::ranges::find(kLanguageNames, code, &LanguageName::code);
  return std::string{found != kLanguageNames.end() ? found->name : code};
}

}  // namespace attune::ui
