// What stands above the board: the days, undo and redo, zoom, the second zone, who is here, and what can be done with a selection.

import { ZOOMS } from "./geometry.js";
import { button, choice, fill, make } from "./dom.js";

export class Bar {
  #board;

  constructor(board) {
    this.#board = board;
    const { words } = board.model;
    this.root = make("div", "ab-bar");
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", words.tools);
    this.tabs = make("div", "ab-tabs");
    this.tabs.setAttribute("role", "tablist");
    this.tabs.setAttribute("aria-label", words.days);
    board.model.days.forEach((day, index) => {
      const tab = button(day.label, "ab-tab", () => board.showDay(index));
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", "agenda-day");
      tab.dataset.day = index;
      this.tabs.append(tab);
    });
    this.undo = this.#tool("↶", words.undo, "agenda-undo", () => board.asking.step("undo"));
    this.redo = this.#tool("↷", words.redo, "agenda-redo", () => board.asking.step("redo"));
    this.smaller = this.#tool("−", words.zoomOut, "agenda-smaller", () => board.zoomBy(-1));
    this.larger = this.#tool("+", words.zoomIn, "agenda-larger", () => board.zoomBy(1));
    const steps = make("div", "ab-group");
    steps.append(this.undo, this.redo);
    const zoom = make("div", "ab-group ab-zoom");
    zoom.append(this.smaller, this.larger);
    this.selecting = button(words.select, "ab-button ab-selecting", () => board.selecting.toggle());
    this.selecting.id = "agenda-select";
    const log = button(words.log, "ab-button", () => board.$server?.openLog(""));
    log.id = "agenda-log";
    const help = button(words.keys, "ab-button ab-help", () => board.help());
    this.people = make("ul", "ab-people");
    this.people.setAttribute("aria-label", words.here);
    this.root.append(
      this.tabs,
      make("span", "ab-space"),
      this.people,
      steps,
      zoom,
      ...this.#zones(),
      this.selecting,
      log,
      help,
    );
    this.offline = make("p", "ab-offline-line");
    this.offline.setAttribute("role", "status");
    this.chosen = make("div", "ab-chosen");
    this.chosen.setAttribute("role", "group");
    this.chosen.setAttribute("aria-label", words.selection);
    this.draw();
  }

  #tool(sign, label, id, act) {
    const made = button(sign, "ab-button ab-tool", act);
    made.id = id;
    made.setAttribute("aria-label", label);
    made.title = label;
    return made;
  }

  /** Which zone's times stand beside the meeting's. */
  #zones() {
    const board = this.#board;
    const { words, zones, city } = board.model;
    if (!zones.length) {
      return [];
    }
    const label = make("label", "ab-zones");
    const select = choice(
      [["", fill(words.zoneNone, { city })], ...zones.map((zone) => [zone.key, zone.city])],
      board.zone?.key ?? "",
      "ab-select",
    );
    select.id = "agenda-zone";
    select.addEventListener("change", () => board.chooseZone(select.value));
    label.append(make("span", "", words.zone), select);
    return [label];
  }

  draw() {
    const board = this.#board;
    [...this.tabs.children].forEach((tab, index) => {
      const chosen = index === board.day;
      if (tab.getAttribute("aria-selected") !== String(chosen)) {
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
      }
    });
    this.undo.disabled = !board.steps.undo;
    this.redo.disabled = !board.steps.redo;
    this.smaller.disabled = board.zoom === 0;
    this.larger.disabled = board.zoom === ZOOMS.length - 1;
    this.selecting.setAttribute("aria-pressed", String(board.tapsSelect));
    this.#drawChosen();
  }

  focusDay(day) {
    this.tabs.children[day].focus();
  }

  drawPeople() {
    const { present, model } = this.#board;
    this.people.hidden = present.length < 2;
    this.people.replaceChildren(
      ...present.map((person) => {
        const item = make("li", `ab-person${person.own ? " ab-person-own" : ""}`, person.initials);
        const name = person.own ? fill(model.words.you, { name: person.name }) : person.name;
        item.title = name;
        item.setAttribute("aria-label", name);
        item.setAttribute("role", "listitem");
        return item;
      }),
    );
  }

  drawConnection() {
    const { connected, model } = this.#board;
    this.offline.textContent = connected ? "" : `⚠ ${model.words.offline}`;
  }

  /** What can be done with what is selected or carried. */
  #drawChosen() {
    const board = this.#board;
    const { words } = board.model;
    const parts = [];
    const act = (word, id, action, primary) => {
      const made = button(word, `ab-button${primary ? " ab-primary" : ""}`, action);
      made.id = id;
      parts.push(made);
    };
    if (board.carry && !board.carry.pointer) {
      parts.push(make("span", "ab-count", fill(words.carried, { n: board.carry.size })));
      act(words.putDown, "agenda-put-down", () => board.hand.putDown(), true);
      act(words.cancel, "agenda-let-go", () => board.hand.letGo(true));
    } else if (board.selection.size) {
      const selected = [...board.selection].map((key) => board.model.sessions.get(key)).filter(Boolean);
      parts.push(make("span", "ab-count", fill(words.selected, { n: selected.length })));
      act(words.move, "agenda-move-selected", () => board.form([...board.selection]), true);
      if (selected.length === 2 && selected.every((session) => session.place)) {
        act(words.swap, "agenda-swap", () => board.hand.swapSelected());
      }
      if (!board.onPhone) {
        act(words.cut, "agenda-cut", () => board.hand.cutSelected());
      }
      if (selected.some((session) => session.place)) {
        act(words.takeOut, "agenda-take-out", () => board.hand.takeOut([...board.selection]));
      }
      if (selected.length === 1) {
        act(words.details, "agenda-details", () => board.$server?.openSession(selected[0].key));
        act(words.log, "agenda-log-one", () => board.$server?.openLog(selected[0].key));
      }
      act(words.clear, "agenda-clear", () => board.selecting.select([], {}));
    }
    if (board.cut.size && !board.carry) {
      act(fill(words.paste, { n: board.cut.size }), "agenda-paste", () => board.hand.paste(), true);
    }
    this.chosen.replaceChildren(...parts);
    this.chosen.hidden = !parts.length;
  }
}
