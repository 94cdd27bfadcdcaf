// The board as a grid of days, hours and rooms. Only what is in sight is in the page, so that a thousand sessions in seventy
// rooms cost no more than those that fit on the screen.

import { BAND, Geometry, HEAD } from "./geometry.js";
import { fit, makeCard, makeGap } from "./cards.js";
import { clock, fill, make } from "./dom.js";

const MARGIN = 160;

export class Grid {
  #board;
  #items = [];
  #drawn = new Map();
  #frame = 0;

  constructor(board) {
    this.#board = board;
    this.root = make("div", "ab-scroll");
    this.root.addEventListener("scroll", () => this.drawSoon(), { passive: true });
    this.canvas = make("div", "ab-canvas");
    this.corner = make("div", "ab-corner");
    this.head = make("div", "ab-head");
    this.axis = make("div", "ab-axis");
    this.columns = make("div", "ab-columns");
    this.grounds = make("div", "ab-grounds");
    this.cards = make("div", "ab-cards");
    this.ghosts = make("div", "ab-ghosts");
    this.nowLine = make("div", "ab-now");
    this.nowLine.append(make("span", "ab-now-time"));
    this.lasso = make("div", "ab-lasso");
    this.lasso.hidden = true;
    this.columns.append(this.grounds, this.cards, this.nowLine, this.ghosts, this.lasso);
    this.canvas.append(this.corner, this.head, this.axis, this.columns);
    this.root.append(this.canvas);
  }

  get model() {
    return this.#board.model;
  }

  /** Computes where everything is, after something has changed, and draws what is in sight. */
  layout() {
    const board = this.#board;
    const { model } = board;
    const carried = board.carry ? [...board.carry.targets.values()] : [];
    const spans = model.days.map((_, day) => model.span(day, carried));
    const two = model.days.some((_, day) => board.shift(day));
    const before = this.geometry && this.#anchor();
    this.geometry = new Geometry(model, board.zoom, two, this.root.clientWidth, spans);
    const frame = JSON.stringify([
      this.geometry.days,
      this.geometry.room,
      this.geometry.axis,
      this.geometry.minute,
      board.zone?.key,
      model.rooms.length,
    ]);
    if (frame !== this.frame) {
      this.frame = frame;
      this.#drawFrame();
      if (before) {
        this.#return(before);
      }
    }
    this.#arrange();
    this.drawNow();
    this.draw();
  }

