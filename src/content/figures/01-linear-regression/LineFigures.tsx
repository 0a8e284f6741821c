import { useEffect, useRef, useState } from 'react';
import { fixed, significant } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import { contour, type Line, largestRate, someMinimum } from './leastSquares.ts';
import { descendLine, errors, line, moveLine, movePoint, solveLine } from './line.ts';

const X = [0, 10] as const;
const Y = [0, 10] as const;
const SLOPES = [-2.5, 3.5] as const;
const INTERCEPTS = [-8, 16] as const;

function Points({ height }: { readonly height: number }) {
  const { points, slope, intercept } = line.useNow();
  return (
    <Plot name="Points and the line" x={X} y={Y} xTitle="input x" yTitle="target y" height={height}>
      {(frame) => (
        <>
          <Clipped>
            {points.map(([x, y], i) => {
              const [px, py] = [frame.x(x), frame.y(y)];
              const at = frame.y(slope * x + intercept);
              const side = Math.abs(py - at);
              return (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
                  key={i}
                  className={styles.square}
                  x={slope > 0 === py < at ? px - side : px}
                  y={Math.min(py, at)}
                  width={side}
                  height={side}
                />
              );
            })}
            <path
              className={styles.model}
              d={linePath(frame, X, [slope * X[0] + intercept, slope * X[1] + intercept])}
            />
          </Clipped>
          {points.map(([x, y], i) => (
            <Handle
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
              key={i}
              frame={frame}
              label={`Point ${i + 1}`}
              text={`x ${fixed(x, 1)}, y ${fixed(y, 1)}`}
              x={x}
              y={y}
              xRange={X}
              yRange={Y}
              step={0.1}
              onMove={(nextX, nextY) => movePoint(i, nextX, nextY)}
            />
          ))}
        </>
      )}
    </Plot>
  );
}

function Errors() {
  const { now, least } = errors(line.useNow());
  return (
    <Numbers
      entries={[
        ['sum of squares', now < 1e5 ? fixed(now, 2) : significant(now, 2)],
        ['the least possible', least === null ? 'reached by many lines' : fixed(least, 2)],
      ]}
    />
  );
}

/** Slope and intercept by hand, each residual's square drawn as a square. */
export function LineFigure() {
  const { points, slope, intercept } = line.useNow();
  const solvable = errors({ ...line.now, points }).least !== null;
  return (
    <FigureFrame
      name="A line by hand"
      figure={line}
      caption="Drag the points, or move them with the arrow keys. Each red square is as tall as its point is far from the line; their areas add up to the error."
    >
      <Errors />
      <Points height={380} />
      <Row>
        <Slider
          label="Slope"
          value={Number(slope.toFixed(3))}
          min={SLOPES[0]}
          max={SLOPES[1]}
          step={0.02}
          onChange={(value) => moveLine(value, intercept)}
        />
        <Slider
          label="Intercept"
          value={Number(intercept.toFixed(3))}
          min={INTERCEPTS[0]}
          max={INTERCEPTS[1]}
          step={0.1}
          onChange={(value) => moveLine(slope, value)}
        />
        <Button look="primary" disabled={!solvable} onClick={solveLine}>
          Solve it
        </Button>
      </Row>
      {!solvable && (
        <p role="alert" className={styles.problem}>
          All points share one x: no inverse, and no single best slope.
        </p>
      )}
    </FigureFrame>
  );
}

const LEVELS = [0.3, 1.2, 3, 7, 15, 30, 60, 120];

function Surface({ height }: { readonly height: number }) {
  const { points, slope, intercept, path } = line.useNow();
  const best = someMinimum(points);
  return (
    <Plot
      name="Error of every line"
      x={INTERCEPTS}
      y={SLOPES}
      xTitle="intercept b"
      yTitle="slope a"
      height={height}
    >
      {(frame) => {
        const d = (lines: readonly Line[]) =>
          linePath(
            frame,
            lines.map((at) => at.intercept),
            lines.map((at) => at.slope),
          );
        return (
          <>
            <Clipped>
              {LEVELS.map((level) => (
                <path key={level} className={styles.contour} d={d(contour(points, best, level))} />
              ))}
              <path className={styles.descent} d={d(path)} />
              {path.length < 200 &&
                path.map((at, i) => (
                  <circle
                    // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the path
                    key={i}
                    className={styles.step}
                    r={2.4}
                    cx={frame.x(at.intercept)}
                    cy={frame.y(at.slope)}
                  />
                ))}
            </Clipped>
            <path
              className={styles.cross}
              d="M-6 0H6M0-6V6"
              transform={`translate(${frame.x(best.intercept)} ${frame.y(best.slope)})`}
            />
            {Math.abs(intercept) < 50 && Math.abs(slope) < 50 && (
              <Handle
                frame={frame}
                label="The line"
                text={`slope ${fixed(slope, 2)}, intercept ${fixed(intercept, 2)}`}
                x={intercept}
                y={slope}
                xRange={INTERCEPTS}
                yRange={SLOPES}
                step={0.2}
                yStep={0.05}
                onMove={(b, a) => moveLine(a, b)}
              />
            )}
          </>
        );
      }}
    </Plot>
  );
}

/** Steps at a time while descent is shown, and how often. */
const STRIDE = 2;
const STRIDE_MS = 40;
const RUN = 300;
const steps = (count: number) => (count === 1 ? '1 step' : `${fixed(count)} steps`);

/** The same line as a point on the error surface, and the two ways down. */
export function DescentFigure() {
  const { points, rate, path } = line.useNow();
  const [left, setLeft] = useState(0);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (left <= 0) return;
    timer.current = setTimeout(() => {
      descendLine(STRIDE);
      setLeft(left - STRIDE);
    }, STRIDE_MS);
    return () => {
      if (timer.current) clearTimeout(timer.current);
    };
  }, [left]);
  const most = largestRate(points);
  const run = () => (still ? descendLine(RUN) : setLeft(RUN));
  return (
    <FigureFrame
      name="Two ways to the minimum"
      figure={line}
      caption={`Left, the points and the line. Right, the same line as a point: lines of equal error, the minimum as a cross. With these points descent converges for rates below ${significant(most, 2)}.`}
    >
      <Errors />
      <div className={styles.pair}>
        <Points height={320} />
        <Surface height={320} />
      </div>
      <Row>
        <Slider
          label="Learning rate η"
          value={rate}
          min={0.001}
          max={0.1}
          log
          onChange={(value) => line.set({ rate: value })}
        />
        <Button look="outlined" onClick={() => descendLine(1)}>
          One step
        </Button>
        <Button look="outlined" onClick={() => (left > 0 ? setLeft(0) : run())}>
          {left > 0 ? 'Stop' : `${RUN} steps`}
        </Button>
        <Button look="primary" onClick={solveLine}>
          Solve it
        </Button>
        <span className={styles.count}>{path.length > 1 && `after ${steps(path.length - 1)}`}</span>
      </Row>
    </FigureFrame>
  );
}
