import { describe, expect, it } from 'vitest';
import { rgbOf } from '../../src/charts/dotCanvas.ts';
import { POINT_OPACITY } from '../../src/charts/mainFigure.ts';
import { chartTheme, themeProperties } from '../../src/charts/theme.ts';
import { COLOUR_COUNT } from '../../src/core/componentColours.ts';

function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
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
    for (const color of [theme.train, theme.accent, ...theme.components]) {
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

  it('gives its colours to CSS', () => {
    expect(themeProperties(theme)).toMatchObject({
      '--chart-model': theme.model,
      '--chart-train': theme.train,
    });
  });
});
