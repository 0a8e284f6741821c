import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pathOf } from '../../src/charts/quickCanvas.ts';
import { dashesOf } from '../../src/charts/quickLine.ts';

/** Notes what a path is made of. */
class NotedPath {
  readonly parts: string[] = [];
  moveTo(x: number, y: number) {
    this.parts.push(`M${x},${y}`);
  }
  lineTo(x: number, y: number) {
    this.parts.push(`L${x},${y}`);
  }
  closePath() {
    this.parts.push('Z');
  }
}

beforeEach(() => void vi.stubGlobal('Path2D', NotedPath));
afterEach(() => void vi.unstubAllGlobals());

const at = { x: (value: number) => 10 * value, y: (value: number) => -value };

function parts(y: number[], closed: boolean): string {
  const trace = { type: 'scatter', x: y.map((_, i) => i), y } as const;
  return (pathOf(trace, at, closed) as unknown as NotedPath).parts.join(' ');
}

it('begins a line anew after each gap, and closes every area', () => {
  const y = [1, 2, Number.NaN, 3, 4];
  expect(parts(y, false)).toBe('M0,-1 L10,-2 M30,-3 L40,-4');
  expect(parts(y, true)).toBe('M0,-1 L10,-2 Z M30,-3 L40,-4 Z');
  expect(parts([Number.NaN], true)).toBe('');
});

it('dashes lines as Plotly does', () => {
  expect(dashesOf(undefined, 2)).toEqual([]);
  expect(dashesOf('solid', 2)).toEqual([]);
  expect(dashesOf('dot', 1.5)).toEqual([3, 3]);
  expect(dashesOf('dash', 4)).toEqual([12, 12]);
  expect(dashesOf('5px,3px', 2)).toEqual([5, 3]);
});
