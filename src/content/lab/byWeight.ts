import type { WeightedPoints } from '../../charts/means.ts';

/** Places of like weight, to be drawn as one path. */
interface WeightClass {
  readonly x: number[];
  readonly y: number[];
}

/** The points in classes of like weight, lightest first, so that each is one path. */
export function byWeight({ x, y, share }: WeightedPoints, classes: number): WeightClass[] {
  const result = Array.from({ length: classes }, (): WeightClass => ({ x: [], y: [] }));
  share.forEach((weight, i) => {
    const { x: xs, y: ys } =
      result[Math.min(classes - 1, Math.floor(Math.sqrt(weight) * classes))]!;
    xs.push(x[i]!);
    ys.push(y[i]!);
  });
  return result;
}
