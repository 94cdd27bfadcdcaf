// Keeps a page that tells what is on now up to date: asks for it again and shows what has changed. When that fails, what
// is there stays, so that a screen in a hall outlives a lost connection.

const EVERY = 20000;

const refresh = async () => {
  const main = document.querySelector("main");
  if (document.hidden || main.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("main");
      if (next && next.innerHTML !== main.innerHTML) {
        main.replaceChildren(...next.childNodes);
      }
    }
  } catch {
    // The next attempt follows.
  }
};

setInterval(refresh, EVERY);
