import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { tableIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('ownData', async () => {
  const { OwnDataDialog } = await import('../features/own-data/OwnDataDialog.tsx');
  return OwnDataDialog;
});

/** Opens the user's own data. */
export function YourDataButton() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <DialogButton
      load={loadDialog}
      onOpen={() => setOpen(true)}
      dialog={{ open, onClose: () => setOpen(false) }}
      icon={tableIcon}
    >
      {t('controls.yourData')}
    </DialogButton>
  );
}
