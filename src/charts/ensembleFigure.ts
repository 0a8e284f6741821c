import type { VarianceParts } from '../core/ensemble.ts';
import type { Range } from '../core/range.ts';
import type { Figure, Trace } from './figure.ts';
import type { LayerSpec } from './mainFigure.ts';
import { padded } from './ranges.ts';
import { ribbons } from './ribbons.ts';
import { template } from './template.ts';
import { withAlpha } from './theme.ts';

/** The inputs at which an ensemble is looked at, [n], and the parts of its variance there. */
export interface EnsembleParts {
  readonly x: Float64Array;
  readonly parts: readonly VarianceParts[];
}

/** The mean of the members' means with one standard deviation of them to either side. */
export function disagreementTraces(
  { theme, scale }: LayerSpec,
  { x, parts }: EnsembleParts,
): Trace[] {
  const band = parts.map(({ mean, between }): Range[] => {
    const deviation = Math.sqrt(between);
    return [[mean - deviation, mean + deviation]];
  });
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: 'disagreement',
      ...ribbons(x, band),
      fill: 'toself',
      fillcolor: withAlpha(theme.accent, 0.4),
      line: { width: 0 },
    },
    {
      type: 'scatter',
      mode: 'lines',
      name: 'mean of means',
      x,
      y: parts.map(({ mean }) => mean),
      line: { color: theme.accent, width: 0.13 * scale },
    },
  ];
}

/** Both parts as standard deviations over the input, on the axis of the figure above. */
export function partsFigure(spec: LayerSpec, { x, parts }: EnsembleParts, yTitle: string): Figure {
  const { theme, scale, ranges, labels } = spec;
  const line = (part: 'within' | 'between', color: string, dash?: string): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name: part,
    x,
    y: parts.map((one) => Math.sqrt(one[part])),
    line: { color, width: 0.15 * scale, ...(dash ? { dash } : {}) },
  });
  const most = Math.max(
    ...parts.map(({ within, between }) => Math.sqrt(Math.max(within, between))),
  );
  const [, top] = padded([0, most]);
  return {
    data: [line('within', theme.model, 'dash'), line('between', theme.accent)],
    layout: template({
      theme,
      scale,
      x: { title: labels.x, range: ranges.x },
      y: { title: yTitle, range: [0, top], ticks: 4 },
    }),
  };
}
