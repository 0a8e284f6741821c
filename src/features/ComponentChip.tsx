import { useStore } from 'zustand';
import { colorOf, dashOf } from '../charts/componentColours.ts';
import { chartTheme, type ThemeName } from '../charts/theme.ts';
import styles from './ComponentChip.module.css';
import { useLab } from './lab.ts';

interface ComponentChipProps {
  /** From 0. */
  readonly component: number;
  readonly theme: ThemeName;
}

/** The colour and dash that a component has in the figures. */
export function ComponentChip({ component, theme }: ComponentChipProps) {
  const colours = useStore(useLab().componentColours, (state) => state.colours);
  const look = { colours, lit: [] };
  return (
    <span
      aria-hidden="true"
      className={styles.chip}
      data-dash={dashOf(look, component)}
      style={{ '--color': colorOf(chartTheme(theme), look, component) } as object}
    />
  );
}
