import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';
import { type Cure, cured, cures } from './cures.ts';

/** A cure as a button. */
interface OfferedCure {
  readonly name: string;
  /** What it changes and what that does to the run, in one sentence or two. */
  readonly why: string;
  readonly apply: () => void;
}

const EXPLAINED = {
  rate: 'cureRate',
  floor: 'cureFloor',
  clip: 'cureClip',
  standardise: 'cureStandardise',
} as const;

/** The setting that a cure edits, so that it is undone as an edit of that. */
const SETTINGS = {
  floor: 'model.varianceFloor',
  clip: 'training.clipNorm',
  standardise: 'training.standardise',
} as const;

function nameOf(t: Translate, cure: Cure): string {
  switch (cure.kind) {
    case 'rate':
      return t('divergence.cures.rate', { rate: significant(cure.rate, 2) });
    case 'clip':
      return t('divergence.cures.clip', { norm: significant(cure.norm, 2) });
    case 'floor':
    case 'standardise':
      return t(`divergence.cures.${cure.kind}`);
  }
}

/** What can be done about the run's last divergence; empty without one. */
export function useCures(): OfferedCure[] {
  const t = useText();
  const { controller, editor } = useLab();
  const experiment = useExperiment();
  const event = useRun((run) => run.events.at(-1));
  if (!event) return [];
  return cures(experiment, event).map((cure) => {
    const name = nameOf(t, cure);
    return {
      name,
      why: explained(t, EXPLAINED[cure.kind], name).paragraphs.join(' '),
      apply: () => {
        if (cure.kind === 'rate') controller.setLearningRate(cure.rate);
        else editor.edit(SETTINGS[cure.kind], (now) => cured(now, cure));
      },
    };
  });
}
