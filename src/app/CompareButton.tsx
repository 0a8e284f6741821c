import { useState } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import type { Present } from '../compare/subjects.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { keepsakeOf } from '../store/keepsakeOf.ts';
import { compareIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { spawn } from './spawn.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('compare', async () => {
  const { CompareDialog } = await import('../compare/CompareDialog.tsx');
  return CompareDialog;
});

/** Puts the present run beside another. The page's own rests meanwhile, and stays as it is. */
export function CompareButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lab = useLab();
  const [present, setPresent] = useState<Present | null>(null);
  const open = async () => {
    if (lab.run.getState().state === 'running') await lab.controller.pause();
    const keepsake = await keepsakeOf(lab);
    setPresent({ experiment: lab.editor.experiment, place: keepsake?.place ?? null });
  };
  const close = () => setPresent(null);
  return (
    <DialogButton
      load={loadDialog}
      onOpen={() => void open()}
      dialog={present && { present, view: lab.view.getState(), spawn, theme, onClose: close }}
      hint={t('runs.compareHint')}
      icon={compareIcon}
    >
      {t('runs.compare')}
    </DialogButton>
  );
}
