import type { LossCurve } from '../../charts/lossCurves.ts';
import { lowest } from '../../core/lowest.ts';
import type { Translate } from '../../i18n/index.ts';
import { lossesNow } from '../../store/foreseen.ts';
import type { Lab } from '../../store/lab.ts';

/** A curve of the run itself. */
type OwnCurve = LossCurve & { readonly color: 'train' | 'test' };

/** The curves of a lab's loss figure and its table, that of the test loss last. */
export function lossCurves(t: Translate, lab: Lab): readonly OwnCurve[] {
  const { train, test } = lossesNow(lab);
  return [
    { name: t('loss.train'), color: 'train', losses: train },
    { name: t('loss.test'), color: 'test', losses: test, best: lowest(test)?.epoch ?? null },
  ];
}
