import type { RandomStream } from '../random.ts';
import type { Generator, Points } from './points.ts';
import { sine } from './sine.ts';

/** The sine data with x and y swapped: most inputs have two answers. */
function draw(count: number, noise: number, random: RandomStream): Points {
  const { x, y } = sine.draw(count, noise, random);
  return { x: y, y: x };
}

export const inverted: Generator = { draw, fresh: draw, separateTest: false };
