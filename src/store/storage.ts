import { createStore } from 'zustand/vanilla';

/** The longest text that is read back, in characters. */
const LONGEST = 100_000;

/** True once the browser has refused to keep something: its storage is full, missing or forbidden. */
export const storageStore = createStore<{ readonly refused: boolean }>(() => ({ refused: false }));

function refuse(): void {
  storageStore.setState({ refused: true });
}

/** What was kept under this key; null where there is nothing that can be read. Never throws. */
export function recall(key: string): string | null {
  try {
    const text = globalThis.localStorage.getItem(key);
    return text !== null && text.length > LONGEST ? null : text;
  } catch {
    refuse();
    return null;
  }
}

/** Keeps a text in this browser if it may; what cannot be kept holds until the page is left. */
export function remember(key: string, text: string): void {
  try {
    globalThis.localStorage.setItem(key, text);
  } catch {
    refuse();
  }
}
