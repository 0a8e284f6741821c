import { useContext } from 'react';
import { FigureCollection } from '../../charts/collection.ts';
import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import type { ThemeName } from '../../charts/theme.ts';
import { lowest } from '../../core/lowest.ts';
import { type LossSeries, lossesUntil } from '../../core/run.ts';
import { explained } from '../../i18n/explain.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { TermHeading } from '../../ui/Explain.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useLab, useRun, useShownExperiment, useView } from '../lab.ts';
import { RunChip } from '../RunChip.tsx';
import styles from './LossFigure.module.css';
import { LossNumbers } from './LossNumbers.tsx';
import { LossSummary } from './LossSummary.tsx';
import { LossTable } from './LossTable.tsx';
import { useBestReachable } from './useBestReachable.ts';
import { useGhosts } from './useGhosts.ts';
import { useLossLayers } from './useLossLayers.ts';
import { useLossUnit } from './useLossUnit.ts';

/** Type in the figure, as a share of the page's. */
const TYPE = 0.86;

const AXES = ['linear', 'log'] as const;

/** How well it goes: the losses as numbers and as curves. */
export function LossFigure({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lab = useLab();
  const { logEpochs } = useView();
  const mixture = useShownExperiment().model.kind === 'mdn';
  const unit = useLossUnit();
  const best = useBestReachable();
  const scale = TYPE * useRootFontSize();
  const ghosts = useGhosts();
  const heading = t('loss.heading', { unit: mixture ? unit : t('loss.mseShort') });
  // A picture is without the heading.
  const title = useContext(FigureCollection) ? heading : '';
  const layers = useLossLayers(lab, t, title, unit, theme, scale, best ?? null, logEpochs, ghosts);
  return (
    <section aria-label={t('loss.name')} className={styles.section}>
      <div className={styles.head}>
        <TermHeading
          className={styles.heading}
          explanation={explained(t, mixture ? 'lossNll' : 'lossMse', heading)}
        >
          {heading}
        </TermHeading>
        <LossTable className={styles.table} best={best} />
        <RadioGroup<(typeof AXES)[number]>
          label={t('loss.axis')}
          look="words"
          value={logEpochs ? 'log' : 'linear'}
          choices={AXES.map((value) => ({ value, label: t(`loss.axes.${value}`) }))}
          onChange={(axis) => lab.show({ logEpochs: axis === 'log' })}
        />
      </div>
      <LossNumbers mixture={mixture} />
      <div className={styles.figure}>
        <PlotlyFigure
          name={t('loss.name')}
          description={<LossSummary unit={unit} best={best} />}
          labels={figureLabels(t)}
          layers={layers}
        />
      </div>
      {ghosts.length > 0 && (
        <ul className={styles.ghosts} aria-label={t('loss.ghosts')}>
          {ghosts.map(({ name, color }) => (
            <li key={color}>
              <RunChip colour={color} theme={theme} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      )}
      <Remarks mixture={mixture} />
    </section>
  );
}

/** The last of the losses; the test loss says its epoch where it is measured more seldom. */
function measuredNow(t: Translate, test: LossSeries, train: LossSeries): string {
  const [own, newest] = [test.epoch.at(-1) ?? 0, train.epoch.at(-1) ?? 0];
  const values = { test: loss(test.loss.at(-1)), train: loss(train.loss.at(-1)) };
  return own < newest ? t('loss.nowAt', { ...values, epoch: fixed(own) }) : t('loss.now', values);
}

/** What the curves say, in words; the same few lines whatever there is to say. */
function Remarks({ mixture }: { readonly mixture: boolean }) {
  const t = useText();
  useRun((run) => `${run.frame} ${run.step}`);
  const diverged = useRun((run) => run.state === 'diverged');
  const { feed } = useLab();
  const { train, test } = feed.losses();
  const shown = feed.frame;
  const best = lowest(test);
  const newest = useRun((run) => run.sight === null);
  const last = newest || !shown ? Number.POSITIVE_INFINITY : shown.shownEpoch;
  const wentBack = newest && shown !== null && shown.shownEpoch !== shown.epoch;
  return (
    <div className={styles.remarks}>
      <p>
        {best === null
          ? !diverged && t('loss.empty')
          : [
              newest || !shown ? '' : t('loss.lookedBack', { epoch: fixed(shown.shownEpoch) }),
              measuredNow(t, lossesUntil(test, last), lossesUntil(train, last)),
              wentBack && shown
                ? t('loss.bestShown', { epoch: fixed(shown.shownEpoch) })
                : t('loss.lowest', { loss: loss(best.loss), epoch: fixed(best.epoch) }),
              mixture && best.loss < 0 ? t('loss.negative') : '',
            ]
              .filter(Boolean)
              .join(' ')}
      </p>
    </div>
  );
}
