import { useEffect, useState } from 'react';
import { density, partAt } from '../../../core/mixture.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed, percent } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { MEDIA } from '../../../ui/media.ts';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { BellMarks } from '../../plot/BellMarks.tsx';
import { curve, type Frame, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import { HAND_LIMITS } from '../../progress.ts';
import shared from '../shared.module.css';
import styles from './HandFigure.module.css';
import { BIN, BINS, drawFrom, hand, mixtureOf, nllOf, setBell, truthNll, Y } from './slice.ts';

const HEIGHT = [0, 0.3] as const;
const COLORS = [styles.first, styles.second, styles.third];

/** How long a chosen component is shown before its value falls. */
const CHOICE_MS = 700;
const MANY = 100;

/** Three bells set by hand against the answers at one input, and draws from them. */
export function HandFigure() {
  const t = useText();
  const { bells } = hand.useNow();
  const mixture = mixtureOf(bells);
  return (
    <FigureFrame
      name={t('figures.hand.name')}
      figure={hand}
      caption={t('figures.hand.caption')}
      description={t('figures.hand.said', {
        components: bells
          .map((bell, k) =>
            t('figures.hand.saidComponent', {
              share: percent(mixture.weights[k]!),
              mean: fixed(bell.mean, 1),
              width: fixed(bell.width, 1),
            }),
          )
          .join('; '),
        nll: fixed(nllOf(mixture), 3),
        truth: fixed(truthNll(), 3),
      })}
    >
      <Numbers
        entries={[
          [t('figures.hand.nll'), fixed(nllOf(mixture), 3)],
          [t('figures.hand.truth'), fixed(truthNll(), 3)],
        ]}
      />
      <Plot
        name={t('figures.hand.plot')}
        x={Y}
        y={HEIGHT}
        xTitle={t('figures.target')}
        yTitle={t('figures.density')}
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
              {bells.map((_, k) => {
                const part = curve((y) => partAt(mixture, k, y), Y);
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
                const sum = curve((y) => density(mixture, y), Y, 300);
                return <path className={styles.ink} d={linePath(frame, sum.x, sum.y)} />;
              })()}
              {bells.map((bell, k) => (
                <BellMarks
                  // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
                  key={k}
                  weight={mixture.weights[k]!}
                  mean={bell.mean}
                  deviation={bell.width}
                  place={(y, density) => [frame.x(y), frame.y(density)]}
                />
              ))}
            </Clipped>
            <Drawn frame={frame} />
            {bells.map((bell, k) => (
              <Handle
                // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the list
                key={k}
                frame={frame}
                label={t('figures.hand.handle', { number: String(k + 1) })}
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
            {/* Made anew with its share: a translator replaces bare text. */}
            <legend key={percent(mixture.weights[k]!)}>
              <span className={styles.swatch} data-component={k + 1} />
              {t.rich('figures.hand.component', {
                number: String(k + 1),
                share: percent(mixture.weights[k]!),
                unseen: (words) => <span className="visually-hidden">{words}</span>,
              })}
            </legend>
            <Slider
              symbol="pik"
              label={t('figures.hand.weight', { number: String(k + 1) })}
              value={Number(bell.weight.toFixed(2))}
              min={0}
              max={1}
              step={0.02}
              onChange={(weight) => setBell(k, { weight })}
            />
            <Slider
              symbol="muk"
              label={t('figures.hand.mean', { number: String(k + 1) })}
              value={Number(bell.mean.toFixed(1))}
              min={Y[0]}
              max={Y[1]}
              step={0.2}
              onChange={(mean) => setBell(k, { mean })}
            />
            <Slider
              symbol="sigmak"
              label={t('figures.hand.width', { number: String(k + 1) })}
              value={Number(bell.width.toFixed(2))}
              min={HAND_LIMITS.width[0]}
              max={HAND_LIMITS.width[1]}
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
function Drawn({ frame }: { readonly frame: Frame }) {
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
  const t = useText();
  const { bells, drawn } = hand.useNow();
  const { weights } = mixtureOf(bells);
  const [choice, setChoice] = useState<{ u: number; pair: readonly [number, number] } | null>(null);
  const still = useMediaQuery(MEDIA.still);
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
          {t('figures.hand.drawOne')}
        </Button>
        <Button
          look="outlined"
          onClick={() => hand.set({ drawn: Array.from({ length: MANY }, () => draw().pair) })}
        >
          {t('figures.hand.drawMany', { count: String(MANY) })}
        </Button>
        <p className={shared.count} aria-live="polite">
          {last
            ? choice
              ? t('figures.hand.chosen', { number: String(last[0] + 1) })
              : t('figures.hand.drawn', { number: String(last[0] + 1), y: fixed(last[1], 1) })
            : t('figures.hand.nothing')}
        </p>
      </Row>
    </div>
  );
}
