// Keeps the programmes that a reader has opened, so that she can read them without a connection.
//
// What is kept are the public pages of a release as the server gives them to everyone, fetched after a page has been
// read: first all, later what the next release changed. No answer to a reader's own request is ever kept here; a page
// that is not the same for everyone is put together from public ones. With a connection every page comes from the server.

const STORE = "programmes";
const OWN = "own-stars";
const MOST_MEETINGS = 3;
const FORMS = ["day", "grid", "list"];

const homeOf = (url) => (url.pathname.match(/^\/m\/[^/]+/) || [""])[0];

const json = (value) => new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });

const read = async (home, part) => {
  const kept = await (await caches.open(STORE)).match(home + "/offline/" + part);
  return kept ? kept.json() : undefined;
};

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");

// Keeping

const forget = async (home) => {
  const store = await caches.open(STORE);
  for (const part of ["standing", "sessions", ...FORMS]) {
    await store.delete(home + "/offline/" + part);
  }
  await keepPlans(home, {});
};

/** Keeps the pictures that these pages show, and no others of the meeting. */
const keepPlans = async (home, pages) => {
  const store = await caches.open(STORE);
  const shown = new Set();
  for (const { main } of Object.values(pages)) {
    for (const [, picture] of main.matchAll(/ src="(\/m\/[^/"]+\/plans\/[^"]+)"/g)) {
      shown.add(picture);
    }
  }
  for (const { url } of await store.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(home + "/plans/") && !shown.has(pathname)) {
      await store.delete(pathname);
    }
  }
  for (const picture of shown) {
    if (!(await store.match(picture))) {
      await store.add(picture);
    }
  }
};

/** Brings one part up to date: with what changed where the device has an earlier release of the same, else with all of it. */
const refresh = async (home, part, stated, now) => {
  const before = await read(home, part);
  const same =
    before && before.edition === now.edition && before.language === now.language && before.zone === now.zone;
  if (same && before.release === now.release) {
    return;
  }
  const ask = (from) =>
    part === "sessions"
      ? fetch(home + "/offline/sessions/" + from + "?" + stated)
      : fetch(home + "/offline/days/" + from + "?form=" + part + "&" + stated);
  let answer = await ask(same ? before.release : 0);
  if (answer.status === 404 && same) {
    answer = await ask(0);
  }
  if (!answer.ok) {
    throw new Error("not fetched");
  }
  const { release, from, frame, pages, gone } = await answer.json();
  const all = from === 0 ? pages : { ...before.pages, ...pages };
  gone.forEach((page) => delete all[page]);
  const { edition, language, zone } = now;
  const policy = answer.headers.get("Content-Security-Policy");
  const store = await caches.open(STORE);
  for (const [, file] of frame.join("").matchAll(/(?:href|src)="(\/(?:styles|scripts|images)\/[^"]+)"/g)) {
    if (!(await store.match(file))) {
      await store.delete(file, { ignoreSearch: true });
      await store.add(file);
    }
  }
  if (part === "sessions") {
    await keepPlans(home, all);
  }
  await store.put(
    home + "/offline/" + part,
    json({ release, edition, language, zone, policy, frame: frame.length > 0 ? frame : before?.frame, pages: all }),
  );
};

const keep = async ({ home, stated, form }) => {
  const answer = await fetch(home + "/offline?" + stated);
  if (answer.status === 404) {
    await forget(home);
  }
  if (!answer.ok) {
    return 0;
  }
  const now = await answer.json();
  for (const part of new Set(["day", FORMS.includes(form) ? form : "day", "sessions"])) {
    await refresh(home, part, stated, now);
  }
  const store = await caches.open(STORE);
  await store.put(home + "/offline/standing", json(now));
  const list = await store.match("/m/");
  const homes = [home, ...(list ? await list.json() : []).filter((other) => other !== home)];
  for (const old of homes.splice(MOST_MEETINGS)) {
    await forget(old);
  }
  await store.put("/m/", json(homes));
  return now.release;
};

