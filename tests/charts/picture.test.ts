import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/charts/figure.ts';
import { oneFigure, pictureOf } from '../../src/charts/picture.ts';
import { chartTheme } from '../../src/charts/theme.ts';

const layer = (name: string, extra: object = {}): Figure => ({
  data: [{ type: 'scatter', mode: 'lines', name }],
  layout: {
    margin: { l: 1, r: 2, t: 3, b: 4 },
    xaxis: { range: [0, 1], title: name },
    yaxis: { range: [0, 1] },
    font: { family: 'inherit', size: 14 },
    ...extra,
  },
});

describe('layers as one figure', () => {
  const one = oneFigure([
    layer('under', { annotations: ['a'] }),
    layer('over', { annotations: ['b'], shapes: ['c'] }),
  ]);

  it('have all traces in their order, on the axes of the lowest', () => {
    expect(one.data.map(({ name }) => name)).toEqual(['under', 'over']);
    expect(one.layout.xaxis.title).toBe('under');
  });

  it('keep what is written and marked on each, and name their fonts', () => {
    expect(one.layout).toMatchObject({ annotations: ['a', 'b'], shapes: ['c'] });
    expect(one.layout.font).toEqual({ family: expect.stringContaining('Inter'), size: 14 });
  });
});

describe('a picture', () => {
  const words = {
    title: 'Sine · <MDN> & "more"',
    caption: 'What is drawn, in a sentence that needs more than one line of the picture.',
    link: `http://here/#/?v=1&${'x'.repeat(90)}`,
  };
  const figure = { svg: '<svg/>', left: 24, top: 0, width: 252, height: 100 };
  const measure = (text: string) => 6 * text.length;
  const { svg, width, height } = pictureOf([figure], 300, words, chartTheme('light'), measure);
  const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

  it('is a document of its size, with its figures below the title', () => {
    expect(svg).toMatch(/^<svg [^>]*width="300"/);
    expect(svg).toContain(`height="${height}"`);
    expect([width, height]).toEqual([300, expect.any(Number)]);
    expect(svg.indexOf('Sine')).toBeLessThan(svg.indexOf('<svg/>'));
  });

  it('has no more in a line than fits, and nothing is lost', () => {
    for (const line of lines) expect(line.replace(/&#\d+;/g, '.').length).toBeLessThanOrEqual(42);
    const text = lines.join(' ');
    expect(text).toContain('needs more than one');
    expect(lines.join('')).toContain('x'.repeat(90));
  });

  it('takes no text for markup', () => {
    expect(svg).not.toContain('<MDN>');
    expect(lines[0]).toBe('Sine · &#60;MDN&#62; &#38; &#34;more&#34;');
  });
});
