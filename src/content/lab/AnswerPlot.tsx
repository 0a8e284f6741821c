import { useMemo, useSyncExternalStore } from 'react';
import { bandsOf } from '../../charts/bandsLayer.ts';
import { gridModes } from '../../charts/gridModes.ts';
import { meanPoints, seenMeans, type WeightedPoints } from '../../charts/means.ts';
import { dataRanges, type Ranges } from '../../charts/ranges.ts';
import { runAtOnce } from '../../charts/stints.ts';
import type { Points } from '../../core/data/points.ts';
import type { MixtureGrid } from '../../core/predictions.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { drawnAnswer, mostMeans, pointsShown } from '../../features/drawnAnswer.ts';
import { useExperiment, useLab, useRun, useView } from '../../features/lab.ts';
import { lagging, newest } from '../../features/sources.ts';
import { useText } from '../../i18n/index.ts';
import { foreseenNow } from '../../store/foreseen.ts';
import shared from '../figures/shared.module.css';
import { dotPath, type Frame, linePath } from '../plot/frame.ts';
import { Clipped, Plot } from '../plot/Plot.tsx';
import styles from './AnswerPlot.module.css';
import { byWeight } from './byWeight.ts';
import { useComponentColor } from './componentColor.ts';
import { DensityImage } from './DensityImage.tsx';

/** Means are drawn in so many strengths. */
const CLASSES = 6;

interface AnswerPlotProps {
  readonly height: number;
  /** What else is drawn, over the answer. */
  readonly children?: (frame: Frame) => React.ReactNode;
  /** Whether the network's answer is shown. */
  readonly answer?: boolean;
  readonly onDraw?: (x: number, y: number, phase: 'down' | 'move') => void;
  readonly onPress?: (x: number, y: number, frame: Frame) => void;
}

/** The points that the view shows and what the network of the lab answers. */
export function AnswerPlot({ height, children, answer = true, onDraw, onPress }: AnswerPlotProps) {
  const t = useText();
  const experiment = useExperiment();
  const { data } = rememberedTask(experiment);
  // An area would cover the points.
  const view = useView();
  const drawn = drawnAnswer(experiment.model, view);
  const under = drawn === 'density' || drawn === 'bands';
  const points = pointsShown(view);
  const ranges = dataRanges(data);
  return (
    <Plot
      name={t('figures.living.plot')}
      x={ranges.x}
      y={ranges.y}
      xTitle={t('figures.input')}
      yTitle={t('figures.target')}
      height={height}
      {...(onDraw ? { onDraw } : {})}
      {...(onPress ? { onPress } : {})}
    >
      {(frame) => (
        <>
          <Clipped>
            {answer && under && <Answer frame={frame} ranges={ranges} />}
            {points.test && <PointDots frame={frame} of={data.test} className={shared.points} />}
            {points.train && <PointDots frame={frame} of={data.train} className={styles.trained} />}
            {answer && !under && <Answer frame={frame} ranges={ranges} />}
          </Clipped>
          {children?.(frame)}
        </>
      )}
    </Plot>
  );
}

interface PointsProps {
  readonly frame: Frame;
  readonly of: Points;
  readonly className: string | undefined;
}

function PointDots({ frame, of, className }: PointsProps) {
  const { width, height } = frame;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame is its size and the data
  const path = useMemo(() => dotPath(frame, of.x, of.y), [width, height, of]);
  return <path className={className} d={path} />;
}

interface AnswerProps {
  readonly frame: Frame;
  readonly ranges: Ranges;
}

function Answer({ frame, ranges }: AnswerProps) {
  const lab = useLab();
  const { model } = useExperiment();
  const view = useView();
  // The numbers of a frame live outside React; this says when there are new ones.
  useRun((run) => run.frame);
  const found = newest(lab, model, ranges).value;
  if (!found) return null;
  const { grid, samples, density } = found;
  switch (drawnAnswer(model, view)) {
    case 'prediction':
      return <path className={shared.model} d={linePath(frame, grid.x, grid.means)} />;
    case 'samples':
      return (
        samples && <path className={styles.samples} d={dotPath(frame, samples.x, samples.y)} />
      );
    case 'means':
      return <Means frame={frame} grid={grid} most={mostMeans(view)} />;
    case 'density':
      return density && <DensityImage frame={frame} x={grid.x} field={density} />;
    case 'modes':
      return <Modes frame={frame} ranges={ranges} />;
    case 'bands':
      return <Region frame={frame} ranges={ranges} />;
    default:
      return null;
  }
}

