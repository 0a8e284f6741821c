import { rememberedPoints, splitSizes } from '../../core/data/data.ts';
import type { DataSettings } from '../../core/experiment.ts';
import type { Range } from '../../core/range.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';
import styles from './Controls.module.css';

/** The inputs of all points, and a round step along them of which there are 20 to 200; ends are multiples of it. */
function inputsOf(data: DataSettings, seed: number): { range: Range; step: number } {
  const { train, test } = rememberedPoints({ ...data, trainedOn: null }, seed);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x } of [train, test]) {
    for (const value of x) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const step = 0.5 * 10 ** Math.floor(Math.log10((high - low) / 10));
  return { range: [rounded(low, step, Math.floor), rounded(high, step, Math.ceil)], step };
}

/** A multiple of a step, without the dust of binary arithmetic. */
function rounded(value: number, step: number, to: (value: number) => number): number {
  return Number((step * to(value / step)).toPrecision(12));
}

/** The middle half of the inputs. */
function middleOf({ range: [low, high], step }: ReturnType<typeof inputsOf>): Range {
  const at = (share: number) => rounded(low + share * (high - low), step, Math.round);
  return [at(0.25), at(0.75)];
}

/** Whether training is kept to a range of inputs, and to which. */
export function TrainedRange() {
  const t = useText();
  const { editor } = useLab();
  const { data, seed } = useExperiment();
  const { trainedOn } = data;
  const set = (range: Range | null) => editor.set('data.trainedOn', range);
  const label = t('controls.trainedOn');
  return (
    <div className={styles.range} {...settingMark('data.trainedOn')}>
      <Checkbox
        label={label}
        explanation={explained(t, 'trainedOn', label)}
        hint={
          trainedOn
            ? t('controls.trainedPoints', {
                inside: fixed(rememberedPoints(data, seed).train.x.length),
                all: fixed(splitSizes(data).train),
              })
            : undefined
        }
        checked={trainedOn !== null}
        onChange={(on) => set(on ? middleOf(inputsOf(data, seed)) : null)}
      />
      {trainedOn && <Ends range={trainedOn} inputs={inputsOf(data, seed)} onChange={set} />}
    </div>
  );
}

interface EndsProps {
  readonly range: Range;
  readonly inputs: ReturnType<typeof inputsOf>;
  readonly onChange: (range: Range) => void;
}

function Ends({ range: [from, to], inputs, onChange }: EndsProps) {
  const t = useText();
  const { range, step } = inputs;
  const [low, high] = range;
  const limits = {
    from: { min: Math.min(low, from), max: to },
    to: { min: from, max: Math.max(high, to) },
  };
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <NumberField
          key={end}
          label={t(`controls.trainedEnds.${end}`)}
          value={end === 'from' ? from : to}
          limit={limits[end]}
          allowed={limitText(t, limits[end])}
          scale="linear"
          step={step}
          onChange={(value) => onChange(end === 'from' ? [value, to] : [from, value])}
        />
      ))}
    </>
  );
}
