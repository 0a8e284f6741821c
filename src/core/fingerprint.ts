/**
 * SHA-256 of the flat parameters as little-endian float32, in hexadecimal: two
 * runs with the same fingerprint ended with the same bits.
 *
 * @returns null where the platform offers no cryptography (a page that was not
 *   loaded over HTTPS or from this machine)
 */
export async function fingerprint(
  parameters: Float32Array,
  digest: ((bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>) | null,
): Promise<string | null> {
  if (!digest) return null;
  const bytes = new DataView(new ArrayBuffer(4 * parameters.length));
  parameters.forEach((value, i) => {
    bytes.setFloat32(4 * i, value, true);
  });
  const hash = new Uint8Array(await digest(new Uint8Array(bytes.buffer)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
