import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';
import { type Cure, divergenceCures } from '../../core/cures.ts';

/** A cure as a button. */
interface OfferedCure {
  readonly name: string;
  /** What it changes and what that does to the run, in one sentence or two. */
  readonly why: string;
  readonly apply: () => void;
}

const EXPLAINED = {
  'training.learningRate': 'cureRate',
  'model.varianceFloor': 'cureFloor',
  'training.clipNorm': 'cureClip',
  'training.standardise': 'cureStandardise',
} as const;

function nameOf(t: Translate, cure: Cure): string {
  switch (cure.of) {
    case 'training.learningRate':
      return t('divergence.cures.rate', { rate: significant(cure.value, 2) });
    case 'training.clipNorm':
      return t('divergence.cures.clip', { norm: significant(cure.value, 2) });
    case 'model.varianceFloor':
      return t('divergence.cures.floor');
    case 'training.standardise':
      return t('divergence.cures.standardise');
  }
}

/** What can be done about the run's last divergence; empty without one. */
export function useCures(): OfferedCure[] {
  const t = useText();
  const { controller, editor } = useLab();
  const experiment = useExperiment();
  const event = useRun((run) => run.events.at(-1));
  if (!event) return [];
  return divergenceCures(experiment, event).map((cure) => {
    const name = nameOf(t, cure);
    return {
      name,
      why: explained(t, EXPLAINED[cure.of], name).paragraphs.join(' '),
      apply: () => {
        if (cure.of === 'training.learningRate') controller.setLearningRate(cure.value);
        else editor.set(cure.of, cure.value);
      },
    };
  });
}
