import { clamped, type Range } from '../../core/range.ts';

/** An arrow key moves the cursor by this share of the range. */
const STEP = 1 / 200;

/** Where a key takes the cursor; undefined for a key that does not move it. */
export function keyedCursor(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  value: number,
  range: Range,
): number | undefined {
  const [min, max] = range;
  const step = (shiftKey ? 10 : 1) * STEP * (max - min);
  const moved = (by: number) => clamped(Number((value + by).toFixed(9)), range);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return moved(step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return moved(-step);
    case 'PageUp':
      return moved(10 * step);
    case 'PageDown':
      return moved(-10 * step);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}
