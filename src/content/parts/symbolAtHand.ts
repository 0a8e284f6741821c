import { type RefObject, useEffect } from 'react';
import { createStore } from 'zustand/vanilla';

/** The glossary's entry that stays lit; null for none. */
export const pinnedSymbol = createStore<string | null>(() => null);

const entryOf = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest<HTMLElement | SVGElement>('[data-sym]')?.dataset.sym ?? null)
    : null;

/** The mean of a component and that of a single Gaussian are one thing, and so for widths. */
const familyOf = (entry: string) => /^(?:mu|sigma)/.exec(entry)?.[0] ?? entry;

/**
 * Says on the page's element which symbol of the mathematics is pointed at, has the focus or
 * is pinned (`data-at-hand`). Whatever carries the symbol (`data-sym`) is lit up by style
 * alone: formulas, lines of programs, parts of figures.
 */
export function useSymbolAtHand(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    let pointed: string | null = null;
    let focused: string | null = null;
    const show = () => {
      const entry = pointed ?? focused ?? pinnedSymbol.getState();
      if (entry) element.dataset.atHand = familyOf(entry);
      else delete element.dataset.atHand;
    };
    const ends = new AbortController();
    const listen = (type: string, take: (event: Event) => void) =>
      element.addEventListener(
        type,
        (event) => {
          take(event);
          show();
        },
        { signal: ends.signal },
      );
    listen('pointerover', ({ target }) => {
      pointed = entryOf(target);
    });
    listen('pointerleave', () => {
      pointed = null;
    });
    listen('focusin', ({ target }) => {
      focused = entryOf(target);
    });
    listen('focusout', () => {
      focused = null;
    });
    const unsubscribe = pinnedSymbol.subscribe(show);
    return () => {
      ends.abort();
      unsubscribe();
      pinnedSymbol.setState(null, true);
    };
  }, [page]);
}
