// Keeps a page that tells what is on now up to date: asks for it again and shows what has changed. When that fails, what
// is there stays, so that a screen in a hall outlives a lost connection. Where a part of the page is marked as live, it
// alone is changed, so that a button beside it keeps its focus, and the page is opened anew when it has no such part.

const EVERY = Number(document.getElementById("fresh")?.dataset.every ?? 20) * 1000;
const LIVE = "main [data-live]";

const refresh = async () => {
  const live = document.querySelector(LIVE);
  const shown = live ?? document.querySelector("main");
  if (document.hidden || shown.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector(live ? LIVE : "main");
      if (next && next.innerHTML !== shown.innerHTML) {
        shown.replaceChildren(...next.childNodes);
      } else if (!next && live) {
        location.reload();
      }
    }
  } catch {
    // The next attempt follows.
  }
};

setInterval(refresh, EVERY);