  /** The time and the room at the upper left corner: what stays there when sizes change. */
  #anchor() {
    const { geometry, root } = this;
    const day = geometry.dayAt(root.scrollTop);
    return {
      day,
      minute: geometry.days[day].from + (root.scrollTop - geometry.days[day].top - BAND) / geometry.minute,
      column: root.scrollLeft / geometry.room,
    };
  }

  #return({ day, minute, column }) {
    if (this.geometry.days[day]) {
      this.root.scrollTop = this.geometry.y(day, minute);
      this.root.scrollLeft = column * this.geometry.room;
    }
  }

  #drawFrame() {
    const { geometry, model } = this;
    const { zone } = this.#board;
    this.canvas.style.gridTemplateColumns = `${geometry.axis}px ${geometry.width}px`;
    this.canvas.style.gridTemplateRows = `${HEAD}px ${geometry.height}px`;
    this.canvas.style.width = `${geometry.axis + geometry.width}px`;
    this.root.style.setProperty("--ab-axis", `${geometry.axis}px`);
    this.root.style.setProperty("--ab-view", `${this.root.clientWidth - geometry.axis}px`);
    this.root.style.setProperty("--ab-room", `${geometry.room}px`);
    this.root.style.setProperty("--ab-hour", `${60 * geometry.minute}px`);
    this.root.style.setProperty("--ab-step", `${(geometry.minute >= 2 ? 5 : 30) * geometry.minute}px`);
    this.corner.replaceChildren(make("span", "", model.city));
    if (geometry.axis > 60) {
      this.corner.append(make("span", "ab-own", zone.city));
    }
    this.head.replaceChildren(
      ...model.rooms.map((room, index) => {
        const cell = make("div", "ab-room");
        cell.style.left = `${index * geometry.room}px`;
        cell.title = [room.name, room.venue].filter(Boolean).join(", ");
        cell.append(make("span", "ab-room-name", room.name));
        const facts = [
          room.online ? model.words.online : "",
          room.capacity ? fill(model.words.seats, { n: room.capacity }) : "",
        ].filter(Boolean);
        cell.append(make("span", "ab-seats", facts.join(" · ")));
        return cell;
      }),
    );
    const marks = [];
    const grounds = [];
    geometry.days.forEach(({ top, height, from, to }, day) => {
      const ground = make("div", "ab-ground");
      ground.style.transform = `translateY(${top}px)`;
      ground.style.height = `${height}px`;
      ground.append(make("div", "ab-band"));
      grounds.push(ground);
      const label = make("div", "ab-band-label", model.days[day].label);
      label.style.top = `${top}px`;
      marks.push(label);
      const shift = this.#board.shift(day);
      for (let minute = from; minute < to; minute += 60) {
        const mark = make("div", "ab-hour");
        mark.style.top = `${geometry.y(day, minute)}px`;
        mark.append(make("span", "", clock(minute) + (minute >= 1440 ? " +1" : "")));
        if (shift) {
          const own = minute + shift;
          mark.append(make("span", "ab-own", clock(own) + (own < 0 ? " −1" : own >= 1440 ? " +1" : "")));
        }
        marks.push(mark);
      }
    });
    this.axis.replaceChildren(...marks);
    this.grounds.replaceChildren(...grounds);
  }

  /** The boxes of all cards and gaps, in the order of time. */
  #arrange() {
    const { geometry, model } = this;
    this.#items = [];
    model.days.forEach((_, day) => {
      for (const { session, lane, lanes } of model.lanes(day)) {
        const index = model.roomIndex(session.place.room);
        const box = geometry.box(session.place, index, lane, lanes);
        this.#items.push({ id: session.key, session, box, side: 0 });
        for (const [side, minutes] of [
          [-1, session.before],
          [1, session.after],
        ]) {
          if (minutes) {
            const h = minutes * geometry.minute - 2;
            const y = side < 0 ? box.y - h - 2 : box.y + box.h + 2;
            this.#items.push({ id: `${session.key}${side}`, session, box: { ...box, y, h }, side });
          }
        }
      }
    });
  }

  drawSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  draw() {
    const board = this.#board;
    const { root } = this;
    const left = root.scrollLeft - MARGIN;
    const top = root.scrollTop - MARGIN;
    const right = left + root.clientWidth + 2 * MARGIN;
    const bottom = top + root.clientHeight + 2 * MARGIN;
    const keep = new Set();
    const fresh = [];
    for (const item of this.#items) {
      const { box, session } = item;
      const seen = box.x < right && box.x + box.w > left && box.y < bottom && box.y + box.h > top;
      // What has the focus stays in the page, or the keyboard would lose its place.
      if (!seen && (session.key !== board.focused || item.side)) {
        continue;
      }
      keep.add(item.id);
      const stamp = `${session.stamp ?? 0}/${board.stampOf(session.key)}`;
      let element = this.#drawn.get(item.id);
      if (!element || element.stamp !== stamp) {
        const made = item.side ? makeGap(board, session, item.side) : this.#card(session);
        made.stamp = stamp;
        if (element) {
          const focused = element === document.activeElement;
          element.replaceWith(made);
          if (focused) {
            made.tabIndex = 0;
            made.focus({ preventScroll: true });
          }
        } else {
          fresh.push(made);
        }
        this.#drawn.set(item.id, made);
        element = made;
      }
      const at = `${box.x},${box.y},${box.w},${box.h}`;
      if (element.at !== at) {
        fit(element, box);
        element.at = at;
      }
    }
    for (const [id, element] of this.#drawn) {
      if (!keep.has(id)) {
        element.remove();
        this.#drawn.delete(id);
      }
    }
    this.cards.append(...fresh);
    this.rove();
    board.seeDay(this.geometry.dayAt(root.scrollTop + root.clientHeight / 3));
  }

  #card(session) {
    const board = this.#board;
    const card = makeCard(board, session, session.place);
    const handle = make("span", "ab-resize");
    handle.setAttribute("aria-hidden", "true");
    card.append(handle);
    card.classList.toggle("ab-taken", Boolean(board.carry?.targets.has(session.key)) || board.cut.has(session.key));
    const selected = board.selection.has(session.key);
    card.classList.toggle("ab-selected", selected);
    card.setAttribute("aria-pressed", String(selected));
    return card;
  }

  /** One card can be reached with Tab; arrow keys do the rest. */
  rove() {
    const cards = [...this.cards.querySelectorAll(".ab-card")];
    const here = cards.find((card) => card.dataset.key === this.#board.focused) ?? cards[0];
    cards.forEach((card) => {
      card.tabIndex = card === here ? 0 : -1;
    });
  }

  /** Brings a place into sight below the heads. */
  reveal(place) {
    const { root, geometry } = this;
    const box = geometry.box(place, this.model.roomIndex(place.room));
    const height = root.clientHeight - HEAD;
    const width = root.clientWidth - geometry.axis;
    if (box.y < root.scrollTop + 4) {
      root.scrollTop = box.y - BAND - 8;
    } else if (box.y + Math.min(box.h, height) > root.scrollTop + height) {
      root.scrollTop = box.y + Math.min(box.h, height - 20) - height + 12;
    }
    if (!box.wide) {
      if (box.x < root.scrollLeft) {
        root.scrollLeft = box.x - 8;
      } else if (box.x + box.w > root.scrollLeft + width) {
        root.scrollLeft = box.x + box.w - width + 8;
      }
    }
    this.draw();
  }

  showDay(day) {
    this.root.scrollTop = this.geometry.days[day].top;
    this.draw();
  }

  /** The keys of all cards that a rectangle of the board touches. */
  within({ x, y, w, h }) {
    return this.#items
      .filter(
        ({ box, side }) => !side && box.x < x + w && box.x + box.w > x && box.y < y + h && box.y + box.h > y,
      )
      .map(({ session }) => session.key);
  }

  drawNow() {
    const now = this.model.now();
    const day = now && this.geometry.days[now.day];
    const seen = day && now.minute >= day.from && now.minute <= day.to;
    this.nowLine.hidden = !seen;
    if (seen) {
      this.nowLine.style.transform = `translateY(${this.geometry.y(now.day, now.minute)}px)`;
      this.nowLine.firstChild.textContent = fill(this.model.words.now, { time: clock(now.minute) });
    }
  }

  /** Shows what is carried where it would come down. */
  drawGhosts() {
    const { carry, model } = this.#board;
    if (!carry) {
      this.ghosts.replaceChildren();
      this.ghostOf = new Map();
      return;
    }
    this.ghostOf ??= new Map();
    this.ghosts.hidden = !carry.inside;
    for (const [key, place] of carry.targets) {
      let ghost = this.ghostOf.get(key);
      if (!ghost) {
        ghost = makeCard(this.#board, model.sessions.get(key), place);
        ghost.classList.add("ab-ghost");
        ghost.removeAttribute("role");
        ghost.setAttribute("aria-hidden", "true");
        ghost.removeAttribute("title");
        delete ghost.dataset.key;
        ghost.dataset.ghost = key;
        this.ghosts.append(ghost);
        this.ghostOf.set(key, ghost);
      }
      const index = model.roomIndex(place.room);
      const at = `${place.day},${place.start},${place.minutes},${index}`;
      if (ghost.at !== at) {
        ghost.at = at;
        fit(ghost, this.geometry.box(place, index));
        ghost.querySelector(".ab-when").textContent =
          `${clock(place.start)}–${clock(place.start + place.minutes)} · ${model.roomName(place.room)}`;
      }
    }
  }
}
