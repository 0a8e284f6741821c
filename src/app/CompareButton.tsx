import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { keepsakeOf } from '../store/keepsakeOf.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { compareIcon } from '../ui/icons.tsx';

/** Puts the present run beside another (`Compared.tsx`). The page's own rests meanwhile, and stays as it is. */
export function CompareButton() {
  const t = useText();
  const lab = useLab();
  const open = async () => {
    if (lab.run.getState().state === 'running') await lab.controller.pause();
    const keepsake = await keepsakeOf(lab);
    const compared = { experiment: lab.editor.experiment, place: keepsake?.place ?? null };
    pageStore.setState({ compared });
  };
  return (
    <Button
      look="outlined"
      icon={compareIcon}
      title={t('runs.compareHint')}
      aria-haspopup="dialog"
      onClick={() => void open()}
    >
      {t('runs.compare')}
    </Button>
  );
}
