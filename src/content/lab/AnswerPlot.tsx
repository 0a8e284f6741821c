import { useMemo } from 'react';
import { dataRanges } from '../../charts/ranges.ts';
import { generate } from '../../core/data/data.ts';
import { useExperiment, useLab, useRun, useView } from '../../features/lab.ts';
import styles from '../figures/figures.module.css';
import { dotPath, type Frame, linePath } from '../plot/frame.ts';
import { Clipped, Plot } from '../plot/Plot.tsx';
import { byWeight, marksOf } from './answer.ts';

/** Means are drawn in so many strengths. */
const CLASSES = 6;

interface AnswerPlotProps {
  readonly height: number;
  /** What else is drawn, over the answer. */
  readonly children?: (frame: Frame) => React.ReactNode;
  /** Whether the network's answer is shown. */
  readonly answer?: boolean;
  readonly onDraw?: (x: number, y: number, phase: 'down' | 'move') => void;
}

/** The test points and what the network of the lab answers. */
export function AnswerPlot({ height, children, answer = true, onDraw }: AnswerPlotProps) {
  const { data: settings, seed } = useExperiment();
  const data = useMemo(() => generate(settings, seed), [settings, seed]);
  const ranges = useMemo(() => dataRanges(data), [data]);
  return (
    <Plot
      name="Data and the network’s answer"
      x={ranges.x}
      y={ranges.y}
      xTitle="input x"
      yTitle="target y"
      height={height}
      {...(onDraw ? { onDraw } : {})}
    >
      {(frame) => (
        <>
          <Clipped>
            <TestPoints frame={frame} x={data.test.x} y={data.test.y} />
            {answer && <Answer frame={frame} />}
          </Clipped>
          {children?.(frame)}
        </>
      )}
    </Plot>
  );
}

interface PointsProps {
  readonly frame: Frame;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function TestPoints({ frame, x, y }: PointsProps) {
  const { width, height } = frame;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame is its size and the data
  const path = useMemo(() => dotPath(frame, x, y), [width, height, x, y]);
  return <path className={styles.points} d={path} />;
}

function Answer({ frame }: { readonly frame: Frame }) {
  const lab = useLab();
  const { answer, means } = useView();
  // The numbers of a frame live outside React; this says when there are new ones.
  useRun((run) => run.frame);
  const view = lab.feed.frame?.view;
  if (!view) return null;
  const { grid, samples } = view;
  if (grid.components === 1 && lab.editor.experiment.model.kind === 'ffnn') {
    return <path className={styles.model} d={linePath(frame, grid.x, grid.means)} />;
  }
  if (answer === 'samples') {
    return samples ? (
      <path className={styles.samples} d={dotPath(frame, samples.x, samples.y)} />
    ) : null;
  }
  return byWeight(marksOf(grid, means), CLASSES).map(({ x, y }, i) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place in the list
      key={i}
      className={styles.means}
      style={{ opacity: (i + 1.4) / (CLASSES + 0.4), strokeWidth: 3.2 + 0.5 * i }}
      d={dotPath(frame, x, y)}
    />
  ));
}