// Pages of one meeting may be open in several tabs: one after the other asks.
let turn = Promise.resolve();

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  turn = turn.then(() => keep(event.data)).then(
    (release) => port.postMessage(release),
    () => port.postMessage(0),
  );
  event.waitUntil(turn);
});

// Reading

const today = (zone) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format();

const programmePage = async (home, standing, query) => {
  const narrowed = [...query].some(([name, value]) => value && !["day", "form", "tz", "lang"].includes(name));
  const form = query.get("form") || "day";
  const part = FORMS.includes(form) ? await read(home, form) : undefined;
  if (narrowed || part?.language !== standing.language) {
    return undefined;
  }
  const day = (date) => part.pages["programme?day=" + date];
  const asked = query.get("day");
  return asked
    ? day(asked)
    : part.pages.programme || day(today(standing.meetingZone)) || day(standing.opening);
};

/** The sessions of a day as they stand on its page. */
const blocksOf = (page) => (page?.main.match(/<section class="block">[^]*<\/section>/) || [""])[0];

/** Today's sessions, of which the page's own script leaves those that are on or come next. */
const nowPage = async (home, standing, sessions) => {
  const { pages } = await read(home, "day");
  const blocks = blocksOf(pages["programme?day=" + today(standing.meetingZone)]);
  const { title, main } = sessions.pages.now;
  return { title, main: main + `<div class="offline-day offline-now">${blocks}</div>` };
};

/** All sessions by day, of which the page's own script leaves those that have a star. */
const minePage = async (home, sessions) => {
  const { pages } = await read(home, "day");
  const days = Object.keys(pages)
    .sort()
    .map((key) => {
      const { main } = pages[key];
      const title = (main.match(/class="days"[^]*?aria-current="page">([^<]*)</) || ["", ""])[1];
      return `<div class="offline-day"><h2 class="day">${title}</h2>${blocksOf(pages[key])}</div>`;
    });
  return { title: sessions.pages.mine.title, main: sessions.pages.mine.main + days.join("") };
};

const accountStars = async (home) => {
  const kept = await (await caches.open(OWN)).match(home + "/stars");
  return kept ? `data-account="${escaped((await kept.json()).join(","))}"` : "";
};

const compose = async (url) => {
  const home = homeOf(url);
  const standing = await read(home, "standing");
  const sessions = await read(home, "sessions");
  if (!standing || !sessions) {
    return Response.error();
  }
  const path = url.pathname.slice(home.length + 1);
  let page;
  if (path === "mine") {
    page = await minePage(home, sessions);
  } else if (path === "programme") {
    page = await programmePage(home, standing, url.searchParams);
  } else if (path === "now") {
    page = await nowPage(home, standing, sessions);
  } else {
    page = sessions.pages[path.replace(/^(sessions|people)\/.*/, (coded, kind) => kind + coded.slice(kind.length).toUpperCase())];
  }
  const { title, main } = page || sessions.pages.missing;
  const [begin, head, end] = sessions.frame;
  const account = await accountStars(home);
  const notice = `<p class="notice" id="offline" role="status" ${account}>${escaped(standing.said)}</p>`;
  return new Response(begin + title + head + notice + main + end, {
    headers: { "Content-Type": "text/html;charset=UTF-8", "Content-Security-Policy": sessions.policy },
  });
};

const file = async (request) => {
  const kept = await caches.match(request);
  return kept || fetch(request).catch(async () => {
    const older = await caches.match(request, { ignoreSearch: true });
    return older || Response.error();
  });
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate" && homeOf(url)) {
    event.respondWith(fetch(request).catch(() => compose(url)));
  } else if (/^\/(styles|scripts|images|m\/[^/]+\/plans)\//.test(url.pathname)) {
    event.respondWith(file(request));
  }
});

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
