import { useEffect, useState } from 'react';
import type { SettingPath } from '../../core/settings.ts';

const settingOf = (target: EventTarget | null) =>
  target instanceof Element
    ? ((target.closest<HTMLElement>('[data-setting]')?.dataset.setting as SettingPath) ?? null)
    : null;

/** The setting whose control is pointed at, or else was touched last; null if none is. */
export function useSettingAtHand(): SettingPath | null {
  const [pointed, setPointed] = useState<SettingPath | null>(null);
  // A field that takes its value gives the focus up, and its line has only just changed.
  const [touched, setTouched] = useState<SettingPath | null>(() =>
    settingOf(document.activeElement),
  );
  useEffect(() => {
    const onPointer = ({ target }: Event) => setPointed(settingOf(target));
    const onTouch = ({ target }: Event) => setTouched(settingOf(target));
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onTouch);
    document.addEventListener('pointerdown', onTouch);
    return () => {
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onTouch);
      document.removeEventListener('pointerdown', onTouch);
    };
  }, []);
  return pointed ?? touched;
}
