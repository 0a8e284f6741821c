import { OpenedDialog } from './OpenedDialog.tsx';
import { withTexts } from './withTexts.tsx';

const load = withTexts('stage', async () => {
  const { PaletteDialog } = await import('./PaletteDialog.tsx');
  return PaletteDialog;
});

/** Every action by its name, loaded when somebody asks. */
export function Palette() {
  return <OpenedDialog open={(page) => page.paletteOpen} load={load} />;
}
