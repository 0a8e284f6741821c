import { DATA_NAMES, type DataName, dataSetOf } from '../../core/datasets/datasets.ts';
import { splitSizes } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { TermHeading } from '../../ui/Explain.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useExperiment, useLab } from '../lab.ts';
import styles from './Controls.module.css';
import { pictogramPath } from './pictogram.ts';
import { NumberSetting } from './SettingFields.tsx';

const PICTURE = { width: 60, height: 34, margin: 2 };
const PICTURES = Object.fromEntries(
  DATA_NAMES.map((name) => [
    name,
    <svg
      key={name}
      aria-hidden="true"
      className={styles.pictogram}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
    >
      <path d={pictogramPath(name, PICTURE.width, PICTURE.height, PICTURE.margin)} />
    </svg>,
  ]),
);

/** What explains the noise, which is of another kind in other data sets. */
const NOISE = { target: 'noiseTarget', along: 'noiseAlong', input: 'noiseInput' } as const;

/** Any seed of six digits at most: long enough to be new, short enough to be read out. */
function anySeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

/** Which data, how many points, how much noise, and the seed of everything random. */
export function DataSection() {
  const t = useText();
  const { editor } = useLab();
  const { data } = useExperiment();
  const { separateTest, noise } = dataSetOf(data.name);
  const test = fixed(splitSizes(data).test);
  return (
    <div className={styles.section}>
      <TermHeading
        className={styles.heading}
        explanation={explained(t, 'dataset', t('controls.dataset'))}
      >
        {t('controls.dataset')}
      </TermHeading>
      <RadioGroup<DataName>
        label={t('controls.dataset')}
        look="cards"
        value={data.name}
        choices={DATA_NAMES.map((name) => ({
          value: name,
          label: t(`controls.datasets.${name}`),
          picture: PICTURES[name],
        }))}
        onChange={(name) => editor.set('data.name', name)}
      />
      <NumberSetting
        of="data.points"
        explanation={separateTest ? 'pointsSeparate' : 'pointsSplit'}
        hint={t(separateTest ? 'controls.pointsSeparate' : 'controls.pointsSplit', { test })}
        scale="log"
        step={50}
      />
      {noise && (
        <NumberSetting
          of="data.noise"
          explanation={NOISE[noise]}
          hint={t(`controls.noises.${noise}`)}
          hintBelow
          scale="linear"
          step={0.05}
        />
      )}
      <NumberSetting
        of="seed"
        after={
          <Button
            look="link"
            className={styles.newSeed}
            onClick={() => editor.set('seed', anySeed())}
          >
            {t('controls.newSeed')}
          </Button>
        }
      />
    </div>
  );
}
