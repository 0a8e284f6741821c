import { useEffect } from 'react';
import type { SettingPath } from '../../core/settings.ts';

/** What opens the part of the page that an element is hidden in; null where it is in sight. */
function openerOf(element: Element): HTMLElement | null {
  const hidden = element.closest('[hidden]');
  return hidden && document.querySelector<HTMLElement>(`[aria-controls="${hidden.id}"]`);
}

function controlsOf(setting: SettingPath): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-setting="${setting}"]`)];
}

/** Lights up the controls of settings, or what opens them. */
export function useLitControls(settings: readonly SettingPath[]): void {
  useEffect(() => {
    const lit = settings.flatMap(controlsOf).map((control) => openerOf(control) ?? control);
    for (const element of lit) element.toggleAttribute('data-lit', true);
    return () => {
      for (const element of lit) element.removeAttribute('data-lit');
    };
  }, [settings]);
}

/** Goes to the first control that there is of some settings. */
export function goToControl(settings: readonly SettingPath[]): void {
  const [control] = settings.flatMap(controlsOf);
  if (!control) return;
  openerOf(control)?.click();
  // What was hidden is in sight with the next frame.
  requestAnimationFrame(() => {
    control.scrollIntoView({ block: 'nearest' });
    control.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')?.focus();
  });
}
