import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeScene } from '../../src/core/scene.ts';
import { answer, tellHeight } from '../../src/embed/frame.ts';
import { closeLabs, openLab, SMALL, stands } from '../helpers/trainedLab.ts';

afterEach(closeLabs);

const EMBED = { hide: [], origin: ['https://example.org'] } as const;
const AROUND = {};

function asked(lab: ReturnType<typeof openLab>, data: unknown, from: object = {}) {
  answer(lab, EMBED, AROUND, { source: AROUND, origin: 'https://example.org', data, ...from });
}

describe('a frame', () => {
  it('trains, pauses and steps where the page around asks', async () => {
    const lab = openLab();
    await stands(lab, 'paused', 0);
    asked(lab, { mdnPlayground: 'step' });
    await stands(lab, 'paused', 1);
    asked(lab, { mdnPlayground: 'play' });
    await stands(lab, 'finished', 60);
  });

  it('shows a scene that it is handed, and says what is wrong with one that it cannot read', async () => {
    const lab = openLab();
    await stands(lab, 'paused', 0);
    const scene = { ...lab.scene, experiment: { ...SMALL, seed: 5 } };
    asked(lab, { mdnPlayground: 'scene', link: `#/?${writeScene(scene)}` });
    expect(lab.editor.experiment.seed).toBe(5);
    asked(lab, { mdnPlayground: 'scene', link: 'v=1&seed=no' });
    expect(lab.editor.experiment.seed).toBe(5);
    expect(lab.editor.store.getState().refused.length).toBeGreaterThan(0);
  });

  it.each<[string, unknown, object]>([
    ['another origin', { mdnPlayground: 'step' }, { origin: 'https://evil.example' }],
    ['no origin', { mdnPlayground: 'step' }, { origin: 'null' }],
    ['another window', { mdnPlayground: 'step' }, { source: {} }],
    ['a call that there is not', { mdnPlayground: 'reset' }, {}],
    ['no call', 'step', {}],
    ['a scene without end', { mdnPlayground: 'scene', link: 'x'.repeat(1e7) }, {}],
    ['nothing', null, {}],
  ])('does nothing for %s', async (_, data, from) => {
    const lab = openLab();
    await stands(lab, 'paused', 0);
    const step = vi.spyOn(lab.controller, 'step');
    const before = lab.scene;
    asked(lab, data, from);
    expect(step).not.toHaveBeenCalled();
    expect(lab.scene).toEqual(before);
  });

  it('tells its height to the pages that the link names, and to no other', () => {
    const postMessage = vi.fn();
    tellHeight({ postMessage }, EMBED, 620);
    const news = { mdnPlayground: 'height', height: 620 };
    expect(postMessage.mock.calls).toEqual([[news, 'https://example.org']]);
  });
});
