import { useEffect } from 'react';
import { useRun } from '../../../features/lab.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { usePrinting } from '../../../ui/printing.ts';
import { AnswerPlot } from '../../lab/AnswerPlot.tsx';
import { Living } from '../../lab/Living.tsx';
import { Row } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Clipped } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import { GuessCurve } from './GuessCurve.tsx';
import { conditionalMeans, drawTo, errorOf, guess, network, PLACE_X } from './guess.ts';

/** An error within words. All of them are made anew with the number: a translator replaces bare text. */
function Told({ what, error }: { readonly what: 'yours' | 'mean'; readonly error: string }) {
  const t = useText();
  return (
    <span key={error} className={shared.count}>
      {t.rich(`figures.guess.${what}`, { b: (number) => <b>{number}</b>, error })}
    </span>
  );
}

function GuessPlot({ answer }: { readonly answer: boolean }) {
  const t = useText();
  const { heights, drawn, revealed, best } = guess.useNow();
  const running = useRun((run) => run.state === 'running');
  useEffect(() => {
    if (running) guess.set({ revealed: true });
  }, [running]);
  return (
    <>
      <AnswerPlot height={310} answer={answer} onDraw={drawTo}>
        {(frame) => (
          <>
            <Clipped>
              {best && (
                <path className={shared.truth} d={linePath(frame, PLACE_X, conditionalMeans())} />
              )}
            </Clipped>
            <GuessCurve frame={frame} handles={drawn || !revealed} />
          </>
        )}
      </AnswerPlot>
      <Row>
        {drawn && <Told what="yours" error={fixed(errorOf(heights), 1)} />}
        {best && <Told what="mean" error={fixed(errorOf(conditionalMeans()), 1)} />}
        {!revealed && (
          <>
            <Button look="primary" disabled={!drawn} onClick={() => network.lab.controller.play()}>
              {t('figures.guess.train')}
            </Button>
            <Button
              look="link"
              onClick={() => {
                guess.set({ revealed: true });
                network.train();
              }}
            >
              {t('figures.guess.skip')}
            </Button>
          </>
        )}
        {revealed && (
          <>
            <Checkbox
              label={t('figures.guess.showMean')}
              checked={best}
              onChange={(next) => guess.set({ best: next })}
            />
            <Button look="link" onClick={() => guess.restart()}>
              {t('figures.guess.again')}
            </Button>
          </>
        )}
      </Row>
    </>
  );
}

/** First the reader's curve, then the network's. */
export function GuessFigure() {
  const t = useText();
  const { revealed } = guess.useNow();
  const printing = usePrinting();
  return (
    <Living
      figure={network}
      name={t('figures.guess.name')}
      caption={t('figures.guess.caption')}
      plot={<GuessPlot answer={revealed || printing} />}
      answer={revealed || printing}
    />
  );
}
