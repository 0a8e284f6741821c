import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { tableIcon } from '../ui/icons.tsx';
import tableScript from '../worker/table.ts?worker&url';
import { DialogOnDemand } from './DialogOnDemand.tsx';
import { isTable, useDroppedOn } from './useDroppedOn.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('ownData', async () => {
  const { OwnDataDialog } = await import('../features/own-data/OwnDataDialog.tsx');
  return OwnDataDialog;
});

/** @throws DOMException where the browser would not make one */
const spawnReader = () => new Worker(tableScript, { type: 'module' });

/** Opens the user's own data. */
export function YourDataButton() {
  const t = useText();
  return (
    <Button
      look="outlined"
      icon={tableIcon}
      aria-haspopup="dialog"
      onClick={() => pageStore.setState({ ownDataOpen: true })}
    >
      {t('controls.yourData')}
    </Button>
  );
}

/** The user's own data; a table that is dropped on the page is opened there. */
export function YourData() {
  const shown = useDroppedOn('ownDataOpen', isTable);
  return <DialogOnDemand load={loadDialog} dialog={{ ...shown, spawnReader }} />;
}
