import type { explanations } from './en/lab/explanations.ts';
import type { Translate } from './index.ts';

/** Everything that has an explanation. */
export type Explained = keyof typeof explanations;

/** An explanation in the language of the page, as the interface shows it. */
export interface Explanation {
  /** Accessible name of the button that opens it. */
  readonly about: string;
  readonly paragraphs: readonly string[];
  /** The unit in a sentence of its own; empty where there is none. */
  readonly unit: string;
}

/**
 * The explanation of a control or number.
 *
 * @param name what is explained, as it stands on the page
 */
export function explained(t: Translate, what: Explained, name: string): Explanation {
  const unit = t(`explain.texts.${what}.unit`);
  const paragraphs = [t(`explain.texts.${what}.what`), t(`explain.texts.${what}.effect`)];
  return {
    about: t('explain.about', { name }),
    paragraphs: paragraphs.filter((text) => text !== ''),
    unit: unit === '' ? '' : t('explain.unit', { unit }),
  };
}
