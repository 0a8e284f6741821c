import { useStore } from 'zustand';
import { nearestPoint } from '../../charts/nearest.ts';
import { dataRanges } from '../../charts/ranges.ts';
import { answersOf } from '../../core/answers.ts';
import { density, type Mixture, pruned } from '../../core/mixture.ts';
import { evenly, type Range } from '../../core/range.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { toldAnswers } from '../../features/answerTexts.ts';
import { useExperiment, useLab } from '../../features/lab.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import shared from '../figures/shared.module.css';
import { Row } from '../parts/FigureFrame.tsx';
import { BellMarks } from '../plot/BellMarks.tsx';
import { type Frame, linePath } from '../plot/frame.ts';
import { Handle } from '../plot/Handle.tsx';
import { Clipped, Plot } from '../plot/Plot.tsx';
import { AnswerPlot } from './AnswerPlot.tsx';
import styles from './CutAnswer.module.css';
import { componentColor } from './componentColor.ts';
import { Pulls } from './Pulls.tsx';
import { pullsOf } from './pulls.ts';
import { type Cut, useCut } from './useCut.ts';

/** A press chooses a point at most so many pixels away. */
const REACH = 16;
/** Targets at which the bells are drawn. */
const ROWS = 301;
/** The longest arrow, in pixels. */
const ARROW = 34;

/** A mixture's answer with a cut through it, and beside it the bells at that input. */
export function CutAnswer({ height }: { readonly height: number }) {
  const t = useText();
  const lab = useLab();
  const { test } = rememberedTask(useExperiment()).data;
  const ranges = dataRanges(rememberedTask(useExperiment()).data);
  const cut = useCut();
  const press = (x: number, y: number, frame: Frame) => {
    const scale = { x: frame.x(1) - frame.x(0), y: frame.y(0) - frame.y(1) };
    const near = nearestPoint(test, { x, y }, scale, REACH);
    lab.show(near ? { point: { set: 'test', index: near.index } } : { cursor: x, point: null });
  };
  /** For who has no pointer: the test point that comes next from left to right. */
  const next = () => {
    const order = [...test.x.keys()].sort((i, j) => test.x[i]! - test.x[j]!);
    const after = order.find((i) => test.x[i]! > cut.x) ?? order[0]!;
    lab.show({ point: { set: 'test', index: after } });
  };
  return (
    <>
      <div className={styles.pair}>
        <AnswerPlot height={height} onPress={press}>
          {(frame) => (
            <>
              <path
                className={shared.guide}
                d={`M${frame.x(cut.x)} ${frame.top}V${frame.bottom}`}
              />
              {cut.point && (
                <circle
                  className={styles.point}
                  cx={frame.x(cut.point.x)}
                  cy={frame.y(cut.point.y)}
                  r={6}
                />
              )}
              <Handle
                frame={frame}
                label={t('figures.cut.handle')}
                text={fixed(cut.x, 1)}
                x={cut.x}
                y={ranges.y[0]}
                xRange={ranges.x}
                step={0.2}
                onMove={(x) => lab.show({ cursor: x, point: null })}
              />
            </>
          )}
        </AnswerPlot>
        <Bells cut={cut} range={ranges.y} height={height} />
      </div>
      <p className={styles.words}>
        {cut.mixture
          ? t('figures.cut.words', {
              x: fixed(cut.x, 1),
              answers: toldAnswers(t, answersOf(pruned(cut.mixture)), ranges.y).join(', '),
            })
          : t('slice.preparing')}
      </p>
      {cut.point && cut.mixture && <Pulls mixture={cut.mixture} y={cut.point.y} />}
      <Row>
        <Button look="outlined" onClick={next}>
          {t('figures.cut.next')}
        </Button>
        {cut.point ? (
          <Button look="link" onClick={() => lab.show({ cursor: cut.x, point: null })}>
            {t('slice.clear')}
          </Button>
        ) : (
          <span className={shared.count}>{t('figures.cut.hint')}</span>
        )}
      </Row>
    </>
  );
}

interface BellsProps {
  readonly cut: Cut;
  /** The target's. */
  readonly range: Range;
  readonly height: number;
}

/** The bells of the cut in their colours and their sum, along the axis of the target. */
function Bells({ cut, range, height }: BellsProps) {
  const t = useText();
  const { x, mixture, drawn } = cut;
  const ys = evenly(range, ROWS);
  const sum = mixture && ys.map((y) => density(mixture, y));
  const peak = sum ? Math.max(1e-9, ...sum) : 1;
  return (
    <Plot
      name={t('figures.cut.name', { x: fixed(x, 1) })}
      x={[0, 1.08 * peak]}
      y={range}
      xTitle={t('figures.density')}
      yTitle={t('figures.cut.at', { x: fixed(x, 1) })}
      yTicks={false}
      height={height}
    >
      {(frame) =>
        mixture &&
        sum && (
          <Clipped>
            {drawn.map((k) => (
              <Bell key={k} frame={frame} mixture={mixture} component={k} ys={ys} />
            ))}
            <path className={styles.sum} d={linePath(frame, sum, ys)} />
            {drawn.map((k) => (
              <BellMarks
                key={k}
                weight={mixture.weights[k]!}
                mean={mixture.means[k]!}
                deviation={mixture.deviations[k]!}
                place={(y, density) => [frame.x(density), frame.y(y)]}
              />
            ))}
            {cut.point && <Asked frame={frame} mixture={mixture} y={cut.point.y} drawn={drawn} />}
          </Clipped>
        )
      }
    </Plot>
  );
}

/** The density of one component at y, weight and all. */
function share({ weights, means, deviations }: Mixture, k: number, y: number): number {
  const deviation = deviations[k]!;
  const z = (y - means[k]!) / deviation;
  return (weights[k]! * Math.exp(-0.5 * z * z)) / (deviation * Math.sqrt(2 * Math.PI));
}

interface BellProps {
  readonly frame: Frame;
  readonly mixture: Mixture;
  readonly component: number;
  readonly ys: Float64Array;
}

function Bell({ frame, mixture, component, ys }: BellProps) {
  const colours = useStore(useLab().componentColours, (state) => state.colours);
  const color = componentColor({ colours, lit: [] }, component);
  return (
    <path
      className={styles.bell}
      style={{ stroke: color, fill: color }}
      d={linePath(
        frame,
        ys.map((y) => share(mixture, component, y)),
        ys,
      )}
    />
  );
}

interface AskedProps {
  readonly frame: Frame;
  readonly mixture: Mixture;
  readonly y: number;
  readonly drawn: readonly number[];
}

/** Where the chosen point lies, and how strongly it pulls on the mean of each bell. */
function Asked({ frame, mixture, y, drawn }: AskedProps) {
  const pulls = pullsOf(mixture, y);
  const most = Math.max(1e-12, ...drawn.map((k) => Math.abs(pulls[k]!.mean)));
  return (
    <>
      <path className={shared.guide} d={`M${frame.left} ${frame.y(y)}H${frame.right}`} />
      {drawn.map((k) => {
        const length = (-ARROW * pulls[k]!.mean) / most;
        if (Math.abs(length) < 2) return null;
        const mean = mixture.means[k]!;
        const at = [frame.x(share(mixture, k, mean)), frame.y(mean)] as const;
        const head = Math.sign(length) * 5;
        return (
          <path
            key={k}
            className={styles.arrow}
            d={`M${at[0]} ${at[1]}v${length}m-4 ${-head}l4 ${head}l4 ${-head}`}
          />
        );
      })}
    </>
  );
}
