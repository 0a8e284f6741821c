import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { effectOf } from '../core/effect.ts';
import type { Experiment } from '../core/experiment.ts';
import { lossRows, type Snapshot, withNewer } from '../core/run.ts';
import type { SavedRun, Standing } from '../core/savedRun.ts';
import { INITIAL_VIEW } from '../core/view.ts';
import { type WayState, wayEpochs } from '../core/way.ts';
import type { Trainer } from '../engine/trainer.ts';
import { type ReadRunFile, readRunFile, writeRunFile } from '../export/runFile.ts';

/** Reads a saved run; null where there is no file to be read. */
export function openRunFile(path: string): ReadRunFile | null {
  try {
    return readRunFile(readFileSync(path));
  } catch {
    return null;
  }
}

/** Whether a file of this name can be written; known before a run begins. */
export function canBeWritten(path: string): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a run goes on. */
interface Start extends Standing {
  /** With all the losses that there are. */
  readonly snapshot: Snapshot;
}

/** Where a saved run goes on as the experiment's; null if that is to be trained from its seed. */
export function startOf({ run }: SavedRun, experiment: Experiment): Start | null {
  const snapshot = run?.place.snapshot;
  if (!snapshot) return null;
  const { place } = run;
  const effect = effectOf(place.experiment, experiment, snapshot.now.step);
  if (effect !== 'none' && effect !== 'end') return null;
  return { ...run, snapshot: { ...snapshot, untold: lossRows(place.losses, snapshot.untold) } };
}

/** Keeps the states of a run's way, as the page's worker sends them. */
export class WayNotes {
  states: readonly WayState[];
  private readonly epochs: ReadonlySet<number>;
  private readonly trainer: Trainer;

  constructor(trainer: Trainer, before: readonly WayState[] = []) {
    this.trainer = trainer;
    this.states = before;
    const { epochs } = trainer.experiment.training;
    this.epochs = new Set(wayEpochs(epochs, trainer.weights().length));
    this.note();
  }

  /** Notes what the run is now, if that belongs to its way. */
  note(): void {
    const { step, stepsPerEpoch, epoch } = this.trainer;
    if (step % stepsPerEpoch !== 0 || !this.epochs.has(epoch)) return;
    const state = { epoch, parameters: this.trainer.weights() };
    // A run that went back comes by once more.
    this.states = [...this.states.filter((one) => one.epoch < epoch), state];
  }
}

/** Writes a run as it stands, with what was saved with the one that it goes on from. */
export function saveRun(
  path: string,
  trainer: Trainer,
  seconds: number,
  way: readonly WayState[],
  start: Start | null,
  opened: SavedRun | null,
): void {
  const { experiment, step } = trainer;
  const place = {
    experiment,
    step,
    running: false,
    seconds,
    losses: trainer.takeLosses(),
    events: withNewer(start?.place.events ?? [], trainer.takeEvents()),
    colours: start?.place.colours ?? null,
    snapshot: { ...trainer.snapshot(), untold: [] },
  };
  const file = writeRunFile({
    experiment,
    view: opened?.view ?? INITIAL_VIEW,
    run: step === 0 ? null : { place, way, sight: null },
    kept: opened?.kept ?? [],
  });
  writeFileSync(path, file);
}
