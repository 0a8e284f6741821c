import type { ThemeName } from '../../charts/theme.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, percent } from '../../i18n/numbers.ts';
import { cx } from '../../ui/cx.ts';
import { ComponentChip } from '../ComponentChip.tsx';
import type { TargetText } from '../targetText.ts';
import styles from './Ledger.module.css';
import type { LedgerRow } from './rows.ts';

interface ComponentRowProps {
  readonly row: LedgerRow;
  readonly color: string;
  readonly theme: ThemeName;
  /** How its means and its σ are written. */
  readonly text: TargetText;
  /** Length of the bar, as a share of the longest. */
  readonly share: number;
  readonly lit: boolean;
  /** Others are lit up and this one is not. */
  readonly muted: boolean;
  readonly onToggle: () => void;
}

/** One component: a button that lights it up, with what is known of it. */
export function ComponentRow({
  row,
  color,
  theme,
  text,
  share,
  lit,
  muted,
  onToggle,
}: ComponentRowProps) {
  const t = useText();
  const number = fixed(row.component + 1);
  const weight = percent(row.weight, 1);
  const [low, high] = [text.value(row.low), text.value(row.high)];
  const deviation = text.deviation(row.deviation);
  return (
    <li>
      <button
        type="button"
        aria-pressed={lit}
        aria-label={t('ledger.row', { number, weight, low, high, deviation })}
        className={cx(styles.row, lit && styles.lit, muted && styles.muted)}
        style={{ '--color': color, '--share': share } as object}
        onClick={onToggle}
      >
        <ComponentChip component={row.component} theme={theme} />
        <span>{number}</span>
        <span className={styles.rail}>
          <span className={styles.bar} />
        </span>
        <span className={styles.value}>{weight}</span>
        <span className={styles.value}>{t('ledger.between', { low, high })}</span>
        <span className={styles.value}>{deviation}</span>
      </button>
    </li>
  );
}
