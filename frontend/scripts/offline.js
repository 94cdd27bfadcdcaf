// Has the programme of an opened meeting kept for reading without a connection, and finishes pages that were kept: the own
// programme is what has a star on this device. Without service workers all is as if this did not exist.

const TRY_AGAIN = 10000;
const here = location.pathname.split("/").slice(0, 3).join("/");
const notice = document.getElementById("offline");

const starredHere = () => {
  if (notice.dataset.account !== undefined) {
    return notice.dataset.account.split(",");
  }
  try {
    return JSON.parse(localStorage.getItem("stars " + here)) || [];
  } catch {
    return [];
  }
};

const isStarred = (session, codes) => {
  const link = session.querySelector("a[href*='/sessions/']");
  return codes.includes(new URL(link.href).pathname.split("/").pop());
};

/** Of today's sessions leaves those that are on, and those that begin next. */
const leaveCurrent = () => {
  const now = Date.now();
  let next = Infinity;
  for (const block of document.querySelectorAll(".offline-now .block")) {
    const start = Date.parse(block.querySelector("time").dateTime);
    const sessions = [...block.querySelectorAll(".session")];
    sessions.filter((session) => Date.parse(session.dataset.until) <= now).forEach((session) => session.remove());
    next = start > now ? Math.min(next, start) : next;
    if (start > next) {
      block.remove();
    }
  }
};

const leaveStarred = () => {
  const codes = starredHere();
  for (const session of document.querySelectorAll(".offline-day:not(.offline-now) .session")) {
    if (!isStarred(session, codes)) {
      session.remove();
    }
  }
  leaveCurrent();
  for (const emptied of document.querySelectorAll(".offline-day .block, .offline-day")) {
    if (!emptied.querySelector(".session")) {
      emptied.remove();
    }
  }
  const none = document.getElementById("offline-none");
  if (none) {
    none.hidden = document.querySelector(".offline-day") !== null;
  }
};

/** Has the worker fetch what is new; gives the release that the device has then, 0 if nothing could be fetched. */
const fetchNew = async () => {
  await navigator.serviceWorker.register("/scripts/programme-worker.js", { scope: "/m/" });
  const { active } = await navigator.serviceWorker.ready;
  const asked = new URLSearchParams(location.search);
  const stated = new URLSearchParams([...asked].filter(([name, value]) => value && ["lang", "tz"].includes(name)));
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((done) => {
    port1.onmessage = (event) => done(event.data);
  });
  active.postMessage({ home: here, stated: String(stated), form: asked.get("form") || "day" }, [port2]);
  return answered;
};

const keep = async () => {
  try {
    document.documentElement.dataset.kept = await fetchNew();
  } catch {
    // Where the browser keeps nothing, such as in a private window, the reader misses nothing that she had.
  }
};

const returnOnline = async () => {
  if (navigator.onLine && !document.hidden && (await fetchNew()) > 0) {
    location.reload();
  }
};

if (notice) {
  leaveStarred();
  addEventListener("online", returnOnline);
  setInterval(returnOnline, TRY_AGAIN);
} else if (isSecureContext && navigator.serviceWorker && !navigator.connection?.saveData) {
  if (document.readyState === "complete") {
    keep();
  } else {
    addEventListener("load", keep);
  }
}
