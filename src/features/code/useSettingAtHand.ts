import { useEffect, useState } from 'react';
import type { SettingPath } from '../../core/settings.ts';

const settingOf = (target: EventTarget | null) =>
  target instanceof Element
    ? ((target.closest<HTMLElement>('[data-setting]')?.dataset.setting as SettingPath) ?? null)
    : null;

/** The setting whose control is pointed at, or else has the focus; null if none is. */
export function useSettingAtHand(): SettingPath | null {
  const [pointed, setPointed] = useState<SettingPath | null>(null);
  const [focused, setFocused] = useState<SettingPath | null>(() =>
    settingOf(document.activeElement),
  );
  useEffect(() => {
    const onPointer = ({ target }: Event) => setPointed(settingOf(target));
    const onFocus = ({ target }: Event) => setFocused(settingOf(target));
    const onBlur = ({ relatedTarget }: FocusEvent) => setFocused(settingOf(relatedTarget));
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
  return pointed ?? focused;
}
