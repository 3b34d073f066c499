// The few sentences in plain HTML: where there is no canvas, or none yet. Everything else is said by the canvas
// (src/ui/state/strings.inc).

/** @typedef {import("./protected_file.js").Words} ProtectedWords */
/**
 * @typedef {{
 *   update: string, updateNow: string, updateLater: string,
 *   noWebAssembly: string, noWebGl: string, notStarted: string, protectedFile: Omit<ProtectedWords, "lang">,
 * }} PageWords
 */

/** @type {{[language: string]: PageWords}} */
const WORDS = {
  en: {
    update: "A new version is ready. What is open now will be closed.", updateNow: "Use it now", updateLater: "Later",
    noWebAssembly: "This browser runs no WebAssembly, which Attune is made of. Please use a current version of Firefox, Chrome, Edge or Safari.",
    noWebGl: "This browser shows no WebGL 2 graphics, which Attune draws with. Turn on hardware acceleration in its settings, or use another browser.",
    notStarted: "Attune could not start. Check the connection and reload the page.",
    protectedFile: {
      title: "Protected report", hint: "Ask whoever gave you this file for its passphrase. Nothing you type leaves this computer.", label: "Passphrase", button: "Open",
      wrong: "That is not the passphrase of this file. Check capital letters and spaces, and try again.",
      unable: "This browser cannot open protected files. Use a current version of Firefox, Chrome, Edge or Safari.",
    },
  },
  de: {
    update: "Eine neue Version ist bereit. Was offen ist, wird geschlossen.", updateNow: "Jetzt verwenden", updateLater: "Später",
    noWebAssembly: "Dieser Browser führt kein WebAssembly aus, aus dem Attune besteht. Verwenden Sie eine aktuelle Version von Firefox, Chrome, Edge oder Safari.",
    noWebGl: "Dieser Browser zeigt keine WebGL-2-Grafik, mit der Attune zeichnet. Schalten Sie in den Einstellungen die Hardwarebeschleunigung ein, oder verwenden Sie einen anderen Browser.",
    notStarted: "Attune konnte nicht starten. Prüfen Sie die Verbindung und laden Sie die Seite neu.",
    protectedFile: {
      title: "Geschützter Bericht", hint: "Fragen Sie nach dem Kennwortsatz, wer Ihnen die Datei gab. Was Sie eingeben, verlässt diesen Computer nicht.", label: "Kennwortsatz", button: "Öffnen",
      wrong: "Das ist nicht der Kennwortsatz dieser Datei. Prüfen Sie Großbuchstaben und Leerzeichen, und versuchen Sie es noch einmal.",
      unable: "Dieser Browser kann geschützte Dateien nicht öffnen. Verwenden Sie eine aktuelle Version von Firefox, Chrome, Edge oder Safari.",
    },
  },
  fr: {
    update: "Une nouvelle version est prête. Ce qui est ouvert sera fermé.", updateNow: "L’utiliser", updateLater: "Plus tard",
    noWebAssembly: "Ce navigateur n’exécute pas WebAssembly, dont Attune est fait. Utilisez une version récente de Firefox, Chrome, Edge ou Safari.",
    noWebGl: "Ce navigateur n’affiche pas WebGL 2, avec quoi Attune dessine. Activez l’accélération matérielle dans ses réglages, ou utilisez un autre navigateur.",
    notStarted: "Attune n’a pas pu démarrer. Vérifiez la connexion et rechargez la page.",
    protectedFile: {
      title: "Rapport protégé", hint: "Demandez la phrase secrète à qui vous a donné ce fichier. Rien de ce que vous tapez ne quitte cet ordinateur.", label: "Phrase secrète", button: "Ouvrir",
      wrong: "Ce n’est pas la phrase secrète de ce fichier. Vérifiez majuscules et espaces, et réessayez.",
      unable: "Ce navigateur ne peut pas ouvrir les fichiers protégés. Utilisez une version récente de Firefox, Chrome, Edge ou Safari.",
    },
  },
  es: {
    update: "Hay una versión nueva. Lo que está abierto se cerrará.", updateNow: "Usarla ahora", updateLater: "Más tarde",
    noWebAssembly: "Este navegador no ejecuta WebAssembly, de lo que está hecho Attune. Use una versión actual de Firefox, Chrome, Edge o Safari.",
    noWebGl: "Este navegador no muestra gráficos WebGL 2, con los que dibuja Attune. Active la aceleración por hardware en su configuración o use otro navegador.",
    notStarted: "Attune no pudo iniciarse. Compruebe la conexión y recargue la página.",
    protectedFile: {
      title: "Informe protegido", hint: "Pida la frase de contraseña a quien le dio este archivo. Nada de lo que escribe sale de este ordenador.", label: "Frase de contraseña", button: "Abrir",
      wrong: "Esa no es la frase de contraseña de este archivo. Compruebe mayúsculas y espacios e inténtelo de nuevo.",
      unable: "Este navegador no puede abrir archivos protegidos. Use una versión actual de Firefox, Chrome, Edge o Safari.",
    },
  },
};

/** Of the canvas, and of the page around it; any other tag gets the first. */
export const LANGUAGES = Object.keys(WORDS);

/** @param {string} tag  "de-AT" @returns {string} */
export const languageOf = (tag) => LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)) ?? LANGUAGES[0];

/**
 * Which way the interface is read. None of its languages runs from right to left yet; "de-XB" stands for one that does
 * (src/ui/state/strings.hpp).
 * @param {string} tag @returns {"ltr" | "rtl"}
 */
export const directionOf = (tag) => (tag.endsWith("-XB") ? "rtl" : "ltr");

/** @param {string} language  one of LANGUAGES */
export const wordsOf = (language) => WORDS[language];
