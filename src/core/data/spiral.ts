import { cos, sin } from '../math.ts';
import type { RandomStream } from '../random.ts';
import { emptyPoints, type Generator, type Points } from './points.ts';

/** The spiral's angle runs from 0 to 5π; r = θ makes it Archimedean. */
export const SPIRAL_END = 5 * Math.PI;

/** x = θ cos θ + U(−noise, noise), y = θ sin θ, for θ = angle(i). */
function points(
  count: number,
  noise: number,
  random: RandomStream,
  angle: (i: number) => number,
): Points {
  const result = emptyPoints(count);
  for (let i = 0; i < count; i++) {
    const theta = angle(i);
    result.x[i] = theta * cos(theta) + noise * (2 * random.uniform() - 1);
    result.y[i] = theta * sin(theta);
  }
  return result;
}

/** The article's draws take θ evenly, so train and test share it; fresh ones take it at random. */
export const spiral: Generator = {
  draw: (count, noise, random) =>
    points(count, noise, random, (i) => (SPIRAL_END * i) / (count - 1)),
  fresh: (count, noise, random) =>
    points(count, noise, random, () => SPIRAL_END * random.uniform()),
  separateTest: true,
};
