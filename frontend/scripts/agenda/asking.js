// What is asked of the server. Sessions are shown where they are asked to be, and go back if that is refused.

export class Asking {
  #board;
  #queue = Promise.resolve();
  #refused = new WeakSet();

  constructor(board) {
    this.#board = board;
  }

  /** Shows sessions where they are asked to be, asks for it, and brings all of them back if it is refused. */
  submit(targets) {
    if (!this.mayMove()) {
      this.#board.redraw();
      return;
    }
    const token = {};
    // A move of what is not confirmed yet is asked for when it is, and given up if it is not.
    const upon = [...targets.keys()].map((key) => this.#board.pending.get(key)?.token).filter(Boolean);
    this.#show(targets, token);
    this.#queue = this.#queue.then(() => this.#send(targets, token, upon));
  }

  #show(targets, token) {
    const { model, pending } = this.#board;
    for (const [key, place] of targets) {
      const session = model.sessions.get(key);
      const before = pending.has(key) ? pending.get(key).before : session.place;
      pending.set(key, { before, token });
      session.place = place && { ...place, version: before?.version ?? null };
    }
    model.touch(targets.keys());
    this.#board.redraw();
  }

  async #send(targets, token, upon) {
    const { model, pending } = this.#board;
    let done = false;
    try {
      if (!upon.some((earlier) => this.#refused.has(earlier))) {
        this.#show(targets, token);
        const asked = [...targets].map(([key, place]) => ({
          key,
          version: String(pending.get(key).before?.version ?? ""),
          date: place ? model.days[place.day].date : "",
          start: place?.start ?? 0,
          minutes: place?.minutes ?? 0,
          room: place?.room ?? "",
        }));
        done = await this.#board.$server.move(asked);
      }
    } catch {
      // The application itself tells of faults; here the cards go back.
      done = false;
    }
    if (!done) {
      this.#refused.add(token);
    }
    this.#settle(targets.keys(), token, done);
  }

  #settle(keys, token, done) {
    const back = [...keys].filter((key) => this.#board.pending.get(key)?.token === token);
    for (const key of back) {
      if (!done) {
        this.#board.model.sessions.get(key).place = this.#board.pending.get(key).before;
      }
      this.#board.pending.delete(key);
    }
    if (back.length) {
      this.#board.model.touch(back);
      this.#board.redraw();
    }
  }

  /** Undo or redo. */
  step(name) {
    if (this.mayMove() && this.#board.steps[name]) {
      this.#board.$server?.[name]();
    } else if (this.#board.connected) {
      this.#board.say(name === "undo" ? this.#board.model.words.nothingToUndo : this.#board.model.words.nothingToRedo);
    }
  }

  tellHeld() {
    this.#board.$server?.hold(this.#board.carry ? [...this.#board.carry.targets.keys()] : []);
  }

  mayMove() {
    if (!this.#board.connected) {
      this.#board.say(this.#board.model.words.offlineRefused);
    }
    return this.#board.connected;
  }
}
