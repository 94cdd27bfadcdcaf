// Notes that several people write at the same time: a field for a text of lines, who is there, and whether all is kept. The
// server orders the changes; it sets `notes`, calls `hear` when others have written and `meet` when people come and go, and is
// sent changes through `$server`. All words come from the server. What has not arrived is kept in this tab until it has.

import { Connection } from "./connection.js";
import { NotesWriter } from "./notes/writer.js";
import { editBetween, moveIndex } from "./notes/text-edit.js";

const NOTES_HEARTBEAT = 10_000;
const NOTES_BATCH = 60;
const NOTES_AGAIN = 3_000;
const NOTES_WRITING = 3_000;
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

const part = (tag, className) => Object.assign(document.createElement(tag), { className });

class SharedNotes extends HTMLElement {
  #notes = null;
  #writer = null;
  #area = null;
  #shown = "";
  #composing = false;
  #heard = [];
  #connected = true;
  #refused = "";
  #asking = false;
  #timer = 0;
  #beat = 0;
  #people = [];
  #connection = new Connection(
    (connected) => this.#connectedNow(connected),
    () => this.$server.stay(),
  );

  connectedCallback() {
    if (Object.hasOwn(this, "notes")) {
      const early = this.notes;
      delete this.notes;
      this.notes = early;
    }
    this.#connection.start();
    this.#beat = setInterval(() => this.#connected && this.$server?.stay(), NOTES_HEARTBEAT);
  }

  disconnectedCallback() {
    this.#connection.stop();
    clearInterval(this.#beat);
    clearTimeout(this.#timer);
  }

  // ---- what the server says ----------------------------------------------------------------------------------------

  get notes() {
    return this.#notes;
  }

  set notes(notes) {
    this.#notes = notes;
    const kept = JSON.parse(sessionStorage.getItem(this.#place) ?? "null");
    this.#writer = new NotesWriter(notes.client, notes, kept);
    this.#build();
    this.#shown = this.#writer.text;
    this.#area.value = this.#shown;
    this.#count();
    if (kept) {
      this.#catchUp();
    }
  }

  /** Takes in what has been written. */
  hear(news) {
    if (!this.#writer) {
      return;
    }
    if (this.#composing) {
      // What is being composed belongs to the input method: a change around it would break it off.
      this.#heard.push(news);
      return;
    }
    const edits = this.#writer.hear(news);
    if (!edits) {
      this.#catchUp();
      return;
    }
    edits.forEach((edit) => this.#show(edit));
    news.edits.filter(({ client }) => client !== this.#notes.client).forEach(({ client }) => this.#markWriting(client));
    if (news.saved) {
      this.#saved.textContent = news.saved;
    }
    this.#keep();
  }

  /** Takes in who is here. */
  meet(people) {
    const list = this.querySelector(".notes-people");
    if (!list) {
      this.#people = people;
      return;
    }
    this.#people = people;
    const seen = new Map();
    people.forEach(({ client, name, own }) => {
      const entry = seen.get(name) ?? { clients: [], own };
      entry.clients.push(client);
      seen.set(name, entry);
    });
    list.replaceChildren(
      ...[...seen].map(([name, { clients, own }]) => {
        const item = part("li", own ? "notes-person notes-own" : "notes-person");
        item.textContent = own ? this.#notes.words.you.replace("{name}", name) : name;
        item.dataset.clients = clients.join(" ");
        return item;
      }),
    );
  }

  // ---- drawing -----------------------------------------------------------------------------------------------------

  #build() {
    const { words, key, longest, closed, saved } = this.#notes;
    const label = part("label", "notes-label");
    label.textContent = words.label;
    this.#area = part("textarea", "notes-text");
    this.#area.id = `notes-${key}`;
    this.#area.maxLength = longest;
    this.#area.readOnly = closed;
    this.#area.rows = 10;
    this.#area.setAttribute("aria-describedby", `notes-help-${key}`);
    label.htmlFor = this.#area.id;
    const help = part("p", "notes-help");
    help.id = `notes-help-${key}`;
    help.textContent = words.help;
    const people = part("ul", "notes-people");
    people.setAttribute("aria-label", words.here);
    const foot = part("div", "notes-foot");
    const line = part("span", "saved-line");
    line.setAttribute("role", "status");
    line.textContent = saved;
    const saving = part("span", "notes-saving");
    saving.setAttribute("aria-hidden", "true");
    saving.textContent = words.saving;
    const count = part("span", "notes-count");
    foot.append(line, saving, count);
    const warning = part("p", "notes-warning");
    warning.setAttribute("role", "alert");
    this.replaceChildren(label, people, this.#area, warning, foot, help);
    this.#area.addEventListener("input", () => this.#typed());
    this.#area.addEventListener("compositionstart", () => {
      this.#composing = true;
    });
    this.#area.addEventListener("compositionend", () => this.#composed());
    this.meet(this.#people);
    this.#say();
  }

  get #saved() {
    return this.querySelector(".saved-line");
  }

  get #place() {
    return `shared-notes:${this.#notes.key}`;
  }

  /** Makes somebody else's change in the field. The caret and what is selected stay where they were in the text. */
  #show(edit) {
    const area = this.#area;
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area;
    let at = 0;
    for (const step of edit) {
      if (typeof step === "string") {
        area.setRangeText(step, at, at, "preserve");
        at += step.length;
      } else if (step > 0) {
        at += step;
      } else {
        area.setRangeText("", at, at - step, "preserve");
      }
    }
    const start = moveIndex(edit, selectionStart);
    const end = moveIndex(edit, selectionEnd);
    if (area.selectionStart !== start || area.selectionEnd !== end) {
      area.setSelectionRange(start, end, selectionDirection);
    }
    area.scrollTop = scrollTop;
    this.#shown = area.value;
    this.#count();
  }

  #count() {
    const { words, longest } = this.#notes;
    const length = this.#area.value.length;
    const count = this.querySelector(".notes-count");
    count.hidden = length < longest * 0.9;
    count.textContent = words.count.replace("{count}", length.toLocaleString(document.documentElement.lang));
    count.classList.toggle("notes-full", length >= longest);
  }

  /** Says what keeps the words from being kept. */
  #say() {
    const warning = this.querySelector(".notes-warning");
    const text = this.#connected ? this.#refused : this.#notes.words.offline;
    if (warning.textContent !== text) {
      warning.textContent = text;
    }
    this.classList.toggle("notes-pending", this.#writer.pending && this.#connected && !this.#refused);
  }

  #markWriting(client) {
    const item = [...this.querySelectorAll(".notes-person")].find((one) => one.dataset.clients.includes(client));
    if (item) {
      clearTimeout(item.timer);
      item.classList.add("notes-writing");
      item.timer = setTimeout(() => item.classList.remove("notes-writing"), NOTES_WRITING);
    }
  }

  // ---- what its writer does ----------------------------------------------------------------------------------------

  #typed() {
    if (this.#composing) {
      return;
    }
    const area = this.#area;
    if (area.value.search(UNSEEN) >= 0) {
      const caret = area.value.slice(0, area.selectionEnd).replace(UNSEEN, "").length;
      area.value = area.value.replace(UNSEEN, "");
      area.setSelectionRange(caret, caret);
    }
    if (area.value === this.#shown) {
      return;
    }
    this.#writer.typed(editBetween(this.#shown, area.value, area.selectionEnd));
    this.#shown = area.value;
    this.#refused = "";
    this.#count();
    this.#keep();
    this.#later(NOTES_BATCH);
  }

  #composed() {
    this.#composing = false;
    this.#typed();
    this.#heard.splice(0).forEach((news) => this.hear(news));
    this.#later(NOTES_BATCH);
  }

  #keep() {
    const kept = this.#writer.kept;
    if (kept) {
      sessionStorage.setItem(this.#place, JSON.stringify(kept));
    } else {
      sessionStorage.removeItem(this.#place);
    }
    this.#say();
  }

  // ---- what the server is told -------------------------------------------------------------------------------------

  #later(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), wait);
  }

  async #send() {
    if (this.#asking || this.#composing || !this.#connected || !this.isConnected || this.#refused) {
      return;
    }
    const next = this.#writer.next();
    if (!next) {
      return;
    }
    this.#keep();
    this.#asking = true;
    let wait = NOTES_BATCH;
    try {
      const answer = await this.$server.write(next.client, next.sequence, next.base, next.edit);
      this.#refused = answer.refused;
      if (answer.refused) {
        this.#writer.refused();
        this.#keep();
      } else {
        this.hear(answer);
      }
    } catch {
      // The application itself tells of faults; the change stays here and is sent again.
      wait = NOTES_AGAIN;
    }
    this.#asking = false;
    if (this.#writer.pending) {
      this.#later(wait);
    }
  }

  async #catchUp() {
    try {
      this.hear(await this.$server.since(this.#writer.client, this.#writer.revision));
    } catch {
      // It is asked again with the next change, or when the connection is back.
    }
    this.#later(NOTES_BATCH);
  }

  #connectedNow(connected) {
    this.#connected = connected;
    if (!this.#writer) {
      return;
    }
    this.#say();
    if (connected) {
      // An answer that was lost with the connection does not come any more.
      this.#asking = false;
      this.#catchUp();
    }
  }
}

customElements.define("shared-notes", SharedNotes);
