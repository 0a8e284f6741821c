import { describe, expect, it } from 'vitest';
import { type StagePress, stageCommandOf } from '../../src/stage/stageKeys.ts';

const press = (key: string, more: Partial<StagePress> = {}): StagePress => ({
  key,
  held: false,
  shift: false,
  covered: false,
  focused: false,
  single: true,
  ...more,
});

describe('a key on the stage', () => {
  it.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
    ['F5', 'first'],
    ['.', 'black'],
    ['b', 'black'],
    ['f', 'fullScreen'],
  ])('%s of a clicker means %s', (key, command) => {
    expect(stageCommandOf(press(key))).toBe(command);
  });

  it('that only clickers send is the stage’s wherever the focus is', () => {
    for (const key of ['PageDown', 'PageUp', 'F5']) {
      expect(stageCommandOf(press(key, { focused: true, single: false }))).not.toBeNull();
    }
  });

  it('is left to a control that has the focus, and to what is open over the stage', () => {
    for (const key of ['ArrowUp', 'b', '.', 'f']) {
      expect(stageCommandOf(press(key, { focused: true }))).toBeNull();
    }
    for (const key of ['PageDown', 'ArrowUp', 'b']) {
      expect(stageCommandOf(press(key, { covered: true }))).toBeNull();
    }
  });

  it('never loads the page anew, whatever is open', () => {
    expect(stageCommandOf(press('F5', { covered: true }))).toBe('none');
  });

  it('means what it means on any page with Ctrl, and with Shift moves the cursor', () => {
    expect(stageCommandOf(press('f', { held: true }))).toBeNull();
    expect(stageCommandOf(press('ArrowLeft', { shift: true }))).toBeNull();
    for (const key of [' ', '1', 'Escape', '?']) expect(stageCommandOf(press(key))).toBeNull();
  });
});
