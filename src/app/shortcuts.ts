import { clamped } from '../core/range.ts';
import { ANSWER_KINDS } from '../core/view.ts';
import { answerKinds } from '../features/drawnAnswer.ts';
import type { Lab } from '../store/lab.ts';
import { obeyRun, type RunCommand } from '../store/obeyRun.ts';
import { pageStore } from '../store/page.ts';
import { enterFullScreen } from '../ui/fullScreen.ts';

/** What a key is asked to do. */
export type Command =
  | {
      readonly kind: RunCommand | 'undo' | 'redo' | 'present' | 'keys' | 'palette' | 'leave';
    }
  /** The present model's views, counted from 0. */
  | { readonly kind: 'view'; readonly index: number }
  /** Hundredths of the figure's width. */
  | { readonly kind: 'cursor'; readonly by: number };

/** What has the focus, as far as it concerns keys. */
export interface Focus {
  /** Text is typed into it, or it takes letters. */
  readonly takesText: boolean;
  /** Space presses it. */
  readonly takesSpace: boolean;
  /** Something has the focus that may use the arrow keys. */
  readonly takesArrows: boolean;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Hundredths of the figure's width that an arrow key moves the cursor by. */
const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const LETTERS = { s: 'step', r: 'reset', p: 'present', '?': 'keys' } as const;

/** What a key press means where the focus is; null for nothing of ours. */
export function commandOf(press: KeyPress, focus: Focus, singleKeys: boolean): Command | null {
  const { key, ctrl, shift, alt } = press;
  if (alt) return null;
  if (key === 'Escape') return { kind: 'leave' };
  const letter = key.toLowerCase();
  if (ctrl && letter === 'k') return { kind: 'palette' };
  if (focus.takesText) return null;
  if (ctrl) {
    if (letter === 'z') return { kind: shift ? 'redo' : 'undo' };
    return letter === 'y' ? { kind: 'redo' } : null;
  }
  if (!singleKeys) return null;
  if (key === ' ') return focus.takesSpace ? null : { kind: 'play' };
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    return focus.takesArrows ? null : { kind: 'cursor', by: shift ? 10 * arrow : arrow };
  }
  if (letter in LETTERS) return { kind: LETTERS[letter as keyof typeof LETTERS] };
  const index = Number(key) - 1;
  return index in ANSWER_KINDS ? { kind: 'view', index } : null;
}

/** A number field that was dragged is a slider for now, and takes no text. */
const TEXT =
  'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [data-slid])';
/** A radio that is on already is not pressed by Space. */
const PRESSED =
  'button, a, summary, input:not([type=radio]:checked, [data-slid]), [role=button], [role=menuitem], [role=checkbox], [role=radio], [role=tab]';

function focusOf(target: Element | null): Focus {
  return {
    takesText: target?.closest(TEXT) != null,
    takesSpace: target?.closest(PRESSED) != null,
    // The figure's frame takes the focus of the skip link and nothing else.
    takesArrows:
      target !== null && target !== document.body && target.getAttribute('tabindex') !== '-1',
  };
}

function moveCursor(lab: Lab, hundredths: number): void {
  const x = lab.feed.frame?.view.grid.x;
  if (!x || x.length === 0) return;
  const [min, max] = [x[0]!, x.at(-1)!];
  const moved = lab.view.getState().cursor + (hundredths * (max - min)) / 100;
  lab.show({ cursor: clamped(moved, [min, max]) });
}

function obey(lab: Lab, command: Command): void {
  const { editor } = lab;
  switch (command.kind) {
    case 'play':
    case 'step':
    case 'reset':
      obeyRun(lab, command.kind);
      return;
    case 'undo':
      editor.undo();
      return;
    case 'redo':
      editor.redo();
      return;
    case 'view': {
      const answer = answerKinds(editor.experiment.model)[command.index];
      if (answer) lab.show({ answer });
      return;
    }
    case 'cursor':
      moveCursor(lab, command.by);
      return;
    case 'present':
      if (lab.view.getState().presenting) lab.show({ presenting: false });
      else {
        lab.show({ presenting: true });
        void enterFullScreen();
      }
      return;
    case 'keys':
      pageStore.setState({ keysOpen: true });
      return;
    case 'palette':
      pageStore.setState({ paletteOpen: true });
      return;
    case 'leave':
      lab.show({ presenting: false });
  }
}

/** Lets keys drive a lab from anywhere on the page. Returns the way to stop it. */
export function followKeys(lab: Lab): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    // Whatever is open above the page has the keys to itself.
    if (
      event.defaultPrevented ||
      document.querySelector('[role=dialog], [role=menu], dialog[open]')
    ) {
      return;
    }
    const { key, shiftKey: shift, altKey: alt } = event;
    const press = { key, shift, alt, ctrl: event.ctrlKey || event.metaKey };
    const focus = focusOf(event.target instanceof Element ? event.target : null);
    const command = commandOf(press, focus, pageStore.getState().singleKeys);
    if (!command) return;
    if (command.kind !== 'leave') event.preventDefault();
    obey(lab, command);
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
