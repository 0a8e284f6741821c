import { useText } from '../i18n/index.ts';
import { tableIcon } from '../ui/icons.tsx';
import tableScript from '../worker/table.ts?worker&url';
import { DialogButton } from './DialogButton.tsx';
import { isTable, useDroppedOn } from './useDroppedOn.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('ownData', async () => {
  const { OwnDataDialog } = await import('../features/own-data/OwnDataDialog.tsx');
  return OwnDataDialog;
});

/** @throws DOMException where the browser would not make one */
const spawnReader = () => new Worker(tableScript, { type: 'module' });

/** Opens the user's own data; a table that is dropped on the page is opened there. */
export function YourDataButton() {
  const t = useText();
  const { dropped, open, onOpen, onClose } = useDroppedOn(isTable);
  return (
    <DialogButton
      load={loadDialog}
      wanted={dropped !== null}
      onOpen={onOpen}
      dialog={{ open, onClose, dropped, spawnReader }}
      icon={tableIcon}
    >
      {t('controls.yourData')}
    </DialogButton>
  );
}
