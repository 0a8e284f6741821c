import type { Foreseen } from '../core/foreseen.ts';
import { same } from '../core/same.ts';
import type { Lab } from './lab.ts';

/** The end that a lab shows before its run has begun; null if it knows none, or not of this experiment. */
export function foreseenNow({ foreseen, run, editor }: Lab): Foreseen | null {
  const end = run.getState().step === 0 ? foreseen() : null;
  return end && same(end.experiment, editor.experiment) ? end : null;
}

/** The losses that are shown and the whole epochs that they are of, while a view of them is needed. */
export function lossesNow(lab: Lab): Foreseen['losses'] & { readonly epoch: number } {
  const end = foreseenNow(lab);
  return end
    ? { ...end.losses, epoch: end.epoch }
    : { ...lab.feed.losses(), epoch: lab.feed.frame?.epoch ?? 0 };
}
