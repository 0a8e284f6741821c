import { nearestPoint } from '../../charts/nearest.ts';
import type { Points } from '../../core/data/points.ts';
import type { Frame } from '../plot/frame.ts';

/** A press chooses a point at most so many pixels away. */
const REACH = 16;

/** The point that a press at a place of the plot chooses, by its index; null if none is near. */
export function pressedPoint(points: Points, x: number, y: number, frame: Frame): number | null {
  const scale = { x: frame.x(1) - frame.x(0), y: frame.y(0) - frame.y(1) };
  return nearestPoint(points, { x, y }, scale, REACH)?.index ?? null;
}

/** The point that comes next from left to right, the first after the last, by its index. */
export function nextPoint({ x }: Points, after: number): number {
  let [next, first] = [-1, 0];
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < x[first]!) first = i;
    if (x[i]! > after && (next < 0 || x[i]! < x[next]!)) next = i;
  }
  return next < 0 ? first : next;
}
