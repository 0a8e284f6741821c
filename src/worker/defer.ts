// A message to oneself lets waiting messages in first, and unlike animation
// frames and timers it is not held back in a hidden tab.
const channel = new MessageChannel();
let deferred: (() => void) | null = null;
channel.port1.onmessage = () => deferred?.();

/** Calls back after messages that wait, and after so many milliseconds; a later call replaces an earlier one. */
export function defer(callback: () => void, milliseconds: number): void {
  if (milliseconds > 0) {
    setTimeout(callback, milliseconds);
    return;
  }
  deferred = callback;
  channel.port2.postMessage(null);
}
