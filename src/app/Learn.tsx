import { LearnPage } from '../content/LearnPage.tsx';
import { SpawnContext } from '../content/lab/spawn.ts';
import { Texts } from '../i18n/Texts.tsx';
import { useDocumentMark } from '../ui/useDocumentMark.ts';
import { spawn } from './spawn.ts';

/** The article, with the workers that its figures train in. */
export default function Learn() {
  useDocumentMark('page', 'learn');
  return (
    <Texts part="article">
      <SpawnContext value={spawn}>
        <LearnPage />
      </SpawnContext>
    </Texts>
  );
}
