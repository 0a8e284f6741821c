import { useEffect } from 'react';
import { useRun } from '../../../features/lab.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { AnswerPlot } from '../../lab/AnswerPlot.tsx';
import { Living } from '../../lab/Living.tsx';
import { Row } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import {
  conditionalMeans,
  drawTo,
  errorOf,
  guess,
  KNOTS,
  knotPlace,
  moveKnot,
  network,
  PLACE_X,
  RANGES,
} from './guess.ts';

function GuessPlot() {
  const { heights, drawn, revealed, best } = guess.useNow();
  const running = useRun((run) => run.state === 'running');
  useEffect(() => {
    if (running) guess.set({ revealed: true });
  }, [running]);
  return (
    <>
      <AnswerPlot height={310} answer={revealed} onDraw={drawTo}>
        {(frame) => (
          <>
            <Clipped>
              {best && (
                <path className={styles.truth} d={linePath(frame, PLACE_X, conditionalMeans())} />
              )}
              {drawn && <path className={styles.accent} d={linePath(frame, PLACE_X, heights)} />}
            </Clipped>
            {(drawn || !revealed) &&
              Array.from({ length: KNOTS }, (_, knot) => {
                const place = knotPlace(knot);
                return (
                  <Handle
                    key={place}
                    frame={frame}
                    label={`Your curve at x = ${fixed(PLACE_X[place]!)}`}
                    text={fixed(heights[place]!, 1)}
                    x={PLACE_X[place]!}
                    y={heights[place]!}
                    yRange={RANGES.y}
                    step={0.5}
                    radius={drawn ? 4 : 5}
                    onMove={(_, y) => moveKnot(knot, y)}
                  />
                );
              })}
          </>
        )}
      </AnswerPlot>
      <Row>
        {drawn && (
          <span className={styles.count}>
            your curve: test MSE <b>{fixed(errorOf(heights), 1)}</b>
          </span>
        )}
        {best && (
          <span className={styles.count}>
            the mean: <b>{fixed(errorOf(conditionalMeans()), 1)}</b>
          </span>
        )}
        {!revealed && (
          <>
            <Button look="primary" disabled={!drawn} onClick={() => network.lab.controller.play()}>
              This is my guess: train the network
            </Button>
            <Button look="link" onClick={() => guess.set({ revealed: true })}>
              Show me without a guess
            </Button>
          </>
        )}
        {revealed && (
          <>
            <Checkbox
              label="The mean of the answers at each x"
              checked={best}
              onChange={(next) => guess.set({ best: next })}
            />
            <Button look="link" onClick={() => guess.apply({})}>
              Guess again
            </Button>
          </>
        )}
      </Row>
    </>
  );
}

/** First the reader's curve, then the network's. */
export function GuessFigure() {
  const { revealed } = guess.useNow();
  return (
    <Living
      figure={network}
      name="Your guess and the network’s answer"
      caption="Draw over the data from left to right, or move the nine blue dots with the arrow keys. Blue is your curve, red the network’s."
      plot={<GuessPlot />}
      answer={revealed}
    />
  );
}
