import { useMemo } from 'react';
import { disagreementTraces, type EnsembleParts, partsFigure } from '../charts/ensembleFigure.ts';
import type { LayerSpec } from '../charts/mainFigure.ts';
import { QuickFigure } from '../charts/QuickFigure.tsx';
import { dataRanges, type Ranges } from '../charts/ranges.ts';
import { chartTheme, type ThemeName, themeProperties } from '../charts/theme.ts';
import { truthOutlineTraces } from '../charts/truthLayer.ts';
import { knownInputs } from '../core/datasets/knownInputs.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import {
  ensembleGrid,
  type Member,
  membersAt,
  onSameData,
  scoreEnsemble,
  unseenPoints,
  varianceParts,
} from '../core/ensemble.ts';
import type { Mixture } from '../core/mixture.ts';
import type { Fitted } from '../core/model.ts';
import type { Scores } from '../core/predictions.ts';
import { evenly, type Range } from '../core/range.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { ScoringPoints } from '../core/scoring.ts';
import { spreadOf } from '../core/sweepSummary.ts';
import { useText } from '../i18n/index.ts';
import { fixed, loss, percent } from '../i18n/numbers.ts';
import { useRootFontSize } from '../ui/useRootFontSize.ts';
import {
  commonPeak,
  type DensityPicture,
  densityFigure,
  densityPicture,
} from './densityPicture.ts';
import styles from './EnsembleView.module.css';
import { labelsOf } from './mainLabels.ts';
import { measured } from './measured.ts';
import { trueOutlines } from './trueOutlines.ts';
import { useStints } from './useStints.ts';
import { scoredOn } from './whatIsKnown.ts';

interface EnsembleViewProps {
  /** The same list as long as its members are the same. */
  readonly members: readonly Member[];
  readonly theme: ThemeName;
}

/** Type in the figures, as a share of the page's. */
const TYPE = 0.88;
const COLUMNS = 129;
const ROWS = 128;
/** Inputs that are answered between two stops. */
const CHUNK = 8;
/** Points on which the ensemble and each of its members are scored. */
const POINTS = 3000;

/** Several runs as one: what they say together, and where they disagree. */
export function EnsembleView({ members, theme }: EnsembleViewProps) {
  const t = useText();
  if (members.length < 2) return <p className={styles.words}>{t('ensemble.tooFew')}</p>;
  if (!onSameData(members.map(({ experiment }) => experiment))) {
    return <p className={styles.words}>{t('ensemble.otherData')}</p>;
  }
  return <Shown members={members} theme={theme} />;
}

interface Seen {
  readonly picture: DensityPicture;
  readonly parts: EnsembleParts;
  /** The share of the variance between members, over the inputs that have data. */
  readonly share: number;
}

/** What is drawn; a generator that stops after a few inputs. */
function* look(
  ensemble: readonly Fitted[],
  ranges: Ranges,
  known: Range,
): Generator<undefined, Seen> {
  const x = evenly(ranges.x, COLUMNS);
  const answers: Mixture[][] = [];
  for (let i = 0; i < COLUMNS; i += CHUNK) {
    answers.push(...membersAt(ensemble, x.subarray(i, i + CHUNK)));
    yield;
  }
  const parts = answers.map(varianceParts);
  let [within, between] = [0, 0];
  parts.forEach((one, i) => {
    if (x[i]! < known[0] || x[i]! > known[1]) return;
    within += one.within;
    between += one.between;
  });
  const picture = densityPicture(ensembleGrid(x, answers), ranges, ROWS);
  return { picture, parts: { x, parts }, share: between / (within + between) };
}

