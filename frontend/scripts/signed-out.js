// After signing out one arrives on a page with this script: what the device kept of the account goes.

const OWN = "own-stars";

try {
  if (window.caches && (await caches.has(OWN))) {
    const store = await caches.open(OWN);
    for (const kept of await store.keys()) {
      const answer = await fetch(kept.url, { headers: { Accept: "application/json" } });
      if (!answer.ok || !(await answer.json()).signedIn) {
        await caches.delete(OWN);
      }
    }
  }
} catch {
  // Without a connection nobody can sign out.
}
document.documentElement.dataset.ownStars = "checked";
