import type { Experiment } from '../core/experiment.ts';
import { same } from '../core/same.ts';
import { differingSettings } from '../core/settings.ts';
import { SWEPT, sweepOf, sweptPath, sweptValue } from '../core/sweep.ts';
import type { AskedSweep } from '../store/page.ts';

/**
 * The sweep that repeats two runs over seeds: of the one setting in which they differ. Null
 * where they differ in none or several, or are not of the experiment that the page sweeps.
 */
export function sweepOfBoth(
  base: Experiment,
  left: Experiment,
  right: Experiment,
): AskedSweep | null {
  const [path, ...more] = differingSettings([base, left, right]).filter((one) => one !== 'seed');
  const name = SWEPT.find((one) => sweptPath(one) === path);
  if (!path || more.length > 0 || !name) return null;
  const values = [left, right].map((one) => sweptValue({ name, path }, one)).join(', ');
  const swept = sweepOf(base, { settings: [`${name}=${values}`], seeds: null });
  const experiments = swept.ok ? swept.value.experiments : [];
  const isThere = (one: Experiment) =>
    experiments.some((experiment) => same({ ...experiment, seed: one.seed }, one));
  if (experiments.length !== 2 || !isThere(left) || !isThere(right)) return null;
  return { settings: [name], values: { [name]: values } };
}
