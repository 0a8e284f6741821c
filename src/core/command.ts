import type { Experiment } from './experiment.ts';
import { writeLink } from './link.ts';

/**
 * The command that runs an experiment in Node, for any shell: what a link is
 * made of has no character that means something between double quotes.
 */
export function headlessCommand(experiment: Experiment): string {
  return `npm run --silent headless -- --link "${writeLink(experiment)}" --json`;
}
