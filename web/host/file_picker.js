// The browser's own dialogs for choosing files or a folder. They open only from a click or a key press.

import { isHidden } from "./drop_zone.js";

export class FilePicker {
  #files = input();
  #folder = input();
  #text = input();
  #adds = false; // what is chosen next comes beside what is open

  /** @param {(files: import("../protocol.js").NamedFile[], adds: boolean) => void} onFiles */
  constructor(onFiles) {
    this.#folder.webkitdirectory = true;
    for (const element of [this.#files, this.#folder]) {
      element.addEventListener("change", () => {
        const files = [...(element.files ?? [])].filter(({ name }) => !isHidden(name))
          .map((file) => ({ name: file.webkitRelativePath || file.name, file }));
        element.value = ""; // the same file may be chosen again
        if (files.length > 0) onFiles(files, this.#adds);
      });
    }
  }

  /** @param {boolean} adds */
  pickFiles(adds) {
    this.#adds = adds;
    this.#files.click();
  }

  /** One small file as text. @param {(text: string) => void} onText */
  pickText(onText) {
    this.#text.multiple = false;
    this.#text.onchange = async () => {
      const file = this.#text.files?.[0];
      this.#text.value = "";
      if (file) onText(await file.text());
    };
    this.#text.click();
  }

  pickFolder() {
    this.#adds = false;
    this.#folder.click();
  }
}

/** Hidden: the buttons that people and screen readers meet are the canvas's. */
function input() {
  const element = document.createElement("input");
  element.type = "file";
  element.multiple = true;
  element.hidden = true;
  document.body.append(element);
  return element;
}
