// Has the programme of an opened meeting kept for reading without a connection, and finishes pages that were kept: the own
// programme is what has a star on this device. Without service workers all is as if this did not exist.

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

const leaveStarred = () => {
  const codes = starredHere();
  for (const session of document.querySelectorAll(".offline-day .session")) {
    const link = session.querySelector("a[href*='/sessions/']");
    if (!codes.includes(new URL(link.href).pathname.split("/").pop())) {
      session.remove();
    }
  }
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

const keep = async () => {
  await navigator.serviceWorker.register("/scripts/programme-worker.js", { scope: "/m/" });
  const { active } = await navigator.serviceWorker.ready;
  const asked = new URLSearchParams(location.search);
  const stated = new URLSearchParams([...asked].filter(([name, value]) => value && ["lang", "tz"].includes(name)));
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => {
    document.documentElement.dataset.kept = event.data;
  };
  active.postMessage({ home: here, stated: String(stated), form: asked.get("form") || "day" }, [channel.port2]);
};

// Where the browser keeps nothing, such as in a private window, the reader misses nothing that she had.
const tryToKeep = () => keep().catch(() => {});

if (notice) {
  leaveStarred();
  addEventListener("online", () => location.reload());
} else if (isSecureContext && navigator.serviceWorker && !navigator.connection?.saveData) {
  if (document.readyState === "complete") {
    tryToKeep();
  } else {
    addEventListener("load", tryToKeep);
  }
}
