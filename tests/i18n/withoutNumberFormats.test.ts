import { IntlMessageFormat } from 'intl-messageformat';
import { createTranslator } from 'use-intl';
import { afterEach, expect, it, vi } from 'vitest';
import { doWithoutNumberFormats } from '../../src/i18n/withoutNumberFormats.ts';

const { resolveLocale, __parse } = IntlMessageFormat;

afterEach(() => {
  Object.assign(IntlMessageFormat, { resolveLocale, __parse });
  vi.restoreAllMocks();
});

it('texts with plurals, in one another and in tags, are formatted without asking how numbers are written', () => {
  doWithoutNumberFormats();
  const asked = vi.spyOn(Intl, 'NumberFormat');
  const messages = {
    rows: '{rows, plural, one {# row} other {<b># rows</b> of {columns, plural, one {# column} other {# columns}}}}',
  };
  for (const locale of ['en', 'ru'] as const) {
    const t = createTranslator({ locale, messages }) as unknown as {
      markup(key: string, values: object): string;
    };
    const b = (text: string) => `*${text}*`;
    expect(t.markup('rows', { rows: 5, columns: 1, b })).toBe('*5 rows* of 1 column');
    expect(t.markup('rows', { rows: 1, columns: 2, b })).toBe('1 row');
  }
  expect(asked).not.toHaveBeenCalled();
});
