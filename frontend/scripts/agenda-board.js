// The agenda board: sessions as cards over days, rooms and times, and beside them those that wait. The server owns the truth.
// It sets `board`, calls `change` after every move by anyone and `meet` when people come, go or take something in their hand, and
// is told of moves through `$server`. All words come from the server, in the reader's language. The parts of the board are in
// the folder `agenda`; this element keeps what they share: what is shown, selected, carried and asked for.

import { Asking } from "./agenda/asking.js";
import { Bar } from "./agenda/bar.js";
import { Connection } from "./connection.js";
import { clamp, make } from "./agenda/dom.js";
import { USUAL_ZOOM, ZOOMS } from "./agenda/geometry.js";
import { Grid } from "./agenda/grid.js";
import { Hand } from "./agenda/hand.js";
import { BoardModel } from "./agenda/model.js";
import { Pointer } from "./agenda/pointer.js";
import { Selecting } from "./agenda/selecting.js";
import { Side } from "./agenda/side.js";

const ZONE_KEPT = "agenda-zone";
const ZOOM_KEPT = "agenda-zoom";
const HEARTBEAT = 10_000;
const NOW_EVERY = 30_000;

class AgendaBoard extends HTMLElement {
  model = null;
  day = 0;
  zoom = USUAL_ZOOM;
  zone = null;
  focused = null;
  carry = null;
  tapsSelect = false;
  connected = true;
  selection = new Set();
  cut = new Set();
  pending = new Map();
  present = [];
  steps = { undo: false, redo: false };
  asking = new Asking(this);
  hand = new Hand(this);
  pointer = new Pointer(this);
  selecting = new Selecting(this);
  #held = new Map();
  #narrow = window.matchMedia("(max-width: 760px)");
  #keyboard = null;
  #early = [];
  #phoneList = null;
  #style = null;
  #connection = new Connection(
    (connected) => this.#connectedNow(connected),
    () => this.$server.hold([]),
  );
  #resized = new ResizeObserver(() => this.redraw());
  #timers = [];
  #live;

  connectedCallback() {
    this.zoom = clamp(Number(localStorage.getItem(ZOOM_KEPT) ?? USUAL_ZOOM) || 0, 0, ZOOMS.length - 1);
    if (Object.hasOwn(this, "board")) {
      const early = this.board;
      delete this.board;
      this.board = early;
    }
    this.#narrow.addEventListener("change", this.redraw);
    this.pointer.start();
    this.addEventListener("focusin", this.#loadKeyboard);
    this.addEventListener("keydown", this.#holdKey);
    this.#connection.start();
    this.addEventListener("pointermove", this.pointer.hover, { passive: true });
    this.addEventListener("focusin", this.#onFocus);
    this.addEventListener("dblclick", this.#onDoubleClick);
    this.#timers = [
      setInterval(() => this.connected && this.asking.tellHeld(), HEARTBEAT),
      setInterval(() => this.grid?.geometry && this.grid.drawNow(), NOW_EVERY),
    ];
  }

  disconnectedCallback() {
    this.#narrow.removeEventListener("change", this.redraw);
    this.pointer.stop();
    this.removeEventListener("focusin", this.#loadKeyboard);
    this.removeEventListener("keydown", this.#holdKey);
    this.#keyboard?.stop();
    this.#keyboard = null;
    this.#connection.stop();
    this.#resized.disconnect();
    this.removeEventListener("pointermove", this.pointer.hover);
    this.removeEventListener("focusin", this.#onFocus);
    this.removeEventListener("dblclick", this.#onDoubleClick);
    this.#timers.forEach(clearInterval);
  }

  // ---- what the server says ----------------------------------------------------------------------------------------

  get board() {
    return this.model;
  }

  set board(board) {
    const first = !this.model;
    this.model = new BoardModel(board);
    this.pending.clear();
    this.carry = this.carry?.holds(this.model) ? this.carry : null;
    for (const kept of [this.selection, this.cut]) {
      [...kept].filter((key) => !this.model.sessions.has(key)).forEach((key) => kept.delete(key));
    }
    this.steps = board.steps;
    this.day = clamp(this.day, 0, this.model.days.length - 1);
    const zone = localStorage.getItem(ZONE_KEPT) ?? (board.own ? board.zones[0].key : "");
    this.zone = board.zones.find(({ key }) => key === zone) ?? null;
    const focused = this.querySelector(".ab-card:focus");
    this.#build(first);
    if (this.carry && !this.carry.pointer) {
      this.hand.keepFocus();
    } else if (focused) {
      this.#card(focused.dataset.key)?.focus({ preventScroll: true });
    }
  }

  /** Takes in how some sessions look now; `say` is spoken. */
  change({ sessions, conflicts, steps, say }) {
    if (!this.model) {
      return;
    }
    for (const { key } of sessions) {
      this.pending.delete(key);
    }
    this.model.change(sessions, conflicts);
    this.steps = steps ?? this.steps;
    // Somebody else has moved what is in the hand: it is not there any more.
    if (this.carry && !this.carry.holds(this.model)) {
      this.hand.letGo();
    }
    this.redraw();
    if (say) {
      this.say(say);
    }
  }

  /** Takes in who is here and what they hold. */
  meet(present) {
    this.present = present;
    const before = this.#held;
    this.#held = new Map(
      present.filter((person) => !person.own).flatMap(({ name, held }) => held.map((key) => [key, name])),
    );
    if (this.model) {
      this.model.touch([...before.keys(), ...this.#held.keys()]);
      this.bar.drawPeople();
      this.redraw();
    }
  }

  // ---- what the parts ask ------------------------------------------------------------------------------------------

  get onPhone() {
    return this.#narrow.matches;
  }

  heldBy(key) {
    return this.#held.get(key) ?? "";
  }

  /** What must be added to the meeting's minutes on a day to get those of the second zone. */
  shift(day) {
    return this.zone?.shifts[day] ?? 0;
  }

  /** What a card shows beside its session, in short: when it changes the card is drawn anew. */
  stampOf(key) {
    const taken = this.carry?.targets.has(key) || this.cut.has(key);
    return [this.selection.has(key), taken, this.pending.has(key), this.#held.get(key) ?? ""].join();
  }

  /** The sessions that a key press on one of them is meant for. */
  together(key) {
    return this.selection.has(key) ? [...this.selection] : [key];
  }

  say(text) {
    this.#live.textContent = "";
    requestAnimationFrame(() => {
      this.#live.textContent = text;
    });
  }

  // ---- drawing -----------------------------------------------------------------------------------------------------

  #build(first) {
    const scroll = this.grid && { left: this.grid.root.scrollLeft, top: this.grid.root.scrollTop };
    this.classList.add("agenda-board");
    this.bar = new Bar(this);
    this.grid = new Grid(this);
    this.list = this.#phoneList && new this.#phoneList(this);
    this.side = new Side(this);
    const stage = make("div", "ab-stage");
    this.dayPart = make("div", "ab-day");
    this.dayPart.id = "agenda-day";
    this.dayPart.setAttribute("role", "tabpanel");
    stage.append(this.dayPart, this.side.root);
    this.#live = make("div", "ab-live");
    this.#live.setAttribute("aria-live", "assertive");
    this.replaceChildren(this.bar.root, this.bar.offline, this.bar.chosen, stage, this.#live);
    this.#resized.disconnect();
    this.#resized.observe(this.grid.root);
    this.bar.drawPeople();
    this.bar.drawConnection();
    this.redraw();
    if (first) {
      this.#open();
    } else if (scroll) {
      Object.assign(this.grid.root, { scrollLeft: scroll.left, scrollTop: scroll.top });
    }
  }

  /** At first the board shows the present day, or the first. */
  #open() {
    const now = this.model.now();
    if (now && !this.onPhone) {
      this.grid.root.scrollTop = this.grid.geometry.y(now.day, now.minute) - 120;
    }
    this.show(now?.day ?? 0);
  }

  redraw = () => {
    if (!this.bar) {
      return;
    }
    this.classList.toggle("ab-phone", this.onPhone);
    if (this.onPhone && !this.list) {
      Promise.all([import("./agenda/list.js"), this.#styled()]).then(([{ List }]) => {
        this.#phoneList = List;
        this.list ??= new List(this);
        this.redraw();
      });
      return;
    }
    const shown = this.onPhone ? this.list : this.grid;
    if (this.dayPart.firstChild !== shown.root) {
      this.dayPart.replaceChildren(shown.root);
    }
    this.dayPart.setAttribute("aria-label", this.model.days[this.day].label);
    if (this.onPhone) {
      this.list.draw();
    } else if (this.grid.root.clientWidth) {
      this.grid.layout();
      this.grid.drawGhosts();
    }
    this.side.draw();
    this.bar.draw();
  };

  /** The grid has been scrolled to this day. */
  seeDay(day) {
    if (day !== this.day && !this.onPhone) {
      this.day = day;
      this.bar.draw();
    }
  }

  show(day) {
    if (this.onPhone) {
      this.day = day;
      this.redraw();
    } else if (day !== this.day) {
      this.showDay(day);
    }
  }

  showDay(day) {
    this.day = day;
    if (this.onPhone) {
      this.redraw();
    } else {
      this.grid.showDay(day);
      this.bar.draw();
    }
  }

  chooseZone(key) {
    localStorage.setItem(ZONE_KEPT, key);
    this.zone = this.model.zones.find((zone) => zone.key === key) ?? null;
    this.redraw();
  }

  zoomBy(step) {
    this.zoom = clamp(this.zoom + step, 0, ZOOMS.length - 1);
    localStorage.setItem(ZOOM_KEPT, String(this.zoom));
    this.redraw();
  }

  focusOn(key) {
    const session = this.model.sessions.get(key);
    if (!session) {
      return;
    }
    this.focused = key;
    if (session.place && !this.onPhone) {
      this.grid.reveal(session.place);
    } else if (session.place) {
      this.show(session.place.day);
    }
    const card = this.#card(key);
    card?.focus({ preventScroll: Boolean(card.closest(".ab-cards")) });
    card?.closest(".ab-cards") || card?.scrollIntoView({ block: "nearest" });
    this.grid.rove();
    this.side.rove();
  }

  #card(key) {
    return this.querySelector(`.ab-card[data-key="${key}"]`);
  }

  #onFocus = (event) => {
    const card = event.target.closest?.(".ab-card[data-key]");
    if (card) {
      this.focused = card.dataset.key;
    }
  };

  #onDoubleClick = (event) => {
    const card = event.target.closest?.(".ab-card[data-key]");
    if (card && !this.carry) {
      this.form([card.dataset.key]);
    }
  };

  form(keys) {
    this.#later((forms) => forms.openForm(this, keys));
  }

  help() {
    this.#later(async (forms) => forms.openHelp(this, await this.$server.help()));
  }

  /** The keys are loaded when something on the board has the focus for the first time. */
  #loadKeyboard = async () => {
    // Without a connection the next focus tries again.
    const { Keyboard } = (await import("./agenda/keyboard.js").catch(() => null)) ?? {};
    if (Keyboard && !this.#keyboard && this.isConnected) {
      this.#keyboard = new Keyboard(this);
      this.#keyboard.start();
    }
  };

  /** Keys that are pressed on a card before that are held, and heard one by one where the focus has gone meanwhile. */
  #holdKey = (event) => {
    const wait = !this.#keyboard || this.#early.length;
    if (wait && event.isTrusted && event.key !== "Tab" && event.target.closest(".ab-card")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.#early.push(event) === 1) {
        this.#hear();
      }
    }
  };

  async #hear() {
    await this.#loadKeyboard();
    for (; this.#early.length; this.#early.shift()) {
      const focused = document.activeElement;
      const at = this.contains(focused) ? focused : this.#early[0].target;
      at.dispatchEvent(new KeyboardEvent("keydown", this.#early[0]));
      await new Promise(requestAnimationFrame);
    }
  }

  /** The look of forms and of the phone's list comes with the first of them. */
  #styled() {
    this.#style ??= new Promise((resolve, reject) => {
      const link = make("link", "");
      Object.assign(link, { rel: "stylesheet", href: "/styles/agenda-forms.css", onload: resolve, onerror: reject });
      document.head.append(link);
    });
    return this.#style;
  }

  /** Forms are loaded when one is wanted: most moves need none. */
  #later(open) {
    Promise.all([import("./agenda/forms.js"), this.#styled()]).then(
      ([forms]) => open(forms),
      () => this.say(this.model.words.offline),
    );
  }

  // ---- the connection ----------------------------------------------------------------------------------------------

  #connectedNow(connected) {
    this.connected = connected;
    this.classList.toggle("ab-offline", !connected);
    if (!this.model) {
      return;
    }
    this.bar.drawConnection();
    if (connected) {
      this.$server?.catchUp();
      this.say(this.model.words.backAgain);
    } else {
      this.hand.letGo();
      this.say(this.model.words.offline);
    }
  }
}

customElements.define("agenda-board", AgendaBoard);
