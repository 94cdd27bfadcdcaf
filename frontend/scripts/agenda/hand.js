// What an organiser does with sessions: she takes them, carries them, puts them down, cuts, pastes and swaps them.

import { Carry } from "./carry.js";
import { fill } from "./dom.js";

export class Hand {
  #board;

  constructor(board) {
    this.#board = board;
  }

  /** Takes sessions in the hand; false if that is refused. */
  take(keys, anchor, { pointer = false, at } = {}) {
    if (!this.#board.asking.mayMove()) {
      return false;
    }
    const start = at ?? { day: this.#board.day, start: 540, room: this.#board.model.rooms[0].key };
    this.#board.carry = new Carry(this.#board.model, keys, anchor, start);
    this.#board.carry.pointer = pointer;
    this.#board.asking.tellHeld();
    this.#board.redraw();
    return true;
  }

  pickUp(key) {
    const keys = this.#board.together(key);
    if (this.take(keys, key)) {
      this.#board.grid.reveal(this.#board.carry.place);
      const { words, sessions } = this.#board.model;
      this.#board.say(
        keys.length === 1
          ? fill(words.pickedUp, { title: sessions.get(key).title })
          : fill(words.pickedUpMany, { n: keys.length }),
      );
      this.keepFocus();
    }
  }

  carryTo(place) {
    this.#board.carry.to(place);
    this.#board.redraw();
    this.#board.grid.reveal(this.#board.carry.place);
    this.#board.grid.drawGhosts();
    const { day } = this.#board.carry.place;
    this.#board.say(`${this.#board.model.where(this.#board.carry.place)}, ${this.#board.model.days[day].label}`);
    this.keepFocus();
  }

  /** Keys go to the ghost of the one that was picked up. */
  keepFocus() {
    const ghost = this.#board.querySelector(`[data-ghost="${this.#board.carry.anchor}"]`);
    if (ghost && document.activeElement !== ghost) {
      ghost.removeAttribute("aria-hidden");
      ghost.setAttribute("role", "button");
      ghost.tabIndex = 0;
      ghost.focus({ preventScroll: true });
    }
  }

  putDown() {
    const { targets, anchor } = this.#board.carry;
    this.#board.carry = null;
    this.#board.cut.clear();
    this.#board.asking.tellHeld();
    this.#board.asking.submit(targets);
    this.#board.focusOn(anchor);
  }

  /** Lets go of what is carried; nothing moves. `told` says so. */
  letGo(told = false) {
    const anchor = this.#board.carry?.anchor;
    this.#board.carry = null;
    this.#board.asking.tellHeld();
    this.#board.redraw();
    if (told) {
      this.#board.focusOn(anchor);
      this.#board.say(this.#board.model.words.cancelled);
    }
  }

  cutSelected() {
    const keys = this.#board.selection.size ? [...this.#board.selection] : [this.#board.focused].filter(Boolean);
    if (!keys.length || this.#board.carry) {
      return false;
    }
    this.#board.cut = new Set(keys);
    this.#board.selection = new Set();
    this.#board.redraw();
    this.#board.say(fill(this.#board.model.words.cutNow, { n: keys.length }));
    return true;
  }

  /** What was cut is in the hand again, on the day that is shown, or under the pointer. */
  paste() {
    const keys = [...this.#board.cut].filter((key) => this.#board.model.sessions.has(key));
    if (!keys.length || this.#board.carry || this.#board.onPhone) {
      return false;
    }
    const moment = (key) => {
      const place = this.#board.model.sessions.get(key).place;
      return place ? place.day * 1440 + place.start : Infinity;
    };
    const anchor = keys.reduce((first, key) => (moment(key) < moment(first) ? key : first));
    if (this.take(keys, anchor)) {
      const { place } = this.#board.pointer;
      const wide = this.#board.carry.place.room === "";
      const there = place && this.#board.matches(":hover") ? place : null;
      this.carryTo(
        there
          ? { day: there.day, start: there.minute, room: wide ? "" : there.room }
          : { day: this.#board.day },
      );
    }
    return true;
  }

  swapSelected() {
    const two = [...this.#board.selection]
      .map((key) => this.#board.model.sessions.get(key))
      .filter((session) => session?.place);
    if (two.length !== 2 || this.#board.selection.size !== 2) {
      this.#board.say(this.#board.model.words.swapTwo);
      return;
    }
    const [a, b] = two;
    const there = (mine, other) => ({ ...other.place, minutes: mine.place.minutes });
    this.#board.asking.submit(
      new Map([
        [a.key, there(a, b)],
        [b.key, there(b, a)],
      ]),
    );
  }

  takeOut(keys) {
    const placed = keys.filter((key) => this.#board.model.sessions.get(key)?.place);
    if (placed.length) {
      this.#board.asking.submit(new Map(placed.map((key) => [key, null])));
    }
  }
}
