/** Letters in a line. */
const LINE = 88;

/** Bytes as base64, in lines that end with a line feed. */
export function base64(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\n');
}
