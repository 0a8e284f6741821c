import type { Lab } from './lab.ts';

/** What keys, buttons and another window ask of a run. */
export type RunCommand = 'play' | 'step' | 'reset';

/** Starts or pauses the run, trains one epoch, or brings it back to its first weights. */
export function obeyRun({ controller, run }: Lab, command: RunCommand): void {
  switch (command) {
    case 'play':
      void (run.getState().state === 'running' ? controller.pause() : controller.play());
      return;
    case 'step':
      if (run.getState().ready) void controller.step('epoch', 1);
      return;
    case 'reset':
      void controller.reset();
  }
}
