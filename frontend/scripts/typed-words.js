// Looks after words on their way from a field to the server.
//
// Browsers may report one change of a field twice, as some do when an input method ends a composition or a program fills
// a form in. Flow waits a moment before it sends what was typed; when the second report comes in that moment and another
// action ends it early, Flow sends the event without the words. A report that brings nothing new therefore goes no
// further.
//
// What has not reached the server when the session ends, or when the page is left without a connection, is kept in this
// tab and put back into its field when the same page is open again. Where somebody has written something else there
// meanwhile, both stand one after the other.

const FIELDS = "vaadin-text-field[id], vaadin-text-area[id]";
const KEY = "typed-words";
const PAUSE = 1500;
const DAY = 24 * 60 * 60 * 1000;

const read = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

const write = (kept) => {
  if (Object.keys(kept).length) {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } else {
    sessionStorage.removeItem(KEY);
  }
};

const nameOf = (field) => `${location.pathname}#${field.id}`;

const clients = () => Object.values(window.Vaadin?.Flow?.clients ?? {});

/** Whether all that was typed has been answered by the server. */
const arrived = () =>
  navigator.onLine && !document.querySelector(".v-system-error") && clients().every((client) => !client.isActive?.());

let lastTyped = 0;
let waiting = 0;

function forgetWhatArrived() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (Date.now() - lastTyped >= PAUSE && arrived()) {
      write(Object.fromEntries(Object.entries(read()).filter(([name]) => !name.startsWith(`${location.pathname}#`))));
    } else if (!document.querySelector(".v-system-error")) {
      forgetWhatArrived();
    }
  }, PAUSE);
}

document.addEventListener(
  "input",
  (event) => {
    const field = event.target.closest?.("vaadin-text-field, vaadin-text-area");
    if (!field) {
      return;
    }
    if (event.target.value === field.value) {
      event.stopImmediatePropagation();
      return;
    }
    if (field.matches(FIELDS) && field.closest("main")) {
      const kept = read();
      const name = nameOf(field);
      kept[name] = { before: kept[name]?.before ?? field.value, text: event.target.value, at: Date.now() };
      write(kept);
      lastTyped = Date.now();
      forgetWhatArrived();
    }
  },
  true,
);

/** What stands in a field after words come back to it. */
function joined(field, { before, text }) {
  if (field.value === before || field.value === "" || text.includes(field.value)) {
    return text;
  }
  return field.value.includes(text) ? field.value : `${field.value}${field.localName.endsWith("area") ? "\n\n" : " "}${text}`;
}

function putBack(field, words) {
  const value = joined(field, words);
  const input = field.inputElement;
  if (value !== field.value && input) {
    input.value = value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
}

// Only what an earlier page of this tab left behind is put back, never what is being typed in this one.
if (Object.keys(read()).length) {
  const earlier = read();
  const late = () => {
    const kept = read();
    let open = false;
    for (const [name, words] of Object.entries(earlier)) {
      const [path, id] = name.split("#");
      const field = path === location.pathname ? document.getElementById(id) : null;
      if (Date.now() - words.at > DAY || kept[name]?.at > words.at) {
        delete earlier[name];
      } else if (field?.inputElement && field.matches(FIELDS) && arrived()) {
        delete earlier[name];
        delete kept[name];
        write(kept);
        putBack(field, words);
      } else {
        open = true;
      }
    }
    if (open) {
      setTimeout(late, 500);
    }
  };
  setTimeout(late, 500);
}
