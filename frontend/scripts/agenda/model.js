// What the server has told of an agenda: sessions, where they are, and what is wrong with them. Knows no pixels.

import { clock, fill } from "./dom.js";

const MORNING = 8 * 60;
const EVENING = 20 * 60;
/** An item that runs on for days is drawn to the end of the night after its first. */
const LATEST = 30 * 60;

export class BoardModel {
  #byDay = new Map();
  #changes = 0;
  #marks = new Map();
  #rooms;

  constructor(board) {
    Object.assign(this, {
      words: board.words,
      days: board.days,
      rooms: board.rooms,
      city: board.city,
      zone: board.zone,
      zones: board.zones,
      own: board.own,
      conflicts: board.conflicts,
    });
    this.sessions = new Map(board.sessions.map((session) => [session.key, session]));
    this.#rooms = new Map(board.rooms.map((room, index) => [room.key, index]));
    this.#mark();
  }

  /** Takes in how some sessions are now, with all conflicts that they are part of. */
  change(sessions, conflicts) {
    const changed = new Set(sessions.map((session) => session.key));
    const affected = new Set(changed);
    const gone = this.conflicts.filter((conflict) => conflict.sessions.some((key) => changed.has(key)));
    for (const conflict of [...gone, ...conflicts]) {
      conflict.sessions.forEach((key) => affected.add(key));
    }
    this.conflicts = [...this.conflicts.filter((conflict) => !gone.includes(conflict)), ...conflicts].sort(
      (a, b) => a.word.localeCompare(b.word) || a.text.localeCompare(b.text),
    );
    for (const session of sessions) {
      this.sessions.set(session.key, session);
    }
    this.#mark();
    this.touch(affected);
  }

  /** What is drawn of these sessions is out of date. */
  touch(keys) {
    this.#byDay.clear();
    for (const key of keys) {
      const session = this.sessions.get(key);
      if (session) {
        session.stamp = ++this.#changes;
      }
    }
  }

  #mark() {
    this.#marks = new Map();
    for (const conflict of this.conflicts) {
      for (const key of conflict.sessions) {
        if (!this.#marks.has(key)) {
          this.#marks.set(key, []);
        }
        this.#marks.get(key).push(conflict);
      }
    }
  }

  marksOf(key) {
    return this.#marks.get(key) ?? [];
  }

  /** The sessions of a day by time, then room. */
  placed(day) {
    if (!this.#byDay.size) {
      this.days.forEach((_, index) => this.#byDay.set(index, []));
      for (const session of this.sessions.values()) {
        if (session.place) {
          this.#byDay.get(session.place.day)?.push(session);
        }
      }
      for (const sessions of this.#byDay.values()) {
        sessions.sort(
          (a, b) => a.place.start - b.place.start || this.roomIndex(a.place.room) - this.roomIndex(b.place.room),
        );
      }
    }
    return this.#byDay.get(day) ?? [];
  }

  waiting() {
    return [...this.sessions.values()].filter((session) => !session.place);
  }

  /** The hours of a day that are drawn; `others` are places that must fit in too. */
  span(day, others = []) {
    let from = MORNING;
    let to = EVENING;
    const places = [...this.placed(day).map((session) => session.place), ...others.filter((p) => p.day === day)];
    for (const { start, minutes } of places) {
      from = Math.min(from, Math.floor(start / 60) * 60);
      to = Math.max(to, Math.ceil((start + minutes) / 60) * 60);
    }
    return { from, to: Math.min(to, LATEST) };
  }

  /** Sessions that overlap in one room stand beside each other, each with its share of the column. */
  lanes(day) {
    const result = [];
    const byRoom = Map.groupBy(this.placed(day), (session) => session.place.room);
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
        cluster.forEach((session) => result.push({ session, lane: laneOf.get(session), lanes: lanes.length }));
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

  /** Minutes by which the time kept free before (-1) or after (1) a session is cut short by a neighbour in its room. */
  cutShort(session, side) {
    const { day, room, start, minutes } = session.place;
    const gap = side < 0 ? session.before : session.after;
    const from = side < 0 ? start - gap : start + minutes;
    const to = from + gap;
    return this.placed(day).reduce((most, other) => {
      if (other === session || (room && other.place.room && other.place.room !== room)) {
        return most;
      }
      const overlap = Math.min(to, other.place.start + other.place.minutes) - Math.max(from, other.place.start);
      return Math.max(most, overlap);
    }, 0);
  }

  roomIndex(key) {
    return this.#rooms.get(key) ?? -1;
  }

  roomName(key) {
    return key ? (this.rooms[this.roomIndex(key)]?.name ?? "") : this.words.allRooms;
  }

  where(place) {
    return fill(this.words.at, {
      start: clock(place.start),
      end: clock(place.start + place.minutes),
      city: this.city,
      room: this.roomName(place.room),
    });
  }

  describe(session, place, held) {
    const gaps = [];
    if (place && session.place) {
      for (const [side, minutes, word] of [
        [-1, session.before, this.words.gapBefore],
        [1, session.after, this.words.gapAfter],
      ]) {
        if (minutes) {
          const cut = this.cutShort(session, side);
          gaps.push(fill(word, { n: minutes }) + (cut ? ` (${fill(this.words.gapCut, { n: cut })})` : ""));
        }
      }
    }
    return [
      session.title,
      session.type,
      place ? `${this.days[place.day]?.label ?? ""}, ${this.where(place)}` : this.words.waits,
      session.people,
      session.talks ? fill(this.words.talks, { n: session.talks }) : "",
      ...gaps,
      ...this.marksOf(session.key).map((conflict) => `${conflict.word}: ${conflict.text}`),
      held,
    ]
      .filter(Boolean)
      .join(". ");
  }

  /** The present as a day and a minute of the meeting's zone; null outside its days. */
  now() {
    const parts = Object.fromEntries(
      new Intl.DateTimeFormat("en-CA", {
        timeZone: this.zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      })
        .formatToParts(new Date())
        .map((part) => [part.type, part.value]),
    );
    const day = this.days.findIndex(({ date }) => date === `${parts.year}-${parts.month}-${parts.day}`);
    return day < 0 ? null : { day, minute: Number(parts.hour) * 60 + Number(parts.minute) };
  }
}
