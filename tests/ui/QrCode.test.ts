import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QrCode } from '../../src/ui/QrCode.tsx';

const drawn = (text: string) =>
  renderToStaticMarkup(createElement(QrCode, { text, name: 'Code', tooLong: 'Too long.' }));

describe('a QR code', () => {
  it('is a picture of a link, and a sentence where the link is longer than any code', () => {
    expect(drawn(`https://example.org/#/?data=${'x'.repeat(2800)}`)).toMatch(/^<svg /);
    expect(drawn(`https://example.org/#/?data=${'x'.repeat(12_000)}`)).toBe('<p>Too long.</p>');
  });
});
