import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { inStints } from '../charts/stints.ts';
import { routeOf } from '../core/linkText.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { Cures } from '../features/diagnosis/Cures.tsx';
import { LabContext } from '../features/lab.ts';
import { shownRanges } from '../features/labRanges.ts';
import { Notices } from '../features/notices/Notices.tsx';
import { predictFirst } from '../features/sources.ts';
import { Texts } from '../i18n/Texts.tsx';
import type { Lab } from '../store/lab.ts';
import { fittedNow } from '../store/mixturesNow.ts';
import { useOnDemand } from '../ui/useOnDemand.ts';
import { Compared } from './Compared.tsx';
import { Header } from './Header.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LabTools } from './LabTools.tsx';
import { Palette } from './Palette.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';
import { Scenes } from './Scenes.tsx';
import { Shell } from './Shell.tsx';
import { followKeys } from './shortcuts.ts';
import { startRun } from './startRun.ts';
import { useShownTheme } from './theme.ts';
import { withTexts } from './withTexts.tsx';

let kept: Lab | null = null;

/** The playground's one lab. It starts when its page is first asked for and outlives a visit elsewhere. */
function playgroundLab(): Lab {
  kept ??= startRun();
  return kept;
}

/**
 * Opens the lab and computes what the first picture shows of it, each in a task of its own:
 * left to the first rendering, all of it would keep a slow machine from answering at once.
 */
export async function prepare(): Promise<void> {
  await nextTask();
  // Whoever has gone elsewhere meanwhile needs no lab.
  if (routeOf(location.hash) !== '/') return;
  const lab = playgroundLab();
  await nextTask();
  try {
    const task = rememberedTask(lab.shown);
    await nextTask();
    const ranges = shownRanges(lab, task.data);
    fittedNow(lab, task);
    await nextTask();
    await inStints(predictFirst(lab, task, ranges));
    await nextTask();
  } catch {
    // The figure meets the same fault, and says so in its place.
  }
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

const loadStage = withTexts('stage', async () => {
  const { Stage } = await import('../stage/Stage.tsx');
  return Stage;
});

/** The stage while the lab is presented, as soon as it is loaded. */
function useStage(lab: Lab) {
  const presenting = useStore(lab.view, (view) => view.presenting);
  const { Loaded: Stage, ask } = useOnDemand(loadStage);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (presenting) void load.current();
  }, [presenting]);
  return presenting ? Stage : null;
}

/** The playground with all that belongs to its experiment. */
export default function Playground() {
  const lab = playgroundLab();
  const theme = useShownTheme();
  const Stage = useStage(lab);
  useEffect(() => () => pauseUnseen(lab), [lab]);
  useEffect(() => followKeys(lab), [lab]);
  return (
    <Texts part="lab">
      <LabContext value={lab}>
        <Shell
          header={Stage ? null : <Header tools={<LabTools />} />}
          notices={<Notices cures={<Cures />} />}
        >
          {Stage ? <Stage theme={theme} /> : <PlaygroundPage />}
          <Compared />
          <KeysDialog />
          <Scenes />
          <Palette />
        </Shell>
      </LabContext>
    </Texts>
  );
}

function pauseUnseen(lab: Lab): void {
  if (lab.run.getState().state === 'running') void lab.controller.pause();
}
