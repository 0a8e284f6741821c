import { describe, expect, it } from 'vitest';
import { blendTrace } from '../../src/charts/dotCanvas.ts';
import { DENSE, type DotTrace, partDots } from '../../src/charts/dots.ts';
import type { Layout, Trace } from '../../src/charts/figure.ts';
import { pointAt } from '../../src/charts/geometry.ts';

function cloud(count: number): Trace {
  const x = Float64Array.from({ length: count }, (_, i) => i);
  return {
    type: 'scatter',
    mode: 'markers',
    x,
    y: x,
    customdata: x,
    marker: { size: 4, color: '#ff0000', opacity: 0.5 },
    hovertemplate: 'words',
  };
}

const layout: Layout = {
  margin: { l: 10, r: 10, t: 20, b: 20 },
  xaxis: { range: [0, 10] },
  yaxis: { range: [0, 10] },
};

function painted(x: number[], y: number[], opacity = 0.5) {
  const data = new Uint8ClampedArray(4 * 20 * 20);
  const marker = { size: 4, color: '#ff0000', opacity };
  const trace: DotTrace = { type: 'scatter', mode: 'markers', x, y, marker };
  blendTrace({ data, width: 20, height: 20 }, trace, layout, 1);
  return (column: number, row: number) =>
    Array.from(data.subarray(4 * (row * 20 + column), 4 * (row * 20 + column) + 4));
}

describe('dense point clouds', () => {
  it('leave few markers to Plotly', () => {
    const few = cloud(DENSE);
    expect(partDots([few])).toEqual({ drawn: [few], dots: [] });
  });

  it('go to the canvas, and to Plotly for the hover alone', () => {
    const many = cloud(DENSE + 1);
    const { drawn, dots } = partDots([many]);
    expect(dots).toEqual([many]);
    expect(drawn[0]).toMatchObject({ mode: 'none', x: many.x, hovertemplate: 'words' });
    expect(drawn[0]?.marker).toBeUndefined();
  });

  it('are thinned for the hover, each point with its own numbers', () => {
    const [{ x, y, customdata }] = partDots([cloud(20_000)]).drawn as [Trace];
    expect(x!.length).toBeLessThanOrEqual(1500);
    expect(y).toEqual(x);
    expect(customdata).toEqual(x);
  });

  it('are painted where the axes say, solid within and clear without', () => {
    const pixel = painted([5], [2.5]);
    expect(pixel(10, 15)).toEqual([255, 0, 0, 128]);
    expect(pixel(10, 5)).toEqual([0, 0, 0, 0]);
  });

  it('grow more solid where they overlap', () => {
    expect(painted([5, 5], [5, 5])(10, 10)).toEqual([255, 0, 0, 192]);
  });

  it('stop at the edge of the plotting area and pass over gaps', () => {
    const pixel = painted([0, Number.NaN, 40], [10, 5, 40], 1);
    expect(pixel(0, 0)).toEqual([255, 0, 0, 255]);
    expect(pixel(19, 19)).toEqual([0, 0, 0, 0]);
  });
});

describe('the pointer', () => {
  it('is told in data units', () => {
    const size = { width: 120, height: 140 };
    expect(pointAt(60, 70, layout, size)).toEqual({ x: 5, y: 5 });
    const log = { ...layout, xaxis: { range: [0, 2], type: 'log' } } as Layout;
    expect(pointAt(60, 20, log, size)).toEqual({ x: 10, y: 10 });
  });

  it('paint rings whose middle stays empty', () => {
    const data = new Uint8ClampedArray(4 * 20 * 20);
    const marker = { size: 10, color: '#ff0000', opacity: 1, symbol: 'circle-open' };
    const trace = { type: 'scatter', mode: 'markers', x: [5], y: [5], marker } as const;
    blendTrace({ data, width: 20, height: 20 }, trace, layout, 1);
    const alpha = (column: number, row: number) => data[4 * (row * 20 + column) + 3];
    expect(alpha(10, 10)).toBe(0);
    expect(alpha(14, 10)).toBeGreaterThan(200);
    expect(alpha(17, 10)).toBe(0);
  });
});
