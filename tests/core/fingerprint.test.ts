import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint.ts';

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

describe('fingerprint', () => {
  it('is the SHA-256 of the little-endian float32 values', async () => {
    const bytes = Buffer.from([0, 0, 128, 63, 0, 0, 0, 192]); // 1, −2
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await fingerprint(Float32Array.of(1, -2), digest)).toBe(expected);
  });

  it('tells two vectors apart that differ in one bit', async () => {
    const one = await fingerprint(Float32Array.of(1, 0), digest);
    expect(await fingerprint(Float32Array.of(1, -0), digest)).not.toBe(one);
  });

  it('is null where there is no cryptography', async () => {
    expect(await fingerprint(Float32Array.of(1), null)).toBeNull();
  });
});
