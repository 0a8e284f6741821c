/** Letters in a line. */
const LINE = 88;

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Bytes as base64, in lines that end with a line feed. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\n');
}
