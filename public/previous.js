/**
 * Part of the service worker: keeps the files of the versions before, so that a page
 * which still shows one of them goes on after newer ones were loaded in other tabs.
 * Files in `assets` carry a hash of what they hold in their name, so whatever is
 * kept under a name is right.
 */
// Other copies of the site may live on the same host.
const PREVIOUS = `previous-version ${registration.scope}`;
/** Where a page stays open over so many versions that there are more files, the oldest are let go. */
const MOST_FILES = 600;
const isAsset = ({ url, method }) =>
  method === 'GET' && new URL(url).href.startsWith(new URL('assets/', registration.scope).href);

async function keepPrevious() {
  const kept = await caches.open(PREVIOUS);
  const there = new Set((await kept.keys()).map(({ url }) => url));
  for (const name of await caches.keys()) {
    if (name === PREVIOUS) continue;
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).filter(isAsset)) {
      if (there.has(request.url)) continue;
      const response = await cache.match(request, { ignoreVary: true });
      if (response) await kept.put(request, response);
    }
  }
  const files = await kept.keys();
  for (const request of files.slice(0, -MOST_FILES)) await kept.delete(request);
}

/** Once no page is open, none shows an older version. */
async function letGo() {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 0) await caches.delete(PREVIOUS);
}

// Files of the new version that are there already are copied too; without room the page does without.
addEventListener('install', (event) => event.waitUntil(keepPrevious().catch(() => {})));
addEventListener('activate', (event) => event.waitUntil(letGo()));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isAsset(request)) return;
  const answer = caches.match(request, { ignoreVary: true });
  event.respondWith(answer.then((found) => found ?? fetch(request)));
});
