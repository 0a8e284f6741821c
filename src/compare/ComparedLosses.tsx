import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureSource } from '../charts/figure.ts';
import type { LossCurve } from '../charts/lossCurves.ts';
import { lossFigure } from '../charts/lossFigure.ts';
import { PlotlyFigure } from '../charts/PlotlyFigure.tsx';
import { chartTheme, type ThemeName } from '../charts/theme.ts';
import { gaussianLosses } from '../core/gaussianLosses.ts';
import { useTruthLoss } from '../features/loss-figure/useBestReachable.ts';
import { onFrame } from '../features/sources.ts';
import { figureLabels } from '../i18n/figureLabels.ts';
import { useText } from '../i18n/index.ts';
import { fixed, loss } from '../i18n/numbers.ts';
import type { Lab } from '../store/lab.ts';
import { useRootFontSize } from '../ui/useRootFontSize.ts';
import styles from './Compare.module.css';
import type { Pair } from './PlayBoth.tsx';

/** Type in the figure, as a share of the page's. */
const TYPE = 0.86;

interface ComparedLossesProps {
  readonly labs: Pair;
  readonly names: readonly [string, string];
  /** As places among the colours of kept runs. */
  readonly colours: readonly [number, number];
  readonly theme: ThemeName;
}

/** Letters of a name for which there is room in the figure. */
const MOST_LETTERS = 24;

const isMixture = ({ editor }: Lab) => editor.experiment.model.kind === 'mdn';

/** A lab's test losses, in nats if they are to be held against a mixture's. */
function testLosses(lab: Lab, nats: boolean) {
  const { train, test } = lab.feed.losses();
  return nats && !isMixture(lab) ? gaussianLosses(train, test) : test;
}

/** The test losses of both in one figure and one unit, and which is the better. */
export function ComparedLosses({ labs, names, colours, theme }: ComparedLossesProps) {
  const t = useText();
  const [left, right] = labs;
  const nats = labs.some(isMixture);
  const best = useTruthLoss(left.editor.experiment, !nats) ?? null;
  const scale = TYPE * useRootFontSize();
  const unit = t(nats ? 'loss.nll' : 'loss.mse');
  // Names that would be cut are alike just where they are not cut.
  const fit = names.every(({ length }) => length <= MOST_LETTERS);
  const [first, second] = fit ? names : [t('compare.side.left'), t('compare.side.right')];
  const layers = useMemo(() => {
    const source: FigureSource = {
      subscribe: (listener) => {
        const stops = [left, right].map((lab) => onFrame(lab, listener));
        return () => {
          for (const stop of stops) stop();
        };
      },
      get: (size) =>
        lossFigure({
          curves: [left, right].map(
            (lab, i): LossCurve => ({
              name: [first, second][i]!,
              color: colours[i]!,
              losses: testLosses(lab, nats),
            }),
          ),
          epochs: Math.max(
            ...[left, right].map(
              ({ run, editor }) => run.getState().epochs || editor.experiment.training.epochs,
            ),
          ),
          bestReachable: best,
          theme: chartTheme(theme),
          labels: { epoch: t('loss.epoch'), loss: '', best: t('loss.best'), unit },
          scale,
          size,
        }),
    };
    return [source];
  }, [left, right, first, second, colours, nats, best, theme, t, unit, scale]);
  return (
    <section aria-label={t('loss.name')} className={styles.losses}>
      <h2 className={styles.heading}>{t(nats ? 'compare.loss' : 'compare.lossMse')}</h2>
      <div className={styles.lossFigure}>
        <PlotlyFigure
          name={t('loss.name')}
          description={<Summary labs={labs} names={names} nats={nats} />}
          labels={figureLabels(t)}
          layers={layers}
        />
      </div>
      {nats && !labs.every(isMixture) && <p className={styles.remark}>{t('compare.asGaussian')}</p>}
    </section>
  );
}

interface SummaryProps {
  readonly labs: Pair;
  readonly names: readonly [string, string];
  readonly nats: boolean;
}

/** The figure in words. */
function Summary({ labs, names, nats }: SummaryProps) {
  const t = useText();
  useStore(labs[0].run, ({ frame }) => frame);
  useStore(labs[1].run, ({ frame }) => frame);
  const told = labs.map((lab, i) => {
    const { epoch, loss: values } = testLosses(lab, nats);
    return t('compare.lossSummary', {
      name: names[i]!,
      loss: loss(values.at(-1)),
      epoch: fixed(epoch.at(-1) ?? 0),
    });
  });
  return <span>{told.join(' ')}</span>;
}
