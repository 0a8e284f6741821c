import { isOwn, ownSet } from '../../core/datasets/own.ts';
import { swapAxes } from '../../core/datasets/swapAxes.ts';
import { withSetting } from '../../core/settings.ts';
import { useText } from '../../i18n/index.ts';
import { ownSets } from '../../store/ownSets.ts';
import { Button } from '../../ui/Button.tsx';
import { dataText } from '../dataText.ts';
import { useLab } from '../lab.ts';
import { swappedTitle } from '../swappedTitle.ts';

/** Turns the data over: what was the input becomes the target. */
export function SwapAxes() {
  const t = useText();
  const { editor } = useLab();
  const swap = () => {
    const { data, seed } = editor.experiment;
    const swapped = swapAxes(data, seed, swappedTitle(t, dataText(t, data.name)));
    if (isOwn(swapped)) ownSets.keep(swapped, ownSet(swapped)!.title!);
    // Each press is a step of its own to undo.
    editor.edit(`swap ${swapped}`, (experiment) => withSetting(experiment, 'data.name', swapped));
  };
  return (
    <Button look="outlined" onClick={swap}>
      {t('controls.swapAxes')}
    </Button>
  );
}
