import { describe, expect, it } from 'vitest';
import type { Size } from '../../src/charts/figure.ts';
import { staticLayer } from '../../src/charts/mainFigure.ts';
import { dataRanges } from '../../src/charts/ranges.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { MAIN_LABELS, rounded, smallData } from './fixtures.ts';

const data = smallData();
const ranges = dataRanges(data);
const base = { ranges, theme: chartTheme('light'), labels: MAIN_LABELS, scale: 12 };

describe('the static layer', () => {
  it('draws the data points and the axes of the data set', () => {
    const figure = staticLayer({ ...base, data, show: { train: true, test: true } });
    expect(rounded(figure)).toMatchSnapshot();
  });

  it('leaves out the points that are not wanted', () => {
    const figure = staticLayer({ ...base, data, show: { train: false, test: true } });
    expect(figure.data.map(({ name }) => name)).toEqual(['test']);
  });

  it('says in words what the pointer is over', () => {
    const figure = staticLayer({ ...base, data, show: { train: false, test: true } });
    expect(figure.data[0]?.hovertemplate).toBe('x %{x:.1f}, test point y %{y:.1f}<extra></extra>');
  });

  it('draws many points fainter than few', () => {
    const opacity = (points: number, overArea: Size | null = null) => {
      const figure = staticLayer({
        ...base,
        overArea,
        data: smallData(points),
        show: { train: true, test: false },
      });
      return figure.data[0]!.marker!.opacity as number;
    };
    expect(opacity(2000)).toBe(opacity(1000));
    expect(opacity(20_000)).toBeLessThan(opacity(2000));
    // What they lie on is still seen.
    const [phone, laptop] = [
      { width: 360, height: 320 },
      { width: 700, height: 460 },
    ];
    expect(opacity(750, laptop)).toBe(opacity(750));
    expect(opacity(750, phone)).toBeLessThan(0.6 * opacity(750));
    expect(opacity(20_000, laptop)).toBeLessThan(0.5 * opacity(20_000));
  });
});
