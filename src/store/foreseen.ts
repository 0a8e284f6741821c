import { componentColours } from '../core/componentColours.ts';
import type { Foreseen } from '../core/foreseen.ts';
import { usageOf } from '../core/predict.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { same } from '../core/same.ts';
import { fittedWith } from '../core/scores.ts';
import type { Lab } from './lab.ts';

/** The end that a lab shows before its run has begun; null if it knows none, or not of this experiment. */
export function foreseenNow({ foreseen, run, editor }: Lab): Foreseen | null {
  const end = run.getState().step === 0 ? foreseen() : null;
  return end && same(end.experiment, editor.experiment) ? end : null;
}

interface Used {
  /** Mean weight of every component, [K]. */
  readonly usage: Float32Array;
  /** The place in the cycle of every component's colour, [K]. */
  readonly colours: Int32Array;
}

const used = new WeakMap<Foreseen, Used>();

/** How much the components of an end are used, and the colours that they have for that. */
export function usedAtEnd(end: Foreseen): Used {
  const known = used.get(end);
  if (known) return known;
  const usage = usageOf(fittedWith(rememberedTask(end.experiment), end.parameters));
  const found = { usage, colours: componentColours(usage) };
  used.set(end, found);
  return found;
}

/** The losses that are shown and the whole epochs that they are of, while a view of them is needed. */
export function lossesNow(lab: Lab): Foreseen['losses'] & { readonly epoch: number } {
  const end = foreseenNow(lab);
  return end
    ? { ...end.losses, epoch: end.epoch }
    : { ...lab.feed.losses(), epoch: lab.feed.frame?.epoch ?? 0 };
}
