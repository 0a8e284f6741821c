import {
  componentCount,
  type EngineName,
  type Experiment,
  splitSizes,
  stepsPerEpoch,
} from '../../core/experiment.ts';
import { parameterCount } from '../../core/network.ts';
import type { Translate } from '../../i18n/index.ts';

/**
 * What an optimizer step costs, in milliseconds: for itself, and for a row and a
 * parameter. From the steps of the article's two networks in docs/performance.md.
 */
const COSTS: Readonly<Record<EngineName, { readonly step: number; readonly product: number }>> = {
  fused: { step: 0.2, product: 1.8e-7 },
  wasm: { step: 4, product: 2.5e-6 },
  cpu: { step: 20, product: 1.5e-5 },
};

/** About how long a run takes in an engine that has not begun it, in seconds. */
export function roughSeconds(experiment: Experiment, engine: EngineName): number {
  const { model, training } = experiment;
  const rows = splitSizes(experiment.data).train;
  const parameters = parameterCount({ ...model, components: componentCount(model) });
  const { step, product } = COSTS[engine];
  const epoch = stepsPerEpoch(experiment) * step + rows * parameters * product;
  return (training.epochs * epoch) / 1000;
}

/** Such a time in words: nobody can tell it more exactly. */
export function roughTime(t: Translate, seconds: number): string {
  const minutes = seconds < 45 ? 0 : Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return t('notice.minutes', { minutes });
  return t('notice.hours', { hours: Math.round(minutes / 60) });
}
