// What stands beside the board: the sessions that wait, with filters, and the conflicts.

import { makeCard } from "./cards.js";
import { button, choice, fill, fold, make } from "./dom.js";

const MOST = 100;

export class Side {
  #board;
  #filter = { text: "", topic: "", type: "" };

  constructor(board) {
    this.#board = board;
    const { words } = board.model;
    this.root = make("div", "ab-side");
    const filter = make("input", "ab-filter");
    filter.type = "search";
    filter.id = "agenda-filter";
    filter.setAttribute("aria-label", words.filter);
    filter.placeholder = words.filter;
    filter.addEventListener("input", () => {
      this.#filter.text = filter.value;
      this.drawWaiting();
    });
    this.waitingHead = make("h2", "ab-heading");
    this.waiting = make("div", "ab-waiting");
    this.conflictHead = make("h2", "ab-heading");
    this.conflicts = make("div", "ab-conflicts");
    this.root.append(
      this.waitingHead,
      filter,
      this.#choose("topic", words.allTopics),
      this.#choose("type", words.allTypes),
      this.waiting,
      this.conflictHead,
      this.conflicts,
    );
  }

  #choose(name, all) {
    const values = [...new Set([...this.#board.model.sessions.values()].map((session) => session[name]))]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b));
    const select = choice([["", all], ...values.map((value) => [value, value])], "", "ab-select ab-filter");
    select.id = `agenda-filter-${name}`;
    select.setAttribute("aria-label", all);
    select.hidden = values.length < 2;
    select.addEventListener("change", () => {
      this.#filter[name] = select.value;
      this.drawWaiting();
    });
    return select;
  }

  draw() {
    this.drawWaiting();
    this.#drawConflicts();
  }

  drawWaiting() {
    const board = this.#board;
    const { words } = board.model;
    const asked = fold(this.#filter.text).split(/\s+/).filter(Boolean);
    const waiting = board.model.waiting();
    const found = waiting.filter((session) => {
      const text = fold([session.title, session.type, session.people, session.topic, session.code].join(" "));
      return (
        asked.every((word) => text.includes(word)) &&
        (!this.#filter.topic || session.topic === this.#filter.topic) &&
        (!this.#filter.type || session.type === this.#filter.type)
      );
    });
    this.waitingHead.textContent = `${words.waiting} (${waiting.length})`;
    const focused = this.waiting.contains(document.activeElement) && document.activeElement.dataset.key;
    const children = found
      .slice(0, MOST)
      .map((session) => (board.onPhone ? board.list.row(session) : this.#card(session)));
    if (!waiting.length) {
      children.push(make("p", "ab-none", words.nothingWaits));
    } else if (!found.length) {
      children.push(make("p", "ab-none", words.nothingFound));
    } else if (found.length > MOST) {
      children.push(make("p", "ab-none", fill(words.more, { n: found.length - MOST })));
    }
    this.waiting.replaceChildren(...children);
    this.rove();
    if (focused) {
      this.waiting.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
    }
  }

  #card(session) {
    const board = this.#board;
    const card = makeCard(board, session, null);
    const selected = board.selection.has(session.key);
    card.setAttribute("aria-pressed", String(selected));
    card.classList.toggle("ab-selected", selected);
    card.classList.toggle("ab-taken", Boolean(board.carry?.targets.has(session.key)) || board.cut.has(session.key));
    return card;
  }

  rove() {
    const cards = [...this.waiting.querySelectorAll(".ab-card[data-key]")];
    const here = cards.find((card) => card.dataset.key === this.#board.focused) ?? cards[0];
    cards.forEach((card) => {
      card.tabIndex = card === here ? 0 : -1;
    });
  }

  #drawConflicts() {
    const { conflicts, words } = this.#board.model;
    this.conflictHead.textContent = `${words.conflicts} (${conflicts.length})`;
    const children = [];
    for (const [word, some] of Map.groupBy(conflicts, (conflict) => conflict.word)) {
      const group = make("details", "ab-kind");
      group.open = some.length <= 10;
      group.append(make("summary", "", `${word} (${some.length})`));
      const list = make("ul", "");
      for (const conflict of some.slice(0, MOST)) {
        const item = make("li", "");
        item.append(button(conflict.text, "ab-jump", () => this.#board.focusOn(conflict.sessions[0])));
        list.append(item);
      }
      group.append(list);
      children.push(group);
    }
    if (!conflicts.length) {
      children.push(make("p", "ab-none", words.noConflicts));
    }
    this.conflicts.replaceChildren(...children);
  }
}
