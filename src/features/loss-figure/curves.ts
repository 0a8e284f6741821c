import type { LossCurve } from '../../charts/lossCurves.ts';
import { lowest } from '../../core/lowest.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Lab } from '../../store/lab.ts';

/** A curve of the run itself. */
type OwnCurve = LossCurve & { readonly color: 'train' | 'test' };

/** The curves of a lab's loss figure and its table, that of the test loss last. */
export function lossCurves(t: Translate, { feed }: Lab): readonly OwnCurve[] {
  const { train, test } = feed.losses();
  return [
    { name: t('loss.train'), color: 'train', losses: train },
    { name: t('loss.test'), color: 'test', losses: test, best: lowest(test)?.epoch ?? null },
  ];
}
