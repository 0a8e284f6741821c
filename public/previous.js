/**
 * Part of the service worker: keeps the files of the version before, so that a
 * page which still shows it goes on after a newer one was loaded in another tab.
 * Files in `assets` carry a hash of what they hold in their name, so whatever is
 * kept under a name is right.
 */
// Other copies of the site may live on the same host.
const PREVIOUS = `previous-version ${registration.scope}`;
const isAsset = ({ url, method }) =>
  method === 'GET' && new URL(url).href.startsWith(new URL('assets/', registration.scope).href);

async function keepPrevious() {
  await caches.delete(PREVIOUS);
  const kept = await caches.open(PREVIOUS);
  for (const name of await caches.keys()) {
    if (name === PREVIOUS) continue;
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).filter(isAsset)) {
      const response = await cache.match(request, { ignoreVary: true });
      if (response) await kept.put(request, response);
    }
  }
}

// Files of the new version that are there already are copied too; without room the page does without.
addEventListener('install', (event) => event.waitUntil(keepPrevious().catch(() => {})));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isAsset(request)) return;
  const answer = caches.match(request, { ignoreVary: true });
  event.respondWith(answer.then((found) => found ?? fetch(request)));
});
