/** True if two plain values (what JSON can hold) are alike; a field left out is as good as undefined. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
