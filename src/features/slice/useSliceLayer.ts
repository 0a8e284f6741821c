import { useMemo } from 'react';
import { calmEnd } from '../../charts/calm.ts';
import type { FigureSource } from '../../charts/figure.ts';
import { peakOf, sliceFigure } from '../../charts/sliceFigure.ts';
import { digitsOf } from '../../charts/template.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import { hasDensity } from '../../core/mixture.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { axisTitles } from '../axisTitles.ts';
import { onFrame } from '../sources.ts';
import { readSlice, truthAt } from './readSlice.ts';

/** Says when the slice changes: with the user's hand, and with the run. */
function follow(lab: Lab, listener: (atOnce?: boolean) => void): () => void {
  let { shown } = lab;
  let answer = lab.feed.frame?.view;
  const look = (atOnce?: boolean) => {
    const changed = lab.shown !== shown || lab.feed.frame?.view !== answer;
    [shown, answer] = [lab.shown, lab.feed.frame?.view];
    if (changed) listener(atOnce);
  };
  const stops = [
    onFrame(lab, look),
    lab.view.subscribe((now, before) => {
      if (now.cursor !== before.cursor) listener(true);
      else if (now.truth !== before.truth || now.lit !== before.lit || now.zoom !== before.zoom)
        listener();
    }),
    // Whether Live still shows the one before is known once all have heard of the new one.
    lab.editor.store.subscribe(() => queueMicrotask(look)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const ends = new WeakMap<Lab, number>();

/** The model's and the truth's density at the cursor, and where their axis ends. */
function seen(lab: Lab) {
  const slice = readSlice(lab);
  const { mixture: answered, answers = [] } = slice.answer ?? {};
  const mixture = answered && hasDensity(answered) ? answered : null;
  const truth = lab.view.getState().truth ? truthAt(lab, slice) : null;
  const end = calmEnd(ends.get(lab) ?? 0, peakOf(mixture, truth));
  ends.set(lab, end);
  return { slice, mixture, answers, truth, end };
}

/**
 * The slice's one layer, which goes round React's render.
 *
 * @param beside a lab whose slice has the same density axis
 */
export function useSliceLayer(
  lab: Lab,
  beside: Lab | null,
  t: Translate,
  theme: ThemeName,
  scale: number,
  lying: boolean,
): readonly FigureSource[] {
  return useMemo(() => {
    // The hover fills its numbers in.
    const at = { x: '{x}', y: '{y}' };
    const hover = {
      model: t('slice.hover.model', at),
      truth: t('slice.hover.truth', at),
      mean: t('slice.hover.mean', { x: '{x}' }),
    };
    const source: FigureSource = {
      subscribe: (listener) => {
        const stops = [lab, beside].map((one) => one && follow(one, listener));
        return () => {
          for (const stop of stops) stop?.();
        };
      },
      get: ({ width }) => {
        const { slice, mixture, answers, truth, end: own } = seen(lab);
        const end = Math.max(own, beside ? seen(beside).end : 0);
        return sliceFigure({
          mixture,
          answers,
          truth,
          look: { colours: lab.componentColours.getState().colours, lit: lab.view.getState().lit },
          range: slice.ranges.y,
          end,
          lying,
          theme: chartTheme(theme),
          labels: {
            density: t('slice.density', { x: fixed(slice.x, digitsOf(slice.ranges.x)) }),
            target: axisTitles(t, lab.shown.data.name).y,
            hover,
          },
          scale,
          width,
        });
      },
    };
    return [source];
  }, [lab, beside, t, theme, scale, lying]);
}
