import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { tableIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { isTable, useDrop } from './useDrop.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('ownData', async () => {
  const { OwnDataDialog } = await import('../features/own-data/OwnDataDialog.tsx');
  return OwnDataDialog;
});

/** Opens the user's own data; a table that is dropped on the page is opened there. */
export function YourDataButton() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  useDrop(isTable, setDropped);
  const close = () => {
    setOpen(false);
    setDropped(null);
  };
  return (
    <DialogButton
      load={loadDialog}
      wanted={dropped !== null}
      onOpen={() => setOpen(true)}
      dialog={{ open: open || dropped !== null, onClose: close, dropped }}
      icon={tableIcon}
    >
      {t('controls.yourData')}
    </DialogButton>
  );
}
