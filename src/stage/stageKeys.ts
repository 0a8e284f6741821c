import type { Lab } from '../store/lab.ts';
import { pageStore } from '../store/page.ts';
import { obeyOnStage, type StageCommand } from './stageCommands.ts';

/** What clickers send: these keys are the stage's wherever the focus is. */
const CLICKED: Readonly<Record<string, StageCommand>> = {
  PageDown: 'next',
  PageUp: 'previous',
  F5: 'first',
};

/** What some clickers send, and a control that was come to by keyboard needs for itself. */
const ARROWS: Readonly<Record<string, StageCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
};

const LETTERS: Readonly<Record<string, StageCommand>> = {
  '.': 'black',
  b: 'black',
  f: 'fullScreen',
};

export interface StagePress {
  readonly key: string;
  /** Ctrl, Alt or the key of the system is held. */
  readonly held: boolean;
  readonly shift: boolean;
  /** Something is open over the stage. */
  readonly covered: boolean;
  /** A control has the focus. */
  readonly focused: boolean;
  /** Keys that are pressed alone do something. */
  readonly single: boolean;
}

/** What a key press means on the stage; null for what it means on any page. */
export function stageCommandOf(press: StagePress): StageCommand | 'none' | null {
  const { key, held, shift, covered, focused, single } = press;
  if (held) return null;
  // Whatever is open: nobody wants to load a page anew in front of a class.
  if (covered) return key === 'F5' ? 'none' : null;
  if (CLICKED[key]) return CLICKED[key];
  if (shift || focused) return null;
  if (ARROWS[key]) return ARROWS[key];
  return single ? (LETTERS[key.toLowerCase()] ?? null) : null;
}

/** Lets the keys of a clicker give a lecture. Returns the way to stop it. */
export function followStageKeys(lab: Lab): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift, target } = event;
    const command = stageCommandOf({
      key,
      shift,
      held: event.ctrlKey || event.metaKey || event.altKey,
      covered: document.querySelector('[role=dialog], [role=menu], dialog[open]') !== null,
      focused:
        target instanceof Element &&
        target.closest('button, input, select, textarea, [role=slider]') !== null,
      single: pageStore.getState().singleKeys,
    });
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (command !== 'none') obeyOnStage(lab, command);
  };
  // Before any control has its own way with them.
  addEventListener('keydown', onKeyDown, true);
  return () => removeEventListener('keydown', onKeyDown, true);
}
