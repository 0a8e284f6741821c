import type { Experiment } from './experiment.ts';
import { linkCarries, writeLink } from './link.ts';
import { RUN_FILE_ENDING } from './savedRun.ts';
import type { SweepText } from './sweep.ts';

/**
 * The command that runs an experiment in Node, for any shell: what a link is
 * made of has no character that means something between double quotes. Where the
 * link cannot carry the data, it opens the run as it is saved in a file.
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

/** The file that a command opens where no link carries the experiment's data. */
export const COMMAND_FILE = `run${RUN_FILE_ENDING}`;

function start(experiment: Experiment): string {
  const from = linkCarries(experiment)
    ? `--link "${writeLink(experiment)}"`
    : `--open ${COMMAND_FILE}`;
  return `npm run --silent headless -- ${from}`;
}

/** A list without the blanks at which a shell would part it. */
function bare(list: string): string {
  return list.replace(/\s/g, '');
}
