import { useStore } from 'zustand';
import { TEMPERATURE_LIMIT } from '../../../core/temperature.ts';
import { useLab, useRun } from '../../../features/lab.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { AnswerPlot } from '../../lab/AnswerPlot.tsx';
import { Living } from '../../lab/Living.tsx';
import { Row, Slider } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import { JUDGES, judged, WIDTHS, warm } from './warm.ts';

/** A network's samples at a temperature, and under them what the test points say to it. */
export function WarmFigure() {
  return (
    <Texts part="mixtures">
      <Warm />
    </Texts>
  );
}

function Warm() {
  const t = useText();
  return (
    <Living
      figure={warm}
      name={t('warm.name')}
      caption={t('warm.caption')}
      plot={<Temperatures />}
    />
  );
}

const KINDS = ['widthTemperature', 'weightTemperature'] as const;

function Temperatures() {
  const t = useText();
  warm.useForeseen();
  const lab = useLab();
  const view = useStore(lab.view);
  return (
    <>
      <AnswerPlot height={280} />
      <Row>
        {KINDS.map((kind) => (
          <Slider
            key={kind}
            label={t(`warm.${kind}`)}
            value={view[kind]}
            min={TEMPERATURE_LIMIT.min}
            max={TEMPERATURE_LIMIT.max}
            step={0.05}
            onChange={(value) => lab.show({ [kind]: value })}
          />
        ))}
      </Row>
      <Judgement />
    </>
  );
}

/** The NLL of test points over the temperature of the widths, once the network rests. */
function Judgement() {
  const t = useText();
  const lab = useLab();
  const { widthTemperature, weightTemperature } = useStore(lab.view);
  const rests = useRun(({ state, step }) => state !== 'running' && step > 0);
  useRun((run) => `${run.frame} ${run.step}`);
  const found = warm.useForeseen() || rests ? judged(warm, weightTemperature) : null;
  if (!found) return <p className={shared.count}>{t('warm.later')}</p>;
  const { x, y } = found;
  const least = Math.min(...y);
  const top = Math.min(Math.max(...y), least + 2);
  const at = Math.max(WIDTHS[0], widthTemperature);
  const nearest = x.reduce((a, b, i) => (Math.abs(b - at) < Math.abs(x[a]! - at) ? i : a), 0);
  const words = t('warm.nllAt', {
    temperature: fixed(widthTemperature, 2),
    count: String(JUDGES),
    nll: fixed(y[nearest]!, 2),
  });
  return (
    <>
      <p className={shared.count}>{widthTemperature < WIDTHS[0] ? t('warm.none') : words}</p>
      <Plot
        name={t('warm.plot')}
        x={[0, TEMPERATURE_LIMIT.max]}
        y={[least - 0.1, top]}
        xTitle={t('warm.widthTemperature')}
        yTitle={t('figures.living.nll')}
        height={180}
      >
        {(frame) => (
          <>
            <Clipped>
              <path className={shared.guide} d={`M${frame.x(1)} ${frame.top}V${frame.bottom}`} />
              <path className={shared.model} d={linePath(frame, x, y)} />
            </Clipped>
            <Handle
              frame={frame}
              label={t('warm.handle')}
              text={words}
              x={at}
              y={Math.min(top, y[nearest]!)}
              xRange={WIDTHS}
              step={0.05}
              onMove={(next) => lab.show({ widthTemperature: Number(next.toFixed(2)) })}
            />
          </>
        )}
      </Plot>
    </>
  );
}
