// Answers for the round where there is no signal. What it keeps is said by /patrol/worker.js; it touches nothing else.
/* global KEPT, VERSION */
const CACHE = "patrol-" + VERSION;
const PAGE = "patrol-page";
const ROUND = "/patrol";
const PATIENCE = 6000;

self.addEventListener("install", (event) => {
  const fresh = KEPT.map((url) => new Request(url, { cache: "reload" }));
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(fresh))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      caches
        .keys()
        .then((names) =>
          Promise.all(
            names
              .filter((name) => name.startsWith("patrol-") && name !== CACHE && name !== PAGE)
              .map((name) => caches.delete(name)),
          ),
        ),
      self.clients.claim(),
      fetch(ROUND, { credentials: "same-origin", redirect: "manual" }).then(keep, () => null),
    ]),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate" && url.pathname === ROUND) {
    event.respondWith(page(event));
  } else if (KEPT.includes(url.pathname)) {
    event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
  }
});

/** The page as it is now; as it was last seen where nobody answers, or nobody answers soon. */
async function page(event) {
  const kept = await caches.match(ROUND, { cacheName: PAGE });
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => keep(answer.clone()), () => null));
  if (!kept) {
    return asked;
  }
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([asked.catch(() => kept), late]);
}

async function keep(answer) {
  if (answer.ok && answer.type === "basic" && !answer.redirected) {
    const cache = await caches.open(PAGE);
    await cache.put(ROUND, answer);
    const windows = await self.clients.matchAll({ includeUncontrolled: true });
    windows.forEach((window) => window.postMessage("kept"));
  }
}
