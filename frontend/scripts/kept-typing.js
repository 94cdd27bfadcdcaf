// Keeps what is typed into the form of a plain page on this device until it has arrived, so that a page that closes or a
// connection that drops costs nobody her words.
//
// A form with the attribute data-kept shows what the server has; with data-kept="unsent" it shows what was typed and not
// taken. What was kept is put back into its fields when the page is open again; where the server has something else by then
// than what was there when the typing began, both stand one after the other. An element with data-kept-back says so.

const KEY = "kept-typing";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const FIELDS = "textarea[name], input[type=radio][name], input[type=datetime-local][name]";

const form = document.querySelector("form[data-kept]");
const here = location.pathname;

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return Object.fromEntries(Object.entries(kept).filter(([, page]) => Date.now() - page.at < WEEK));
  } catch {
    return {};
  }
};

const write = (kept) => {
  try {
    if (Object.keys(kept).length) {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // Where a device keeps nothing, the page is as it would be without this script.
  }
};

const all = (name) => [...form.querySelectorAll(FIELDS)].filter((field) => field.name === name && !field.disabled);

const isChoice = (field) => field.type === "radio";

/** What the server has written into a field. */
const stated = (fields) =>
  isChoice(fields[0]) ? (fields.find((each) => each.defaultChecked)?.value ?? "") : fields[0].defaultValue;

const typed = (fields) => (isChoice(fields[0]) ? (fields.find((each) => each.checked)?.value ?? "") : fields[0].value);

const plain = (text) => text.replace(/\s+/g, " ").trim();

function put(fields, text) {
  if (isChoice(fields[0])) {
    fields.forEach((each) => {
      each.checked = each.value === text;
    });
  } else {
    fields[0].value = text;
    fields[0].closest("details")?.setAttribute("open", "");
  }
}

function change(names) {
  const kept = read();
  const fields = kept[here]?.fields ?? {};
  names(fields);
  if (Object.keys(fields).length) {
    kept[here] = { at: Date.now(), fields };
  } else {
    delete kept[here];
  }
  write(kept);
}

function putBack() {
  let back = false;
  change((kept) => {
    for (const [name, { before, text }] of Object.entries(kept)) {
      const fields = all(name);
      if (!fields.length) {
        continue;
      }
      const there = stated(fields);
      if (plain(there) === plain(text)) {
        if (form.dataset.kept !== "unsent") {
          delete kept[name];
        }
        continue;
      }
      const both = fields[0].localName === "textarea" && there && there !== before && !text.includes(there);
      put(fields, both ? `${there}\n\n${text}` : text);
      back = true;
    }
  });
  if (back) {
    form.querySelector("[data-kept-back]")?.removeAttribute("hidden");
  }
}

if (form) {
  putBack();
  form.addEventListener("input", ({ target }) => {
    if (target.matches(FIELDS)) {
      change((kept) => {
        const fields = all(target.name);
        const before = kept[target.name]?.before ?? stated(fields);
        const text = typed(fields);
        if (text === before) {
          delete kept[target.name];
        } else {
          kept[target.name] = { before, text };
        }
      });
    }
  });
  // What stands in a part of the form with a button of its own is given up when another button is pressed.
  form.addEventListener("submit", ({ submitter }) => {
    change((kept) => {
      for (const name of Object.keys(kept)) {
        const part = all(name)[0]?.closest("details");
        if (part && !part.contains(submitter)) {
          delete kept[name];
        }
      }
    });
  });
}
