// The agenda board: the sessions of one day as cards over rooms and times, and beside them those that wait.
// The server owns the truth. It sets `board`, calls `change` after every move by anyone, and is told of moves through
// `$server.place`, `$server.unplace` and `$server.undo`. Only the chosen day is drawn, so an agenda of a thousand
// sessions stays quick. All words come from the server, in the reader's language.

const STEP = 5;
const PIXELS_PER_MINUTE = 1.5;
const SHORTEST = 5;
const LONGEST = 24 * 60;
const MOST_WAITING = 100;
const HOLD = 300;
const LINE = 17;
const ZONE_KEPT = "agenda-zone";

const clock = (minutes) => {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
};

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

class AgendaBoard extends HTMLElement {
  #board;
  #sessions = new Map();
  #marks = new Map();
  #day = 0;
  #carried = null;
  #focused = null;
  #filter = "";
  #zone = null;
  #phone = window.matchMedia("(max-width: 760px)");
  #parts = {};

  connectedCallback() {
    if (Object.hasOwn(this, "board")) {
      const early = this.board;
      delete this.board;
      this.board = early;
    }
    this.#phone.addEventListener("change", this.#redraw);
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("pointerdown", this.#onPointerDown);
  }

  disconnectedCallback() {
    this.#phone.removeEventListener("change", this.#redraw);
    this.removeEventListener("keydown", this.#onKey);
    this.removeEventListener("pointerdown", this.#onPointerDown);
  }

  get board() {
    return this.#board;
  }

  set board(board) {
    this.#board = board;
    this.#sessions = new Map((board?.sessions ?? []).map((session) => [session.key, session]));
    this.#carried = null;
    if (board) {
      this.#day = clamp(this.#day, 0, board.days.length - 1);
      this.#chooseZone(localStorage.getItem(ZONE_KEPT) ?? (board.own ? board.zones[0].key : ""));
      this.#mark();
      this.#build();
    }
  }

  /** Takes in how some sessions look now; `say` is spoken. */
  change({ sessions, conflicts, say }) {
    if (!this.#board) {
      return;
    }
    for (const session of sessions) {
      this.#sessions.set(session.key, session);
      if (this.#carried?.key === session.key && !this.#carried.pointer) {
        this.#carried = null;
      }
    }
    this.#board.conflicts = conflicts;
    this.#mark();
    this.#redraw();
    if (say) {
      this.#say(say);
    }
  }

  // ---- what is where -------------------------------------------------------------------------------------------

  get #words() {
    return this.#board.words;
  }

  #mark() {
    this.#marks = new Map();
    for (const conflict of this.#board.conflicts) {
      for (const key of conflict.sessions) {
        if (!this.#marks.has(key)) {
          this.#marks.set(key, []);
        }
        this.#marks.get(key).push(conflict);
      }
    }
  }

  #placed() {
    return [...this.#sessions.values()]
      .filter((session) => session.place?.day === this.#day)
      .sort((a, b) => a.place.start - b.place.start || this.#roomIndex(a.place.room) - this.#roomIndex(b.place.room));
  }

  #roomIndex(key) {
    return key ? this.#board.rooms.findIndex((room) => room.key === key) : -1;
  }

  #roomName(key) {
    return key ? (this.#board.rooms.find((room) => room.key === key)?.name ?? "") : this.#words.allRooms;
  }

  #span() {
    let from = 8 * 60;
    let to = 20 * 60;
    const stretch = (start, minutes) => {
      from = Math.min(from, Math.floor(start / 60) * 60);
      to = Math.max(to, Math.ceil((start + minutes) / 60) * 60);
    };
    this.#placed().forEach(({ place }) => stretch(place.start, place.minutes));
    if (this.#carried && !this.#carried.pointer && this.#carried.day === this.#day) {
      stretch(this.#carried.start, this.#carried.minutes);
    }
    return { from, to };
  }

  #describe(session, place) {
    const where = place
      ? fill(this.#words.at, {
          start: clock(place.start),
          end: clock(place.start + place.minutes),
          city: this.#board.city,
          room: this.#roomName(place.room),
        })
      : this.#words.waits;
    const marks = (this.#marks.get(session.key) ?? []).map((conflict) => conflict.text);
    return [session.title, session.type, where, session.people, ...marks].filter(Boolean).join(". ");
  }

  #chooseZone(key) {
    this.#zone = this.#board.zones.find((zone) => zone.key === key) ?? null;
  }

