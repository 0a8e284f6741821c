/**
 * Texts that outlive a reload, in this tab's session storage. Where that is full,
 * missing or forbidden, nothing is kept, and nothing is said of it.
 */

/** Keeps a text in place of the one before; null keeps nothing. Never throws. */
export function keepInTab(key: string, text: string | null): void {
  try {
    const { sessionStorage } = globalThis;
    // Where the new one finds no room, the old one is of no use either.
    sessionStorage.removeItem(key);
    if (text !== null) sessionStorage.setItem(key, text);
  } catch {
    // As if there were no storage.
  }
}

/** What was kept under this key; null where there is nothing that can be read. Never throws. */
export function keptInTab(key: string): string | null {
  try {
    return globalThis.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
