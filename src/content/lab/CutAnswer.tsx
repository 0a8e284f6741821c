import { dataRanges } from '../../charts/ranges.ts';
import { answersOf } from '../../core/answers.ts';
import { pruned } from '../../core/mixture.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { toldAnswers } from '../../features/answerTexts.ts';
import { useExperiment, useLab } from '../../features/lab.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Texts } from '../../i18n/Texts.tsx';
import { Button } from '../../ui/Button.tsx';
import shared from '../figures/shared.module.css';
import { Row } from '../parts/FigureFrame.tsx';
import type { Frame } from '../plot/frame.ts';
import { AnswerPlot } from './AnswerPlot.tsx';
import { Bells } from './Bells.tsx';
import styles from './CutAnswer.module.css';
import { CutLine } from './CutLine.tsx';
import { useComponentColor } from './componentColor.ts';
import { nextPoint, pressedPoint } from './cutPoints.ts';
import { Pulls } from './Pulls.tsx';
import { Shares } from './Shares.tsx';
import { useCut } from './useCut.ts';

/** A mixture's answer with a cut through it, and beside it the bells at that input. */
export function CutAnswer({ height }: { readonly height: number }) {
  return (
    <Texts part="mixtures">
      <Cutting height={height} />
    </Texts>
  );
}

function Cutting({ height }: { readonly height: number }) {
  const t = useText();
  const lab = useLab();
  const { data } = rememberedTask(useExperiment());
  const ranges = dataRanges(data);
  const cut = useCut();
  const color = useComponentColor();
  const cutAt = (x: number) => lab.show({ cursor: x, point: null });
  const choose = (index: number) => lab.show({ point: { set: 'test', index } });
  const press = (x: number, y: number, frame: Frame) => {
    const index = pressedPoint(data.test, x, y, frame);
    if (index === null) cutAt(x);
    else choose(index);
  };
  return (
    <>
      <div className={styles.pair}>
        <AnswerPlot height={height} onPress={press}>
          {(frame) => (
            <CutLine frame={frame} x={cut.x} ranges={ranges} point={cut.point} onMove={cutAt} />
          )}
        </AnswerPlot>
        <Bells
          x={cut.x}
          mixture={cut.mixture}
          drawn={cut.drawn}
          color={color}
          range={ranges.y}
          height={height}
          y={cut.point?.y ?? null}
        />
      </div>
      <p className={styles.words}>
        {cut.mixture
          ? t('cut.words', {
              x: fixed(cut.x, 1),
              answers: toldAnswers(t, answersOf(pruned(cut.mixture)), ranges.y).join(', '),
            })
          : t('slice.preparing')}
      </p>
      {cut.point && cut.mixture && <Pulls mixture={cut.mixture} y={cut.point.y} color={color} />}
      <Row>
        <Button look="outlined" onClick={() => choose(nextPoint(data.test, cut.x))}>
          {t('cut.next')}
        </Button>
        {cut.point ? (
          <Button look="link" onClick={() => cutAt(cut.x)}>
            {t('slice.clear')}
          </Button>
        ) : (
          <span className={shared.count}>{t('cut.hint')}</span>
        )}
      </Row>
      <Shares />
    </>
  );
}
