// Changes of a text, as the server's TextEdit has them: a list in which a number keeps so many UTF-16 units, a negative one
// takes so many out, and a text is put in. What is put in stands before what is taken out at the same place.

class EditSteps {
  list = [];

  keep(length) {
    const last = this.list.at(-1);
    if (length > 0) {
      typeof last === "number" && last > 0 ? (this.list[this.list.length - 1] = last + length) : this.list.push(length);
    }
  }

  remove(length) {
    const last = this.list.at(-1);
    if (length > 0) {
      last < 0 ? (this.list[this.list.length - 1] = last - length) : this.list.push(-length);
    }
  }

  insert(text) {
    if (!text) {
      return;
    }
    const removed = this.list.at(-1) < 0 ? this.list.pop() : 0;
    if (typeof this.list.at(-1) === "string") {
      this.list[this.list.length - 1] += text;
    } else {
      this.list.push(text);
    }
    this.remove(-removed);
  }
}

/** Goes through the steps of a change piece by piece. */
class EditWalk {
  #steps;
  #at = 0;
  now;

  constructor(edit) {
    this.#steps = edit;
    this.now = edit[0];
  }

  get over() {
    return this.now === undefined;
  }

  get inserts() {
    return typeof this.now === "string";
  }

  get keeps() {
    return this.now > 0;
  }

  get left() {
    return this.over ? 0 : this.inserts ? this.now.length : Math.abs(this.now);
  }

  take(length) {
    if (length === this.left) {
      this.#at++;
      this.now = this.#steps[this.#at];
    } else if (this.inserts) {
      this.now = this.now.slice(length);
    } else {
      this.now -= this.now > 0 ? length : -length;
    }
  }
}

/** Two changes of one text, each moved so that it can follow the other; at one place the first stands first. */
export function transformEdits(first, second) {
  const one = new EditWalk(first);
  const other = new EditWalk(second);
  const moved = [new EditSteps(), new EditSteps()];
  while (!one.over || !other.over) {
    if (one.inserts) {
      moved[0].insert(one.now);
      moved[1].keep(one.left);
      one.take(one.left);
    } else if (other.inserts) {
      moved[0].keep(other.left);
      moved[1].insert(other.now);
      other.take(other.left);
    } else {
      const length = Math.min(one.left, other.left);
      if (!length) {
        throw new Error("changes of different texts");
      }
      if (one.keeps && other.keeps) {
        moved[0].keep(length);
        moved[1].keep(length);
      } else if (other.keeps) {
        moved[0].remove(length);
      } else if (one.keeps) {
        moved[1].remove(length);
      }
      one.take(length);
      other.take(length);
    }
  }
  return [moved[0].list, moved[1].list];
}

/** One change that does what two do that follow each other. */
export function composeEdits(first, second) {
  const one = new EditWalk(first);
  const other = new EditWalk(second);
  const both = new EditSteps();
  while (!one.over || !other.over) {
    if (!one.over && !one.inserts && !one.keeps) {
      both.remove(one.left);
      one.take(one.left);
    } else if (other.inserts) {
      both.insert(other.now);
      other.take(other.left);
    } else {
      const length = Math.min(one.left, other.left);
      if (!length) {
        throw new Error("changes that do not follow each other");
      }
      if (one.inserts && other.keeps) {
        both.insert(one.now.slice(0, length));
      } else if (one.keeps && other.keeps) {
        both.keep(length);
      } else if (one.keeps) {
        both.remove(length);
      }
      one.take(length);
      other.take(length);
    }
  }
  return both.list;
}

export function applyEdit(edit, text) {
  let at = 0;
  let changed = "";
  for (const step of edit) {
    if (typeof step === "string") {
      changed += step;
    } else if (step > 0) {
      changed += text.slice(at, at + step);
      at += step;
    } else {
      at -= step;
    }
  }
  if (at !== text.length) {
    throw new Error("a change of another text");
  }
  return changed;
}

const isWithinCharacter = (text, at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/**
 * What makes one text of another, in one place. Where that could be several, as among equal letters, it is the one that
 * ends at the caret.
 */
export function editBetween(before, after, caret = after.length) {
  const shorter = Math.min(before.length, after.length);
  const mostBehind = Math.min(shorter, after.length - caret);
  let behind = 0;
  while (behind < mostBehind && before.at(-1 - behind) === after.at(-1 - behind)) {
    behind++;
  }
  let ahead = 0;
  while (ahead < shorter - behind && before[ahead] === after[ahead]) {
    ahead++;
  }
  while (behind < shorter - ahead && before.at(-1 - behind) === after.at(-1 - behind)) {
    behind++;
  }
  if (isWithinCharacter(before, ahead) || isWithinCharacter(after, ahead)) {
    ahead--;
  }
  if (isWithinCharacter(before, before.length - behind) || isWithinCharacter(after, after.length - behind)) {
    behind--;
  }
  const steps = new EditSteps();
  steps.keep(ahead);
  steps.insert(after.slice(ahead, after.length - behind));
  steps.remove(before.length - behind - ahead);
  steps.keep(behind);
  return steps.list;
}

/** Where a place in the text is after a change; what is put in there comes behind it. */
export function moveIndex(edit, index) {
  let at = 0;
  let moved = index;
  for (const step of edit) {
    if (at >= index && !(typeof step === "number" && step < 0)) {
      break;
    }
    if (typeof step === "string") {
      moved += step.length;
    } else if (step > 0) {
      at += step;
    } else {
      moved -= Math.max(0, Math.min(index, at - step) - at);
      at -= step;
    }
  }
  return moved;
}

export const changesNothing = (edit) => edit.every((step) => step > 0);
