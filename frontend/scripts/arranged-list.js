/**
 * Lets a person order a list by its handles: dragged with a pointer of any kind (mouse, finger, pen), or moved with the
 * arrow keys. The server decides the order; this only says which row is to go where.
 */

const LIVE = "arranged-list-live";

/** Speaks a sentence to those who listen to the page. */
function say(text) {
  let live = document.getElementById(LIVE);
  if (!live) {
    live = document.createElement("div");
    live.id = LIVE;
    live.setAttribute("aria-live", "assertive");
    document.body.append(live);
  }
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = text));
}

function rows(list) {
  return [...list.querySelectorAll(":scope > .arranged-row")];
}

/** The place that the row would take if it were dropped at this height. */
function placeAt(list, y, from) {
  let place = 0;
  rows(list).forEach((row, index) => {
    const box = row.getBoundingClientRect();
    if (index !== from && y > box.top + box.height / 2) {
      place++;
    }
  });
  return place;
}

function mark(list, from, place) {
  rows(list).forEach((row, index) => {
    const others = index > from ? index - 1 : index;
    row.classList.toggle("arranged-before", index !== from && others === place);
    row.classList.toggle("arranged-after", index !== from && others === place - 1 && place === rows(list).length - 1);
  });
}

function watch(list) {
  if (list.arranged) {
    return;
  }
  list.arranged = true;
  list.say = say;
  let from = -1;
  let place = -1;
  let handle = null;

  const end = (keep) => {
    if (handle === null) {
      return;
    }
    rows(list).forEach((row) => row.classList.remove("arranged-before", "arranged-after", "arranged-held"));
    const moved = keep && place >= 0 && place !== from;
    handle = null;
    if (moved) {
      list.$server.moved(from, place);
    }
  };

  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".arranged-grip");
    if (!grip || event.button !== 0) {
      return;
    }
    handle = grip;
    from = rows(list).indexOf(grip.closest(".arranged-row"));
    place = from;
    rows(list)[from].classList.add("arranged-held");
    grip.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", (event) => {
    if (handle === null) {
      return;
    }
    place = placeAt(list, event.clientY, from);
    mark(list, from, place);
  });
  list.addEventListener("pointerup", () => end(true));
  list.addEventListener("pointercancel", () => end(false));
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      end(false);
      return;
    }
    const grip = event.target.closest(".arranged-grip");
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!grip || !step) {
      return;
    }
    event.preventDefault();
    const at = rows(list).indexOf(grip.closest(".arranged-row"));
    const to = at + step;
    if (to >= 0 && to < rows(list).length) {
      list.$server.moved(at, to);
    }
  });
}

window.caravanseraiArranged = { watch };
