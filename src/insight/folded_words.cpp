#include "insight/folded_words.hpp"

#include "insight/word_list.hpp"

namespace attune::insight {
namespace {

// What can be said of anything, by language: English, German, French, Spanish, Italian, Dutch, Portuguese.
constexpr const char* kGenericWords =
    "addition future expectation expectations afternoon hell walked walking keeping reviewer reviewers touch "
    "hotel hotels motel motels inn restaurant company app apps able actually ago amount answer area back bad "
    "began begin best better big bit bought bring brought "
    "business "
    "buy buying call called case cause certain chance change check choice choose company complete completely "
    "couple course date day decide decided definitely different end ended entire especially everybody "
    "evening "
    "exactly example expect expected expecting experience extremely fact feel feeling fell felt find finally "
    "fine finish first forward found friend friends full fully half hand happen happened hard head hear "
    "heard "
    "high highly home honestly hope hour house huge husband i'm idea immediately important issue item job "
    "kind "
    "late leave left life line little live living long look looked looking lost love low main man manner "
    "matter "
    "mean mention middle min mind minute minutes moment month morning mr mrs name nearly new next night "
    "no-one "
    "note notice number occasion offer old ones open opinion order order ordered ordering overall owner pay "
    "paid part "
    "past people person picture piece place plan plus point possible present product purchase purchased "
    "question "
    "read real reason receive received recent recently recommend recommendation recommended regular remember "
    "rest "
    "result return returned review right run second seem seemed seems send sent set share short show side "
    "simple simply single small somewhere sort speak spend spent star stars start started stay "
    "stayed staying step stop stuff suggest suggestion sunday summer super surprise talk tell ten thank "
    "thanks thought "
    "time times today told tomorrow tonight top total totally trip truly try turn type understand "
    "unfortunately "
    "visit visited visiting want watch wed week weekend whatever wife wish wonder word work worked "
    "working world worth year years yesterday yesterday years young monday tuesday wednesday thursday friday "
    "saturday "
    "january february march april june july august september october november december lovely ever two three "
    "four "
    "five six seven eight nine hundred couldn haven didn won doesn wasn isn weren shouldn wouldn hadn hasn "
    "guy guys "
    "woman boyfriend girlfriend mom mum dad daughter son absolutely literally basically "
    "apparently currently previously later soon instead twice multiple several enough rather etc am pm "
    "ended eventually exact extra favourite favorite forget general heaven hello honest incredible kept "
    "keep let lets level liked likely list lose moved nobody noticed okay opened opportunity option "
    "ordered particular particularly personal personally pick picked possibly previous prior proper properly "
    "putting ready realise realize realized reading respect running saw saying selected served "
    "sit sitting sat standard stand standing state stated suppose supposed sure talking telling terms "
    "therefore "
    "though thinking thrilled throughout ton tons took truth tried turned using ve wanted wear whole "
    "wonderful "
    "appreciate arrive arrived arriving asked asking ask attempt available aware believe certainly close "
    "closed come compared consider considering continue convinced cool correct deserve despite "
    "disappoint done easily easy enjoy enjoyed enjoying ensure entirely everyday given giving glad got happy "
    "include included including increase instance interesting knew known knowing lack large larger largest "
    "learn lived lucky major meant met mine needed normal normally obviously occasionally offered original "
    "perfect perfectly place placed planning playing provide provided providing public rarely rate rated "
    "rating "
    "reasonable refuse relatively rush seriously serve similar simply slightly special strange successful "
    "surprised thoroughly unable unless update upset usual variety various well whilst yet "
    // German
    "tag tage jahr jahre woche wochen mal zeit stunde stunden minute minuten ding dinge sache teil ende "
    "abend nacht "
    "monat monate leute mensch menschen mann frau kind kinder grund fall art weise punkt beispiel wahl "
    "gekauft bestellt bekommen gekommen gegangen gewesen gemacht gesagt gefunden gesehen finden kommen "
    "gehen sagen sehen stehen bleiben lassen geben nehmen empfehlen empfehlung danke bitte toll top "
    "absolut einfach total völlig ziemlich etwas neu neue neuen neues klein kleine kleinen groß große großen "
    // French
    "jour jours an ans année semaine mois fois temps heure heures minute soir nuit matin chose choses gens "
    "personne "
    "personnes monsieur madame part fin début côté cas point merci avis acheté commandé reçu passé petit "
    "petite petits grand grande grands bon bonne bons bonnes nouveau nouvelle vraiment déjà toujours "
    // Spanish
    "día días año años semana mes vez veces tiempo hora horas minuto noche mañana tarde cosa cosas gente "
    "persona "
    "personas señor parte fin lado caso punto gracias opinión compré pedí recibí pequeño pequeña grande "
    "grandes "
    "buen buena bueno buenos nuevo nueva realmente siempre "
    // Italian, Portuguese, Dutch
    "giorno giorni anno anni settimana volta volte tempo ora ore notte cosa cose gente persona persone parte "
    "dia "
    "dias ano semana vez pessoa pessoas coisa dag dagen jaar week keer tijd uur avond nacht ding mensen ";

// Articles, possessives and prepositions after which a noun comes.
constexpr const char* kNounLast =
    "the a an my our your their his her its this these those no some any every each of with for in at on "
    "from by "
    "about without der die das den dem des ein eine einen einem einer kein keine mein meine unser unsere ihr "
    "ihre mit "
    "von für im am zum zur beim het een de mijn ons onze hun dit deze";
constexpr const char* kNounFirst =
    "le la les un une des du au aux mon ma mes notre nos votre vos leur leurs ce cette ces el los las una "
    "unos unas del "
    "al mi su sus nuestro nuestra il lo gli i uno nel della dello dei con sem com o os as um uma no na nos "
    "nas";

}  // namespace

std::string folded_word(std::string_view word) {
  for (const std::string_view genitive : {"'s", "\xe2\x80\x99s"}) {
    if (word.size() > genitive.size() + 1 && word.ends_with(genitive)) {
      word.remove_suffix(genitive.size());
      break;
    }
  }
  std::string folded{word};
  const auto ends = [&](std::string_view end) {
    return folded.size() > end.size() + 1 && folded.ends_with(end);
  };
  const auto drop = [&](std::size_t bytes) { folded.resize(folded.size() - bytes); };
  if (folded.size() < 4 || !folded.ends_with('s')) return folded;
  if (ends("ies") && folded.size() > 4) {
    drop(3), folded += 'y';
  } else if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes")) {
    drop(2);
  } else if (!ends("ss") && !ends("us") && !ends("is")) {
    drop(1);
  }
  return folded;
}

bool is_generic_word(std::string_view word) {
  static const WordList words{kGenericWords};
  return words.has(word);
}

Opener opener_of(std::string_view word) {
  static const WordList last{kNounLast};
  static const WordList first{kNounFirst};
  if (last.has(word)) return Opener::NounLast;
  return first.has(word) ? Opener::NounFirst : Opener::None;
}

}  // namespace attune::insight
