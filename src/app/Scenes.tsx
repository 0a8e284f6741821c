import { OpenedDialog } from './OpenedDialog.tsx';
import { withTexts } from './withTexts.tsx';

const load = withTexts('stage', async () => {
  const { ScenesDialog } = await import('../stage/ScenesDialog.tsx');
  return ScenesDialog;
});

/** The scenes of a lecture, loaded when somebody asks. */
export function Scenes() {
  return <OpenedDialog open={(page) => page.scenesOpen} load={load} />;
}
