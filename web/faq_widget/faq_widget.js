// The page of the FAQ widget: takes a question, gives the shop's own answer or says that it has none and hands over to a
// person. It keeps nothing, fetches nothing and sends nothing: a mail is written in the visitor's own mail program.
"use strict";

(() => {
  /** @typedef {{language: string, shop: string, mail: string, phone: string, entries: {question: string, answer: string}[]}} Data */
  const data = /** @type {Data} */ (/** @type {any} */ (globalThis).AttuneFaqData);
  const { Matcher } = /** @type {any} */ (globalThis).AttuneFaq;

  const WORDS = {
    en: {
      title: "Questions and answers", label: "Your question", ask: "Ask", near: "Perhaps you mean:", other: "If that was not it:",
      machine: "You are talking to a program, not to a person. It knows {shop}’s list of answers and nothing else.",
      unknown: "I have no answer to that.", person: "A person helps you here:", byMail: "Write a mail", byPhone: "Call {phone}", subject: "A question", asked: "You asked:",
    },
    de: {
      title: "Fragen und Antworten", label: "Ihre Frage", ask: "Fragen", near: "Vielleicht meinen Sie:", other: "Falls es das nicht war:",
      machine: "Sie sprechen mit einem Programm, nicht mit einem Menschen. Es kennt die Antworten von {shop} und sonst nichts.",
      unknown: "Darauf habe ich keine Antwort.", person: "Ein Mensch hilft Ihnen hier:", byMail: "E-Mail schreiben", byPhone: "Anrufen: {phone}", subject: "Eine Frage", asked: "Sie haben gefragt:",
    },
    fr: {
      title: "Questions et réponses", label: "Votre question", ask: "Demander", near: "Vous voulez peut-être dire :", other: "Si ce n’était pas cela :",
      machine: "Vous parlez à un programme, pas à une personne. Il connaît les réponses de {shop} et rien d’autre.",
      unknown: "Je n’ai pas de réponse à cela.", person: "Une personne vous aide ici :", byMail: "Écrire un e-mail", byPhone: "Appeler le {phone}", subject: "Une question", asked: "Vous avez demandé :",
    },
    es: {
      title: "Preguntas y respuestas", label: "Su pregunta", ask: "Preguntar", near: "Quizá quiere decir:", other: "Si no era eso:",
      machine: "Habla con un programa, no con una persona. Conoce las respuestas de {shop} y nada más.",
      unknown: "No tengo respuesta a eso.", person: "Una persona le ayuda aquí:", byMail: "Escribir un correo", byPhone: "Llamar al {phone}", subject: "Una pregunta", asked: "Ha preguntado:",
    },
  };
  const wanted = (data.language || navigator.language || "en").slice(0, 2);
  const language = /** @type {keyof typeof WORDS} */ (wanted in WORDS ? wanted : "en");
  const words = WORDS[language];
  document.documentElement.lang = language;

  /** @param {string} id */
  const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @param {string} tag @param {string} text @param {string} [kind] */
  function made(tag, text, kind) {
    const one = document.createElement(tag);
    one.textContent = text; // never as HTML
    if (kind) one.className = kind;
    return one;
  }

  /** Links to a person; the question goes into the mail. @param {string} question */
  function personLinks(question) {
    const box = document.createDocumentFragment();
    if (data.mail) {
      const link = /** @type {HTMLAnchorElement} */ (made("a", words.byMail));
      link.href = `mailto:${encodeURIComponent(data.mail).replace("%40", "@")}?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(question)}`;
      box.append(link);
    }
    if (data.mail && data.phone) box.append(" · ");
    if (data.phone) {
      const link = /** @type {HTMLAnchorElement} */ (made("a", words.byPhone.replace("{phone}", data.phone)));
      link.href = `tel:${data.phone.replace(/[^+0-9]/g, "")}`;
      box.append(link);
    }
    return box;
  }

  const matcher = new Matcher(data.entries);
  const log = element("log");

  /** @param {string} lead @param {{entry: {question: string, answer: string}}[]} matches */
  function choices(lead, matches) {
    const list = document.createElement("ul");
    for (const { entry } of matches) {
      const button = made("button", entry.question);
      button.addEventListener("click", () => show(entry.question, { answer: { entry }, near: [] }));
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
    const box = document.createDocumentFragment();
    box.append(made("p", lead), list);
    return box;
  }

  /** @param {string} question @param {{answer: any, near: any[]}} reply */
  function show(question, { answer, near }) {
    const asked = made("div", question, "asked");
    asked.setAttribute("aria-label", `${words.asked} ${question}`);
    const box = made("div", "", "answered");
    if (answer) box.append(made("span", answer.entry.question, "question"), answer.entry.answer);
    else box.append(made("p", words.unknown));
    if (near.length > 0) box.append(choices(answer ? words.other : words.near, near));
    if (!answer && (data.mail || data.phone)) {
      const hand = made("p", `${words.person} `);
      hand.append(personLinks(question));
      box.append(hand);
    }
    log.append(asked, box);
    box.scrollIntoView({ block: "nearest" });
  }

  element("title").textContent = data.shop ? `${data.shop}: ${words.title}` : words.title;
  document.title = element("title").textContent ?? "";
  element("machine").textContent = words.machine.replace("{shop}", data.shop || "…");
  element("label").textContent = words.label;
  element("ask").textContent = words.ask;
  if (data.mail || data.phone) {
    element("person").textContent = `${words.person} `;
    element("person").append(personLinks(""));
  }
  const input = /** @type {HTMLInputElement} */ (element("question"));
  element("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return;
    show(question, matcher.reply(question));
    input.value = "";
    input.focus();
  });
})();
