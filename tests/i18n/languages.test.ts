import { expect, it } from 'vitest';
import {
  DECIMAL_MARKS,
  LOCALES,
  type NoMoreThan,
  type Translated,
} from '../../src/i18n/languages.ts';

const english = { run: { play: 'Play', pause: 'Pause' } } as const;
type English = typeof english;

it('a language has the texts that English has, no fewer and no more, or it does not compile', () => {
  const whole = { run: { play: 'Los', pause: 'Halt' } };
  const exact: Translated<English> & NoMoreThan<English, typeof whole> = whole;
  expect(exact).toBe(whole);

  const less = { run: { play: 'Los' } };
  // @ts-expect-error a text is missing
  const missing: Translated<English> = less;
  const more = { run: { ...whole.run, stop: 'Schluss' } };
  // @ts-expect-error a text is idle
  const idle: NoMoreThan<English, typeof more> = more;
  expect([missing, idle]).toHaveLength(2);
});

it('every language has the decimal mark that browsers give it', () => {
  for (const locale of LOCALES) {
    const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
    expect(DECIMAL_MARKS[locale]).toBe(parts.find(({ type }) => type === 'decimal')?.value);
  }
});
