import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { density, type Mixture } from '../../../core/mixture.ts';
import { evenly } from '../../../core/range.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed, percent } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { Button } from '../../../ui/Button.tsx';
import { MEDIA } from '../../../ui/media.ts';
import { Bells } from '../../lab/Bells.tsx';
import cutting from '../../lab/CutAnswer.module.css';
import { CutLine } from '../../lab/CutLine.tsx';
import { nextPoint, pressedPoint } from '../../lab/cutPoints.ts';
import { DensityImage } from '../../lab/DensityImage.tsx';
import { Pulls } from '../../lab/Pulls.tsx';
import { FigureFrame, Numbers, Row } from '../../parts/FigureFrame.tsx';
import { dotPath, type Frame } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import { progressStore } from '../../progress.ts';
import shared from '../shared.module.css';
import { FITTED, follow, ownCut, RANGES } from './ownCut.ts';
import { DATA, mixtureOf, nllOf, START, sliceAt, truthNllOf } from './slice.ts';

const HEIGHT = 300;
const ROWS = 128;
/** Every column is the same. */
const COLUMNS = Float64Array.from(RANGES.x);
const DRAWN = [0, 1, 2];
const { train } = DATA;

const color = (component: number) => `var(--component-${component + 1})`;

/** Steps of descent in a frame, and frames after one press. */
const STEPS = 2;
const FRAMES = 40;

/** The mixture that was set by hand as the answer at every input, and what the points make of it. */
export function OwnCutFigure() {
  return (
    <Texts part="mixtures">
      <OwnCut />
    </Texts>
  );
}

function OwnCut() {
  const t = useText();
  const { x, point, instead } = ownCut.useNow();
  const own = useStore(progressStore, ({ bells }) => bells);
  const mixture = instead ?? mixtureOf(own ?? START);
  const near = useMemo(() => sliceAt(x), [x]);
  const targets = useMemo(() => near.map(({ y }) => y), [near]);
  const truth = useMemo(() => truthNllOf(near), [near]);
  const chosen = point === null ? null : { x: train.x[point]!, y: train.y[point]! };
  const cutAt = (next: number) => ownCut.set({ x: next, point: null });
  const choose = (index: number) => ownCut.set({ x: train.x[index]!, point: index });
  const press = (pressedX: number, y: number, frame: Frame) => {
    const index = pressedPoint(train, pressedX, y, frame);
    if (index === null) cutAt(pressedX);
    else choose(index);
  };
  return (
    <FigureFrame
      name={t('ownCut.name')}
      figure={ownCut}
      caption={t('ownCut.caption')}
      description={t('ownCut.said', {
        x: fixed(x, 1),
        components: DRAWN.map((k) =>
          t('figures.hand.saidComponent', {
            share: percent(mixture.weights[k]!),
            mean: fixed(mixture.means[k]!, 1),
            width: fixed(mixture.deviations[k]!, 1),
          }),
        ).join('; '),
        nll: fixed(nllOf(mixture, targets), 2),
        truth: fixed(truth, 2),
      })}
    >
      <Numbers
        entries={[
          [t('ownCut.nll', { x: fixed(x, 1) }), fixed(nllOf(mixture, targets), 2)],
          [t('figures.hand.truth'), fixed(truth, 2)],
        ]}
      />
      <div className={cutting.pair}>
        <Plot
          name={t('ownCut.plot')}
          x={RANGES.x}
          y={RANGES.y}
          xTitle={t('figures.input')}
          yTitle={t('figures.target')}
          height={HEIGHT}
          onPress={press}
        >
          {(frame) => (
            <>
              <Clipped>
                <Everywhere frame={frame} mixture={mixture} />
                <TrainingPoints frame={frame} />
              </Clipped>
              <CutLine frame={frame} x={x} ranges={RANGES} point={chosen} onMove={cutAt} />
            </>
          )}
        </Plot>
        <Bells
          x={x}
          mixture={mixture}
          drawn={DRAWN}
          color={color}
          range={RANGES.y}
          height={HEIGHT}
          y={chosen?.y ?? null}
          answers={targets}
        />
      </div>
      <p className={shared.count}>
        {t(`ownCut.${instead ? (instead === FITTED ? 'fitted' : 'pulled') : own ? 'own' : 'none'}`)}
      </p>
      {chosen && <Pulls mixture={mixture} y={chosen.y} color={color} />}
      <Row>
        <Button look="outlined" onClick={() => choose(nextPoint(train, x))}>
          {t('cut.next')}
        </Button>
        <Follow mixture={mixture} targets={targets} />
      </Row>
    </FigureFrame>
  );
}

interface EverywhereProps {
  readonly frame: Frame;
  readonly mixture: Mixture;
}

/** One mixture as the density at every input: stripes. */
function Everywhere({ frame, mixture }: EverywhereProps) {
  const field = useMemo(() => {
    const y = evenly(RANGES.y, ROWS);
    return {
      y,
      density: Float32Array.from({ length: COLUMNS.length * ROWS }, (_, i) =>
        density(mixture, y[Math.floor(i / COLUMNS.length)]!),
      ),
    };
  }, [mixture]);
  return <DensityImage frame={frame} x={COLUMNS} field={field} />;
}

function TrainingPoints({ frame }: { readonly frame: Frame }) {
  const { width, height } = frame;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame is its size and the data
  const path = useMemo(() => dotPath(frame, train.x, train.y), [width, height]);
  return <path className={shared.points} d={path} />;
}

interface FollowProps {
  readonly mixture: Mixture;
  readonly targets: readonly number[];
}

/** Lets the points near the cut pull the bells along, a little at a time. */
function Follow({ mixture, targets }: FollowProps) {
  const t = useText();
  const frame = useRef(0);
  // Of a cut that has moved on the points pull no more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is ended by the change
  useEffect(() => () => cancelAnimationFrame(frame.current), [targets]);
  const start = () => {
    cancelAnimationFrame(frame.current);
    if (matchMedia(MEDIA.still).matches) {
      ownCut.set({ instead: follow(mixture, targets, STEPS * FRAMES) });
      return;
    }
    let [now, left] = [mixture, FRAMES];
    const advance = () => {
      now = follow(now, targets, STEPS);
      ownCut.set({ instead: now });
      left--;
      if (left > 0) frame.current = requestAnimationFrame(advance);
    };
    advance();
  };
  return (
    <Button look="outlined" disabled={targets.length === 0} onClick={start}>
      {t('ownCut.follow')}
    </Button>
  );
}
