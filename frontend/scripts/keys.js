// The keys that work in every view: `/` goes to the search field of the view or else searches everything, as Ctrl+K does
// even while something is typed; `j` and `k` move in the list, Enter opens what is
// focused, Escape closes what is open beside the list, and `?` lists them all. A view that handles a key itself
// prevents its default, and nothing happens here. A field keeps every key that is typed into it.

const ROWS = ".next-step, .meeting-row, .proposal-card, .arranged-row, [data-row]";
const REACHED = "a[href], vaadin-button, button";

const visible = (element) => element && element.getClientRects().length > 0;

const inField = (event) => {
  const target = event.composedPath()[0];
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
};

const overlaid = () => document.querySelector("dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]");

function search() {
  const field = [...document.querySelectorAll("main .filter-search, main input[type=search]")].find(visible);
  field?.focus();
  return field ? true : searchEverything();
}

function searchEverything() {
  const opener = document.querySelector("[data-search-everything]");
  opener?.click();
  return Boolean(opener);
}

function moveInGrid(grid, step) {
  const table = grid.shadowRoot.querySelector("#table");
  const cell = grid.shadowRoot.activeElement?.closest("tbody [role=gridcell]");
  if (cell) {
    cell.dispatchEvent(
      new KeyboardEvent("keydown", { key: step > 0 ? "ArrowDown" : "ArrowUp", bubbles: true, composed: true }),
    );
  } else {
    [...table.querySelectorAll("#items [role=gridcell]")].find(visible)?.focus();
  }
}

function move(step) {
  const grid = [...document.querySelectorAll("main vaadin-grid")].find(visible);
  if (grid) {
    moveInGrid(grid, step);
    return true;
  }
  const rows = [...document.querySelectorAll(`main :is(${ROWS})`)].filter(visible);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : at + step];
  const reached = next?.matches(REACHED) ? next : next?.querySelector(REACHED);
  reached?.focus();
  return rows.length > 0;
}

/** In a table the link of the focused row is followed, wherever in the row the focus is. */
function open(event) {
  const cell = event.composedPath().find((element) => element.matches?.("tbody [role=gridcell]"));
  if (!cell || event.composedPath()[0] !== cell) {
    return false;
  }
  const link = [...cell.parentElement.children]
    .map((other) => other._content?.querySelector("a[href]"))
    .find(Boolean);
  link?.click();
  return Boolean(link);
}

function close() {
  const closer = [...document.querySelectorAll("main [data-closes]")].find(visible);
  closer?.click();
  return Boolean(closer);
}

class KeyHelp extends HTMLElement {
  #onKey = (event) => {
    const everywhere = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    if (everywhere && !event.defaultPrevented && !overlaid() && searchEverything()) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || inField(event) || overlaid()) {
      return;
    }
    const acts = {
      "?": () => this.open(),
      "/": search,
      j: () => move(1),
      k: () => move(-1),
      Escape: close,
    };
    if (acts[event.key]?.()) {
      event.preventDefault();
    }
  };

  // The table would take Enter for itself and only focus the link.
  #onEnter = (event) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && open(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  connectedCallback() {
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("keydown", this.#onEnter, true);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("keydown", this.#onEnter, true);
  }

  open() {
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    const heading = document.createElement("h2");
    heading.textContent = this.getAttribute("heading");
    const list = document.createElement("dl");
    for (const [keys, meaning] of this.keys) {
      const name = document.createElement("dt");
      for (const key of keys.split(" ")) {
        const cap = document.createElement("kbd");
        cap.textContent = key;
        name.append(cap);
      }
      const says = document.createElement("dd");
      says.textContent = meaning;
      list.append(name, says);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    const button = document.createElement("button");
    button.textContent = this.getAttribute("close");
    form.append(button);
    dialog.setAttribute("aria-label", heading.textContent);
    dialog.append(heading, list, form);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return true;
  }
}

customElements.define("key-help", KeyHelp);
