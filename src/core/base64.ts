/* Browsers, their workers and Node all have these. */
declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/** So many bytes are turned into letters at once: a call has not room for any number of arguments. */
const CHUNK = 8192;

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/**
 * The bytes of a base64 text.
 *
 * @throws DOMException for a text that is none
 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
