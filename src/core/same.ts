/** True if two plain values (what JSON can hold) are alike; a field left out is as good as undefined. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same of what may hold typed arrays and numbers that are not finite; NaN is like NaN. */
export function sameNumbers(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a.constructor !== b.constructor) return false;
  if (ArrayBuffer.isView(a)) {
    const [left, right] = [a, b] as unknown as [ArrayLike<number>, ArrayLike<number>];
    if (left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (!Object.is(left[i], right[i])) return false;
    return true;
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && sameNumbers(a[key as never], b[key as never]));
}
