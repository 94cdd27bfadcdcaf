// One window in which somebody writes: what the server is known to have, the change that is on its way to it, and what has been
// typed since. At most one change is on its way. It knows nothing of the page.

import { applyEdit, changesNothing, composeEdits, editBetween, transformEdits } from "./text-edit.js";

export class NotesWriter {
  #client;
  #sequence = 0;
  #revision;
  #known;
  #sent = null;
  #waiting = null;

  /** A window that has a text; `kept` is what another kept that was closed before all had been sent. */
  constructor(client, { revision, text }, kept) {
    this.#client = client;
    this.#revision = kept?.revision ?? revision;
    this.#known = kept?.known ?? text;
    this.#sent = kept?.sent ?? null;
    this.#waiting = kept?.waiting ?? null;
  }

  get revision() {
    return this.#revision;
  }

  /** Whose last change it is that the server is asked about. */
  get client() {
    return this.#sent?.client ?? this.#client;
  }

  /** The text as its writer sees it. */
  get text() {
    return [this.#sent?.edit, this.#waiting]
      .filter(Boolean)
      .reduce((text, edit) => applyEdit(edit, text), this.#known);
  }

  get pending() {
    return Boolean(this.#sent || this.#waiting);
  }

  /** What must be kept so that nothing is lost; null if all has arrived. */
  get kept() {
    return this.pending
      ? { revision: this.#revision, known: this.#known, sent: this.#sent, waiting: this.#waiting }
      : null;
  }

  typed(edit) {
    if (!changesNothing(edit)) {
      this.#waiting = this.#waiting ? composeEdits(this.#waiting, edit) : edit;
    }
  }

  /** The change to send: that whose answer has not come, or else what has been typed since. Null if all has arrived. */
  next() {
    if (!this.#sent && this.#waiting) {
      this.#sent = { client: this.#client, sequence: ++this.#sequence, edit: this.#waiting };
      this.#waiting = null;
    }
    return this.#sent && { ...this.#sent, base: this.#revision };
  }

  /** The change on its way was refused: it is tried again with what is typed next. */
  refused() {
    if (this.#sent) {
      this.#waiting = this.#waiting ? composeEdits(this.#sent.edit, this.#waiting) : this.#sent.edit;
      this.#sent = null;
    }
  }

  /**
   * Takes in what others have written, and that the own change has arrived.
   *
   * @returns the changes to make to the text that the writer sees; null if something between is missing
   */
  hear({ edits, whole }) {
    const shown = [];
    if (whole) {
      if (this.#sent && whole.sequence >= this.#sent.sequence) {
        this.#known = applyEdit(this.#sent.edit, this.#known);
        this.#sent = null;
      }
      shown.push(this.#moved(editBetween(this.#known, whole.text)));
      this.#known = whole.text;
      this.#revision = whole.revision;
    }
    for (const { revision, client, sequence, steps } of edits) {
      if (revision > this.#revision + 1) {
        return null;
      }
      if (revision === this.#revision + 1) {
        if (client === this.#sent?.client && sequence === this.#sent.sequence) {
          this.#sent = null;
        } else {
          shown.push(this.#moved(steps));
        }
        this.#known = applyEdit(steps, this.#known);
        this.#revision = revision;
      }
    }
    return shown.filter((edit) => !changesNothing(edit));
  }

  /** A change by somebody else as it is made to what the writer sees; her own are moved behind it. */
  #moved(edit) {
    let moved = edit;
    if (this.#sent) {
      [moved, this.#sent.edit] = transformEdits(moved, this.#sent.edit);
    }
    if (this.#waiting) {
      [moved, this.#waiting] = transformEdits(moved, this.#waiting);
    }
    return moved;
  }
}
