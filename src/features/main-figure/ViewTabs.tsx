import type { ModelSettings } from '../../core/experiment.ts';
import {
  type AnswerKind,
  BAND_KINDS,
  type BandKind,
  MEANS_SHOWN,
  type MeansShown,
  SAMPLES_LIMIT,
} from '../../core/view.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { answerKinds, shownAnswer } from '../drawnAnswer.ts';
import { useLab, useView } from '../lab.ts';
import styles from './MainFigure.module.css';
import { Temperature } from './Temperature.tsx';

/** How the model's answer is drawn. */
export function ViewTabs({ model }: { readonly model: ModelSettings }) {
  const t = useText();
  const lab = useLab();
  const name = (kind: AnswerKind) =>
    kind === 'means' && model.kind === 'ffnn' ? 'prediction' : kind;
  return (
    <RadioGroup<AnswerKind>
      label={t('figure.show')}
      look="tabs"
      value={shownAnswer(model, useView())}
      choices={answerKinds(model).map((kind) => ({
        value: kind,
        label: t(`figure.answers.${name(kind)}`),
      }))}
      onChange={(answer) => lab.show({ answer })}
    />
  );
}

/** What can be chosen about the present view, and about no other. */
export function ViewOptions({ model }: { readonly model: ModelSettings }) {
  const t = useText();
  const lab = useLab();
  const view = useView();
  const answer = shownAnswer(model, view);
  if (answer === 'means' && model.kind === 'mdn') {
    return (
      <RadioGroup<MeansShown>
        label={t('figure.meansShown')}
        look="segmented"
        value={view.means}
        choices={MEANS_SHOWN.map((value) => ({ value, label: t(`figure.means.${value}`) }))}
        onChange={(means) => lab.show({ means })}
      />
    );
  }
  if (answer === 'bands') {
    return (
      <RadioGroup<BandKind>
        label={t('figure.bandsShown')}
        look="segmented"
        value={view.bands}
        choices={BAND_KINDS.map((value) => ({ value, label: t(`figure.bands.${value}`) }))}
        onChange={(bands) => lab.show({ bands })}
      />
    );
  }
  if (answer !== 'samples') return null;
  return (
    <>
      <SamplesPerPoint />
      <Temperature />
    </>
  );
}

/** As in the article. */
const QUICK = [2, 10] as const;

function SamplesPerPoint() {
  const t = useText();
  const lab = useLab();
  const { samplesPerPoint } = useView();
  const choose = (value: number) => lab.show({ samplesPerPoint: value });
  return (
    <div className={styles.samples}>
      <NumberField
        label={t('figure.samplesPerPoint')}
        value={samplesPerPoint}
        limit={SAMPLES_LIMIT}
        allowed={limitText(t, SAMPLES_LIMIT)}
        step={1}
        onChange={choose}
        after={
          <RadioGroup
            label={t('figure.samplesQuick')}
            look="segmented"
            value={String(samplesPerPoint)}
            choices={QUICK.map((count) => ({ value: String(count), label: String(count) }))}
            onChange={(count) => choose(Number(count))}
          />
        }
      />
    </div>
  );
}
