// Stars for sessions: kept with the account of who is signed in, otherwise on this device alone. Pages are the same for
// everyone; the stars are laid over them here. What a device has kept joins the account when its owner signs in.

const words = document.getElementById("stars").dataset;
const home = location.pathname.split("/").slice(0, 3).join("/");
const place = "stars " + home;

const onDevice = () => {
  try {
    return JSON.parse(localStorage.getItem(place)) || [];
  } catch {
    return [];
  }
};

const keepOnDevice = (codes) => {
  if (codes.length === 0) {
    localStorage.removeItem(place);
  } else {
    localStorage.setItem(place, JSON.stringify(codes));
  }
};

// What the device keeps of an account is for reading without a connection, and goes when its owner signs out.
const OWN = "own-stars";

const keepOfAccount = async () => {
  if (window.caches) {
    await caches.delete(OWN);
    if (account.signedIn) {
      await (await caches.open(OWN)).put(home + "/stars", new Response(JSON.stringify([...starred])));
    }
  }
};

let account = { signedIn: false };
let starred = new Set(onDevice());
const buttons = [];

const show = () => {
  for (const { button, code, title } of buttons) {
    const on = starred.has(code);
    const label = on ? words.remove : words.add;
    button.setAttribute("aria-pressed", String(on));
    button.title = label;
    button.replaceChildren(on ? "★" : "☆");
    if (button.matches(".star-link")) {
      button.append(" " + label);
    } else {
      button.setAttribute("aria-label", label + ": " + title);
    }
  }
};

const tell = (text) => {
  const line = document.querySelector(".star-status") || document.body.appendChild(document.createElement("p"));
  line.className = "star-status";
  line.setAttribute("role", "status");
  line.textContent = text;
};

const send = async (codes, keep) => {
  const form = new URLSearchParams([[account.csrfName, account.csrfToken], ["keep", String(keep)]]);
  codes.forEach((code) => form.append("code", code));
  const answer = await fetch(home + "/stars", { method: "POST", body: form, redirect: "manual" });
  if (answer.type !== "opaqueredirect") {
    throw new Error("not kept");
  }
};

const toggle = async (code) => {
  const on = !starred.has(code);
  const turn = (to) => {
    if (to) {
      starred.add(code);
    } else {
      starred.delete(code);
    }
    show();
  };
  turn(on);
  try {
    if (account.signedIn) {
      await send([code], on);
      await keepOfAccount();
    } else {
      keepOnDevice([...starred].sort());
    }
    tell("");
  } catch {
    turn(!on);
    tell(words.failed);
  }
};

const add = (button, code, title) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(code);
  });
  buttons.push({ button, code, title });
};

for (const session of document.querySelectorAll("main .session")) {
  const link = session.querySelector("a[href*='/sessions/']");
  if (link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "star";
    session.append(button);
    session.classList.add("can-star");
    add(button, new URL(link.href).pathname.split("/").pop(), link.textContent);
  }
}
const link = document.querySelector(".star-link");
if (link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  link.replaceWith(button);
  add(button, link.dataset.code, "");
}
show();

// The own programme is made by the server: without an account, of what the device states.
const stated = document.querySelector("[data-device]");

const join = async () => {
  const here = onDevice();
  if (here.length > 0) {
    await send(here, true);
    keepOnDevice([]);
    here.forEach((code) => starred.add(code));
    return true;
  }
  return false;
};

try {
  const answer = await fetch(home + "/stars", { headers: { Accept: "application/json" } });
  if (answer.ok) {
    account = await answer.json();
  }
  if (account.signedIn) {
    starred = new Set(account.codes);
    if ((await join()) && location.pathname.endsWith("/mine")) {
      location.reload();
    }
    show();
  }
  if (answer.ok) {
    await keepOfAccount();
  }
} catch {
  // Without a connection the stars that the device has are shown.
  const kept = document.getElementById("offline")?.dataset.account;
  if (kept !== undefined) {
    account = { signedIn: true };
    starred = new Set(kept.split(","));
    show();
  }
}
if (stated && !account.signedIn) {
  const wanted = [...starred].sort().join(",");
  if (wanted !== stated.dataset.device) {
    const address = new URL(location.href);
    address.searchParams.set("stars", wanted);
    if (wanted === "") {
      address.searchParams.delete("stars");
    }
    location.replace(address);
  }
}
