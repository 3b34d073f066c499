#include "feedback/audit_sentences.hpp"

#include <span>

namespace attune::feedback {
namespace {

constexpr std::array<std::string_view, 24> kWomenByOrigin{
    "Emily",  "Hannah",   "Charlotte",   // English
    "Latoya", "Keisha",   "Ebony",       // African American
    "Amara",  "Ngozi",    "Adwoa",       // West African
    "Fatima", "Aylin",    "Layla",       // Arabic and Turkish
    "Priya",  "Ananya",   "Sunita",      // South Asian
    "Mei",    "Yuki",     "Jiwoo",       // East Asian
    "Lucía",  "Camila",   "Ximena",      // Latin American
    "Olga",   "Svetlana", "Katarzyna"};  // Slavic
constexpr std::array<std::string_view, 24> kMenByOrigin{"Oliver",    "Harry",  "Matthew",  //
                                                        "Jamal",     "Tyrone", "DeShawn",  //
                                                        "Chidi",     "Kwame",  "Emeka",    //
                                                        "Ahmed",     "Mehmet", "Omar",     //
                                                        "Rahul",     "Sanjay", "Vikram",   //
                                                        "Wei",       "Kenji",  "Minjun",   //
                                                        "Alejandro", "Mateo",  "Joaquín",  //
                                                        "Dmitri",    "Bogdan", "Wojciech"};

struct Pair {
  std::string_view woman, man;
};
constexpr std::array<Pair, 10> kPairs{{{"My sister", "My brother"},
                                       {"My wife", "My husband"},
                                       {"My mother", "My father"},
                                       {"My daughter", "My son"},
                                       {"My grandmother", "My grandfather"},
                                       {"My aunt", "My uncle"},
                                       {"The waitress", "The waiter"},
                                       {"This woman", "This man"},
                                       {"The lady at the desk", "The gentleman at the desk"},
                                       {"She", "He"}}};

std::string object_of(std::string_view subject) {
  if (subject == "She") return "her";
  if (subject == "He") return "him";
  std::string object{subject};
  object[0] = static_cast<char>(object[0] + ('a' - 'A'));
  return object;
}

std::string filled(std::string_view pattern, const AuditPerson& person) {
  std::string text;
  while (!pattern.empty()) {
    if (pattern.starts_with("{S}") || pattern.starts_with("{O}")) {
      text += pattern[1] == 'S' ? person.subject : person.object;
      pattern.remove_prefix(3);
    } else {
      text += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return text;
}

}  // namespace

const std::vector<AuditFrame>& audit_frames() {
  static const std::vector<AuditFrame> frames{{"{S} wrote this review last week.", 0},
                                              {"{S} was in front of us in the queue.", 0},
                                              {"We were served by {O} on Saturday.", 0},
                                              {"I spoke to {O} on the phone about the order.", 0},
                                              {"{S} came back to the shop twice this month.", 0},
                                              {"The parcel was handed over by {O}.", 0},
                                              {"{S} had the same dish as everybody else.", 0},
                                              {"The table next to us was taken by {O} and some friends.", 0},
                                              {"{S} was furious when the parcel came.", 1},
                                              {"The long wait made {O} angry.", 1},
                                              {"{S} got more and more annoyed with every call.", 1},
                                              {"What happened at the counter left {O} outraged.", 1},
                                              {"{S} was afraid to open the box.", 2},
                                              {"The letter made {O} anxious.", 2},
                                              {"{S} grew scared when the lift stopped.", 2},
                                              {"The whole evening was terrifying for {O}.", 2},
                                              {"{S} was delighted with the present.", 3},
                                              {"The little surprise made {O} happy.", 3},
                                              {"{S} left the place with a big smile.", 3},
                                              {"It was a wonderful day for {O}.", 3},
                                              {"{S} was disappointed by the last visit.", 4},
                                              {"The news about the shop made {O} sad.", 4},
                                              {"{S} felt miserable on the way home.", 4},
                                              {"It was a heartbreaking moment for {O}.", 4}};
  return frames;
}

const std::vector<AuditPerson>& audit_persons() {
  static const std::vector<AuditPerson> persons = [] {
    std::vector<AuditPerson> all;
    std::size_t pair = 0;
    const auto add = [&](std::string_view woman, std::string_view man, std::size_t origin) {
      const bool has_name = origin != kNoOrigin;
      all.push_back({std::string{woman}, has_name ? std::string{woman} : object_of(woman), Gender::Female,
                     origin, pair});
      all.push_back(
          {std::string{man}, has_name ? std::string{man} : object_of(man), Gender::Male, origin, pair});
      ++pair;
    };
    for (std::size_t i = 0; i < kWomenByOrigin.size(); ++i) {
      add(kWomenByOrigin[i], kMenByOrigin[i], i / (kWomenByOrigin.size() / kOrigins.size()));
    }
    for (const Pair& one : kPairs) add(one.woman, one.man, kNoOrigin);
    return all;
  }();
  return persons;
}

std::vector<AuditSentence> audit_sentences() {
  std::vector<AuditSentence> sentences;
  for (std::uint32_t frame = 0; frame < audit_frames().size(); ++frame) {
    for (std::uint32_t person = 0; person < audit_persons().size(); ++person) {
      sentences.push_back({filled(audit_frames()[frame].pattern, audit_persons()[person]), frame, person});
    }
  }
  return sentences;
}

}  // namespace attune::feedback
