// Sessions in somebody's hand: one or many, where they were and where they would come down. Many keep their distances.

import { clamp, LONGEST, SHORTEST, STEP } from "./dom.js";

/** Says where a session is: the same text for the same place. */
const where = (session) => {
  const { day, start, minutes, room } = session?.place ?? {};
  return [session?.key, day, start, minutes, room].join();
};

export class Carry {
  #model;
  #taken = new Map();
  #origins = new Map();

  /**
   * @param model the agenda
   * @param keys the sessions, `anchor` among them
   * @param start where those that wait come down at first: a day, a minute and a room
   */
  constructor(model, keys, anchor, start) {
    this.#model = model;
    this.anchor = anchor;
    this.inside = true;
    this.pointer = false;
    let next = start.start;
    for (const key of [anchor, ...keys.filter((other) => other !== anchor)]) {
      const session = model.sessions.get(key);
      this.#taken.set(key, where(session));
      if (session.place) {
        const { day, start: from, minutes, room } = session.place;
        this.#origins.set(key, { day, start: from, minutes, room });
      } else {
        // Those that wait come down one after the other.
        const at = Math.min(next, 1440 - STEP);
        this.#origins.set(key, {
          day: start.day,
          start: at,
          minutes: session.minutes,
          room: session.everywhere ? "" : start.room,
        });
        next = at + session.minutes;
      }
    }
    this.targets = new Map([...this.#origins].map(([key, place]) => [key, { ...place }]));
  }

  /** Takes note of the agenda as it is now; false if not all that was taken is still where it was taken. */
  holds(model) {
    const all = ({ days, rooms }) => JSON.stringify([days.map(({ date }) => date), rooms.map(({ key }) => key)]);
    const same = model === this.#model || all(model) === all(this.#model);
    this.#model = model;
    return same && [...this.#taken].every(([key, place]) => where(model.sessions.get(key)) === place);
  }

  get size() {
    return this.targets.size;
  }

  get place() {
    return this.targets.get(this.anchor);
  }

  /** Moves the anchor there, and all others as far. A room that is not named is kept. */
  to({ day = this.place.day, start = this.place.start, room = this.place.room }) {
    const { days, rooms } = this.#model;
    const origin = this.#origins.get(this.anchor);
    const all = [...this.#origins.values()];
    const least = (of) => Math.min(...all.map(of));
    const most = (of) => Math.max(...all.map(of));
    const byDays = clamp(day - origin.day, -least((p) => p.day), days.length - 1 - most((p) => p.day));
    const byMinutes = clamp(start - origin.start, -least((p) => p.start), 1440 - STEP - most((p) => p.start));
    const indexes = all.filter((p) => p.room).map((p) => this.#model.roomIndex(p.room));
    const byRooms =
      room && origin.room
        ? clamp(
            this.#model.roomIndex(room) - this.#model.roomIndex(origin.room),
            -Math.min(...indexes),
            rooms.length - 1 - Math.max(...indexes),
          )
        : 0;
    for (const [key, from] of this.#origins) {
      const target = this.targets.get(key);
      target.day = from.day + byDays;
      target.start = from.start + byMinutes;
      if (from.room) {
        target.room = rooms[this.#model.roomIndex(from.room) + byRooms].key;
      }
    }
    if (this.size === 1 && (room === "" || origin.room === "")) {
      this.place.room = room;
    }
  }

  /** Makes the anchor longer or shorter. */
  last(minutes) {
    this.place.minutes = clamp(minutes, SHORTEST, Math.max(LONGEST, this.#origins.get(this.anchor).minutes));
  }
}
