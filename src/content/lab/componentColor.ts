import { type ComponentLook, colorOf } from '../../charts/componentColours.ts';
import { chartTheme } from '../../charts/theme.ts';

/** The colour of a component as CSS, which takes the shown theme's by itself. */
export function componentColor(look: ComponentLook, component: number): string {
  const [light, dark] = (['light', 'dark'] as const).map((name) =>
    colorOf(chartTheme(name), look, component),
  );
  return `light-dark(${light}, ${dark})`;
}
