#include "insight/replies_templates.hpp"

#include <array>

namespace attune::insight {
namespace {

struct LanguageWords {
  std::string_view language, greeting_by_name, greeting;
  std::array<std::string_view, 4> openings;          // by ReplyTone
  std::array<std::string_view, kReplyKinds> bodies;  // by ReplyKind
  std::string_view closing, disclosure;
};

constexpr std::array<LanguageWords, 4> kLanguages{{
    {"en",
     "Dear {customer},",
     "Hello,",
     {"thank you for telling us, and I am sorry.", "thank you, that made our day.",
      "thank you for writing to us.", "thank you for your question."},
     {"What you describe must not happen. Please tell us when it was and how we can reach you; the person in "
      "charge will look into it today.",
      "An amount that is not right has to be put right. Please send us the day and the sum, and, if you have "
      "it, the receipt or the order number {order}.",
      "You ask for your money back. Please send us the order number {order} or the receipt, so that we can "
      "check it and answer you.",
      "We would be sorry to lose you. If you want to leave, tell us and we do what you ask; if something can "
      "be put right, tell us what.",
      "You are waiting for your order. With the order number {order} we can see where it is and tell you.",
      "{product} should have been better than that. Please tell us a little more, so that we can find out "
      "what went wrong.",
      "[Write the answer here: the question is quoted above.]",
      "You have asked us for something. [Say here what you can do, and by when.]",
      "We are glad about what you liked, and we have read what you did not like as carefully.",
      "We pass it on to everybody who had a hand in it. See you soon!"},
     "Kind regards\n{signature}",
     "This reply was drafted by software and checked by a person."},
    {"de",
     "Guten Tag {customer},",
     "Guten Tag,",
     {"danke, dass Sie uns das sagen. Es tut mir leid.", "vielen Dank, das hat uns sehr gefreut.",
      "danke für Ihre Nachricht.", "danke für Ihre Frage."},
     {"Was Sie beschreiben, darf nicht passieren. Bitte sagen Sie uns, wann es war und wie wir Sie "
      "erreichen; die verantwortliche Person geht dem noch heute nach.",
      "Ein falscher Betrag muss richtiggestellt werden. Bitte nennen Sie uns Tag und Summe und, falls "
      "vorhanden, den Beleg oder die Bestellnummer {order}.",
      "Sie möchten Ihr Geld zurück. Bitte schicken Sie uns die Bestellnummer {order} oder den Beleg, damit "
      "wir es prüfen und Ihnen antworten können.",
      "Wir würden Sie ungern verlieren. Wenn Sie gehen möchten, sagen Sie es, und wir tun, worum Sie bitten; "
      "wenn sich etwas ändern lässt, sagen Sie uns, was.",
      "Sie warten auf Ihre Bestellung. Mit der Bestellnummer {order} können wir nachsehen und Ihnen sagen, "
      "wo sie ist.",
      "{product} hätte besser sein sollen. Bitte erzählen Sie uns etwas mehr, damit wir herausfinden, was "
      "schiefging.",
      "[Hier steht Ihre Antwort: Die Frage ist oben zitiert.]",
      "Sie haben uns um etwas gebeten. [Hier steht, was Sie tun können und bis wann.]",
      "Wir freuen uns über das, was Ihnen gefallen hat, und haben ebenso genau gelesen, was Ihnen nicht "
      "gefallen hat.",
      "Wir geben es an alle weiter, die daran beteiligt waren. Bis bald!"},
     "Freundliche Grüße\n{signature}",
     "Diese Antwort hat eine Software entworfen und ein Mensch geprüft."},
    {"fr",
     "Bonjour {customer},",
     "Bonjour,",
     {"merci de nous l’avoir dit, et toutes nos excuses.", "merci, cela nous a fait très plaisir.",
      "merci pour votre message.", "merci pour votre question."},
     {"Ce que vous décrivez ne doit pas arriver. Dites-nous quand cela s’est passé et comment vous joindre ; "
      "la personne responsable s’en occupe aujourd’hui même.",
      "Un montant inexact doit être corrigé. Indiquez-nous le jour et la somme et, si vous l’avez, le reçu "
      "ou le numéro de commande {order}.",
      "Vous demandez un remboursement. Envoyez-nous le numéro de commande {order} ou le reçu, afin que nous "
      "puissions vérifier et vous répondre.",
      "Nous serions désolés de vous perdre. Si vous souhaitez partir, dites-le et nous ferons ce que vous "
      "demandez ; si quelque chose peut être corrigé, dites-nous quoi.",
      "Vous attendez votre commande. Avec le numéro de commande {order}, nous pouvons voir où elle se trouve "
      "et vous le dire.",
      "{product} aurait dû être meilleur. Dites-nous-en un peu plus, afin que nous comprenions ce qui n’a "
      "pas marché.",
      "[Écrivez ici la réponse : la question est citée ci-dessus.]",
      "Vous nous avez demandé quelque chose. [Dites ici ce que vous pouvez faire, et pour quand.]",
      "Nous sommes heureux de ce qui vous a plu, et nous avons lu avec autant d’attention ce qui vous a "
      "déplu.",
      "Nous le transmettons à tous ceux qui y ont contribué. À bientôt !"},
     "Cordialement\n{signature}",
     "Cette réponse a été rédigée par un logiciel et relue par une personne."},
    {"es",
     "Hola {customer}:",
     "Hola:",
     {"gracias por decírnoslo, y le pedimos disculpas.", "gracias, nos ha alegrado el día.",
      "gracias por escribirnos.", "gracias por su pregunta."},
     {"Lo que describe no debe ocurrir. Díganos cuándo fue y cómo podemos localizarle; la persona "
      "responsable lo revisará hoy mismo.",
      "Un importe incorrecto hay que corregirlo. Envíenos el día y la cantidad y, si lo tiene, el recibo o "
      "el número de pedido {order}.",
      "Nos pide la devolución del dinero. Envíenos el número de pedido {order} o el recibo, para que podamos "
      "comprobarlo y responderle.",
      "Sentiríamos perderle. Si quiere marcharse, díganoslo y haremos lo que pide; si algo se puede "
      "arreglar, díganos qué.",
      "Espera su pedido. Con el número de pedido {order} podemos ver dónde está y decírselo.",
      "{product} debería haber sido mejor. Cuéntenos un poco más, para que podamos averiguar qué falló.",
      "[Escriba aquí la respuesta: la pregunta está citada arriba.]",
      "Nos ha pedido algo. [Diga aquí qué puede hacer y para cuándo.]",
      "Nos alegra lo que le gustó y hemos leído con la misma atención lo que no le gustó.",
      "Se lo hacemos llegar a todos los que han participado. ¡Hasta pronto!"},
     "Un saludo\n{signature}",
     "Esta respuesta la ha redactado un programa y la ha revisado una persona."},
}};

const LanguageWords& words_in(std::string_view language) noexcept {
  for (const LanguageWords& one : kLanguages) {
    if (one.language == language) return one;
  }
  return kLanguages.front();
}

}  // namespace

const char* code_of(ReplyKind kind) noexcept {
  static constexpr std::array<const char*, kReplyKinds> kCodes{
      "safety",    "payment",  "refund",  "cancellation", "order-status",
      "complaint", "question", "request", "mixed",        "praise"};
  return kCodes[static_cast<std::size_t>(kind)];
}

const char* code_of(ReplyTone tone) noexcept {
  static constexpr std::array<const char*, 4> kCodes{"sorry", "warm", "calm", "clear"};
  return kCodes[static_cast<std::size_t>(tone)];
}

std::string_view reply_language(std::string_view language) noexcept { return words_in(language).language; }
std::string greeting_in(std::string_view language, bool has_name) {
  const LanguageWords& words = words_in(language);
  return std::string{has_name ? words.greeting_by_name : words.greeting};
}
std::string_view opening_in(std::string_view language, ReplyTone tone) noexcept {
  return words_in(language).openings[static_cast<std::size_t>(tone)];
}
std::string_view body_in(std::string_view language, ReplyKind kind) noexcept {
  return words_in(language).bodies[static_cast<std::size_t>(kind)];
}
std::string_view closing_in(std::string_view language) noexcept { return words_in(language).closing; }
std::string_view disclosure_in(std::string_view language) noexcept { return words_in(language).disclosure; }

}  // namespace attune::insight
