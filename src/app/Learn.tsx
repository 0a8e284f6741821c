import { LearnPage } from '../content/LearnPage.tsx';
import { SpawnContext } from '../content/lab/spawn.ts';
import { Texts } from '../i18n/Texts.tsx';
import { spawn } from './spawn.ts';

/** The article, with the workers that its figures train in. */
export default function Learn() {
  return (
    <Texts part="article">
      <SpawnContext value={spawn}>
        <LearnPage />
      </SpawnContext>
    </Texts>
  );
}
