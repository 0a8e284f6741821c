import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../helpers/chromium.ts';
import { button, expect, open, reached, test } from '../fixtures.ts';

/** A WebAssembly module of one function that needs SIMD: it returns a vector. */
const SIMD_MODULE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];

// Without these instructions of the processor V8 offers no SIMD to WebAssembly.
test.use({
  launchOptions: {
    executablePath: chromiumPath(),
    args: [
      ...CHROMIUM_ARGUMENTS,
      '--js-flags=--no-enable-ssse3 --no-enable-sse4-1 --no-enable-avx',
    ],
  },
});

test('without SIMD the composed engine trains on plain WebAssembly, and the page says so', async ({
  page,
}) => {
  await open(page);
  const simd = await page.evaluate(
    (bytes) => WebAssembly.validate(Uint8Array.from(bytes)),
    SIMD_MODULE,
  );
  test.skip(simd, 'SIMD cannot be taken from the processor of this machine.');
  await expect(
    page.getByText('A slower engine stands in here: Composed, WebAssembly.'),
  ).toBeVisible();
  await button(page, 'Play').click();
  await reached(page, 2);
});
