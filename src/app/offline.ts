import { updateStore } from '../store/update.ts';

/** How often a page that stays open looks for a newer version, in milliseconds. */
const CHECK_MS = 60 * 60 * 1000;

/**
 * So long after its last script has come a page has drawn what it shows first, in
 * milliseconds. To fetch and keep all files takes a processor for a second or two, and a line.
 */
const SETTLED_MS = 2000;

/**
 * Registers the service worker, with which the page needs no network after its
 * first visit. A newer version is offered and never forced: it waits until the
 * user asks for it, and if that was in another tab, this one is left as it is.
 */
export function goOffline(): void {
  if (!import.meta.env.PROD) return;
  // Where it is forbidden, as in some frames, even to ask for it throws.
  const start = () => register().catch(() => {});
  const startLater = () => setTimeout(start, SETTLED_MS);
  if (document.readyState === 'complete') startLater();
  else addEventListener('load', startLater, { once: true });
}

/** Without a service worker the page needs the network, and that is all. */
async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const reload = () => location.reload();
  let asked = false;
  const offer = (load: () => void) => updateStore.setState({ load });
  const offerWaiting = ({ waiting }: ServiceWorkerRegistration) => {
    if (!waiting || !serviceWorker.controller) return;
    offer(() => {
      asked = true;
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  };
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) reload();
    else if (controlled) offer(reload);
    controlled = true;
  });
  const registration = await serviceWorker.register('./sw.js', { scope: './' });
  offerWaiting(registration);
  const watch = () =>
    registration.installing?.addEventListener('statechange', () => offerWaiting(registration));
  watch();
  registration.addEventListener('updatefound', watch);
  setInterval(() => {
    if (!document.hidden) registration.update().catch(() => {});
  }, CHECK_MS);
}
