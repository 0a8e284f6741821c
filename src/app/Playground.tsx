import { useEffect } from 'react';
import { Cures } from '../features/diagnosis/Cures.tsx';
import { LabContext } from '../features/lab.ts';
import { Notices } from '../features/notices/Notices.tsx';
import { Texts } from '../i18n/Texts.tsx';
import type { Lab } from '../store/lab.ts';
import { LabTools } from './LabTools.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';
import { Shell } from './Shell.tsx';
import { startRun } from './startRun.ts';

let kept: Lab | null = null;

/** The playground's one lab. It starts when the page is first shown and outlives a visit elsewhere. */
function playgroundLab(): Lab {
  kept ??= startRun();
  return kept;
}

/** The playground with all that belongs to its experiment. */
export default function Playground() {
  const lab = playgroundLab();
  useEffect(() => () => pauseUnseen(lab), [lab]);
  return (
    <Texts part="lab">
      <LabContext value={lab}>
        <Shell tools={<LabTools />} notices={<Notices cures={<Cures />} />}>
          <PlaygroundPage />
        </Shell>
      </LabContext>
    </Texts>
  );
}

function pauseUnseen(lab: Lab): void {
  if (lab.run.getState().state === 'running') void lab.controller.pause();
}
