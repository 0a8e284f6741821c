import type { Experiment } from '../core/experiment.ts';

/** What the files of an experiment's run are called, without an ending: `inverted-mdn-seed-1`. */
export function fileStem({ data, model, seed }: Experiment): string {
  return [data.name, model.kind, 'seed', seed].join('-').replaceAll('.', '-');
}
