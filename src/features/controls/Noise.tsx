import { dataSetOf } from '../../core/datasets/datasets.ts';
import { LIMITS } from '../../core/experiment.ts';
import { useText } from '../../i18n/index.ts';
import { useExperiment } from '../lab.ts';
import { NumberSetting } from './SettingFields.tsx';

/** What explains the noise, which is of another kind in other data sets. */
const NOISE = {
  target: 'noiseTarget',
  growing: 'noiseGrowing',
  along: 'noiseAlong',
  input: 'noiseInput',
  factor: 'noiseFactor',
} as const;

/** The track ends at so many times the noise that the data begin with, or where the noise is now. */
const MOST_NOISE = 5;
/** So many steps of an arrow key are the noise that the data begin with. */
const STEPS = 20;

/** How much noise the data have; nothing where they are measured. */
export function Noise() {
  const t = useText();
  const { data } = useExperiment();
  const { noise, defaults } = dataSetOf(data.name);
  if (!noise) return null;
  return (
    <NumberSetting
      of="data.noise"
      explanation={NOISE[noise]}
      hint={t(`controls.noises.${noise}`)}
      hintBelow
      limit={{
        min: LIMITS.noise.min,
        max: Math.min(LIMITS.noise.max, Math.max(MOST_NOISE * defaults.noise, data.noise)),
      }}
      scale="linear"
      step={defaults.noise / STEPS}
    />
  );
}
