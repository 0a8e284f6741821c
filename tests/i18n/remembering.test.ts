import { describe, expect, it, vi } from 'vitest';
import { type Ask, remembering } from '../../src/i18n/remembering.ts';

describe('remembering', () => {
  it('puts a text together once, and once more for other values', () => {
    const ask = vi.fn((key: unknown, values?: unknown) => `${key} ${JSON.stringify(values)}`);
    const t = remembering(ask as Ask);
    expect([t('epoch', { n: 1 }), t('epoch', { n: 2 }), t('epoch', { n: 1 }), t('epoch')]).toEqual([
      'epoch {"n":1}',
      'epoch {"n":2}',
      'epoch {"n":1}',
      'epoch undefined',
    ]);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('remembers an empty text', () => {
    const ask = vi.fn(() => '');
    const t = remembering(ask);
    expect([t('unit'), t('unit')]).toEqual(['', '']);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('forgets all before it grows without bound', () => {
    const ask = vi.fn(String);
    const t = remembering(ask as Ask);
    for (let i = 0; i < 2001; i++) t(i);
    t(0);
    expect(ask).toHaveBeenCalledTimes(2002);
  });

  it('leaves what else the translator can do as it is', () => {
    const t = remembering(Object.assign(() => 'text', { rich: () => 'rich' }));
    expect((t as Ask & { rich: Ask }).rich()).toBe('rich');
  });
});
