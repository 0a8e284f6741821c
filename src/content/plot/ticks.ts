import type { Range } from '../../core/range.ts';

/** Round numbers within a range, ascending: 1, 2 or 5 times a power of ten apart, about `count` of them, and at least two. */
export function ticksOf([min, max]: Range, count: number): number[] {
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  if (!step) return [];
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // One number is no scale.
  if (last <= first) return ticksOf([min, max], 2 * count);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
