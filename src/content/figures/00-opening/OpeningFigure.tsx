import { type ReactNode, useId } from 'react';
import { dataRanges } from '../../../charts/ranges.ts';
import { toldAnswers } from '../../../features/answerTexts.ts';
import { LabContext } from '../../../features/lab.ts';
import { AnswerSummary } from '../../../features/main-figure/AnswerSummary.tsx';
import { Notices } from '../../../features/notices/Notices.tsx';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { Boundary } from '../../../ui/Boundary.tsx';
import { Button } from '../../../ui/Button.tsx';
import { AnswerPlot } from '../../lab/AnswerPlot.tsx';
import type { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';
import { WorkerLifetime } from '../../lab/WorkerLifetime.tsx';
import { FigureFrame, Numbers, Row } from '../../parts/FigureFrame.tsx';
import type { Frame } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { GuessCurve } from '../06-inverted/GuessCurve.tsx';
import { DATA, drawTo, errorOf, guess, guessAt } from '../06-inverted/guess.ts';
import shared from '../shared.module.css';
import styles from './OpeningFigure.module.css';
import { answersAt, compare, mixture, oneNumber, opening } from './opening.ts';

const SIDES = [oneNumber, mixture];
const RANGES = dataRanges(DATA);
const HEIGHT = 320;

/** The reader draws one answer for each input; then two networks answer beside it. */
export default function OpeningFigure() {
  return (
    <Boundary fallback={null}>
      <Texts part="lab">
        <Opening />
      </Texts>
    </Boundary>
  );
}

function Opening() {
  const t = useText();
  const { compared } = opening.useNow();
  const { drawn } = guess.useNow();
  const said = useSaid();
  const words = useId();
  return (
    <FigureFrame
      name={t('figures.opening.name')}
      caption={t(`figures.opening.caption.${compared ? 'compared' : 'drawing'}`)}
      description={!compared && <BeforeTraining said={said} />}
      describedBy={words}
    >
      {(drawn || compared) &&
        SIDES.map((side) => (
          <LabContext key={side.first.model.kind} value={side.lab}>
            <WorkerLifetime figure={side} />
            <Notices cures={null} />
          </LabContext>
        ))}
      {compared ? <Compared id={words} said={said} /> : <Drawing />}
    </FigureFrame>
  );
}

/** The points, and what the reader has answered so far. */
function BeforeTraining({ said }: { readonly said: string }) {
  return (
    <LabContext value={oneNumber.lab}>
      <AnswerSummary answer={false} /> {said}
    </LabContext>
  );
}

function Drawing() {
  const t = useText();
  const { drawn } = guess.useNow();
  return (
    <>
      <LabContext value={oneNumber.lab}>
        <AnswerPlot height={HEIGHT} answer={false} onDraw={drawTo}>
          {(frame) => <GuessCurve frame={frame} handles />}
        </AnswerPlot>
      </LabContext>
      <Row>
        <Button look="primary" disabled={!drawn} onClick={() => void compare()}>
          {t('figures.opening.train')}
        </Button>
        {!drawn && <span className={shared.count}>{t('figures.opening.drawFirst')}</span>}
        <Button look="link" onClick={() => void compare()}>
          {t('figures.opening.skip')}
        </Button>
      </Row>
    </>
  );
}

function Compared({ id, said }: { readonly id: string; readonly said: string }) {
  const t = useText();
  const { drawn, heights } = guess.useNow();
  const error = useStoreValue(oneNumber, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  return (
    <>
      <div className={styles.pair}>
        <Side figure={oneNumber} title={t('figures.opening.oneNumber')} />
        <Side figure={mixture} title={t('figures.opening.mixture')} />
      </div>
      <p id={id} className={styles.said}>
        {said}
      </p>
      <Numbers
        entries={[
          ...(drawn ? [[t('figures.opening.yours'), fixed(errorOf(heights), 1)] as const] : []),
          [t('figures.opening.itsError'), error === undefined ? '–' : fixed(error, 1)],
        ]}
      />
      <Row>
        <Button look="outlined" onClick={() => void compare()}>
          {t('figures.opening.again')}
        </Button>
        <Button
          look="link"
          onClick={() => {
            opening.restart();
            guess.restart();
          }}
        >
          {t('figures.opening.redraw')}
        </Button>
      </Row>
    </>
  );
}

function Side({ figure, title }: { readonly figure: ArticleLab; readonly title: ReactNode }) {
  const t = useText();
  const { x } = opening.useNow();
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <LabContext value={figure.lab}>
        <AnswerPlot height={HEIGHT}>
          {(frame: Frame) => (
            <>
              <path className={shared.guide} d={`M${frame.x(x)} ${frame.top}V${frame.bottom}`} />
              <GuessCurve frame={frame} handles={false} />
              <Handle
                frame={frame}
                label={t('figures.opening.handle')}
                text={fixed(x, 1)}
                x={x}
                y={RANGES.y[0]}
                xRange={RANGES.x}
                step={0.2}
                onMove={(next) => opening.set({ x: next })}
              />
            </>
          )}
        </AnswerPlot>
      </LabContext>
    </div>
  );
}

/** What the reader and both networks say at one input. */
function useSaid(): string {
  const t = useText();
  const { x } = opening.useNow();
  const { drawn, heights } = guess.useNow();
  const one = useStoreValue(oneNumber, (figure) => answersAt(figure, x));
  const many = useStoreValue(mixture, (figure) => answersAt(figure, x));
  return [
    drawn && t('figures.opening.youSay', { x: fixed(x, 1), y: fixed(guessAt(heights, x), 1) }),
    one && t('figures.opening.oneSays', { x: fixed(x, 1), y: fixed(one[0]!.y, 1) }),
    many &&
      t('figures.opening.mixtureSays', { answers: toldAnswers(t, many, RANGES.y).join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}
