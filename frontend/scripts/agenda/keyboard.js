// Everything the board can do, by keyboard, and said aloud.

import { clamp, STEP } from "./dom.js";

export class Keyboard {
  #board;

  constructor(board) {
    this.#board = board;
  }

  start() {
    this.#board.addEventListener("keydown", this.#onKey);
  }

  stop() {
    this.#board.removeEventListener("keydown", this.#onKey);
  }

  #onKey = (event) => {
    const board = this.#board;
    if (event.target.closest("dialog, input, select") || !board.model) {
      return;
    }
    const key = event.target.dataset?.key ?? event.target.dataset?.ghost;
    const session = key ? board.model.sessions.get(key) : null;
    const done =
      this.#onAnywhere(event) ||
      (event.target.getAttribute?.("role") === "tab" && this.#onTab(event)) ||
      (!event.ctrlKey && !event.metaKey && !event.altKey && session && this.#onSession(event, session));
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #onSession(event, session) {
    return this.#board.carry ? this.#onCarried(event) : this.#onCard(event, session);
  }

  #onAnywhere(event) {
    const board = this.#board;
    if (event.ctrlKey || event.metaKey) {
      const name = event.key.toLowerCase();
      switch (name) {
        case "z":
          board.asking.step(event.shiftKey ? "redo" : "undo");
          return true;
        case "y":
          board.asking.step("redo");
          return true;
        case "x":
          return board.hand.cutSelected();
        case "v":
          return board.hand.paste();
        case "a":
          board.selecting.select(
            board.model.placed(board.day).map((session) => session.key),
            {},
          );
          return true;
        default:
          return false;
      }
    }
    switch (event.key) {
      case "?":
        board.help();
        return true;
      case "+":
      case "=":
        board.zoomBy(1);
        return true;
      case "-":
        board.zoomBy(-1);
        return true;
      case "Escape":
        if (board.carry) {
          board.hand.letGo(true);
          return true;
        }
        if (board.selection.size || board.cut.size) {
          board.cut.clear();
          board.selecting.select([], {});
          return true;
        }
        return false;
      default:
        return false;
    }
  }

  #onTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const board = this.#board;
      board.showDay(clamp(board.day + step, 0, board.model.days.length - 1));
      board.bar.focusDay(board.day);
    }
    return Boolean(step);
  }

  #onCard(event, session) {
    const board = this.#board;
    switch (event.key) {
      case "Enter":
        if (board.onPhone) {
          board.form([session.key]);
        } else {
          board.hand.pickUp(session.key);
        }
        return true;
      case " ":
        board.selecting.pick(session.key, { add: true });
        return true;
      case "u":
      case "U":
      case "Delete":
        board.hand.takeOut(board.together(session.key));
        return true;
      case "m":
      case "M":
        board.form(board.together(session.key));
        return true;
      case "t":
      case "T":
        board.$server?.openSession(session.key);
        return true;
      case "l":
      case "L":
        board.$server?.openLog(session.key);
        return true;
      case "x":
      case "X":
        board.hand.swapSelected();
        return true;
      case "ArrowDown":
      case "ArrowUp":
      case "ArrowLeft":
      case "ArrowRight":
        this.#walk(event, session);
        return true;
      default:
        return false;
    }
  }

  #onCarried(event) {
    const board = this.#board;
    const { carry, model } = board;
    const { place } = carry;
    const later = (minutes) => board.hand.carryTo({ start: place.start + minutes });
    switch (event.key) {
      case "ArrowUp":
      case "ArrowDown": {
        const step = event.key === "ArrowUp" ? -STEP : STEP;
        if (event.shiftKey) {
          carry.last(place.minutes + step);
          board.hand.carryTo({});
        } else {
          later(step);
        }
        return true;
      }
      case "PageUp":
        later(-60);
        return true;
      case "PageDown":
        later(60);
        return true;
      case "ArrowLeft":
      case "ArrowRight": {
        const step = event.key === "ArrowLeft" ? -1 : 1;
        if (event.shiftKey) {
          board.hand.carryTo({ day: place.day + step });
        } else {
          const keys = ["", ...model.rooms.map((room) => room.key)];
          const least = carry.size === 1 ? 0 : 1;
          const next = clamp(keys.indexOf(place.room) + step, least, keys.length - 1);
          board.hand.carryTo({ room: place.room === "" && carry.size > 1 ? "" : keys[next] });
        }
        return true;
      }
      case "Enter":
      case " ":
        board.hand.putDown();
        return true;
      default:
        return event.key.length === 1;
    }
  }

  /** Up and down follow the time in one room over the days, left and right go to what stands beside. */
  #walk(event, session) {
    const board = this.#board;
    const { model } = board;
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
    const list = event.target.closest(".ab-waiting, .ab-list");
    let next;
    if (list) {
      const cards = [...list.querySelectorAll(".ab-card[data-key]")];
      next = cards[cards.indexOf(event.target) + step]?.dataset.key;
    } else if (vertical) {
      const column = model.days.flatMap((_, day) =>
        model.placed(day).filter((other) => other.place.room === session.place.room),
      );
      next = column[column.indexOf(session) + step]?.key;
    } else {
      next = this.#beside(session, step);
    }
    if (next) {
      board.focusOn(next);
    }
  }

  #beside(session, step) {
    const { model } = this.#board;
    const { place } = session;
    const index = model.roomIndex(place.room);
    const away = (other) => Math.abs(model.roomIndex(other.place.room) - index);
    const beside = model
      .placed(place.day)
      .filter((other) => Math.sign(model.roomIndex(other.place.room) - index) === step);
    const nearest = Math.min(...beside.map(away));
    return beside
      .filter((other) => away(other) === nearest)
      .sort((a, b) => Math.abs(a.place.start - place.start) - Math.abs(b.place.start - place.start))[0]?.key;
  }
}
