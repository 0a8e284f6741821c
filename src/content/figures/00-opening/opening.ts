import type { Answer } from '../../../core/answers.ts';
import { answersOf } from '../../../core/answers.ts';
import { articleExperiment } from '../../../core/article.ts';
import { pruned } from '../../../core/mixture.ts';
import { withRecipe } from '../../../core/recipes.ts';
import { rememberedTask } from '../../../core/rememberedTask.ts';
import { foreseenNow } from '../../../store/foreseen.ts';
import { mixturesNow } from '../../../store/mixturesNow.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { FigureStore } from '../../parts/figureStore.ts';

/** What the article begins with: two networks on the turned data, under the reader's own curve. */

const quick = (kind: 'ffnn' | 'mdn') => withRecipe(articleExperiment('inverted', kind), 'quick');

export const oneNumber = new ArticleLab(quick('ffnn'));
export const mixture = new ArticleLab(quick('mdn'), { answer: 'means', means: 'all' });
oneNumber.pairWith(mixture);

export const opening = new FigureStore({
  /** Whether the networks are shown beside the reader's curve. */
  compared: false,
  /** The input at which all three are asked. */
  x: 5,
});

/** Shows both networks, and trains them from their beginning. */
export async function compare(): Promise<void> {
  opening.set({ compared: true });
  for (const side of [oneNumber, mixture]) {
    if (side.lab.run.getState().step > 0) await side.lab.controller.reset();
    side.train();
  }
}

/** What a network says at an input; null until it has learned something. */
export function answersAt({ lab }: ArticleLab, x: number): readonly Answer[] | null {
  // What a network says before it has learned anything is of no use in words.
  if (lab.run.getState().step === 0 && !foreseenNow(lab)) return null;
  const found = mixturesNow(lab, rememberedTask(lab.editor.experiment), Float64Array.of(x))?.[0];
  return found ? answersOf(pruned(found), 0.05) : null;
}