  get #shift() {
    return this.#zone?.shifts[this.#day] ?? 0;
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  #build() {
    this.replaceChildren();
    this.classList.add("agenda-board");
    const p = (this.#parts = {});

    const bar = make("div", "ab-bar");
    p.tabs = make("div", "ab-tabs");
    p.tabs.setAttribute("role", "tablist");
    p.tabs.setAttribute("aria-label", this.#words.days);
    this.#board.days.forEach((day, index) => {
      const tab = make("button", "ab-tab", day.label);
      tab.type = "button";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", "agenda-day");
      tab.addEventListener("click", () => this.#show(index));
      p.tabs.append(tab);
    });
    const undo = make("button", "ab-button", this.#words.undo);
    undo.type = "button";
    undo.id = "agenda-undo";
    undo.addEventListener("click", () => this.$server?.undo());
    const help = make("button", "ab-button ab-help", this.#words.keys);
    help.type = "button";
    help.addEventListener("click", () => this.#help());
    bar.append(p.tabs, make("span", "ab-space"), ...this.#zones(), undo, help);

    p.stage = make("div", "ab-stage");
    p.day = make("div", "ab-day");
    p.day.id = "agenda-day";
    p.day.setAttribute("role", "tabpanel");
    p.side = make("div", "ab-side");
    p.stage.append(p.day, p.side);

    const filter = make("input", "ab-filter");
    filter.type = "search";
    filter.id = "agenda-filter";
    filter.setAttribute("aria-label", this.#words.filter);
    filter.placeholder = this.#words.filter;
    filter.value = this.#filter;
    filter.addEventListener("input", () => {
      this.#filter = filter.value;
      this.#drawWaiting();
    });
    p.waitingHead = make("h2", "ab-heading");
    p.waiting = make("div", "ab-waiting");
    p.conflictHead = make("h2", "ab-heading");
    p.conflicts = make("div", "ab-conflicts");
    p.side.append(p.waitingHead, filter, p.waiting, p.conflictHead, p.conflicts);

    p.live = make("div", "ab-live");
    p.live.setAttribute("aria-live", "assertive");
    this.append(bar, p.stage, p.live);
    this.#redraw();
  }

  /** Which zone's times stand beside the meeting's. */
  #zones() {
    if (!this.#board.zones.length) {
      return [];
    }
    const label = make("label", "ab-zones");
    const select = make("select", "ab-select");
    select.id = "agenda-zone";
    const none = make("option", "", fill(this.#words["zone.none"], { city: this.#board.city }));
    none.value = "";
    select.append(none);
    for (const zone of this.#board.zones) {
      const option = make("option", "", zone.city);
      option.value = zone.key;
      select.append(option);
    }
    select.value = this.#zone?.key ?? "";
    select.addEventListener("change", () => {
      localStorage.setItem(ZONE_KEPT, select.value);
      this.#chooseZone(select.value);
      this.#redraw();
    });
    label.append(make("span", "", this.#words.zone), select);
    return [label];
  }

  #redraw = () => {
    if (!this.#parts.day) {
      return;
    }
    [...this.#parts.tabs.children].forEach((tab, index) => {
      const chosen = index === this.#day;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    });
    this.#parts.day.setAttribute("aria-label", this.#board.days[this.#day].label);
    const scroll = this.#parts.scroll && { left: this.#parts.scroll.scrollLeft, top: this.#parts.scroll.scrollTop };
    const hadFocus = this.contains(document.activeElement) && document.activeElement.dataset.key;
    this.classList.toggle("ab-phone", this.#phone.matches);
    if (this.#phone.matches) {
      this.#drawList();
    } else {
      this.#drawGrid();
      if (scroll && this.#parts.scroll) {
        this.#parts.scroll.scrollLeft = scroll.left;
        this.#parts.scroll.scrollTop = scroll.top;
      }
    }
    this.#drawWaiting();
    this.#drawConflicts();
    if (hadFocus) {
      this.#card(this.#focused)?.focus({ preventScroll: true });
    }
  };

  #drawGrid() {
    const { from, to } = this.#span();
    const shift = this.#shift;
    const height = (to - from) * PIXELS_PER_MINUTE;
    const scroll = make("div", "ab-scroll");
    scroll.style.setProperty("--ab-rooms", this.#board.rooms.length);
    scroll.style.setProperty("--ab-hour", `${60 * PIXELS_PER_MINUTE}px`);
    scroll.classList.toggle("ab-two", Boolean(shift));
    const head = make("div", "ab-head");
    const corner = make("div", "ab-corner");
    corner.append(make("span", "", this.#board.city));
    if (shift) {
      corner.append(make("span", "ab-own", this.#zone.city));
    }
    head.append(corner);
    for (const room of this.#board.rooms) {
      const cell = make("div", "ab-room", room.name);
      if (room.capacity) {
        cell.append(make("span", "ab-seats", fill(this.#words.seats, { n: room.capacity })));
      }
      head.append(cell);
    }
    const axis = make("div", "ab-axis");
    axis.style.height = `${height}px`;
    for (let minute = from; minute < to; minute += 60) {
      const mark = make("div", "ab-hour");
      mark.style.top = `${(minute - from) * PIXELS_PER_MINUTE}px`;
      mark.append(make("span", "", clock(minute)));
      if (shift) {
        const own = minute + shift;
        const other = own < 0 ? " −1" : own >= 1440 ? " +1" : "";
        mark.append(make("span", "ab-own", clock(own) + other));
      }
      axis.append(mark);
    }
    const columns = make("div", "ab-columns");
    columns.style.height = `${height}px`;
    Object.assign(this.#parts, { scroll, columns, from });
    for (const [session, offset, width] of this.#sideBySide()) {
      columns.append(this.#placedCard(session, session.place, from, offset, width));
    }
    if (this.#carried && !this.#carried.pointer && this.#carried.day === this.#day) {
      columns.append(this.#ghost(from));
    }
    const body = make("div", "ab-body");
    body.append(axis, columns);
    scroll.append(head, body);
    this.#parts.day.replaceChildren(scroll);
    this.#rove();
  }

  /** Sessions that overlap in one room stand beside each other, each with its share of the column. */
  #sideBySide() {
    const result = [];
    const byRoom = Map.groupBy(this.#placed(), (session) => session.place.room);
    for (const sessions of byRoom.values()) {
      let cluster = [];
      let end = -1;
      const close = () => {
        const lanes = [];
        const laneOf = new Map();
        for (const session of cluster) {
          let lane = lanes.findIndex((free) => free <= session.place.start);
          lane = lane < 0 ? lanes.length : lane;
          lanes[lane] = session.place.start + session.place.minutes;
          laneOf.set(session, lane);
        }
        cluster.forEach((session) => result.push([session, laneOf.get(session) / lanes.length, 1 / lanes.length]));
        cluster = [];
      };
      for (const session of sessions) {
        if (session.place.start >= end) {
          close();
        }
        cluster.push(session);
        end = Math.max(end, session.place.start + session.place.minutes);
      }
      close();
    }
    return result;
  }

  #placedCard(session, place, from, offset = 0, width = 1) {
    const card = this.#makeCard(session, place);
    this.#position(card, place, from, offset, width);
    const handle = make("span", "ab-resize");
    handle.setAttribute("aria-hidden", "true");
    card.append(handle);
    card.classList.toggle("ab-taken", this.#carried?.key === session.key);
    return card;
  }

  #position(card, place, from, offset = 0, width = 1) {
    const rooms = this.#board.rooms.length;
    const index = this.#roomIndex(place.room);
    card.style.top = `${(place.start - from) * PIXELS_PER_MINUTE}px`;
    const height = place.minutes * PIXELS_PER_MINUTE - 2;
    // Only whole lines are shown, the title before the rest: half a line reads as a fault.
    const lines = Math.max(1, Math.floor((height - 4) / LINE));
    card.style.height = `${height}px`;
    card.style.setProperty("--ab-lines", lines);
    card.style.setProperty("--ab-title-lines", lines < 3 ? lines : Math.min(lines - 1, 4));
    card.style.left = index < 0 ? "0" : `${((index + offset) / rooms) * 100}%`;
    card.style.width = index < 0 ? "100%" : `calc(${(width / rooms) * 100}% - 3px)`;
    card.classList.toggle("ab-wide", index < 0);
    card.classList.toggle("ab-short", lines < 2);
  }

  #makeCard(session, place) {
    const card = make("div", `ab-card ${session.hue}`);
    card.dataset.key = session.key;
    card.setAttribute("role", "button");
    card.setAttribute("aria-label", this.#describe(session, place));
    card.tabIndex = -1;
    const title = make("span", "ab-title", session.title);
    if (session.lang) {
      title.lang = session.lang;
    }
    const inner = make("span", "ab-inner");
    inner.append(title);
    const marks = this.#marks.get(session.key) ?? [];
    if (marks.length) {
      const words = [...new Set(marks.map((conflict) => conflict.word))].join(" · ");
      inner.append(make("span", "ab-mark", `⚠ ${words}`));
      card.classList.add("ab-conflicting");
    }
    const time = place ? `${clock(place.start)}–${clock(place.start + place.minutes)}` : this.#length(session.minutes);
    const beside = place && this.#shift && this.#phone.matches;
    const other = beside ? `${clock(place.start + this.#shift)} ${this.#zone.city}` : "";
    inner.append(make("span", "ab-detail", [time, other, session.type].filter(Boolean).join(" · ")));
    if (session.people) {
      inner.append(make("span", "ab-detail", session.people));
    }
    card.append(inner);
    card.title = this.#describe(session, place);
    card.addEventListener("focus", () => {
      this.#focused = session.key;
    });
    card.addEventListener("dblclick", () => this.#form(session));
    return card;
  }

  #length(minutes) {
    return fill(this.#words.minutes, { n: minutes });
  }

  #ghost(from) {
    const session = this.#sessions.get(this.#carried.key);
    const ghost = this.#makeCard(session, this.#carried);
    ghost.classList.add("ab-ghost");
    ghost.removeAttribute("role");
    ghost.setAttribute("aria-hidden", "true");
    delete ghost.dataset.key;
    this.#position(ghost, this.#carried, from);
    this.#parts.ghost = ghost;
    return ghost;
  }

  #drawList() {
    const list = make("div", "ab-list");
    list.append(make("p", "ab-zone", fill(this.#words.timesIn, { city: this.#board.city })));
    const rooms = [{ key: "", name: this.#words.allRooms }, ...this.#board.rooms];
    for (const room of rooms) {
      const sessions = this.#placed().filter((session) => session.place.room === room.key);
      if (!sessions.length && !room.key) {
        continue;
      }
      list.append(make("h2", "ab-heading", room.name));
      if (!sessions.length) {
        list.append(make("p", "ab-none", this.#words.free));
      }
      for (const session of sessions) {
        list.append(this.#row(session));
      }
    }
    this.#parts.scroll = null;
    this.#parts.day.replaceChildren(list);
    this.#rove();
  }

  /** A card with a button that opens the form: how a session is moved on a phone. */
  #row(session) {
    const row = make("div", "ab-row");
    const card = this.#makeCard(session, session.place);
    const move = make("button", "ab-button", session.place ? this.#words.move : this.#words.place);
    move.type = "button";
    move.setAttribute("aria-label", `${move.textContent}: ${session.title}`);
    move.addEventListener("click", () => this.#form(session));
    row.append(card, move);
    return row;
  }

  #drawWaiting() {
    const words = fold(this.#filter).split(/\s+/).filter(Boolean);
    const waiting = [...this.#sessions.values()].filter((session) => !session.place);
    const found = waiting.filter((session) => {
      const text = fold([session.title, session.type, session.people, session.topic, session.code].join(" "));
      return words.every((word) => text.includes(word));
    });
    this.#parts.waitingHead.textContent = `${this.#words.waiting} (${waiting.length})`;
    const children = found
      .slice(0, MOST_WAITING)
      .map((session) => (this.#phone.matches ? this.#row(session) : this.#makeCard(session, null)));
    if (!waiting.length) {
      children.push(make("p", "ab-none", this.#words.nothingWaits));
    } else if (!found.length) {
      children.push(make("p", "ab-none", this.#words.nothingFound));
    } else if (found.length > MOST_WAITING) {
      children.push(make("p", "ab-none", fill(this.#words.more, { n: found.length - MOST_WAITING })));
    }
    this.#parts.waiting.replaceChildren(...children);
    this.#rove();
  }

  #drawConflicts() {
    const conflicts = this.#board.conflicts;
    this.#parts.conflictHead.textContent = `${this.#words.conflicts} (${conflicts.length})`;
    const children = [];
    for (const [word, some] of Map.groupBy(conflicts, (conflict) => conflict.word)) {
      const group = make("details", "ab-kind");
      group.open = some.length <= 10;
      group.append(make("summary", "", `${word} (${some.length})`));
      const list = make("ul", "");
      for (const conflict of some.slice(0, MOST_WAITING)) {
        const item = make("li", "");
        const jump = make("button", "ab-jump", conflict.text);
        jump.type = "button";
        jump.addEventListener("click", () => this.#jump(conflict.sessions[0]));
        item.append(jump);
        list.append(item);
      }
      group.append(list);
      children.push(group);
    }
    if (!conflicts.length) {
      children.push(make("p", "ab-none", this.#words.noConflicts));
    }
    this.#parts.conflicts.replaceChildren(...children);
  }

  /** One card of the board and one of those that wait can be reached with Tab; arrow keys do the rest. */
  #rove() {
    for (const area of [this.#parts.day, this.#parts.waiting]) {
      const cards = [...(area?.querySelectorAll(".ab-card[data-key]") ?? [])];
      const here = cards.find((card) => card.dataset.key === this.#focused) ?? cards[0];
      cards.forEach((card) => {
        card.tabIndex = card === here ? 0 : -1;
      });
    }
  }

  #card(key) {
    return key ? this.querySelector(`.ab-card[data-key="${key}"]`) : null;
  }

  #show(day) {
    this.#day = clamp(day, 0, this.#board.days.length - 1);
    if (this.#carried) {
      this.#carried.day = this.#day;
    }
    this.#redraw();
  }

  #jump(key) {
    const session = this.#sessions.get(key);
    if (session?.place) {
      this.#show(session.place.day);
    }
    this.#focus(key);
  }

  #focus(key) {
    const card = this.#card(key);
    if (card) {
      this.#focused = key;
      this.#rove();
      card.focus();
      card.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  #say(text) {
    this.#parts.live.textContent = "";
    requestAnimationFrame(() => {
      this.#parts.live.textContent = text;
    });
  }

  // ---- moves ---------------------------------------------------------------------------------------------------

  #place(session, target) {
    const version = session.place?.version ?? null;
    session.place = { ...target, version, pending: true };
    this.#redraw();
    this.$server?.place(
      session.key,
      version === null ? "" : String(version),
      target.room,
      this.#board.days[target.day].date,
      target.start,
      target.minutes,
    );
  }

  #unplace(session) {
    if (session.place) {
      this.$server?.unplace(session.key, String(session.place.version));
    }
  }

  #pickUp(session) {
    const place = session.place;
    this.#carried = place
      ? { key: session.key, day: this.#day, start: place.start, minutes: place.minutes, room: place.room }
      : {
          key: session.key,
          day: this.#day,
          start: 9 * 60,
          minutes: session.minutes,
          room: session.everywhere ? "" : (this.#board.rooms[0]?.key ?? ""),
        };
    this.#redraw();
    this.#say(fill(this.#words.pickedUp, { title: session.title }));
  }

  #carry(change) {
    Object.assign(this.#carried, change);
    this.#carried.start = clamp(this.#carried.start, 0, 1440 - STEP);
    this.#carried.minutes = clamp(this.#carried.minutes, SHORTEST, LONGEST);
    this.#redraw();
    this.#parts.ghost?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const { start, minutes, room, day } = this.#carried;
    const where = fill(this.#words.at, {
      start: clock(start),
      end: clock(start + minutes),
      city: this.#board.city,
      room: this.#roomName(room),
    });
    this.#say(`${where}, ${this.#board.days[day].label}`);
  }

  #onKey = (event) => {
    if (event.target.closest("dialog, input, select")) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      this.#help();
      return;
    }
    if (event.target.getAttribute?.("role") === "tab") {
      this.#onTabKey(event);
      return;
    }
    const key = event.target.dataset?.key;
    if (!key || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const session = this.#sessions.get(key);
    if (session && (this.#carried ? this.#onCarryKey(event, session) : this.#onCardKey(event, session))) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #onTabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#show(this.#day + step);
      this.#parts.tabs.children[this.#day].focus();
    }
  }

  #onCardKey(event, session) {
    switch (event.key) {
      case "Enter":
      case " ":
        if (this.#phone.matches) {
          this.#form(session);
        } else {
          this.#pickUp(session);
        }
        return true;
      case "u":
      case "U":
        this.#unplace(session);
        return true;
      case "m":
      case "M":
        this.#form(session);
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

  #onCarryKey(event, session) {
    const carried = this.#carried;
    const keys = ["", ...this.#board.rooms.map((room) => room.key)];
    const room = (step) => keys[clamp(keys.indexOf(carried.room) + step, 0, keys.length - 1)];
    switch (event.key) {
      case "ArrowUp":
        this.#carry(event.shiftKey ? { minutes: carried.minutes - STEP } : { start: carried.start - STEP });
        return true;
      case "ArrowDown":
        this.#carry(event.shiftKey ? { minutes: carried.minutes + STEP } : { start: carried.start + STEP });
        return true;
      case "PageUp":
        this.#carry({ start: carried.start - 60 });
        return true;
      case "PageDown":
        this.#carry({ start: carried.start + 60 });
        return true;
      case "ArrowLeft":
      case "ArrowRight": {
        const step = event.key === "ArrowLeft" ? -1 : 1;
        if (event.shiftKey) {
          this.#day = clamp(this.#day + step, 0, this.#board.days.length - 1);
          this.#carry({ day: this.#day });
          this.#keepFocus(session);
        } else {
          this.#carry({ room: room(step) });
        }
        return true;
      }
      case "Enter":
      case " ": {
        this.#carried = null;
        const { day, start, minutes, room: into } = carried;
        this.#place(session, { day, start, minutes, room: into });
        this.#focus(session.key);
        return true;
      }
      case "Escape":
        this.#carried = null;
        this.#redraw();
        this.#jump(session.key);
        this.#say(this.#words.cancelled);
        return true;
      default:
        return event.key.length === 1;
    }
  }

  /** While a session is carried to another day its own card is not drawn: keys then go to the ghost. */
  #keepFocus(session) {
    if (!this.#card(session.key) && this.#parts.ghost) {
      this.#parts.ghost.dataset.key = session.key;
      this.#parts.ghost.removeAttribute("aria-hidden");
      this.#parts.ghost.setAttribute("role", "button");
      this.#parts.ghost.focus();
    }
  }

  /** Up and down follow the time in one room, left and right go to what stands beside. */
  #walk(event, session) {
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
    if (event.target.closest(".ab-waiting")) {
      const cards = [...this.#parts.waiting.querySelectorAll(".ab-card[data-key]")];
      const next = cards[cards.indexOf(event.target) + step];
      if (next) {
        this.#focus(next.dataset.key);
      }
      return;
    }
    const placed = this.#placed();
    const { place } = session;
    let next;
    if (vertical) {
      const column = placed.filter((other) => other.place.room === place.room);
      next = column[column.indexOf(session) + step];
    } else {
      const index = this.#roomIndex(place.room);
      const beside = placed.filter((other) => Math.sign(this.#roomIndex(other.place.room) - index) === step);
      const nearest = Math.min(...beside.map((other) => Math.abs(this.#roomIndex(other.place.room) - index)));
      next = beside
        .filter((other) => Math.abs(this.#roomIndex(other.place.room) - index) === nearest)
        .sort((a, b) => Math.abs(a.place.start - place.start) - Math.abs(b.place.start - place.start))[0];
    }
    if (next) {
      this.#focus(next.key);
    }
  }

  // ---- pointer and touch ---------------------------------------------------------------------------------------

  #onPointerDown = (event) => {
    const card = event.target.closest?.(".ab-card[data-key]");
    if (!card || event.button !== 0 || this.#phone.matches || this.#carried) {
      return;
    }
    const session = this.#sessions.get(card.dataset.key);
    const box = card.getBoundingClientRect();
    const grab = {
      session,
      resize: Boolean(event.target.closest(".ab-resize")),
      dy: session.place ? event.clientY - box.top : 10,
      x: event.clientX,
      y: event.clientY,
      started: false,
      ready: event.pointerType === "mouse",
    };
    // A finger that moves at once scrolls; one that rests a moment takes the card.
    const hold = grab.ready ? 0 : setTimeout(() => (grab.ready = true), HOLD);
    const move = (e) => this.#onDrag(e, grab, stop);
    const up = (e) => {
      stop();
      if (grab.started) {
        this.#onDrop(e, grab);
      }
    };
    const cancel = () => {
      stop();
      this.#carried = null;
      this.#redraw();
    };
    const key = (e) => {
      if (e.key === "Escape" && grab.started) {
        cancel();
      }
    };
    const still = (e) => {
      if (grab.ready) {
        e.preventDefault();
      }
    };
    const stop = () => {
      clearTimeout(hold);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", key, true);
      window.removeEventListener("touchmove", still);
      this.classList.remove("ab-dragging");
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key, true);
    window.addEventListener("touchmove", still, { passive: false });
  };

  #onDrag(event, grab, stop) {
    if (!grab.started) {
      if (Math.hypot(event.clientX - grab.x, event.clientY - grab.y) < 5) {
        return;
      }
      if (!grab.ready) {
        stop();
        return;
      }
      grab.started = true;
      const { session } = grab;
      const place = session.place;
      this.#carried = {
        key: session.key,
        pointer: true,
        day: this.#day,
        start: place?.start ?? 540,
        minutes: place?.minutes ?? session.minutes,
        room: place?.room ?? "",
        inside: Boolean(grab.resize),
      };
      this.classList.add("ab-dragging");
      this.#card(session.key)?.classList.add("ab-taken");
      this.#parts.columns.append(this.#ghost(this.#parts.from));
    }
    const box = this.#parts.columns.getBoundingClientRect();
    const view = this.#parts.scroll.getBoundingClientRect();
    const minute = (y) => this.#parts.from + Math.round((y - box.top) / PIXELS_PER_MINUTE / STEP) * STEP;
    const carried = this.#carried;
    if (grab.resize) {
      carried.minutes = clamp(minute(event.clientY) - carried.start, SHORTEST, LONGEST);
    } else {
      carried.inside =
        event.clientX >= view.left &&
        event.clientX < view.right &&
        event.clientY >= view.top &&
        event.clientY < view.bottom;
      carried.start = clamp(minute(event.clientY - grab.dy), 0, 1440 - STEP);
      const index = Math.floor(((event.clientX - box.left) / box.width) * this.#board.rooms.length);
      const wide = grab.session.place ? grab.session.place.room === "" : grab.session.everywhere;
      carried.room = wide ? "" : this.#board.rooms[clamp(index, 0, this.#board.rooms.length - 1)].key;
    }
    this.#scrollNearEdge(event, view);
    const ghost = this.#parts.ghost;
    ghost.hidden = !carried.inside;
    this.#position(ghost, carried, this.#parts.from);
    ghost.querySelector(".ab-detail").textContent =
      `${clock(carried.start)}–${clock(carried.start + carried.minutes)} · ${this.#roomName(carried.room)}`;
  }

  #scrollNearEdge(event, view) {
    const near = (value, low, high) => (value < low + 40 ? -12 : value > high - 40 ? 12 : 0);
    if (this.#carried.inside) {
      this.#parts.scroll.scrollTop += near(event.clientY, view.top, view.bottom);
      this.#parts.scroll.scrollLeft += near(event.clientX, view.left, view.right);
    }
  }

  #onDrop(event, { session, resize }) {
    const { day, start, minutes, room, inside } = this.#carried;
    this.#carried = null;
    const overWaiting = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".ab-side");
    if (inside || resize) {
      this.#place(session, { day, start, minutes, room });
    } else {
      this.#redraw();
      if (overWaiting && session.place) {
        this.#unplace(session);
      }
    }
    this.#focus(session.key);
  }

  // ---- the form and the list of keys ---------------------------------------------------------------------------

  #form(session) {
    const dialog = make("dialog", "ab-dialog");
    const form = make("form", "");
    form.method = "dialog";
    const place = session.place;
    const field = (label, input) => {
      const wrap = make("label", "ab-field");
      wrap.append(make("span", "", label), input);
      form.append(wrap);
      return input;
    };
    const choice = (options, chosen) => {
      const select = make("select", "");
      for (const [value, text] of options) {
        const option = make("option", "", text);
        option.value = value;
        option.selected = value === chosen;
        select.append(option);
      }
      return select;
    };
    form.append(make("h2", "ab-heading", session.title));
    const day = field(
      this.#words.day,
      choice(
        this.#board.days.map((d, i) => [String(i), d.label]),
        String(place?.day ?? this.#day),
      ),
    );
    const room = field(
      this.#words.room,
      choice(
        [["", this.#words.allRooms], ...this.#board.rooms.map((r) => [r.key, r.name])],
        place ? place.room : session.everywhere ? "" : this.#board.rooms[0]?.key,
      ),
    );
    const start = field(fill(this.#words.startsIn, { city: this.#board.city }), make("input", ""));
    start.type = "time";
    start.step = String(STEP * 60);
    start.required = true;
    start.value = clock(place?.start ?? 540);
    const length = field(this.#words.length, make("input", ""));
    length.type = "number";
    length.min = String(SHORTEST);
    length.max = String(LONGEST);
    length.step = "1";
    length.required = true;
    length.value = String(place?.minutes ?? session.minutes);
    const buttons = make("div", "ab-buttons");
    const button = (text, className, act) => {
      const made = make("button", className, text);
      made.type = act ? "button" : "submit";
      if (act) {
        made.addEventListener("click", () => {
          dialog.close();
          act();
        });
      }
      buttons.append(made);
    };
    button(place ? this.#words.move : this.#words.place, "ab-button ab-primary");
    if (place) {
      button(this.#words.takeOut, "ab-button", () => this.#unplace(session));
    }
    button(this.#words.cancel, "ab-button", () => {});
    form.append(buttons);
    form.addEventListener("submit", () => {
      const [hours, minutes] = start.value.split(":").map(Number);
      this.#day = Number(day.value);
      this.#place(session, {
        day: this.#day,
        start: hours * 60 + minutes,
        minutes: Number(length.value),
        room: room.value,
      });
    });
    this.#open(dialog, form, session.title, session.key);
  }

  #help() {
    const dialog = make("dialog", "ab-dialog");
    const form = make("form", "");
    form.method = "dialog";
    const list = make("dl", "ab-keys");
    for (const [keys, meaning] of this.#words.help) {
      list.append(make("dt", "", keys), make("dd", "", meaning));
    }
    const buttons = make("div", "ab-buttons");
    buttons.append(make("button", "ab-button ab-primary", this.#words.close));
    form.append(make("h2", "ab-heading", this.#words.keys), list, buttons);
    this.#open(dialog, form, this.#words.keys, this.#focused);
  }

  #open(dialog, form, label, focusAfter) {
    dialog.setAttribute("aria-label", label);
    dialog.append(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.#focus(focusAfter);
    });
    this.append(dialog);
    dialog.showModal();
  }
}

customElements.define("agenda-board", AgendaBoard);
