import { DATA_NAMES } from '../../core/datasets/datasets.ts';
import { ENGINE_NAMES, LIMITS, type Limit, type Problem } from '../../core/experiment.ts';
import type { Translate } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';

/** A setting as the reader knows it, and what it may be. */
interface Named {
  readonly name: string;
  readonly allowed?: string | undefined;
}

/** The keys of a link, by the place in the experiment that they stand for. */
const PLACES: Readonly<Record<string, string>> = {
  v: 'version',
  data: 'data.name',
  points: 'data.points',
  noise: 'data.noise',
  test: 'data.testFraction',
  model: 'model.kind',
  hidden: 'model.hidden',
  act: 'model.activation',
  k: 'model.components',
  floor: 'model.varianceFloor',
  epochs: 'training.epochs',
  batch: 'training.batchSize',
  order: 'training.order',
  lr: 'training.learningRate',
  cosine: 'training.schedule.epochs',
  rates: 'training.rateChanges',
  clip: 'training.clipNorm',
  decay: 'training.weightDecay',
  std: 'training.standardise',
  recover: 'training.recover',
  plateau: 'training.stopAtPlateau',
};

function settings(t: Translate): Record<string, Named> {
  const range = ({ min, max, integer }: Limit) => {
    const ends = { min: significant(min, 10), max: significant(max, 10) };
    return integer ? t('problem.whole', ends) : t('problem.number', ends);
  };
  const quoted = (name: string, allowed?: string): Named => ({ name: `“${name}”`, allowed });
  const words = (choices: Readonly<Record<string, string>>) => Object.keys(choices).join(', ');
  return {
    link: { name: t('problem.link') },
    version: { name: t('problem.version') },
    experiment: { name: t('problem.experiment') },
    seed: quoted(t('controls.seed'), range(LIMITS.seed)),
    engine: quoted(t('controls.engine'), ENGINE_NAMES.join(', ')),
    'data.name': quoted(t('controls.dataset'), DATA_NAMES.join(', ')),
    'data.points': quoted(t('controls.points'), range(LIMITS.points)),
    'data.noise': quoted(t('controls.noise'), range(LIMITS.noise)),
    'data.testFraction': quoted(t('controls.testShare'), range(LIMITS.testFraction)),
    'model.kind': quoted(t('controls.model'), words({ ffnn: '', mdn: '' })),
    'model.hidden': quoted(
      t('controls.layers'),
      t('problem.layers', { min: String(LIMITS.layers.min), max: String(LIMITS.layers.max) }),
    ),
    'model.hidden.units': quoted(t('controls.layers'), range(LIMITS.units)),
    'model.activation': quoted(t('controls.activation'), words({ tanh: '', relu: '' })),
    'model.components': quoted(t('controls.components'), range(LIMITS.components)),
    'model.varianceFloor': quoted(t('controls.varianceFloor'), range(LIMITS.varianceFloor)),
    'training.epochs': quoted(t('controls.epochs'), range(LIMITS.epochs)),
    'training.batchSize': quoted(t('controls.batchSize'), range(LIMITS.batchSize)),
    'training.order': quoted(t('controls.batchOrder'), words({ fixed: '', shuffled: '' })),
    'training.learningRate': quoted(t('controls.learningRate'), range(LIMITS.learningRate)),
    'training.schedule': quoted(t('controls.schedule'), words({ constant: '', cosine: '' })),
    'training.schedule.kind': quoted(t('controls.schedule'), words({ constant: '', cosine: '' })),
    'training.schedule.epochs': quoted(t('controls.annealOver'), range(LIMITS.epochs)),
    'training.rateChanges': {
      name: t('problem.rateChanges'),
      allowed: t('problem.changes', { max: String(LIMITS.rateChanges.max) }),
    },
    'training.rateChanges.step': { name: t('problem.rateChanges'), allowed: range(LIMITS.step) },
    'training.rateChanges.rate': {
      name: t('problem.rateChanges'),
      allowed: range(LIMITS.learningRate),
    },
    'training.clipNorm': quoted(t('controls.clipping'), range(LIMITS.clipNorm)),
    'training.weightDecay': quoted(t('controls.weightDecay'), range(LIMITS.weightDecay)),
    'training.standardise': quoted(t('controls.scaling'), t('problem.yesNo')),
    'training.recover': quoted(t('controls.recover'), t('problem.yesNo')),
    'training.stopAtPlateau': quoted(t('controls.stopAtPlateau'), t('problem.yesNo')),
  };
}

/** `model.hidden.2` is a layer's units, `training.rateChanges.0.rate` any change's rate. */
function placeOf(field: string): string {
  const place = PLACES[field] ?? field;
  if (/^model\.hidden\.\d+$/.test(place)) return 'model.hidden.units';
  return place.replace(/\.\d+(?=\.|$)/, '');
}

/** What is wrong with one value from a link, in a sentence that names what is allowed. */
export function problemSentence(t: Translate, problem: Problem): string {
  const { name, allowed } = settings(t)[placeOf(problem.field)] ?? {
    name: t('problem.unknown', { name: problem.field.slice(0, 40) }),
    allowed: problem.allowed,
  };
  const reason = t(`problem.reasons.${problem.reason}`);
  const range = outer(t, problem) ?? allowed;
  return range === undefined
    ? t('problem.sentence', { field: name, reason })
    : t('problem.sentenceAllowed', { field: name, reason, allowed: range });
}

/** Bounds that only the problem itself knows. */
function outer(t: Translate, { reason, allowed }: Problem): string | undefined {
  if (allowed === undefined) return undefined;
  if (reason === 'newerVersion') return t('problem.versions', { max: allowed });
  if (reason === 'tooLong')
    return t('problem.characters', { max: significant(Number(allowed), 10) });
  return undefined;
}
