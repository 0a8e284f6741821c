import { useText } from '../i18n/index.ts';
import { tableIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { isTable, useDroppedOn } from './useDrop.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('ownData', async () => {
  const { OwnDataDialog } = await import('../features/own-data/OwnDataDialog.tsx');
  return OwnDataDialog;
});

/** Opens the user's own data; a table that is dropped on the page is opened there. */
export function YourDataButton() {
  const t = useText();
  const { dropped, open, onOpen, onClose } = useDroppedOn(isTable);
  return (
    <DialogButton
      load={loadDialog}
      wanted={dropped !== null}
      onOpen={onOpen}
      dialog={{ open, onClose, dropped }}
      icon={tableIcon}
    >
      {t('controls.yourData')}
    </DialogButton>
  );
}
