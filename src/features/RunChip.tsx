import { chartTheme, type ThemeName } from '../charts/theme.ts';
import styles from './RunChip.module.css';

interface RunChipProps {
  /** Its place among the colours of kept runs. */
  readonly colour: number;
  readonly theme: ThemeName;
}

/** The colour that a kept run has in the figures. */
export function RunChip({ colour, theme }: RunChipProps) {
  const color = chartTheme(theme).runs[colour];
  return <span aria-hidden="true" className={styles.chip} style={{ '--color': color } as object} />;
}
