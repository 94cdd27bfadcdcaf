/** Moves by the arrow keys between the buttons of a table of things to pick; the one reached is the one that Tab comes back to. */
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const button = event.target.closest?.(".pick-table button");
  if (!step || !button) {
    return;
  }
  event.preventDefault();
  const rows = [...button.closest("table").tBodies[0].rows];
  let row = rows.indexOf(button.closest("tr"));
  let column = button.closest("td").cellIndex;
  for (;;) {
    row += step[0];
    column += step[1];
    const cell = rows[row]?.cells[column];
    if (!cell || cell.tagName === "TH") {
      return;
    }
    const next = cell.querySelector("button");
    if (next) {
      button.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      return;
    }
  }
});
