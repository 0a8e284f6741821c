import { useStore } from 'zustand';
import { type ComponentLook, colorOf } from '../../charts/componentColours.ts';
import { chartTheme } from '../../charts/theme.ts';
import { useLab } from '../../features/lab.ts';
import { foreseenNow, usedAtEnd } from '../../store/foreseen.ts';

/** The colour of a component as CSS, which takes the shown theme's by itself. */
function componentColor(look: ComponentLook, component: number): string {
  const [light, dark] = (['light', 'dark'] as const).map((name) =>
    colorOf(chartTheme(name), look, component),
  );
  return `light-dark(${light}, ${dark})`;
}

/** CSS's colour of each component of the lab's mixture. */
export function useComponentColor(): (component: number) => string {
  const lab = useLab();
  const own = useStore(lab.componentColours, (state) => state.colours);
  const end = foreseenNow(lab);
  const colours = end ? usedAtEnd(end).colours : own;
  return (component) => componentColor({ colours, lit: [] }, component);
}
