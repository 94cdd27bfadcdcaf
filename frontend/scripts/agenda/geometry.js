// Where days, hours and rooms are on the board, in pixels: the days stand below each other, the rooms side by side.

import { clamp, STEP } from "./dom.js";

export const HEAD = 56;
export const BAND = 30;

/** From a whole day at a glance to single minutes: pixels to a minute, and the least width of a room. */
export const ZOOMS = [
  { minute: 0.5, room: 64 },
  { minute: 0.75, room: 76 },
  { minute: 1, room: 92 },
  { minute: 1.5, room: 108 },
  { minute: 2.25, room: 136 },
  { minute: 3.5, room: 176 },
];
export const USUAL_ZOOM = 3;

export class Geometry {
  constructor(model, zoom, twoZones, viewWidth, spans) {
    this.rooms = model.rooms;
    this.minute = ZOOMS[zoom].minute;
    this.axis = twoZones ? 104 : 58;
    this.room = Math.max(ZOOMS[zoom].room, Math.floor((viewWidth - this.axis - 2) / Math.max(1, model.rooms.length)));
    this.width = this.room * model.rooms.length;
    this.days = [];
    let top = 0;
    for (const span of spans) {
      const height = BAND + (span.to - span.from) * this.minute + 8;
      this.days.push({ top, height, ...span });
      top += height;
    }
    this.height = top;
  }

  y(day, minute) {
    const { top, from } = this.days[day];
    return top + BAND + (minute - from) * this.minute;
  }

  /** The day and the minute, on the grid of five minutes, at a height of the board. */
  timeAt(y) {
    const day = this.dayAt(y);
    const { top, from } = this.days[day];
    const minute = from + Math.round((y - top - BAND) / this.minute / STEP) * STEP;
    return { day, minute: clamp(minute, 0, 1440 - STEP) };
  }

  dayAt(y) {
    const day = this.days.findIndex(({ top, height }) => y < top + height);
    return day < 0 ? this.days.length - 1 : day;
  }

  roomAt(x) {
    return clamp(Math.floor(x / this.room), 0, this.rooms.length - 1);
  }

  /** The box of a place; `index` is its room's position, or less than nothing for all rooms. */
  box(place, index, lane = 0, lanes = 1) {
    const day = this.days[place.day];
    const y = this.y(place.day, place.start);
    const bottom = Math.min(this.y(place.day, place.start + place.minutes), day.top + day.height - 4);
    const wide = index < 0;
    const width = wide ? this.width : this.room / lanes;
    return {
      x: wide ? 0 : index * this.room + lane * width,
      y,
      w: width - (wide ? 2 : 3),
      h: Math.max(bottom - y - 2, 9),
      wide,
    };
  }
}
