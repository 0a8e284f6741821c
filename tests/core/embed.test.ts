import { describe, expect, it } from 'vitest';
import { parseEmbed, writeEmbed } from '../../src/core/embed.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { parseScene } from '../../src/core/scene.ts';
import { INITIAL_VIEW } from '../../src/core/view.ts';

const SCENE = { experiment: DEFAULT_EXPERIMENT, view: INITIAL_VIEW, epoch: 30 };
const EMBED = {
  hide: ['timeline', 'slice'],
  origin: ['https://example.org', 'http://localhost:4180'],
} as const;

describe('a link that is shown in a frame', () => {
  const link = `https://here/#/?${writeEmbed(SCENE, EMBED)}`;

  it('says how, and holds the scene', () => {
    expect(parseEmbed(link)).toEqual({ ok: true, value: EMBED });
    expect(parseScene(link)).toEqual({ ok: true, value: SCENE });
  });

  it('listens to nobody and hides nothing unless it says so', () => {
    expect(parseEmbed('#/?embed=1&v=1')).toEqual({ ok: true, value: { hide: [], origin: [] } });
  });

  it.each([
    ['hide=figure'],
    ['origin=*'],
    ['origin=null'],
    ['origin=javascript:alert(1)'],
    ['origin=https://example.org/path'],
    [`origin=${Array.from({ length: 11 }, (_, i) => `https://${i}.org`).join()}`],
  ])('is refused with %s', (query) => {
    expect(parseEmbed(`#/?embed=1&${query}`).ok).toBe(false);
  });
});
