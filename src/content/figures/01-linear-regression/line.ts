import { FigureStore } from '../../parts/figureStore.ts';
import { descend, type Line, type Point, solve, sumOfSquares } from './leastSquares.ts';

export const POINTS: readonly Point[] = [
  [1, 2.4],
  [2, 2.2],
  [3, 4.6],
  [4, 3.6],
  [5.2, 5.8],
  [6, 5],
  [7.2, 7.6],
  [8.6, 6.8],
];

/** Points along a wave, which no line follows. */
export const WAVE: readonly Point[] = [0.6, 1.8, 3, 4.2, 5.4, 6.6, 7.8, 9].map(
  (x) => [x, Number((5 + 3.4 * Math.sin(1.1 * x)).toFixed(2))] as const,
);

/** Points above one another: their slope is anybody's guess. */
export const STACKED: readonly Point[] = POINTS.map(([, y]) => [5, y] as const);

interface LineState extends Line {
  readonly points: readonly Point[];
  /** Whether the line is the solver's rather than the reader's. */
  readonly solved: boolean;
  readonly rate: number;
  /** Where descent has been, the line it stands at included; empty before the first step. */
  readonly path: readonly Line[];
}

/** Both figures of the chapter show this one line. */
export const line = new FigureStore<LineState>({
  points: POINTS,
  slope: 0,
  intercept: 4,
  solved: false,
  rate: 0.02,
  path: [],
});

export function movePoint(index: number, x: number, y: number): void {
  const points = line.now.points.map((point, i) => (i === index ? ([x, y] as const) : point));
  line.set({ points, solved: false, path: [] });
}

export function moveLine(slope: number, intercept: number): void {
  line.set({ slope, intercept, solved: false, path: [] });
}

/** Takes the line of least squares, if there is one. */
export function solveLine(): void {
  const found = solve(line.now.points);
  if (found) line.set({ ...found, solved: true, path: [] });
}

const LONGEST_PATH = 2000;
/** Beyond this the line has run away; what is left is overflow. */
const RUNAWAY = 1e6;

/** Goes some steps down the gradient from where the line stands. */
export function descendLine(steps: number): void {
  const { points, rate, slope, intercept, path } = line.now;
  const next: Line[] = path.length > 0 ? [...path] : [{ slope, intercept }];
  for (let i = 0; i < steps && next.length < LONGEST_PATH; i++) {
    const step = descend(points, next.at(-1)!, rate);
    if (!(Math.abs(step.slope) + Math.abs(step.intercept) < RUNAWAY)) break;
    next.push(step);
  }
  line.set({ ...next.at(-1)!, path: next, solved: false });
}

/** The sum of squares of the line and of the best line. */
export function errors({ points, slope, intercept }: Omit<LineState, 'rate'>) {
  const best = solve(points);
  return {
    now: sumOfSquares(points, { slope, intercept }),
    least: best ? sumOfSquares(points, best) : null,
  };
}

/** How near to the least error the check asks for, as a share of it. */
export const NEAR_LEAST = 0.02;

/** So near to the least error, and not by the solver or by descent. */
export function useByHand(): boolean {
  const state = line.useNow();
  const { now, least } = errors(state);
  return (
    least !== null &&
    least > 0.5 &&
    !state.solved &&
    state.path.length === 0 &&
    now < (1 + NEAR_LEAST) * least
  );
}

/** The reader has made the normal equations unsolvable. */
export function useSingular(): boolean {
  const { points } = line.useNow();
  return !solve(points);
}
