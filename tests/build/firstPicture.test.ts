import { describe, expect, it } from 'vitest';
import { firstPicture } from '../../src/build/firstPicture.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';

const paths = (picture: string) =>
  [...picture.matchAll(/<path d="([^"]*)" stroke="([^"]*)"/g)].map(([, d, color]) => ({
    d: d!,
    color,
  }));

describe('the first picture', () => {
  const theme = chartTheme('light');
  const picture = firstPicture(theme);

  it('has a dot for every test point and a line for the mean of every component', () => {
    const { test } = rememberedTask(DEFAULT_EXPERIMENT).data;
    const found = paths(picture);
    const dots = found.find(({ color }) => color === theme.test)!;
    expect(dots.d.match(/h0/g)).toHaveLength(test.x.length);
    expect(found.filter(({ color }) => color === theme.model)).toHaveLength(30);
  });

  it('is another in the dark', () => {
    const dark = chartTheme('dark');
    expect(new Set(paths(firstPicture(dark)).map(({ color }) => color))).toEqual(
      new Set([dark.hairline, dark.model, dark.test]),
    );
  });

  it('is small, and needs no style that the page’s policy would refuse', () => {
    expect(picture.length).toBeLessThan(20_000);
    expect(picture).not.toMatch(/style|NaN/);
  });
});
