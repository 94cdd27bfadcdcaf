// Moving, stretching and selecting with a mouse, a pen or a finger. What happens between two frames is drawn once.

import { HEAD } from "./geometry.js";
import { STEP } from "./dom.js";

const HOLD = 300;
const SLACK = 5;
const EDGE = 44;
const FASTEST = 18;

export class Pointer {
  #board;
  #grab = null;
  #last = null;
  #frame = 0;

  constructor(board) {
    this.#board = board;
  }

  start() {
    this.#board.addEventListener("pointerdown", this.#onDown);
  }

  stop() {
    this.#board.removeEventListener("pointerdown", this.#onDown);
    this.#end();
  }

  /** Where the pointer was last over the grid, as a place; null if it was not. */
  get place() {
    return this.#last && this.#inside(this.#last) ? this.#placeAt(this.#last, 0) : null;
  }

  hover = (event) => {
    this.#last = { x: event.clientX, y: event.clientY };
  };

  #onDown = (event) => {
    const board = this.#board;
    if (event.button !== 0 || board.onPhone || this.#grab) {
      return;
    }
    if (board.carry) {
      this.#putDown(event);
      return;
    }
    const card = event.target.closest?.(".ab-card[data-key]");
    const touch = event.pointerType === "touch";
    if (card) {
      const session = board.model.sessions.get(card.dataset.key);
      const resize = Boolean(event.target.closest(".ab-resize"));
      this.#begin(event, {
        kind: resize ? "resize" : "move",
        session,
        dy: session.place && card.closest(".ab-cards") ? event.clientY - card.getBoundingClientRect().top : 10,
        add: event.ctrlKey || event.metaKey || board.tapsSelect,
        range: event.shiftKey,
      });
    } else if (!touch && event.target.closest?.(".ab-columns")) {
      this.#begin(event, { kind: "lasso", add: event.shiftKey || event.ctrlKey || event.metaKey });
    }
  };

  #begin(event, grab) {
    const mouse = event.pointerType !== "touch";
    this.#grab = { ...grab, x: event.clientX, y: event.clientY, started: false, ready: mouse };
    // A finger that moves at once scrolls; one that rests a moment takes the card.
    this.#grab.timer = mouse ? 0 : setTimeout(() => (this.#grab.ready = true), HOLD);
    window.addEventListener("pointermove", this.#onMove);
    window.addEventListener("pointerup", this.#onUp);
    window.addEventListener("pointercancel", this.#onCancel);
    window.addEventListener("keydown", this.#onKey, true);
    window.addEventListener("touchmove", this.#still, { passive: false });
  }

  #end() {
    clearTimeout(this.#grab?.timer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#grab = null;
    window.removeEventListener("pointermove", this.#onMove);
    window.removeEventListener("pointerup", this.#onUp);
    window.removeEventListener("pointercancel", this.#onCancel);
    window.removeEventListener("keydown", this.#onKey, true);
    window.removeEventListener("touchmove", this.#still);
    this.#board.classList.remove("ab-dragging");
  }

  #still = (event) => {
    if (this.#grab?.ready) {
      event.preventDefault();
    }
  };

  #onKey = (event) => {
    if (event.key === "Escape" && this.#grab?.started) {
      event.stopPropagation();
      this.#onCancel();
    }
  };

  #onCancel = () => {
    const lasso = this.#grab?.kind === "lasso";
    this.#end();
    if (lasso) {
      this.#board.grid.lasso.hidden = true;
    } else {
      this.#board.hand.letGo();
    }
  };

  #onMove = (event) => {
    const grab = this.#grab;
    this.#last = { x: event.clientX, y: event.clientY };
    if (!grab.started) {
      if (Math.hypot(event.clientX - grab.x, event.clientY - grab.y) < SLACK) {
        return;
      }
      if (!grab.ready || !this.#take(grab)) {
        this.#end();
        return;
      }
    }
    this.#frame ||= requestAnimationFrame(this.#step);
  };

  /** The movement has begun: what is under the pointer is taken. */
  #take(grab) {
    const board = this.#board;
    grab.started = true;
    if (grab.kind === "lasso") {
      grab.from = this.#point({ x: grab.x, y: grab.y });
      return true;
    }
    board.classList.add("ab-dragging");
    const together = grab.kind === "move" && board.selection.has(grab.session.key);
    return board.hand.take(together ? [...board.selection] : [grab.session.key], grab.session.key, { pointer: true });
  }

  #step = () => {
    this.#frame = 0;
    const grab = this.#grab;
    if (!grab || this.#lost(grab)) {
      return;
    }
    const scrolled = this.#scrollNearEdge();
    if (grab.kind === "lasso") {
      this.#drawLasso(grab);
    } else {
      this.#drag(grab);
    }
    if (scrolled) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  };

  /** What was carried may have left the hand: somebody else has moved it, or the board is shown anew. */
  #lost(grab) {
    const lost = grab.started && grab.kind !== "lasso" && !this.#board.carry;
    if (lost) {
      this.#end();
    }
    return lost;
  }

  #drag(grab) {
    const board = this.#board;
    const { carry, grid } = board;
    if (grab.kind === "resize") {
      const { day, minute } = this.#placeAt(this.#last, 0);
      carry.last(minute + (day - carry.place.day) * 1440 - carry.place.start);
    } else {
      carry.inside = this.#inside(this.#last);
      if (carry.inside) {
        const { day, minute, room } = this.#placeAt(this.#last, grab.dy);
        carry.to({ day, start: minute, room: carry.place.room === "" ? "" : room });
      } else {
        const tab = document.elementFromPoint(this.#last.x, this.#last.y)?.closest?.(".ab-tab");
        if (tab && grab.tab !== tab) {
          grid.showDay(Number(tab.dataset.day));
        }
        grab.tab = tab;
      }
    }
    grid.drawGhosts();
  }

  #drawLasso(grab) {
    const { grid } = this.#board;
    const to = this.#point(this.#last);
    const box = {
      x: Math.min(grab.from.x, to.x),
      y: Math.min(grab.from.y, to.y),
      w: Math.abs(grab.from.x - to.x),
      h: Math.abs(grab.from.y - to.y),
    };
    grab.box = box;
    grid.lasso.hidden = false;
    grid.lasso.style.transform = `translate(${box.x}px, ${box.y}px)`;
    grid.lasso.style.width = `${box.w}px`;
    grid.lasso.style.height = `${box.h}px`;
  }

  #onUp = (event) => {
    const grab = this.#grab;
    const board = this.#board;
    this.#last = { x: event.clientX, y: event.clientY };
    if (this.#lost(grab)) {
      return;
    }
    if (grab.started && grab.kind !== "lasso") {
      this.#drag(grab);
    } else if (grab.started) {
      this.#drawLasso(grab);
    }
    this.#end();
    board.grid.lasso.hidden = true;
    if (grab.kind === "lasso") {
      board.selecting.select(grab.box ? board.grid.within(grab.box) : [], { add: grab.add });
    } else if (!grab.started) {
      board.selecting.pick(grab.session.key, grab);
    } else if (board.carry.inside || grab.kind === "resize") {
      board.hand.putDown();
    } else {
      const overWaiting = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".ab-side");
      const keys = [...board.carry.targets.keys()];
      board.hand.letGo();
      if (overWaiting) {
        board.hand.takeOut(keys);
      }
    }
  };

  /** What was pasted or picked up by keyboard comes down where one clicks. */
  #putDown(event) {
    if (event.target.closest?.(".ab-columns")) {
      event.preventDefault();
      const { day, minute, room } = this.#placeAt({ x: event.clientX, y: event.clientY }, 0);
      const { carry } = this.#board;
      if (!event.target.closest(".ab-ghost")) {
        carry.to({ day, start: minute, room: carry.place.room === "" ? "" : room });
      }
      this.#board.hand.putDown();
    }
  }

  #inside({ x, y }) {
    const view = this.#board.grid.root.getBoundingClientRect();
    return x >= view.left && x < view.right && y >= view.top && y < view.bottom;
  }

  /** A point of the window as a point of the board. */
  #point({ x, y }) {
    const { root, geometry } = this.#board.grid;
    const view = root.getBoundingClientRect();
    return { x: x - view.left + root.scrollLeft - geometry.axis, y: y - view.top + root.scrollTop - HEAD };
  }

  #placeAt(point, dy) {
    const { geometry } = this.#board.grid;
    const { x, y } = this.#point(point);
    const { day, minute } = geometry.timeAt(y - dy);
    return { day, minute, room: this.#board.model.rooms[geometry.roomAt(x)].key };
  }

  /** Scrolls while the pointer is near an edge, the faster the nearer; tells whether it has. */
  #scrollNearEdge() {
    const { root, geometry } = this.#board.grid;
    const { x, y } = this.#last;
    if (!this.#inside(this.#last)) {
      return false;
    }
    const view = root.getBoundingClientRect();
    const near = (value, low, high) => {
      const before = low + EDGE - value;
      const after = value - high + EDGE;
      return before > 0 ? -(before / EDGE) * FASTEST : after > 0 ? (after / EDGE) * FASTEST : 0;
    };
    const { scrollTop, scrollLeft } = root;
    root.scrollTop += near(y, view.top + HEAD - STEP, view.bottom);
    root.scrollLeft += near(x, view.left + geometry.axis, view.right);
    return root.scrollTop !== scrollTop || root.scrollLeft !== scrollLeft;
  }
}
