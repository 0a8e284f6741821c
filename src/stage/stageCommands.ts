import type { Lab } from '../store/lab.ts';
import { toggleFullScreen } from '../ui/fullScreen.ts';
import { stageStore } from './stageStore.ts';
import { scenes } from './useScenes.ts';

/** What is to be done with the stage itself, whoever asks for it. */
export type StageCommand = 'next' | 'previous' | 'first' | 'black' | 'freeze' | 'qr' | 'fullScreen';

/** Keeps the picture as it is while training goes on, or lets it follow again. */
function freeze({ controller, feed, run }: Lab): void {
  const { sight } = run.getState();
  void controller.look(sight === null ? (feed.way.states.at(-1)?.epoch ?? null) : null);
}

/** Does what a key, a button or the presenter's window asks of the stage. */
export function obeyOnStage(lab: Lab, command: StageCommand): void {
  switch (command) {
    case 'next':
      stageStore.setState({ black: false });
      // Who gives a lecture by a clicker has no other key for it.
      if (lab.view.getState().guessing) lab.reveal();
      else scenes.go(lab, 1);
      return;
    case 'previous':
      stageStore.setState({ black: false });
      scenes.go(lab, -1);
      return;
    case 'first':
      stageStore.setState({ black: false });
      scenes.first(lab);
      return;
    case 'black':
      stageStore.setState(({ black }) => ({ black: !black }));
      return;
    case 'freeze':
      freeze(lab);
      return;
    case 'qr':
      stageStore.setState(({ qr }) => ({ qr: !qr }));
      return;
    case 'fullScreen':
      void toggleFullScreen();
  }
}
