import type { Plugin } from 'vitest/config';
import { fraction } from '../charts/geometry.ts';
import { POINT_OPACITY } from '../charts/mainFigure.ts';
import { dataRanges } from '../charts/ranges.ts';
import { TICKS } from '../charts/template.ts';
import { type ChartTheme, chartTheme } from '../charts/theme.ts';
import { ticksOf } from '../charts/ticks.ts';
import { mixtureGrid } from '../core/model.ts';
import { DEFAULT_EXPERIMENT } from '../core/presets.ts';
import { evenly, type Range } from '../core/range.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { untrained } from '../core/untrained.ts';

/** Side of the picture in units of its own; it is stretched over the plotting area. */
const SIDE = 1000;
/** Inputs at which the means are asked for. Untrained ones run nearly straight. */
const COLUMNS = 25;

const THEMES = ['light', 'dark'] as const;

/**
 * What the playground shows when it is first opened, as a picture that is there before
 * any script: the test points of the default experiment and the means that its untrained
 * network answers, without words. Drawn for its plotting area alone, whatever that
 * measures; lines and dots keep their thickness.
 */
export function firstPicture({ hairline, test, model }: ChartTheme): string {
  const experiment = DEFAULT_EXPERIMENT;
  const { data } = rememberedTask(experiment);
  const ranges = dataRanges(data);
  const along = (range: Range) => ({ range, type: 'linear' }) as const;
  const x = (value: number) => Math.round(SIDE * fraction(value, along(ranges.x)));
  const y = (value: number) => Math.round(SIDE * (1 - fraction(value, along(ranges.y))));

  const grid = mixtureGrid(untrained(experiment), evenly(ranges.x, COLUMNS));
  const means = Array.from({ length: grid.components }, (_, k) => {
    const at = (i: number) => `${x(grid.x[i]!)} ${y(grid.means[i * grid.components + k]!)}`;
    return `M${Array.from(grid.x, (_, i) => at(i)).join('L')}`;
  });
  const dots = Array.from(data.test.x, (value, i) => `M${x(value)} ${y(data.test.y[i]!)}h0`);
  const lines = [
    ...ticksOf(ranges.x, TICKS).map((tick) => `M${x(tick)} 0V${SIDE}`),
    ...ticksOf(ranges.y, TICKS).map((tick) => `M0 ${y(tick)}H${SIDE}`),
  ];
  const path = (parts: readonly string[], color: string, width: number, opacity: number) =>
    `<path d="${parts.join('')}" stroke="${color}" stroke-width="${width}" stroke-opacity="${opacity}" vector-effect="non-scaling-stroke"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" preserveAspectRatio="none" fill="none" stroke-linecap="round">`,
    path(lines, hairline, 1, 1),
    ...means.map((line) => path([line], model, 3.5, 0.3)),
    path(dots, test, 3.6, POINT_OPACITY.test),
    '</svg>',
  ].join('');
}

/** Gives the site its first picture, in both themes, as `first-light.svg` and `first-dark.svg`. */
export function firstPictures(): Plugin {
  const pictures = () =>
    THEMES.map((name) => [`first-${name}.svg`, firstPicture(chartTheme(name))] as const);
  return {
    name: 'first-picture',
    configureServer({ middlewares }) {
      for (const [name, picture] of pictures()) {
        middlewares.use(`/${name}`, (_, answer) => {
          answer.setHeader('Content-Type', 'image/svg+xml');
          answer.end(picture);
        });
      }
    },
    // Style sheets and picture are first on a slow line; what is fetched for later comes after them.
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(/<(script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"'),
    },
    generateBundle() {
      for (const [fileName, source] of pictures()) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
