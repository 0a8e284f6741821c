import { useExperiment, useLab, useRun } from '../../features/lab.ts';
import { useText } from '../../i18n/index.ts';
import { percent } from '../../i18n/numbers.ts';
import { foreseenNow, usedAtEnd } from '../../store/foreseen.ts';
import { useComponentColor } from './componentColor.ts';
import styles from './Shares.module.css';

/** A component whose mean weight is below this does next to nothing. */
const IDLE = 0.01;

/** How much of all points each component of a trained mixture stands for, and how many are idle. */
export function Shares() {
  const t = useText();
  const { model } = useExperiment();
  const lab = useLab();
  const color = useComponentColor();
  // The numbers of a frame live outside React; this says when there are new ones.
  const trained = useRun((run) => run.frame > 0 && run.step > 0);
  useRun((run) => `${run.frame} ${run.step}`);
  const end = foreseenNow(lab);
  const usage = end ? usedAtEnd(end).usage : lab.feed.frame?.view.usage;
  const count = model.kind === 'mdn' ? model.components : 0;
  const known = (end !== null || trained) && usage?.length === count;
  const order = known ? [...usage.keys()].sort((a, b) => usage[b]! - usage[a]!) : [];
  const idle = order.filter((k) => usage![k]! < IDLE).length;
  return (
    <div className={styles.shares}>
      <p>
        {known
          ? t('cut.shares', { count: String(count), idle: String(idle), share: percent(IDLE) })
          : t('cut.sharesLater')}
      </p>
      <div className={styles.strip} aria-hidden="true">
        {order.map((k) => (
          <span key={k} style={{ flexGrow: usage![k]!, background: color(k) }} />
        ))}
      </div>
    </div>
  );
}
