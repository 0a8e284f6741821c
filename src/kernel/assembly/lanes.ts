/** Sums across the lanes of vectors, always in the same order. */

/** The four sums of the lanes of a, b, c and d, as one vector. */
// @ts-ignore: decorator
@inline
export function sumsOf4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(
    v128.shuffle<f32>(a, b, 0, 4, 1, 5),
    v128.shuffle<f32>(a, b, 2, 6, 3, 7),
  );
  const cd = f32x4.add(
    v128.shuffle<f32>(c, d, 0, 4, 1, 5),
    v128.shuffle<f32>(c, d, 2, 6, 3, 7),
  );
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** The sum of the lanes of a. */
// @ts-ignore: decorator
@inline
export function sumOf(a: v128): f32 {
  const pairs = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Adds to the float32 at `at`. */
// @ts-ignore: decorator
@inline
export function addTo(at: usize, value: f32): void {
  store<f32>(at, load<f32>(at) + value);
}

/** Adds the first `count` lanes of `value` to the float32 from `at` on. */
// @ts-ignore: decorator
@inline
export function addLanesTo(at: usize, value: v128, count: i32): void {
  if (count >= 4) {
    v128.store(at, f32x4.add(v128.load(at), value));
    return;
  }
  addTo(at, f32x4.extract_lane(value, 0));
  if (count > 1) addTo(at + 4, f32x4.extract_lane(value, 1));
  if (count > 2) addTo(at + 8, f32x4.extract_lane(value, 2));
}
