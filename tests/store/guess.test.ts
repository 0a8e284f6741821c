import { afterEach, describe, expect, it } from 'vitest';
import { level } from '../../src/core/guess.ts';
import { parseScene, writeScene } from '../../src/core/scene.ts';
import { closeLabs, openLab, SMALL, stands } from '../helpers/trainedLab.ts';

const GUESS = { range: [-1, 1], heights: level(0), shown: true } as const;

describe('an answer that is guessed first', () => {
  afterEach(closeLabs);

  it('is revealed with its learning to be seen, where there has been none, and the guess stays', async () => {
    const lab = openLab();
    lab.show({ guessing: true });
    lab.guess.setState({ now: GUESS });
    lab.reveal();
    expect(lab.view.getState().guessing).toBe(false);
    await stands(lab, 'finished', SMALL.training.epochs);
    expect(lab.guess.getState().now).toBe(GUESS);
  });

  it('is revealed as it is, where the run has been trained so far', async () => {
    const lab = openLab();
    lab.show({ guessing: true });
    void lab.controller.trainTo(3);
    await stands(lab, 'paused', 3);
    lab.reveal();
    await stands(lab, 'paused', 3);
  });

  it('takes a guess of these data alone: other data have none', () => {
    const lab = openLab();
    lab.guess.setState({ now: GUESS });
    lab.editor.set('training.learningRate', 0.02);
    expect(lab.guess.getState().now).toBe(GUESS);
    lab.editor.set('data.noise', 0.3);
    expect(lab.guess.getState().now).toBeNull();
  });

  it('is hidden by the link of the scene, and links from before show theirs', () => {
    const lab = openLab();
    lab.show({ guessing: true });
    const link = writeScene(lab.scene);
    expect(link).toMatch(/&guess=1/);
    expect(parseScene(link)).toMatchObject({ value: { view: { guessing: true } } });
    expect(parseScene(link.replace('&guess=1', ''))).toMatchObject({
      value: { view: { guessing: false } },
    });
  });
});
