import { type Cure, cured, divergenceCures } from '../../core/cures.ts';
import { type Explained, explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';
import { useDiagnosis } from '../useDiagnosis.ts';

/** A cure as a button. */
interface OfferedCure {
  readonly name: string;
  /** What it changes and what that does to the run, in one sentence or two. */
  readonly why: string;
  readonly apply: () => void;
}

/** As many buttons as there is room for above the figure. */
const MOST_OFFERED = 4;

const EXPLAINED: Readonly<Record<Cure['of'], Explained>> = {
  'data.points': 'curePoints',
  'model.activation': 'cureActivation',
  'model.components': 'cureComponents',
  'model.hidden': 'cureHidden',
  'model.initialisation': 'cureInitialisation',
  'model.varianceFloor': 'cureFloor',
  'training.clipNorm': 'cureClip',
  'training.keepBest': 'cureBest',
  'training.learningRate': 'cureRate',
  'training.standardise': 'cureStandardise',
  'training.weightDecay': 'cureDecay',
  recipe: 'cureRecipe',
};

function nameOf(t: Translate, cure: Cure): string {
  switch (cure.of) {
    case 'data.points':
      return t('diagnosis.cures.points', { points: fixed(cure.value) });
    case 'model.activation':
      return t('diagnosis.cures.activation', {
        activation: t(`controls.activations.${cure.value}`),
      });
    case 'model.components':
      return t('diagnosis.cures.components', { components: fixed(cure.value) });
    case 'model.hidden':
      return t('diagnosis.cures.hidden', { units: fixed(Math.min(...cure.value)) });
    case 'model.initialisation':
      return t('diagnosis.cures.initialisation');
    case 'model.varianceFloor':
      return t('diagnosis.cures.floor');
    case 'training.clipNorm':
      return t('diagnosis.cures.clip', { norm: significant(cure.value, 2) });
    case 'training.keepBest':
      return t('diagnosis.cures.best');
    case 'training.learningRate':
      return t('diagnosis.cures.rate', { rate: significant(cure.value, 2) });
    case 'training.standardise':
      return t('diagnosis.cures.standardise');
    case 'training.weightDecay':
      return t('diagnosis.cures.decay');
    case 'recipe':
      return t('diagnosis.cures.recipe');
  }
}

/** Makes the change; a run that has not diverged takes up a lower rate and goes on. */
function apply({ controller, editor }: Lab, cure: Cure): void {
  if (cure.of === 'training.learningRate') controller.setLearningRate(cure.value);
  else editor.edit(cure.of, (experiment) => cured(experiment, cure));
}

/** Makes the change from the start on: a rate that has done its harm cannot be mended by another. */
function applyAnew(lab: Lab, cure: Cure): void {
  if (cure.of === 'training.learningRate') void lab.controller.reset();
  apply(lab, cure);
}

/** What can be done about the run's last divergence, and about how it ended. */
export function useCures(): OfferedCure[] {
  const t = useText();
  const lab = useLab();
  const experiment = useExperiment();
  const event = useRun((run) => run.events.at(-1));
  const diagnosis = useDiagnosis();
  const offered = [
    ...(event ? divergenceCures(experiment, event) : []).map((cure) => ({ cure, by: apply })),
    ...(diagnosis?.findings ?? []).flatMap(({ cures }) =>
      cures.map((cure) => ({ cure, by: applyAnew })),
    ),
  ];
  const first = new Map(offered.toReversed().map((one) => [one.cure.of, one]));
  return offered
    .filter((one) => first.get(one.cure.of) === one)
    .slice(0, MOST_OFFERED)
    .map(({ cure, by }) => {
      const name = nameOf(t, cure);
      const why = explained(t, EXPLAINED[cure.of], name).paragraphs.join(' ');
      return { name, why, apply: () => by(lab, cure) };
    });
}
