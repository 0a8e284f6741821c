import { createTranslator } from 'use-intl';
import * as about from '../../src/i18n/en/about.ts';
import * as article from '../../src/i18n/en/article.ts';
import * as compare from '../../src/i18n/en/compare.ts';
import * as lab from '../../src/i18n/en/lab.ts';
import * as page from '../../src/i18n/en/page.ts';
import * as stage from '../../src/i18n/en/stage.ts';
import * as sweep from '../../src/i18n/en/sweep.ts';

/** Every text in English. */
export const ENGLISH = { ...page, ...lab, ...article, ...about, ...compare, ...sweep, ...stage };

/** Looks up an English text, as the page does. */
export const t = createTranslator({ locale: 'en', messages: ENGLISH });
