import { useEffect, useState } from 'react';
import { fixed, percent } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import {
  BIN,
  BINS,
  densityOf,
  drawFrom,
  hand,
  mixtureOf,
  nllOf,
  setBell,
  truthNll,
  Y,
} from './slice.ts';

const HEIGHT = [0, 0.3] as const;
const COLORS = [styles.first, styles.second, styles.third];

/** How long a chosen component is shown before its value falls. */
const CHOICE_MS = 700;
const MANY = 100;

/** Three bells set by hand against the answers at one input, and draws from them. */
export function HandFigure() {
  const { bells } = hand.useNow();
  const mixture = mixtureOf(bells);
  return (
    <FigureFrame
      name="A mixture by hand"
      figure={hand}
      caption="Grey: the answers of the training points near x = 0. Coloured: your three components, each as high as its weight allows. The strong line: their sum, which is the density that is judged."
    >
      <Numbers
        entries={[
          ['NLL of your mixture', fixed(nllOf(mixture), 3)],
          ['of the truth', fixed(truthNll(), 3)],
        ]}
      />
      <Plot
        name="Answers near x = 0 and the mixture"
        x={Y}
        y={HEIGHT}
        xTitle="target y"
        yTitle="density"
        height={260}
      >
        {(frame) => (
          <>
            <Clipped>
              {BINS.map(([y, height]) => (
                <rect
                  key={y}
                  className={styles.bin}
                  x={frame.x(y - BIN / 2) + 0.5}
                  width={Math.max(1, frame.x(y + BIN / 2) - frame.x(y - BIN / 2) - 1)}
                  y={frame.y(height)}
                  height={frame.bottom - frame.y(height)}
                />
              ))}
              {bells.map((bell, k) => {
                const part = curve(
                  (y) => mixture.weights[k]! * densityOf(mixtureOf([{ ...bell, weight: 1 }]), y),
                  Y,
                );
                return (
                  <path
                    // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
                    key={k}
                    className={COLORS[k]}
                    d={linePath(frame, part.x, part.y)}
                  />
                );
              })}
              {(() => {
                const sum = curve((y) => densityOf(mixture, y), Y, 300);
                return <path className={styles.ink} d={linePath(frame, sum.x, sum.y)} />;
              })()}
            </Clipped>
            <Drawn frame={frame} />
            {bells.map((bell, k) => (
              <Handle
                // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
                key={k}
                frame={frame}
                label={`Mean of component ${k + 1}`}
                text={fixed(bell.mean, 1)}
                x={bell.mean}
                y={0}
                xRange={Y}
                step={0.2}
                onMove={(mean) => setBell(k, { mean })}
              />
            ))}
          </>
        )}
      </Plot>
      <div className={styles.bells}>
        {bells.map((bell, k) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
            key={k}
            className={styles.bell}
          >
            <legend>
              <span className={styles.swatch} data-component={k + 1} />
              <span className="visually-hidden">Component</span> {k + 1} ·{' '}
              {percent(mixture.weights[k]!)}
            </legend>
            <Slider
              label={`Weight ${k + 1}`}
              value={Number(bell.weight.toFixed(2))}
              min={0}
              max={1}
              step={0.02}
              onChange={(weight) => setBell(k, { weight })}
            />
            <Slider
              label={`Mean μ ${k + 1}`}
              value={Number(bell.mean.toFixed(1))}
              min={Y[0]}
              max={Y[1]}
              step={0.2}
              onChange={(mean) => setBell(k, { mean })}
            />
            <Slider
              label={`Width σ ${k + 1}`}
              value={Number(bell.width.toFixed(2))}
              min={0.2}
              max={12}
              log
              onChange={(width) => setBell(k, { width })}
            />
          </fieldset>
        ))}
      </div>
      <Draw />
    </FigureFrame>
  );
}

/** What was drawn so far, as ticks in their component's colour. */
function Drawn({ frame }: { readonly frame: import('../../plot/frame.ts').Frame }) {
  const { drawn } = hand.useNow();
  return drawn.map(([k, y], i) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a draw is its place in the list
      key={i}
      className={COLORS[k]}
      d={`M${frame.x(y)} ${frame.bottom - 9}v-14`}
    />
  ));
}

/** Sampling in its two steps: which component, then where in its bell. */
function Draw() {
  const { bells, drawn } = hand.useNow();
  const { weights } = mixtureOf(bells);
  const [choice, setChoice] = useState<{ u: number; pair: readonly [number, number] } | null>(null);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    if (!choice) return;
    const timer = setTimeout(
      () => {
        hand.set({ drawn: [...hand.now.drawn, choice.pair] });
        setChoice(null);
      },
      still ? 0 : CHOICE_MS,
    );
    return () => clearTimeout(timer);
  }, [choice, still]);

  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  const draw = () => {
    const u = Math.random();
    return { u, pair: drawFrom(mixtureOf(bells), u, normal()) };
  };
  const last = choice?.pair ?? drawn.at(-1);
  return (
    <div>
      <div className={styles.weights} aria-hidden="true">
        {bells.map((_, k) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
            key={k}
            data-component={k + 1}
            data-chosen={choice?.pair[0] === k}
            style={{ flexGrow: weights[k]! }}
          />
        ))}
        {choice && <i style={{ left: `${100 * choice.u}%` }} />}
      </div>
      <Row>
        <Button look="outlined" disabled={choice !== null} onClick={() => setChoice(draw())}>
          Draw one
        </Button>
        <Button
          look="outlined"
          onClick={() => hand.set({ drawn: Array.from({ length: MANY }, () => draw().pair) })}
        >
          Draw {MANY}
        </Button>
        <p className={styles.count} aria-live="polite">
          {last
            ? choice
              ? `First the component: number ${last[0] + 1}, by its weight …`
              : `Component ${last[0] + 1}, then from its bell y = ${fixed(last[1], 1)}`
            : 'Nothing drawn yet'}
        </p>
      </Row>
    </div>
  );
}