function Shown({ members, theme }: EnsembleViewProps) {
  const t = useText();
  const scale = TYPE * useRootFontSize();
  const { experiment } = members[0]!;
  const { data } = rememberedTask(experiment);
  const ensemble = useMemo(() => members.map(({ fitted }) => fitted), [members]);
  const spec = useMemo<LayerSpec>(
    () => ({
      ranges: dataRanges(data),
      theme: chartTheme(theme),
      labels: labelsOf(t, experiment.data.name),
      scale,
    }),
    [data, experiment.data.name, theme, t, scale],
  );
  const seen = useStints(members, 0, () =>
    look(ensemble, dataRanges(data), knownInputs(experiment.data, data)),
  );
  const outlines = useStints(members, 0, () =>
    trueOutlines(experiment.data, knownInputs(experiment.data, data), dataRanges(data).y),
  );
  const figures = useMemo(() => {
    if (!seen) return null;
    const peak = commonPeak([seen.picture], experiment.data);
    const density = densityFigure(spec, seen.picture, peak, data, true);
    return {
      density: {
        ...density,
        data: [
          ...density.data,
          ...truthOutlineTraces(spec, outlines ?? []),
          ...disagreementTraces(spec, seen.parts),
        ],
      },
      parts: partsFigure(spec, seen.parts, t('ensemble.deviation')),
    };
  }, [seen, outlines, spec, data, experiment, t]);
  return (
    <section
      aria-label={t('ensemble.heading', { count: String(members.length) })}
      className={styles.ensemble}
      style={themeProperties(spec.theme) as object}
    >
      <h2 className={styles.heading}>{t('ensemble.heading', { count: String(members.length) })}</h2>
      <p className={styles.words}>{t('ensemble.intro')}</p>
      <Scored members={members} ensemble={ensemble} />
      {seen && (
        <p className={styles.words}>{t('ensemble.share', { share: percent(seen.share, 1) })}</p>
      )}
      <div className={styles.figures}>
        <div>
          <div className={styles.figure}>
            {figures && <QuickFigure name={t('ensemble.density')} figure={figures.density} />}
          </div>
          <p className={styles.caption}>
            {t('ensemble.densityCaption')}
            {outlines && outlines.length > 0 && ` ${t('ensemble.truthCaption')}`}
          </p>
        </div>
        <div>
          <div className={styles.figure}>
            {figures && <QuickFigure name={t('ensemble.parts')} figure={figures.parts} />}
          </div>
          <p className={styles.key}>
            <span className={styles.within}>{t('ensemble.within')}</span>{' '}
            <span className={styles.between}>{t('ensemble.between')}</span>
          </p>
          <p className={styles.caption}>{t('ensemble.partsCaption')}</p>
        </div>
      </div>
    </section>
  );
}

interface ScoredProps {
  readonly members: readonly Member[];
  readonly ensemble: readonly Fitted[];
}

const median = (values: readonly number[]) => spreadOf(values).median;

/** The ensemble's scores beside its members', on the very same points. */
function Scored({ members, ensemble }: ScoredProps) {
  const t = useText();
  const { data } = members[0]!.experiment;
  const points = useMemo(() => unseenPoints(members, POINTS), [members]);
  const scores = useStints(members, 0, function* () {
    if (!points) return null;
    const against = new ScoringPoints(points, truthOf(data.name, data.noise));
    return { of: yield* scoreEnsemble(ensemble, against, POINTS) };
  });
  if (!points) return <p className={styles.words}>{t('ensemble.notScored')}</p>;
  if (!scores) return <p className={styles.words}>{t('ensemble.measuring')}</p>;
  const { whole, members: alone } = scores.of;
  const { excess } = whole.nll;
  const of = (pick: (scores: Scores) => number) => median(alone.map(pick));
  const beaten = alone.filter(({ nll }) => nll.loss.mean > whole.nll.loss.mean).length;
  return (
    <p className={styles.score}>
      {t('ensemble.scored', {
        points: fixed(whole.nll.loss.count),
        set: scoredOn(data),
        nll: measured(t, whole.nll.loss),
        crps: measured(t, whole.crps),
        membersNll: loss(of(({ nll }) => nll.loss.mean)),
        membersCrps: loss(of(({ crps }) => crps.mean)),
      })}{' '}
      {excess &&
        t('ensemble.excess', {
          excess: measured(t, excess),
          members: loss(of(({ nll }) => nll.excess?.mean ?? Number.NaN)),
        })}{' '}
      {t('ensemble.beaten', { count: String(beaten), all: String(alone.length) })}
    </p>
  );
}
