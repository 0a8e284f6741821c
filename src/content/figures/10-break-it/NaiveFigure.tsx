import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { dataRanges } from '../../../charts/ranges.ts';
import { runAtOnce, runInStints } from '../../../charts/stints.ts';
import { mixturesAt } from '../../../core/model.ts';
import { evenly } from '../../../core/range.ts';
import { useText } from '../../../i18n/index.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { usePrinting } from '../../../ui/printing.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { FigureFrame, Row, Slider } from '../../parts/FigureFrame.tsx';
import { dotPath, type Frame } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import { progressStore } from '../../progress.ts';
import shared from '../shared.module.css';
import styles from './NaiveFigure.module.css';
import {
  beginning,
  COMPONENTS,
  type Components,
  counting,
  infinite,
  lostPoints,
  naive,
  SEEDS,
} from './naive.ts';

/** The check that asks for how many networks the loss is infinite. */
const QUESTION = 'naive-start';

const ALL = Array.from({ length: SEEDS }, (_, i) => i + 1);

/** Untrained networks whose loss, computed as it is written, is infinite already. */
export function NaiveFigure() {
  return (
    <Texts part="mixtures">
      <Counted />
    </Texts>
  );
}

function Counted() {
  const t = useText();
  const { lost, counting: busy, components, seed } = naive.useNow();
  const begun = Object.keys(lost).length > 0;
  const answered = useStore(progressStore, ({ tasks }) => tasks.includes(QUESTION));
  // On paper nothing can be pressed: the row that the text speaks of is counted there and then.
  const printing = usePrinting();
  if (printing && !begun) runAtOnce(counting([1]));
  useEffect(() => {
    if (!busy) return;
    return runInStints(counting(), () => naive.set({ counting: false }));
  }, [busy]);
  const said = COMPONENTS.flatMap((count) => {
    const own = lost[count];
    return own
      ? [
          t('naive.row', {
            components: String(count),
            infinite: String(infinite(own)),
            of: String(own.length),
          }),
        ]
      : [];
  });
  return (
    <FigureFrame
      name={t('naive.name')}
      figure={naive}
      caption={t('naive.caption', { seeds: String(SEEDS) })}
      description={begun ? said.join(' ') : t('naive.before')}
    >
      <table className={cx(shared.table, styles.counts)}>
        <thead>
          <tr>
            <th scope="col">{t('naive.components')}</th>
            <th scope="col">{t('naive.networks', { seeds: String(SEEDS) })}</th>
            <th scope="col">{t('naive.infinite')}</th>
          </tr>
        </thead>
        <tbody>
          {COMPONENTS.map((count) => (
            <tr key={count}>
              <th scope="row">{count}</th>
              <td>
                <Dots
                  count={count}
                  lost={lost[count] ?? []}
                  chosen={count === components ? seed : 0}
                />
              </td>
              <td>
                {lost[count]
                  ? t('naive.share', {
                      infinite: String(infinite(lost[count])),
                      of: String(lost[count].length),
                    })
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Row>
        <Button
          look="primary"
          disabled={busy || lost[30]?.length === SEEDS}
          onClick={() => naive.set({ counting: true })}
        >
          {t('naive.count')}
        </Button>
        <p className={shared.count} aria-live="polite">
          {busy ? t('naive.counting') : begun ? '' : t('naive.before')}
        </p>
      </Row>
      <Beginning components={components} seed={seed} told={begun || answered} />
      <div className={styles.chooser}>
        <RadioGroup
          label={t('naive.components')}
          look="segmented"
          value={String(components)}
          choices={COMPONENTS.map((count) => ({
            value: String(count),
            label: t('naive.k', { components: String(count) }),
          }))}
          onChange={(value) => naive.set({ components: Number(value) as Components })}
        />
        <Slider
          label={t('naive.seed')}
          value={seed}
          min={1}
          max={SEEDS}
          step={1}
          onChange={(value) => naive.set({ seed: Math.round(value) })}
        />
      </div>
    </FigureFrame>
  );
}

interface DotsProps {
  readonly count: Components;
  readonly lost: readonly number[];
  /** The seed that is looked at; 0 for none of these. */
  readonly chosen: number;
}

/** A network each: full where its loss is infinite. A press shows it; for keys there is the seed's slider. */
function Dots({ count, lost, chosen }: DotsProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the choice below does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: and takes keys
    <span
      className={styles.dots}
      onClick={({ target }) => {
        const seed = Number((target as HTMLElement).dataset.seed);
        if (seed) naive.set({ components: count, seed });
      }}
    >
      {ALL.map((seed) => {
        const points = lost[seed - 1];
        return (
          <i
            key={seed}
            data-seed={seed}
            data-state={points === undefined ? 'unknown' : points > 0 ? 'infinite' : 'finite'}
            data-chosen={seed === chosen}
          />
        );
      })}
    </span>
  );
}

interface BeginningProps {
  readonly components: Components;
  readonly seed: number;
  /** Whether it is told which points are lost, which the reader is asked to foresee. */
  readonly told: boolean;
}

/** Where the lines of the means are drawn. */
const COLUMNS = 81;

/** The first batch of one network, with what it answers before its first step and the points it loses. */
function Beginning({ components, seed, told }: BeginningProps) {
  const t = useText();
  const { fitted, batch, lost, ranges } = useMemo(() => {
    const begun = beginning(components, seed);
    const lost = runAtOnce(lostPoints(components, seed));
    return { ...begun, lost, ranges: dataRanges(begun.fitted.task.data) };
  }, [components, seed]);
  return (
    <>
      <p className={shared.count} aria-live="polite">
        {told
          ? t('naive.lost', { lost: lost.length, of: String(batch.x.length) })
          : t('naive.untold')}
      </p>
      <Plot
        name={t('naive.plot')}
        x={ranges.x}
        y={ranges.y}
        xTitle={t('figures.input')}
        yTitle={t('figures.target')}
        height={240}
      >
        {(frame) => (
          <Clipped>
            <path className={shared.points} d={dotPath(frame, batch.x, batch.y)} />
            {told && (
              <path
                className={styles.lost}
                d={dotPath(
                  frame,
                  lost.map((i) => batch.x[i]!),
                  lost.map((i) => batch.y[i]!),
                )}
              />
            )}
            <path className={styles.widths} d={widthPath(frame, fitted, ranges.x)} />
          </Clipped>
        )}
      </Plot>
    </>
  );
}

/** From μ − σ to μ + σ of every component, for some inputs. */
function widthPath(
  frame: Frame,
  fitted: Parameters<typeof mixturesAt>[0],
  range: readonly [number, number],
): string {
  const xs = evenly(range, COLUMNS);
  return mixturesAt(fitted, xs)
    .flatMap(({ means, deviations }, i) =>
      Array.from(means, (mean, k) => {
        const deviation = deviations[k]!;
        return `M${frame.x(xs[i]!).toFixed(1)} ${frame.y(mean - deviation).toFixed(1)}V${frame.y(mean + deviation).toFixed(1)}`;
      }),
    )
    .join('');
}
