import { writtenLecture } from '../core/lecture.ts';
import { writeScene } from '../core/scene.ts';
import type { Lab } from '../store/lab.ts';
import { newId } from '../store/newId.ts';
import { obeyRun } from '../store/obeyRun.ts';
import { keepInTab, keptInTab } from '../store/tabStorage.ts';
import { leaveFullScreen } from '../ui/fullScreen.ts';
import { obeyOnStage } from './stageCommands.ts';
import { type Asked, channelOf, parseAsked, type Told } from './stageMessages.ts';
import { stageStore } from './stageStore.ts';
import { obeyTimer } from './timer.ts';
import { scenes } from './useScenes.ts';

/** How often a presenter's window is told of changes, in milliseconds. */
const EVERY_MS = 120;
/** A window that has said nothing for so long is there no more; a browser lets one that is hidden speak once a minute. */
const GONE_MS = 90_000;

const STAGE = 'mdn-playground.stage';

/** What this tab's stage is called, after a reload too. */
function stageId(): string {
  const id = keptInTab(STAGE) ?? newId();
  keepInTab(STAGE, id);
  return id;
}

/** Opens the presenter's window, or brings the one that is there to the front. */
export function openPresenter(): void {
  const id = stageId();
  const url = new URL(`#/presenter?window=${id}`, location.href);
  url.search = '';
  // A browser that opens a window leaves the full screen; the stage stays, in its own window.
  void leaveFullScreen();
  open(url.href, channelOf(id), 'popup,width=960,height=720');
}

function told(lab: Lab): Told {
  const { lecture, at } = scenes.store.getState();
  const { state, epoch, epochs, sight } = lab.run.getState();
  const { black, qr, timer } = stageStore.getState();
  const { experiment } = lab.editor;
  return {
    kind: 'state',
    lecture: writtenLecture(lecture),
    at,
    link: writeScene({ ...lab.scene, epoch: null }),
    running: state === 'running',
    epoch,
    epochs: epochs || experiment.training.epochs,
    frozen: sight !== null,
    black,
    qr,
    timer,
  };
}

function obey(lab: Lab, asked: Exclude<Asked, { kind: 'hello' }>): void {
  const { controller, editor } = lab;
  switch (asked.kind) {
    case 'enter': {
      const scene = scenes.store.getState().lecture.scenes.find(({ id }) => id === asked.id);
      if (scene) scenes.enter(lab, scene);
      return;
    }
    case 'view':
      lab.show({ answer: asked.answer });
      return;
    case 'pace':
      lab.show({ pace: asked.pace });
      return;
    case 'timer':
      obeyTimer(asked.order);
      return;
    case 'set':
      if (asked.path === 'training.learningRate') controller.setLearningRate(asked.value);
      else editor.set(asked.path, asked.value);
      return;
    case 'command':
      switch (asked.command) {
        case 'play':
        case 'step':
        case 'reset':
          obeyRun(lab, asked.command);
          return;
        default:
          obeyOnStage(lab, asked.command);
      }
  }
}

/** Keeps presenter's windows in step with the stage. Returns the way to stop it. */
export function followPresenter(lab: Lab): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => {};
  const channel = new BroadcastChannel(channelOf(stageId()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    channel.postMessage(told(lab));
  };
  /** Until when a window is known to listen: without one, nothing is written down for it. */
  let heardUntil = 0;
  const tellSoon = () => {
    if (performance.now() > heardUntil) return;
    timer ??= setTimeout(tell, EVERY_MS);
  };
  channel.onmessage = ({ data }) => {
    const asked = parseAsked(data);
    if (!asked) return;
    heardUntil = performance.now() + GONE_MS;
    if (asked.kind !== 'hello') obey(lab, asked);
    tellSoon();
  };
  const stops = [
    lab.editor.store.subscribe(tellSoon),
    lab.view.subscribe(tellSoon),
    lab.run.subscribe(tellSoon),
    scenes.store.subscribe(tellSoon),
    stageStore.subscribe(tellSoon),
  ];
  tell();
  return () => {
    clearTimeout(timer);
    channel.close();
    for (const stop of stops) stop();
  };
}
