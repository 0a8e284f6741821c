import type { Ranges } from '../../charts/ranges.ts';
import { type Answer, networkAnswers } from '../../core/answers.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import type { Mixture } from '../../core/mixture.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import type { Task } from '../../core/task.ts';
import { type DensityCurve, densityCurve } from '../../core/truth/densityCurve.ts';
import { knownInputs } from '../../core/truth/pictures.ts';
import type { Truth } from '../../core/truth/truth.ts';
import type { Lab } from '../../store/lab.ts';
import { mixturesNow } from '../../store/mixturesNow.ts';
import { rangesOf } from '../labRanges.ts';

/** What the model answers at the cursor. */
export interface Slice {
  /** The input, as the cursor has it, within the figure's range. */
  readonly x: number;
  readonly ranges: Ranges;
  /** Null while there are no parameters of this experiment's network. */
  readonly mixture: Mixture | null;
  /** Its modes with the probability of their basins; one for a feed-forward network. */
  readonly answers: readonly Answer[];
  /** False where the data say nothing about the answer. */
  readonly known: boolean;
}

function isKnown(truth: Truth | null, task: Task, x: number): boolean {
  const [low, high] = knownInputs(truth, task.data.train.x);
  return x >= low && x <= high;
}

interface Read {
  readonly key: readonly unknown[];
  readonly slice: Slice;
}

const last = new WeakMap<Lab, Read>();

/** The slice at the cursor from the newest parameters; computed once however many ask. */
export function readSlice(lab: Lab): Slice {
  const experiment = lab.shown;
  const { cursor } = lab.view.getState();
  const key = [experiment, lab.feed.frame, cursor];
  const before = last.get(lab);
  if (before?.key.every((part, i) => part === key[i])) return before.slice;

  const task = rememberedTask(experiment);
  const ranges = rangesOf(lab, task.data);
  const x = Math.min(ranges.x[1], Math.max(ranges.x[0], cursor));
  const mixture = mixturesNow(lab, task, Float64Array.of(x))?.[0] ?? null;
  const { name, noise } = experiment.data;
  const slice: Slice = {
    x,
    ranges,
    mixture,
    answers: mixture ? networkAnswers(task.network, mixture) : [],
    known: isKnown(truthOf(name, noise), task, x),
  };
  last.set(lab, { key, slice });
  return slice;
}

const lastTruth = new WeakMap<
  Truth,
  { readonly key: string; readonly curve: DensityCurve | null }
>();

/** The truth at a slice's input; null where there is none. It stays while the run goes on. */
export function truthAt(lab: Lab, { x, ranges, known }: Slice): DensityCurve | null {
  const { name, noise } = lab.shown.data;
  const truth = truthOf(name, noise);
  if (!truth || !known) return null;
  const key = JSON.stringify([x, ranges.y]);
  const before = lastTruth.get(truth);
  if (before?.key === key) return before.curve;
  const conditional = truth.at(x);
  const curve = conditional && densityCurve(conditional, ranges.y);
  lastTruth.set(truth, { key, curve });
  return curve;
}