interface MeansProps {
  readonly frame: Frame;
  readonly grid: MixtureGrid;
  /** Of so many components at each input. */
  readonly most: number;
}

/** The means with one deviation up and down, each component's in its colour. */
function Means({ frame, grid, most }: MeansProps) {
  const colorOf = useComponentColor();
  const byColor = new Map<string, number[]>();
  for (const entry of seenMeans(grid, most)) {
    const color = colorOf(entry % grid.components);
    const entries = byColor.get(color);
    if (entries) entries.push(entry);
    else byColor.set(color, [entry]);
  }
  return [...byColor].map(([color, entries]) => (
    <g key={color} data-sym="muk" style={{ stroke: color }}>
      <path className={styles.widths} d={widthPath(frame, grid, entries)} />
      <Dots frame={frame} points={meanPoints(grid, entries)} />
    </g>
  ));
}

/** Widths are drawn at every so manieth column. */
const BETWEEN_WIDTHS = 6;

/** From μ − σ to μ + σ at entries of a grid, for some columns. */
function widthPath(frame: Frame, grid: MixtureGrid, entries: readonly number[]): string {
  return entries
    .filter((entry) => Math.floor(entry / grid.components) % BETWEEN_WIDTHS === 0)
    .map((entry) => {
      const [mean, deviation] = [grid.means[entry]!, grid.deviations[entry]!];
      const x = frame.x(grid.x[Math.floor(entry / grid.components)]!);
      return `M${x.toFixed(1)} ${frame.y(mean - deviation).toFixed(1)}V${frame.y(mean + deviation).toFixed(1)}`;
    })
    .join('');
}

/** The modes, which take too long to be found within a frame. */
function Modes({ frame, ranges }: AnswerProps) {
  const lab = useLab();
  const { model } = useExperiment();
  const modes = useMemo(() => lagging(lab, model, ranges, gridModes), [lab, model, ranges]);
  const points = useSyncExternalStore(modes.subscribe, () => modes.value);
  return (
    points && (
      <g className={styles.modes}>
        <Dots frame={frame} points={points} />
      </g>
    )
  );
}

const regionsOf = (grid: MixtureGrid) => bandsOf('highest', grid);

/** The smallest region that is meant to hold 90 %, a strip for each column; it too lags behind. */
function Region({ frame, ranges }: AnswerProps) {
  const lab = useLab();
  const { model } = useExperiment();
  const source = useMemo(() => lagging(lab, model, ranges, regionsOf), [lab, model, ranges]);
  const newestBands = useSyncExternalStore(source.subscribe, () => source.value);
  // Paper does not wait for what is behind.
  const printed = foreseenNow(lab) && newest(lab, model, ranges).value;
  const bands = printed ? runAtOnce(regionsOf(printed.grid)) : newestBands;
  if (!bands) return null;
  const { x, regions } = bands;
  const strips = regions[0]!.flatMap((column, i) =>
    column.map(
      ([low, high]) =>
        `M${frame.x(x[i]!).toFixed(1)} ${frame.y(low).toFixed(1)}V${frame.y(high).toFixed(1)}`,
    ),
  );
  return (
    <path
      className={styles.region}
      style={{ strokeWidth: frame.x(x[1]!) - frame.x(x[0]!) + 0.4 }}
      d={strips.join('')}
    />
  );
}

interface DotsProps {
  readonly frame: Frame;
  readonly points: WeightedPoints;
}

function Dots({ frame, points }: DotsProps) {
  return byWeight(points, CLASSES).map(({ x, y }, i) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place in the list
      key={i}
      className={styles.means}
      style={{ opacity: (i + 1.4) / (CLASSES + 0.4), strokeWidth: 3.2 + 0.5 * i }}
      d={dotPath(frame, x, y)}
    />
  ));
}
