import { describe, expect, it } from 'vitest';
import { peakOf, type SliceSpec, sliceFigure } from '../../src/charts/sliceFigure.ts';
import { template } from '../../src/charts/template.ts';
import { chartTheme, withAlpha } from '../../src/charts/theme.ts';
import { answersOf } from '../../src/core/answers.ts';
import { density } from '../../src/core/mixture.ts';
import { gaussian } from '../helpers/mixtures.ts';

const mixture = {
  weights: Float64Array.of(0.6, 0.395, 0.005),
  means: Float64Array.of(-3, 4, 8),
  deviations: Float64Array.of(0.5, 1, 1),
};
const theme = chartTheme('light');

function slice(change: Partial<SliceSpec> = {}) {
  return sliceFigure({
    mixture,
    answers: answersOf(mixture),
    look: { colours: [2, 0, -1], lit: [] },
    truth: null,
    range: [-15, 15],
    end: 0.5,
    lying: false,
    theme,
    labels: {
      density: 'p(y given x = 4.1)',
      target: 'target y',
      hover: { model: '{y} at {x}', truth: 'truth {y} at {x}', mean: 'mean {x}' },
    },
    scale: 12,
    width: 200,
    ...change,
  });
}

const names = (figure: ReturnType<typeof slice>) => figure.data.map(({ name }) => name);

describe('the slice', () => {
  it('draws the components that weigh something, the outline, the mean and the modes', () => {
    expect(names(slice())).toEqual([
      'density',
      'component 1',
      'component 2',
      'outline',
      'mean',
      'modes',
    ]);
    expect(slice().data.at(-1)?.y).toHaveLength(2);
  });

  it('has the main figure’s plotting area from top to bottom', () => {
    const axis = { range: [0, 1] as const };
    const { margin } = template({ theme, scale: 12, x: axis, y: axis });
    const own = slice().layout;
    expect([own.margin.t, own.margin.b]).toEqual([margin.t, margin.b]);
    expect(own.yaxis.range).toEqual([-15, 15]);
    expect(own.xaxis.range).toEqual([0, 0.5]);
  });

  it('has numbers and a title of its own once it stands alone', () => {
    expect(slice().layout.yaxis.showticklabels).toBe(false);
    const { yaxis } = slice({ width: 900 }).layout;
    expect(yaxis.showticklabels).toBeUndefined();
    expect(yaxis.title).toMatchObject({ text: 'target y' });
  });

  it('turns over where it lies below the main figure', () => {
    const [up, down] = [slice().data, slice({ lying: true }).data];
    expect(down[0]?.x).toEqual(up[0]?.y);
    expect(down[0]?.y).toEqual(up[0]?.x);
    expect(slice({ lying: true }).layout.xaxis.range).toEqual([-15, 15]);
    expect(slice({ lying: true }).data[3]?.hovertemplate).toContain('%{y:.3f} at %{x:.1f}');
    expect(slice().data[3]?.hovertemplate).toContain('%{x:.3f} at %{y:.1f}');
  });

  it('has few numbers side by side where they are long, so that they do not run into each other', () => {
    const ticks = (range: readonly [number, number]) =>
      slice({ lying: true, range }).layout.xaxis.nticks;
    expect([ticks([-15, 15]), ticks([3.8e6, 7e6])]).toEqual([8, 3]);
  });

  it('gives components their colours and mutes those that are not lit', () => {
    const lit = slice({ look: { colours: [2, 0, -1], lit: [0] } }).data;
    expect(slice().data[1]?.fillcolor).toBe(withAlpha(theme.components[2]!, 0.28));
    expect(lit[1]?.fillcolor).toBe(withAlpha(theme.components[2]!, 0.28));
    expect(lit[2]?.fillcolor).not.toBe(slice().data[2]?.fillcolor);
  });

  it('dashes the lines of components that share a colour', () => {
    const { data } = slice({ look: { colours: [2, 12, -1], lit: [] } });
    const lines = data.slice(1, 3).map(({ line }) => line as { color: string; dash: string });
    expect(lines[0]?.color).toBe(lines[1]?.color);
    expect(lines.map(({ dash }) => dash)).toEqual(['solid', 'dash']);
  });

  it('does not draw lines along the edge where there is no density', () => {
    const outline = slice().data.find(({ name }) => name === 'outline');
    expect(Array.from(outline!.x!).some(Number.isNaN)).toBe(true);
  });

  it('draws the truth over the model’s line, and stands without a model', () => {
    const truth = {
      y: Float64Array.of(-15, 0, 15),
      density: Float64Array.of(0, 0.04, 0),
      peak: 0.04,
    };
    const drawn = names(slice({ truth }));
    expect(drawn.indexOf('truth')).toBeGreaterThan(drawn.indexOf('outline'));
    expect(names(slice({ mixture: null, answers: [], truth }))).toEqual(['truth']);
    expect(slice({ mixture: null, answers: [] }).data).toEqual([]);
    expect(peakOf(null, truth)).toBe(0.04);
  });

  it('is not flattened by a truth that is much higher than the model', () => {
    const truth = { y: new Float64Array(0), density: new Float64Array(0), peak: 50 };
    expect(peakOf(gaussian(0, 1), truth)).toBeCloseTo(3 / Math.sqrt(2 * Math.PI), 3);
  });

  it('bends smoothly where a component is narrow, its modes on the line', () => {
    const narrow = {
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(-4, 3),
      deviations: Float64Array.of(0.01, 1),
    };
    const answers = answersOf(narrow);
    const { data } = slice({ mixture: narrow, answers, end: 25 });
    const { x, y } = data.find(({ name }) => name === 'outline')!;
    const points = Array.from(x!, (density, i) => ({ density, y: y![i]! }));
    const peak = Math.max(...points.map(({ density }) => density || 0));
    for (let i = 1; i < points.length; i++) {
      const climb = Math.abs(points[i]!.density - points[i - 1]!.density);
      if (Number.isFinite(climb)) expect(climb).toBeLessThan(0.07 * peak);
    }
    const modes = data.find(({ name }) => name === 'modes')!;
    expect(Array.from(modes.x!)).toEqual(
      answers.map((answer) => expect.closeTo(density(narrow, answer.y), 12)),
    );
  });

  it('shows a Gaussian without its one component', () => {
    const one = gaussian(6.2, 6.6);
    expect(names(slice({ mixture: one, answers: answersOf(one) }))).toEqual([
      'density',
      'outline',
      'mean',
      'modes',
    ]);
    expect(peakOf(one, null)).toBeCloseTo(0.0604, 4);
  });
});
