import { describe, expect, it } from 'vitest';
import { commandOf, type Focus } from '../../src/app/shortcuts.ts';

const nowhere: Focus = { takesText: false, takesSpace: false, takesArrows: false };
const onButton: Focus = { takesText: false, takesSpace: true, takesArrows: true };
const inField: Focus = { takesText: true, takesSpace: true, takesArrows: true };

const press = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...held,
});

describe('what a key press means', () => {
  it.each([
    [press(' '), { kind: 'play' }],
    [press('s'), { kind: 'step' }],
    [press('S', { shift: true }), { kind: 'step' }],
    [press('r'), { kind: 'reset' }],
    [press('p'), { kind: 'present' }],
    [press('?', { shift: true }), { kind: 'keys' }],
    [press('1'), { kind: 'view', index: 0 }],
    [press('5'), { kind: 'view', index: 4 }],
    [press('ArrowLeft'), { kind: 'cursor', by: -1 }],
    [press('ArrowRight', { shift: true }), { kind: 'cursor', by: 10 }],
    [press('z', { ctrl: true }), { kind: 'undo' }],
    [press('Z', { ctrl: true, shift: true }), { kind: 'redo' }],
    [press('y', { ctrl: true }), { kind: 'redo' }],
    [press('k', { ctrl: true }), { kind: 'palette' }],
    [press('Escape'), { kind: 'leave' }],
  ])('%o where nothing has the focus', (key, command) => {
    expect(commandOf(key, nowhere, true)).toEqual(command);
  });

  it.each(['6', '0', 'x', 'Enter', 'Tab', 'ArrowUp'])('%s means nothing', (key) => {
    expect(commandOf(press(key), nowhere, true)).toBeNull();
  });

  it('leaves Space and the arrow keys to a button that has the focus, but no letters', () => {
    expect(commandOf(press(' '), onButton, true)).toBeNull();
    expect(commandOf(press('ArrowLeft'), onButton, true)).toBeNull();
    expect(commandOf(press('s'), onButton, true)).toEqual({ kind: 'step' });
  });

  it('leaves everything but Escape to a field that text is typed into', () => {
    for (const key of [' ', 's', '1', 'ArrowLeft', '?']) {
      expect(commandOf(press(key), inField, true)).toBeNull();
    }
    expect(commandOf(press('z', { ctrl: true }), inField, true)).toBeNull();
    expect(commandOf(press('Escape'), inField, true)).toEqual({ kind: 'leave' });
  });

  it('leaves the browser its own keys', () => {
    expect(commandOf(press('r', { ctrl: true }), nowhere, true)).toBeNull();
    expect(commandOf(press('s', { alt: true }), nowhere, true)).toBeNull();
    expect(commandOf(press('p', { ctrl: true }), nowhere, true)).toBeNull();
  });

  it('knows no single keys where they are switched off', () => {
    for (const key of [' ', 's', '1', 'ArrowLeft', '?']) {
      expect(commandOf(press(key), nowhere, false)).toBeNull();
    }
    expect(commandOf(press('z', { ctrl: true }), nowhere, false)).toEqual({ kind: 'undo' });
  });
});
