import type { Experiment } from './experiment.ts';
import { writeLink } from './link.ts';
import type { SweepText } from './sweep.ts';

/**
 * The command that runs an experiment in Node, for any shell: what a link is
 * made of has no character that means something between double quotes.
 */
export function headlessCommand(experiment: Experiment): string {
  return `${start(experiment)} --json`;
}

/**
 * The command that runs a sweep in Node, a line of JSON a run.
 *
 * @param text one that `sweepOf` takes
 */
export function sweepCommand(base: Experiment, { settings, seeds }: SweepText): string {
  const flags = settings.map((setting) => ` --sweep ${bare(setting)}`);
  return `${start(base)}${flags.join('')}${seeds === null ? '' : ` --seeds ${bare(seeds)}`} --json`;
}

function start(experiment: Experiment): string {
  return `npm run --silent headless -- --link "${writeLink(experiment)}"`;
}

/** A list without the blanks at which a shell would part it. */
function bare(list: string): string {
  return list.replace(/\s/g, '');
}
