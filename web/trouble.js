// Errors that carry a sentence for people, and what to make of any other error.

/** @typedef {import("./protocol.js").Trouble} Trouble */

/** What went wrong and what to do, as one sentence; `detail` is for the log. The program itself is sound. */
export class TroubleError extends Error {
  /** @param {Trouble} trouble */
  constructor({ code, message, detail }) {
    super(message);
    this.code = code;
    this.detail = detail;
  }

  /** @returns {Trouble} */
  get trouble() {
    return { code: this.code, message: this.message, detail: this.detail };
  }
}

/** @param {unknown} error */
export const detailOf = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
