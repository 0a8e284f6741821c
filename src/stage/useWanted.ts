import { type PointerEvent, type RefObject, useEffect, useState } from 'react';

/** The bar is seen for so long after the stage was entered, in milliseconds. */
const FIRST_MS = 4000;
/** It goes so long after nothing holds it any more. */
const GOES_MS = 700;
/** A pointer that is so near the window's lower edge wants it, as a share of the window's height. */
const NEAR = 0.14;
/** Shows it, or lets it go. */
const KEY = 'm';

/** A key that is typed into something. */
const TYPED = 'input:not([type=checkbox], [type=radio]), select, textarea, [role=dialog] *';

/**
 * Whether a bar at the window's lower edge is wanted: a pointer is near it, the
 * focus or something that it has opened is in it, or a key has asked for it.
 */
export function useWanted(bar: RefObject<HTMLElement | null>) {
  const [wanted, setWanted] = useState(true);
  useEffect(() => {
    let near = false;
    let kept = true;
    /** Whether the focus was brought here by the pointer, which has gone elsewhere by now. */
    let pointed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isOpen = () => bar.current?.querySelector('[aria-expanded=true]') != null;
    const holds = () => near || kept || isOpen() || bar.current?.matches(':focus-within') === true;
    const settle = (after: number) => {
      clearTimeout(timer);
      if (holds()) return setWanted(true);
      timer = setTimeout(() => setWanted(holds()), after);
    };
    const first = setTimeout(() => {
      kept = false;
      settle(0);
    }, FIRST_MS);
    const onMove = ({ clientY }: globalThis.PointerEvent) => {
      near = clientY > (1 - NEAR) * innerHeight || bar.current?.matches(':hover') === true;
      const { activeElement } = document;
      if (!near && pointed && !isOpen() && bar.current?.contains(activeElement)) {
        (activeElement as HTMLElement).blur();
      }
      settle(GOES_MS);
    };
    const onDown = () => {
      pointed = true;
    };
    const onKey = (event: KeyboardEvent) => {
      pointed = false;
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key.toLowerCase() !== KEY || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.matches(TYPED)) return;
      clearTimeout(first);
      kept = !kept;
      settle(0);
    };
    const onFocus = () => settle(GOES_MS);
    addEventListener('pointermove', onMove);
    addEventListener('pointerdown', onDown, true);
    addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onFocus);
    return () => {
      clearTimeout(first);
      clearTimeout(timer);
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerdown', onDown, true);
      removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onFocus);
    };
  }, [bar]);
  return {
    wanted,
    props: {
      // A finger that brings it up presses nothing that it does not see yet.
      onPointerDownCapture: (event: PointerEvent) => {
        if (wanted || event.pointerType !== 'touch') return;
        event.preventDefault();
        event.stopPropagation();
        setWanted(true);
        addEventListener('click', swallow, { capture: true, once: true });
      },
    },
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
