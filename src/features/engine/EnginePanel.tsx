import { componentCount } from '../../core/experiment.ts';
import { parameterCount } from '../../core/network.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { TermHeading } from '../../ui/Explain.tsx';
import { useExperiment, useRun } from '../lab.ts';
import styles from './EnginePanel.module.css';

/** What does the arithmetic, what a step of it costs, what it holds, and how much there is to adjust. */
export function EnginePanel() {
  const t = useText();
  const { model } = useExperiment();
  const engine = useRun((run) => run.engine?.engine);
  const reason = useRun((run) => run.engine?.fallback?.reason);
  const cost = useRun((run) => run.millisecondsPerStep);
  const memory = useRun((run) => run.memoryBytes);
  const components = componentCount(model);
  const parts = [
    engine ? t(`controls.engines.${engine}`) : t('engine.waiting'),
    ...(cost > 0 ? [t('engine.cost', { time: significant(cost, 2) })] : []),
    ...(memory > 0 ? [t('engine.memory', { size: significant(memory / 1e6, 2) })] : []),
    t('engine.parameters', { count: fixed(parameterCount({ ...model, components })) }),
  ];
  return (
    <section aria-label={t('engine.heading')} className={styles.section}>
      <TermHeading
        className={styles.heading}
        explanation={explained(t, 'engineNow', t('engine.heading'))}
      >
        {t('engine.heading')}
      </TermHeading>
      <p className={styles.line}>{parts.join(' · ')}</p>
      {reason && <p className={styles.line}>{t('engine.fallback', { reason })}</p>}
    </section>
  );
}
