import type { Translate } from './index.ts';

/** What a figure says that cannot be shown. */
export function figureLabels(t: Translate) {
  return {
    missing: t('figure.missing'),
    reload: t('app.reload'),
    broken: t('figure.notDrawn'),
    retry: t('figure.retry'),
  };
}
