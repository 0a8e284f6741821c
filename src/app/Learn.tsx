import { LearnPage } from '../content/LearnPage.tsx';
import { SpawnContext } from '../content/lab/spawn.ts';
import { spawn } from './spawn.ts';

/** The article, with the workers that its figures train in. */
export default function Learn() {
  return (
    <SpawnContext value={spawn}>
      <LearnPage />
    </SpawnContext>
  );
}
