// The form that moves sessions without dragging, and the list of keys.

import { button, choice, clock, fill, LONGEST, make, SHORTEST, STEP } from "./dom.js";
import { Carry } from "./carry.js";

/** Asks where sessions are to be; of many, where the first is, and the others keep their distances. */
export function openForm(board, keys) {
  const { model } = board;
  const { words } = model;
  const sessions = keys.map((key) => model.sessions.get(key)).filter(Boolean);
  const [first] = sessions;
  if (!first) {
    return;
  }
  const { place } = first;
  const title = sessions.length === 1 ? first.title : fill(words.selected, { n: sessions.length });
  const dialog = make("dialog", "ab-dialog");
  const form = make("form", "");
  form.method = "dialog";
  const field = (label, input) => {
    const wrap = make("label", "ab-field");
    wrap.append(make("span", "", label), input);
    form.append(wrap);
    return input;
  };
  form.append(make("h2", "ab-heading", title));
  if (sessions.length > 1) {
    form.append(make("p", "ab-none", fill(words.others, { title: first.title })));
  }
  const day = field(
    words.day,
    choice(
      model.days.map((d, index) => [String(index), d.label]),
      String(place?.day ?? board.day),
    ),
  );
  const room = field(
    words.room,
    choice(
      [["", words.allRooms], ...model.rooms.map((r) => [r.key, r.name])],
      place ? place.room : first.everywhere ? "" : model.rooms[0]?.key,
    ),
  );
  const start = field(fill(words.startsIn, { city: model.city }), make("input", ""));
  start.type = "time";
  start.step = String(STEP * 60);
  start.required = true;
  start.value = clock(place?.start ?? 540);
  const length = sessions.length > 1 ? null : field(words.length, make("input", ""));
  if (length) {
    length.type = "number";
    length.min = String(SHORTEST);
    length.max = String(Math.max(LONGEST, place?.minutes ?? 0));
    length.step = "1";
    length.required = true;
    length.value = String(place?.minutes ?? first.minutes);
  }
  const buttons = make("div", "ab-buttons");
  const act = (text, action) =>
    buttons.append(
      button(text, "ab-button", () => {
        dialog.close();
        action();
      }),
    );
  const submit = make("button", "ab-button ab-primary", place ? words.move : words.place);
  buttons.append(submit);
  if (sessions.some((session) => session.place)) {
    act(words.takeOut, () => board.hand.takeOut(keys));
  }
  if (sessions.length === 1) {
    act(words.details, () => board.$server?.openSession(first.key));
    act(words.log, () => board.$server?.openLog(first.key));
  }
  act(words.cancel, () => {});
  form.append(buttons);
  form.addEventListener("submit", () => {
    const [hours, minutes] = start.value.split(":").map(Number);
    const carry = new Carry(model, keys, first.key, { day: Number(day.value), start: 540, room: model.rooms[0].key });
    carry.to({ day: Number(day.value), start: hours * 60 + minutes, room: room.value });
    if (length) {
      carry.last(Number(length.value));
    }
    board.show(Number(day.value));
    board.asking.submit(carry.targets);
  });
  open(board, dialog, form, title, first.key);
}

export function openHelp(board, keysAndMeanings) {
  const { words } = board.model;
  const dialog = make("dialog", "ab-dialog ab-help-dialog");
  const form = make("form", "");
  form.method = "dialog";
  const list = make("dl", "ab-keys");
  for (const [keys, meaning] of keysAndMeanings) {
    list.append(make("dt", "", keys), make("dd", "", meaning));
  }
  const buttons = make("div", "ab-buttons");
  buttons.append(make("button", "ab-button ab-primary", words.close));
  form.append(make("h2", "ab-heading", words.keys), list, buttons);
  open(board, dialog, form, words.keys, board.focused);
}

function open(board, dialog, form, label, focusAfter) {
  dialog.setAttribute("aria-label", label);
  dialog.append(form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    board.focusOn(focusAfter);
  });
  board.append(dialog);
  dialog.showModal();
}
