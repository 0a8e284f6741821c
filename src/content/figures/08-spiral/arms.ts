import { SPIRAL_END } from '../../../core/datasets/spiral.ts';
import { FigureStore } from '../../parts/figureStore.ts';

/** A stretch of the spiral that one input can have come from. */
export interface Arm {
  readonly from: number;
  readonly to: number;
}

const STEPS = 8000;

/** The stretches of θ whose input, with noise up to `noise`, can be x; each is one answer. */
export function armsAt(x: number, noise: number): Arm[] {
  const arms: Arm[] = [];
  let from: number | null = null;
  for (let i = 0; i <= STEPS; i++) {
    const theta = (SPIRAL_END * i) / STEPS;
    const inside = Math.abs(x - theta * Math.cos(theta)) < noise;
    if (inside && from === null) from = theta;
    if (!inside && from !== null) {
      arms.push({ from, to: theta });
      from = null;
    }
  }
  if (from !== null) arms.push({ from, to: SPIRAL_END });
  return arms;
}

export const NOISE = 1;

export const arms = new FigureStore({ x: 4.5 });

/** An input with exactly three answers. */
export function useThreeArms(): boolean {
  return armsAt(arms.useNow().x, NOISE).length === 3;
}
