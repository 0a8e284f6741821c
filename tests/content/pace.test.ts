import { afterEach, describe, expect, it } from 'vitest';
import { ArticleLab } from '../../src/content/lab/ArticleLab.ts';
import { parsePace, setPace } from '../../src/content/lab/pace.ts';
import { articleExperiment } from '../../src/core/article.ts';

afterEach(() => setPace(null));

describe("the article's speed", () => {
  it('is one for all figures, those that come later too', () => {
    const first = new ArticleLab(articleExperiment('sine', 'ffnn'));
    setPace(30);
    const later = new ArticleLab(articleExperiment('sine', 'ffnn'));
    expect([first, later].map(({ lab }) => lab.view.getState().pace)).toEqual([30, 30]);
    setPace(null);
    expect([first, later].map(({ lab }) => lab.view.getState().pace)).toEqual([null, null]);
  });

  it('stays when a figure goes back to what the text has set', () => {
    const figure = new ArticleLab(articleExperiment('sine', 'ffnn'));
    setPace(10);
    figure.back();
    expect(figure.lab.view.getState().pace).toBe(10);
    expect(figure.lab.view.getState().answer).toBe('means');
  });

  it.each([
    ['30', 30],
    ['', null],
    ['fast', null],
    ['-1', null],
    ['1e99', null],
    [null, null],
  ])('is read of the stored text %j as %j', (text, pace) => {
    expect(parsePace(text)).toBe(pace);
  });
});
