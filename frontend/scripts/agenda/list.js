// The board on a phone: one day as a list by room. A button beside each session opens the form that moves it.

import { makeCard } from "./cards.js";
import { button, fill, make } from "./dom.js";

export class List {
  #board;

  constructor(board) {
    this.#board = board;
    this.root = make("div", "ab-list");
  }

  draw() {
    const board = this.#board;
    const { model } = board;
    const parts = [make("p", "ab-zone", fill(model.words.timesIn, { city: model.city }))];
    const sessions = Map.groupBy(model.placed(board.day), (session) => session.place.room);
    for (const room of [{ key: "", name: model.words.allRooms }, ...model.rooms]) {
      const here = sessions.get(room.key) ?? [];
      // Of many rooms only those in use are listed.
      if (!here.length && (!room.key || model.rooms.length > 12)) {
        continue;
      }
      parts.push(make("h2", "ab-heading", room.name));
      if (!here.length) {
        parts.push(make("p", "ab-none", model.words.free));
      }
      here.forEach((session) => parts.push(this.row(session)));
    }
    this.root.replaceChildren(...parts);
  }

  row(session) {
    const board = this.#board;
    const { words } = board.model;
    const row = make("div", "ab-row");
    const card = makeCard(board, session, session.place);
    card.tabIndex = 0;
    const selected = board.selection.has(session.key);
    card.setAttribute("aria-pressed", String(selected));
    card.classList.toggle("ab-selected", selected);
    card.addEventListener("click", () => board.selecting.pick(session.key, { add: true }));
    const move = button(session.place ? words.move : words.place, "ab-button", () => board.form([session.key]));
    move.setAttribute("aria-label", `${move.textContent}: ${session.title}`);
    row.append(card, move);
    return row;
  }
}
