// The two word lists behind insight/phrases.hpp: words that mean nothing by themselves, and words that
// only judge. Sorted at first use; a new language is a line in each.

#include "insight/phrases.hpp"
#include "insight/word_list.hpp"

namespace attune::insight {
namespace {

constexpr const char* kFunctionWords =
    // English
    "a about above after again all almost already also although always am an and another any anyone anything "
    "are aren't around as at "
    "away back be because been before being below between both but by came can can't cannot come comes "
    "coming could couldn't did didn't do "
    "does doesn't doing don't done down during each either else enough especially even ever every everyone "
    "everything few for from further get "
    "gets getting give given go goes going gone gonna got had hadn't has hasn't have haven't having he he's "
    "her here hers him his how however i "
    "i'd i'll i'm i've if in instead into is isn't it it's its itself just keep kept know last later least "
    "less let like lot lots made make makes "
    "making many may maybe me might mine more most much must my myself need needed needs neither never next "
    "no nobody none nor not nothing now of off "
    "often oh ok okay on once one only or other others our ours out over own per perhaps pretty probably put "
    "quite rather really said same saw say "
    "says see seen several shall she she's should shouldn't since so some someone something sometimes "
    "somewhat soon still such sure take taken takes than "
    "that that's the their theirs them themselves then there there's these they they're they've thing things "
    "think this those though thought through "
    "thus to together told too took toward tried try trying two under until up upon us use used using "
    "usually very via want wanted was wasn't way we "
    "we're we've well went were weren't what what's when where whether which while who whole whom whose why "
    "will with within without won't would wouldn't "
    "yes yet you you'd you'll you're you've your yours im ive dont didnt doesnt isnt wasnt cant wont couldnt "
    "wouldnt id ill "
    // German
    "aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis "
    "bisschen bist da dabei dafür damit danach dann "
    "das dass davon dazu dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir "
    "doch dort du durch ein eine einem einen einer "
    "eines einfach einige einmal er es etwas euch euer für ganz gar gibt ging gut habe haben hab hat hatte "
    "hatten hier hin hinter ich ihm ihn ihnen ihr "
    "ihre im immer in ins ist ja jede jeder jedes jetzt kann kein keine keinen können könnte leider machen "
    "mal man mehr mein meine mich mir mit muss "
    "müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so sogar "
    "soll sonst über um und uns unser unter viel viele "
    "vom von vor wann war waren warum was weg weil weiter welche wenn wer werden wie wieder will wir wird "
    "wirklich wo wurde wurden zu zum zur zwar zwei "
    // French
    "ai ainsi alors après as assez au aucun aussi autre aux avait avant avec avez avoir avons beaucoup bien "
    "c'est car ce cela ces cet cette ceux chaque chez "
    "comme comment d'un d'une dans de depuis des deux donc du elle elles en encore entre est et étaient "
    "était été être eu fait faire fois font il ils j'ai je "
    "jamais jour la le les leur leurs lors lui ma mais malgré me même mes moi moins mon n'est ne ni non nos "
    "notre nous on ont ou où par parce pas pendant peu "
    "peut plus plusieurs pour pourquoi presque qu'il quand que quel quelle quelques qui quoi rien s'est sa "
    "sans se ses si son sont sous sur ta tant te tes toi "
    "ton toujours tous tout toute toutes très trop tu un une va vers vos votre vous vraiment y "
    // Spanish
    "al algo algunas algunos ante antes aquí así aunque bastante bien cada casi como con contra cual cuando "
    "de del desde donde dos durante e el él ella ellas "
    "ellos en entre era eran es esa ese eso esta está estaba estado están estar este esto estos fue fueron "
    "ha había hace hacer han hasta hay he la las le les lo "
    "los más me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otro otros para "
    "pero poco por porque pues que qué quien se sea según "
    "ser si sí sido sin sino sobre solo sólo son su sus también tan tanto te tenía tiene tienen toda todas "
    "todo todos tu tuve un una uno unos vez y ya yo "
    // Italian, Portuguese, Dutch
    "abbiamo agli al alla alle anche ancora avevo c'è che chi ci come con così cui da dal dalla degli dei "
    "del della delle di dopo dove due è era erano essere "
    "fare gli ha hanno ho il io la le lei loro lui ma mi mia mio molto ne nei nel nella noi non nostra o "
    "ogni ora per però perché più poi poco prima qua "
    "quando quello questa questo sempre senza si sia sono sta stata stato su sul sulla suo tra troppo tutti "
    "tutto un una uno voi "
    "a ao aos as até com como da das de dela dele depois do dos ela ele eles em então era essa esse esta "
    "está estava este eu foi foram há isso já lá lhe mais mas "
    "me mesmo meu minha muito muitos na não nas nem no nos nós num numa o os ou para pela pelo por porque "
    "pouco quando que quem se sem ser seu só sua também "
    "tem tinha tudo um uma você "
    "aan al alles als altijd ben bij daar dan dat de der deze die dit doen door dus een en er erg ge geen "
    "had heb hebben heeft heel het hier hij hoe hun ik in is "
    "je kan kon maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op "
    "over reeds te tegen toch toen tot u uit uw van veel "
    "voor waren was wat we weer wel werd wezen wie wij wil worden zal ze zei zelf zich zij zijn zo zonder "
    "zou";

constexpr const char* kVerdictWords =
    // English
    "absolutely adore adored amazing annoyed annoying appalling atrocious average avoid awesome awful bad "
    "badly beautiful best better brilliant complaint "
    "completely crap cute decent definitely delighted delightful delicious disappoint disappointed "
    "disappointing disappointment disgusted disgusting dislike "
    "dreadful enjoy enjoyable enjoyed excellent exceptional fabulous fail failed fan fantastic favorite "
    "favourite fine five four flawless forever "
    "frustrated frustrating garbage glad good gorgeous gotten great greatest guess happier happy hate hated "
    "highly hope horrendous horrible impressed "
    "impressive incredible joke lovely love loved loves loving mediocre meh negative nice nicely outstanding "
    "overall pathetic perfect perfectly perfection "
    "pleasant pleased poor poorly positive recommend recommended regret ridiculous right rubbish sad sadly "
    "satisfied shame sorry special star stars "
    "stunning suck sucked sucks super superb terrible terribly terrific thank thankful thanks three top "
    "total totally truly ugly unacceptable unfortunately "
    "unhappy unimpressed unpleasant upset useless waste wasted wonderful worse worst worth worthless wow "
    "wrong yummy yum tasty again first time times "
    // German
    "ausgezeichnet begeistert beste besten bester enttäuscht enttäuschend enttäuschung empfehlen "
    "empfehlenswert empfehlung fantastisch furchtbar gerne großartig gut "
    "gute guten guter gutes hervorragend katastrophe klasse lecker liebe liebevoll mies nett okay perfekt "
    "prima sauer schade schlecht schlechte schlechten "
    "schlechter schön schöne schönen schrecklich spitze super toll tolle tollen toller traurig unmöglich "
    "unzufrieden wunderbar wunderschön zufrieden sterne "
    // French
    "adore adoré affreux agréable beau belle bon bonne bons bonnes catastrophe content contente déçu déçue "
    "décevant délicieux dommage étoiles excellent excellente "
    "formidable génial géniale horrible hélas magnifique mauvais mauvaise médiocre merci nul nulle parfait "
    "parfaite recommande ravi ravie super superbe top "
    // Spanish
    "agradable bonito bueno buena buenas buenos buen decepción decepcionado decepcionante delicioso encanta "
    "encantó encantado estrellas excelente excelentes fatal "
    "fantástico genial gracias gusta gustó horrible increíble lamentable lástima maravilloso mal mala malo "
    "malas mejor mejores pena pésimo pésima peor perfecta perfecto "
    "recomendable recomiendo rico rica terrible "
    // Italian, Portuguese, Dutch
    "bello bella bellissimo brutto buona buono buoni consigliato deludente delusione eccellente grazie male "
    "ottima ottimo peccato perfetta perfetto pessima pessimo "
    "scarso squisito stelle stupendo "
    "boa bom bons excelentes gostei maravilhoso mau melhor obrigado ótima ótimo pior recomendo ruim "
    "aardig fantastisch fijn geweldig goed goede heerlijk helaas jammer leuk leuke lekker lekkere mooi mooie "
    "prachtig prima slecht slechte teleurgesteld teleurstellend "
    "tevreden top vreselijk waardeloos";

}  // namespace

bool is_function_word(std::string_view word) {
  static const WordList words{kFunctionWords};
  return words.has(word);
}

bool is_verdict_word(std::string_view word) {
  static const WordList words{kVerdictWords};
  return words.has(word);
}

}  // namespace attune::insight
