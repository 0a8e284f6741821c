import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../i18n/index.ts';
import { fixed, significant } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { MEDIA } from '../../../ui/media.ts';
import { clamp } from '../../../ui/scale.ts';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './LineFigures.module.css';
import { contour, type Line, largestRate, solve, someMinimum } from './leastSquares.ts';
import { descendLine, errors, line, moveLine, movePoint, solveLine } from './line.ts';

const X = [0, 10] as const;
const Y = [0, 10] as const;
const SLOPES = [-2.5, 3.5] as const;
const INTERCEPTS = [-8, 16] as const;

function Points({ height }: { readonly height: number }) {
  const t = useText();
  const { points, slope, intercept } = line.useNow();
  return (
    <Plot
      name={t('figures.line.plot')}
      x={X}
      y={Y}
      xTitle={t('figures.input')}
      yTitle={t('figures.target')}
      height={height}
    >
      {(frame) => (
        <>
          <Clipped>
            {points.map(([x, y], i) => {
              const [px, py] = [frame.x(x), frame.y(y)];
              const at = frame.y(slope * x + intercept);
              const side = Math.abs(py - at);
              // Away from the line, unless there is no room on that side.
              const [before, after] = [px - side, px];
              const away = slope > 0 === py < at ? before : after;
              const fits = away >= frame.left && away + side <= frame.right;
              return (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
                  key={i}
                  className={styles.square}
                  x={fits ? away : clamp(before + after - away, frame.left, frame.right - side)}
                  y={Math.min(py, at)}
                  width={side}
                  height={side}
                />
              );
            })}
            <path
              className={shared.model}
              d={linePath(frame, X, [slope * X[0] + intercept, slope * X[1] + intercept])}
            />
          </Clipped>
          {points.map(([x, y], i) => (
            <Handle
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
              key={i}
              frame={frame}
              label={t('figures.line.point', { number: String(i + 1) })}
              text={t('figures.line.pointAt', { x: fixed(x, 1), y: fixed(y, 1) })}
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

/** A bound to two digits: below the one that is told, as below the true one. */
function roundedDown(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / unit) * unit;
}

/** The points and the line in words. */
function useSaid(): string {
  const t = useText();
  const state = line.useNow();
  const { now, least } = errors(state);
  return t('figures.line.said', {
    count: String(state.points.length),
    slope: fixed(state.slope, 2),
    intercept: fixed(state.intercept, 2),
    error: errorText(now),
    least: least === null ? t('figures.line.manyLines') : fixed(least, 2),
  });
}

/** A sum of squares; one that has run away without its digits. */
const errorText = (value: number) => (value < 1e5 ? fixed(value, 2) : significant(value, 2));

function Errors() {
  const t = useText();
  const { now, least } = errors(line.useNow());
  return (
    <Numbers
      entries={[
        [t('figures.line.error'), errorText(now)],
        [t('figures.line.least'), least === null ? t('figures.line.manyLines') : fixed(least, 2)],
      ]}
    />
  );
}

/** Slope and intercept by hand, each residual's square drawn as a square. */
export function LineFigure() {
  const t = useText();
  const { points, slope, intercept } = line.useNow();
  const solvable = solve(points) !== null;
  return (
    <FigureFrame
      name={t('figures.line.name')}
      figure={line}
      caption={t('figures.line.caption')}
      description={useSaid()}
    >
      <Errors />
      <Points height={380} />
      <Row>
        <Slider
          label={t('figures.line.slope')}
          value={Number(slope.toFixed(3))}
          min={SLOPES[0]}
          max={SLOPES[1]}
          step={0.02}
          onChange={(value) => moveLine(value, intercept)}
        />
        <Slider
          label={t('figures.line.intercept')}
          value={Number(intercept.toFixed(3))}
          min={INTERCEPTS[0]}
          max={INTERCEPTS[1]}
          step={0.1}
          onChange={(value) => moveLine(slope, value)}
        />
        <Button look="primary" disabled={!solvable} onClick={solveLine}>
          {t('figures.solve')}
        </Button>
      </Row>
      {!solvable && (
        <p role="alert" className={styles.problem}>
          {t('figures.line.unsolvable')}
        </p>
      )}
    </FigureFrame>
  );
}

const LEVELS = [0.3, 1.2, 3, 7, 15, 30, 60, 120];

function Surface({ height }: { readonly height: number }) {
  const t = useText();
  const { points, slope, intercept, path } = line.useNow();
  const best = someMinimum(points);
  return (
    <Plot
      name={t('figures.descent.plot')}
      x={INTERCEPTS}
      y={SLOPES}
      xTitle={t('figures.descent.intercept')}
      yTitle={t('figures.descent.slope')}
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
                label={t('figures.descent.line')}
                text={t('figures.descent.lineAt', {
                  slope: fixed(slope, 2),
                  intercept: fixed(intercept, 2),
                })}
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

/** The same line as a point on the error surface, and the two ways down. */
export function DescentFigure() {
  const t = useText();
  const { points, rate, path } = line.useNow();
  const [left, setLeft] = useState(0);
  const still = useMediaQuery(MEDIA.still);
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
  const solvable = solve(points) !== null;
  const taken = path.length - 1;
  const run = () => (still ? descendLine(RUN) : setLeft(RUN));
  return (
    <FigureFrame
      name={t('figures.descent.name')}
      figure={line}
      caption={t('figures.descent.caption', { rate: significant(roundedDown(most), 2) })}
      description={useSaid()}
    >
      <Errors />
      <div className={styles.pair}>
        <Points height={320} />
        <Surface height={320} />
      </div>
      <Row>
        <Slider
          label={t('figures.descent.rate')}
          value={rate}
          min={0.001}
          max={0.1}
          log
          onChange={(value) => line.set({ rate: value })}
        />
        <Button look="outlined" onClick={() => descendLine(1)}>
          {t('figures.descent.step')}
        </Button>
        <Button look="outlined" onClick={() => (left > 0 ? setLeft(0) : run())}>
          {left > 0
            ? t('figures.descent.stop')
            : t('figures.descent.steps', { count: String(RUN) })}
        </Button>
        <Button look="primary" disabled={!solvable} onClick={solveLine}>
          {t('figures.solve')}
        </Button>
        <span className={shared.count}>
          {taken > 0 && t('figures.descent.after', { count: taken, written: fixed(taken) })}
        </span>
      </Row>
      {!solvable && <p className={styles.problem}>{t('figures.line.unsolvable')}</p>}
    </FigureFrame>
  );
}
