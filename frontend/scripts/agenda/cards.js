// How one session looks, on the board and among those that wait.

import { clock, fill, make } from "./dom.js";

const LINE = 17;

/** A card; `place` is where it is shown, or null. */
export function makeCard(board, session, place) {
  const { model } = board;
  const { words } = model;
  const held = board.heldBy(session.key);
  const heldText = held ? fill(words.holds, { name: held }) : "";
  const card = make("div", `ab-card ${session.hue}`);
  card.dataset.key = session.key;
  card.setAttribute("role", "button");
  card.setAttribute("aria-label", model.describe(session, place, heldText));
  card.tabIndex = -1;
  const inner = make("span", "ab-inner");
  const title = make("span", "ab-title", session.title);
  if (session.lang) {
    title.lang = session.lang;
  }
  inner.append(title);
  const marks = model.marksOf(session.key);
  if (marks.length) {
    const kinds = [...new Set(marks.map((conflict) => conflict.word))].join(" · ");
    inner.append(make("span", "ab-mark", `⚠ ${kinds}`));
    card.classList.add("ab-conflicting");
  }
  inner.append(make("span", "ab-detail ab-when", whenText(board, session, place)));
  if (session.people) {
    inner.append(make("span", "ab-detail", session.people));
  }
  if (session.talks) {
    inner.append(make("span", "ab-detail", fill(words.talks, { n: session.talks })));
  }
  card.append(inner);
  if (held) {
    card.classList.add("ab-held");
    card.append(make("span", "ab-holder", held));
  }
  card.title = card.getAttribute("aria-label");
  card.classList.toggle("ab-pending", Boolean(board.pending.get(session.key)));
  return card;
}

function whenText(board, session, place) {
  const { model } = board;
  if (!place) {
    return [fill(model.words.minutes, { n: session.minutes }), session.type].filter(Boolean).join(" · ");
  }
  const shift = board.shift(place.day);
  const beside = shift && board.onPhone ? `${clock(place.start + shift)} ${board.zone.city}` : "";
  const time = `${clock(place.start)}–${clock(place.start + place.minutes)}`;
  return [time, beside, session.type].filter(Boolean).join(" · ");
}

/** Puts a card into its box. Only whole lines are shown, the title before the rest: half a line reads as a fault. */
export function fit(card, box) {
  card.style.transform = `translate(${box.x}px, ${box.y}px)`;
  card.style.width = `${box.w}px`;
  card.style.height = `${box.h}px`;
  const lines = Math.max(1, Math.floor((box.h - 4) / LINE));
  card.style.setProperty("--ab-lines", lines);
  card.style.setProperty("--ab-title-lines", lines < 3 ? lines : Math.min(lines - 1, 4));
  card.classList.toggle("ab-wide", box.wide);
  card.classList.toggle("ab-short", lines < 2);
  card.classList.toggle("ab-tiny", box.h < 15);
}

/** The hatched time that a session keeps free before or after it. */
export function makeGap(board, session, side) {
  const minutes = side < 0 ? session.before : session.after;
  const cut = board.model.cutShort(session, side);
  const gap = make("div", `ab-gap${cut ? " ab-gap-cut" : ""}`);
  const word = side < 0 ? board.model.words.gapBefore : board.model.words.gapAfter;
  gap.append(make("span", "", fill(word, { n: minutes })));
  if (cut) {
    gap.append(make("span", "ab-mark", `⚠ ${fill(board.model.words.gapCut, { n: cut })}`));
  }
  gap.setAttribute("aria-hidden", "true");
  return gap;
}
