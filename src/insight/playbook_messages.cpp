// What the playbooks' messages say. They name no discount and no deadline: what a shop gives is for the shop
// to say, in the [brackets].
#include <array>

#include "insight/playbooks.hpp"

namespace attune::insight {
namespace {

using Messages = std::array<PlaybookMessage, 4>;

constexpr std::array<Messages, kPlaybooks> kMessages{{
    Messages{
        {{"en", "About your last visit",
          "Hello {{first_name}},\n\nyou told us that something was not right ({{complaint}}), and you were "
          "right to. [Say what you did about it.] If you like, tell us more: just answer this mail.\n"},
         {"de", "Zu Ihrem letzten Besuch",
          "Guten Tag {{first_name}},\n\nSie haben uns gesagt, dass etwas nicht gestimmt hat ({{complaint}}), "
          "und das zu Recht. [Was Sie dagegen getan haben.] Wenn Sie mögen, erzählen Sie uns mehr: Antworten "
          "Sie einfach auf diese Mail.\n"},
         {"fr", "À propos de votre dernière visite",
          "Bonjour {{first_name}},\n\nvous nous avez dit que quelque chose n’allait pas ({{complaint}}), et "
          "vous aviez raison. [Ce que vous avez fait.] Si vous le souhaitez, dites-nous-en plus : répondez "
          "simplement à ce message.\n"},
         {"es", "Sobre su última visita",
          "Hola {{first_name}}:\n\nNos dijo que algo no estaba bien ({{complaint}}), y con razón. [Qué han "
          "hecho al respecto.] Si quiere, cuéntenos más: responda a este correo.\n"}}},
    Messages{{{"en", "We miss you",
               "Hello {{first_name}},\n\nyou have not been here since {{last_order}}. If we did something "
               "wrong, tell us: an answer to this mail reaches a person. And if it was chance: [what is new, "
               "or {{product}}].\n"},
              {"de", "Sie fehlen uns",
               "Guten Tag {{first_name}},\n\nseit {{last_order}} waren Sie nicht mehr da. Falls wir etwas "
               "falsch gemacht haben, sagen Sie es uns: Eine Antwort auf diese Mail liest ein Mensch. Und "
               "falls es Zufall war: [was es Neues gibt, oder {{product}}].\n"},
              {"fr", "Vous nous manquez",
               "Bonjour {{first_name}},\n\nnous ne vous avons pas vu depuis le {{last_order}}. Si nous avons "
               "commis une erreur, dites-le-nous : une personne lit les réponses à ce message. Et si c’est "
               "le hasard : [les nouveautés, ou {{product}}].\n"},
              {"es", "Le echamos de menos",
               "Hola {{first_name}}:\n\nNo le vemos desde el {{last_order}}. Si hicimos algo mal, díganoslo: "
               "una persona lee las respuestas a este correo. Y si fue casualidad: [qué hay de nuevo, o "
               "{{product}}].\n"}}},
    Messages{{{"en", "You said it, we changed it",
               "Hello {{first_name}},\n\nsome time ago you wrote to us about this: {{complaint}}. [What has "
               "changed since.] See for yourself and tell us whether it is better now.\n"},
              {"de", "Sie haben es gesagt, wir haben es geändert",
               "Guten Tag {{first_name}},\n\nvor einiger Zeit haben Sie uns hierüber geschrieben: "
               "{{complaint}}. [Was sich seither geändert hat.] Überzeugen Sie sich selbst und sagen Sie "
               "uns, ob es jetzt besser ist.\n"},
              {"fr", "Vous l’avez dit, nous l’avons changé",
               "Bonjour {{first_name}},\n\nil y a quelque temps, vous nous avez écrit à ce sujet : "
               "{{complaint}}. [Ce qui a changé depuis.] Venez voir et dites-nous si c’est mieux.\n"},
              {"es", "Usted lo dijo, nosotros lo cambiamos",
               "Hola {{first_name}}:\n\nHace un tiempo nos escribió sobre esto: {{complaint}}. [Qué ha "
               "cambiado desde entonces.] Compruébelo y díganos si ahora está mejor.\n"}}},
    Messages{{{"en", "How was it?",
               "Hello {{first_name}},\n\nyou ordered {{product}} from us for the first time. We hope it was "
               "what you expected. [What goes well with it.]\n"},
              {"de", "Wie war es?",
               "Guten Tag {{first_name}},\n\nSie haben zum ersten Mal bei uns bestellt: {{product}}. Wir "
               "hoffen, es war, wie Sie es erwartet haben. [Was gut dazu passt.]\n"},
              {"fr", "Alors, c’était comment ?",
               "Bonjour {{first_name}},\n\nvous avez commandé chez nous pour la première fois : {{product}}. "
               "Nous espérons que cela vous a plu. [Ce qui va bien avec.]\n"},
              {"es", "¿Qué tal?",
               "Hola {{first_name}}:\n\nHa pedido por primera vez en nuestra tienda: {{product}}. Esperamos "
               "que fuera lo que esperaba. [Qué combina bien.]\n"}}},
    Messages{{{"en", "Thank you",
               "Hello {{first_name}},\n\nyou have been here {{orders}} times. That is no small thing to us. "
               "Thank you. [A word from the owner.]\n"},
              {"de", "Danke",
               "Guten Tag {{first_name}},\n\n{{orders}} Mal waren Sie schon bei uns. Das ist für uns nicht "
               "selbstverständlich. Danke. [Ein Wort von Ihnen.]\n"},
              {"fr", "Merci",
               "Bonjour {{first_name}},\n\nvous êtes venu {{orders}} fois. Ce n’est pas rien pour nous. "
               "Merci. [Un mot de votre part.]\n"},
              {"es", "Gracias",
               "Hola {{first_name}}:\n\nHa venido {{orders}} veces. Para nosotros no es poca cosa. Gracias. "
               "[Unas palabras suyas.]\n"}}},
    Messages{
        {{"en", "Tell us, good or bad",
          "Hello {{first_name}},\n\nyou were here on {{last_order}}. What was good, what was not? A line or "
          "two help us and others. [Link to where you collect reviews.]\n"},
         {"de", "Sagen Sie es uns, gut oder schlecht",
          "Guten Tag {{first_name}},\n\nam {{last_order}} waren Sie bei uns. Was war gut, was nicht? Ein, "
          "zwei Zeilen helfen uns und anderen. [Link zu Ihren Bewertungen.]\n"},
         {"fr", "Dites-le-nous, bon ou mauvais",
          "Bonjour {{first_name}},\n\nvous êtes venu le {{last_order}}. Qu’est-ce qui était bien, qu’est-ce "
          "qui l’était moins ? Une ligne ou deux nous aident, et d’autres aussi. [Lien vers vos avis.]\n"},
         {"es", "Cuéntenoslo, bueno o malo",
          "Hola {{first_name}}:\n\nEstuvo aquí el {{last_order}}. ¿Qué estuvo bien y qué no? Una o dos "
          "líneas nos ayudan, y a otros también. [Enlace a sus opiniones.]\n"}}},
}};

}  // namespace

std::span<const PlaybookMessage> messages_of(PlaybookId id) noexcept {
  return kMessages[static_cast<std::size_t>(id)];
}

}  // namespace attune::insight
