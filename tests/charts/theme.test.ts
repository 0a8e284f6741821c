import { describe, expect, it } from 'vitest';
import { rgbOf } from '../../src/charts/dotCanvas.ts';
import { POINT_OPACITY } from '../../src/charts/mainFigure.ts';
import { chartTheme, themeProperties } from '../../src/charts/theme.ts';
import { COLOUR_COUNT } from '../../src/core/componentColours.ts';
import { MOST_KEPT } from '../../src/core/keptRun.ts';

function linear(rgb: readonly number[]): number[] {
  return rgb.map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}

function luminance(rgb: readonly number[]): number {
  const [r, g, b] = linear(rgb);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** OKLab of linear RGB (Ottosson 2020). */
function oklab([r, g, b]: readonly number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * b!);
  const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * b!);
  const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * b!);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Linear RGB as eyes see it that lack one kind of cone (Machado et al. 2009, severity 1). */
const SIGHT = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    ...[0.152286, 1.052583, -0.204868],
    ...[0.114503, 0.786281, 0.099216],
    ...[-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    ...[0.367322, 0.860646, -0.227968],
    ...[0.280085, 0.672501, 0.047413],
    ...[-0.01182, 0.04294, 0.968881],
  ],
} as const;

/** How far apart two colours look. */
function difference(a: string, b: string, sight: keyof typeof SIGHT): number {
  const [one, other] = [a, b].map((color) => {
    const rgb = linear(rgbOf(color));
    const seen = [0, 3, 6].map((row) =>
      rgb.reduce((sum, value, i) => sum + SIGHT[sight][row + i]! * value, 0),
    );
    return oklab(seen.map((value) => Math.min(1, Math.max(0, value))));
  });
  return Math.hypot(...one!.map((value, i) => value - other![i]!));
}

/** WCAG contrast of a colour of some opacity over a background. */
function contrast(color: string, background: string, opacity = 1): number {
  const under = rgbOf(background);
  const seen = rgbOf(color).map((byte, i) => opacity * byte + (1 - opacity) * under[i]!);
  const [light, dark] = [luminance(seen), luminance(under)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = chartTheme(name);

  it('has text that can be read', () => {
    for (const color of ['ink', 'muted', 'truth', 'model', 'train'] as const) {
      expect(contrast(theme[color], theme.background), color).toBeGreaterThan(4.5);
    }
  });

  it('has graphics that can be told from the background', () => {
    for (const color of [theme.train, theme.accent, ...theme.components, ...theme.runs]) {
      expect(contrast(color, theme.background), color).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps single points visible although they are translucent', () => {
    for (const points of ['train', 'test'] as const) {
      expect(
        contrast(theme[points], theme.background, POINT_OPACITY[points]),
      ).toBeGreaterThanOrEqual(3);
    }
  });

  it('begins its density scale transparent', () => {
    expect(theme.density[0]?.[1]).toMatch(/, 0\)$/);
  });

  it('has a colour of its own for every place in the cycle', () => {
    expect(new Set(theme.components).size).toBe(COLOUR_COUNT);
  });

  it('has no colour for a component that could be taken for another, the model’s or the truth’s', () => {
    const { components, model, truth } = theme;
    components.forEach((color, i) => {
      for (const other of [...components.slice(0, i), model, truth]) {
        expect(difference(color, other, 'full'), `${color} ${other}`).toBeGreaterThan(0.1);
        for (const sight of ['protanopia', 'deuteranopia'] as const) {
          expect(difference(color, other, sight), `${color} ${other}`).toBeGreaterThan(0.05);
        }
      }
    });
  });

  it('has a colour of its own for each kept run, none of them another’s among the losses', () => {
    const { runs, train, test, truth, model } = theme;
    expect(runs).toHaveLength(MOST_KEPT);
    runs.forEach((color, i) => {
      for (const other of [...runs.slice(0, i), train, test, truth, model]) {
        expect(difference(color, other, 'full'), `${color} ${other}`).toBeGreaterThan(0.1);
        for (const sight of ['protanopia', 'deuteranopia'] as const) {
          expect(difference(color, other, sight), `${color} ${other}`).toBeGreaterThan(0.05);
        }
      }
      for (const other of theme.components) {
        expect(difference(color, other, 'full'), `${color} ${other}`).toBeGreaterThan(0.04);
      }
    });
  });

  it('gives its colours to CSS', () => {
    expect(themeProperties(theme)).toMatchObject({
      '--chart-model': theme.model,
      '--chart-train': theme.train,
    });
  });
});
