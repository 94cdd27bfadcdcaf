// Which sessions are selected, by click, tap, key or frame.

import { fill } from "./dom.js";

export class Selecting {
  #board;
  #last = null;

  constructor(board) {
    this.#board = board;
  }

  toggle() {
    this.#board.tapsSelect = !this.#board.tapsSelect;
    this.#board.bar.draw();
  }

  /** Selects these alone, or with what is selected. */
  select(keys, { add = false }) {
    this.#board.selection = new Set(add ? [...this.#board.selection, ...keys] : keys);
    this.#board.redraw();
    this.#board.say(fill(this.#board.model.words.selected, { n: this.#board.selection.size }));
  }

  /** One card was clicked, tapped or toggled: with `add` it is added or removed, with `range` all between it and the last. */
  pick(key, { add = false, range = false }) {
    const { place } = this.#board.model.sessions.get(key);
    const from = this.#board.model.sessions.get(this.#last)?.place;
    if (range && from && place) {
      this.select(this.#between(from, place), {});
      return;
    }
    this.#last = key;
    if (add && this.#board.selection.has(key)) {
      this.#board.selection.delete(key);
    } else {
      this.#board.selection = new Set(add ? [...this.#board.selection, key] : [key]);
    }
    this.#board.focused = key;
    this.#board.redraw();
    this.#board.focusOn(key);
    const { words, sessions } = this.#board.model;
    const word = this.#board.selection.has(key) ? words.selectedOne : words.unselectedOne;
    this.#board.say(fill(word, { title: sessions.get(key).title, n: this.#board.selection.size }));
  }

  #between(a, b) {
    const index = (place) => this.#board.model.roomIndex(place.room);
    const moment = (place) => place.day * 1440 + place.start;
    const rooms = [Math.min(index(a), index(b)), Math.max(index(a), index(b))];
    const times = [Math.min(moment(a), moment(b)), Math.max(moment(a), moment(b))];
    return [...this.#board.model.sessions.values()]
      .filter(
        ({ place }) =>
          place &&
          index(place) >= rooms[0] &&
          index(place) <= rooms[1] &&
          moment(place) >= times[0] &&
          moment(place) <= times[1],
      )
      .map((session) => session.key);
  }
}
