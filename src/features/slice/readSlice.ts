import type { Ranges } from '../../charts/ranges.ts';
import { type AnswerAt, answerAt } from '../../core/answers.ts';
import { inputGaps } from '../../core/datasets/inputGaps.ts';
import { knownInputs } from '../../core/datasets/knownInputs.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import { clamped } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { type DensityCurve, densityCurve } from '../../core/truth/densityCurve.ts';
import type { Truth } from '../../core/truth/truth.ts';
import type { Lab } from '../../store/lab.ts';
import { fittedNow } from '../../store/mixturesNow.ts';
import { shownRanges } from '../labRanges.ts';

/** What the model answers at the cursor. */
export interface Slice {
  /** The input, as the cursor has it, within the figure's range. */
  readonly x: number;
  readonly ranges: Ranges;
  /** Null while there are no parameters of this experiment's network. */
  readonly answer: AnswerAt | null;
  /** False where the data say nothing about the answer. */
  readonly known: boolean;
}

interface Read {
  readonly key: readonly unknown[];
  readonly slice: Slice;
}

const last = new WeakMap<Lab, Read>();

/** The slice at the cursor from the newest parameters; computed once however many ask. */
export function readSlice(lab: Lab): Slice {
  const experiment = lab.shown;
  const { cursor, zoom } = lab.view.getState();
  const key = [experiment, lab.feed.frame, cursor, zoom];
  const before = last.get(lab);
  if (before?.key.every((part, i) => part === key[i])) return before.slice;

  const task = rememberedTask(experiment);
  const ranges = shownRanges(lab, task.data);
  const x = clamped(cursor, ranges.x);
  const fitted = fittedNow(lab, task);
  const [low, high] = knownInputs(experiment.data, task.data);
  const slice: Slice = {
    x,
    ranges,
    answer: fitted && answerAt(fitted, x),
    known: x >= low && x <= high && !inputGaps(task.data).some(([from, to]) => x > from && x < to),
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
