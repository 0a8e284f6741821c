import type { Lab } from '../store/lab.ts';
import { toggleFullScreen } from '../ui/fullScreen.ts';
import { stageStore } from './stageStore.ts';
import { scenes } from './useScenes.ts';

/** What is to be done with the stage itself, whoever asks for it. */
export type StageCommand = 'next' | 'previous' | 'first' | 'black' | 'fullScreen';

/** Does what a key, a button or the presenter's window asks of the stage. */
export function obeyOnStage(lab: Lab, command: StageCommand): void {
  switch (command) {
    case 'next':
    case 'previous':
      stageStore.setState({ black: false });
      scenes.go(lab, command === 'next' ? 1 : -1);
      return;
    case 'first':
      stageStore.setState({ black: false });
      scenes.first(lab);
      return;
    case 'black':
      stageStore.setState(({ black }) => ({ black: !black }));
      return;
    case 'fullScreen':
      void toggleFullScreen();
  }
}
