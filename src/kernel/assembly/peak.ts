/**
 * What the machine can do at best with the instructions of the matrix
 * products: per iteration, 8 multiplications and 8 additions of vectors (64
 * operations) for 6 loads, always of the same numbers. For the benchmark alone.
 */
export function peak(iterations: i32, at: usize): f32 {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  for (let n = iterations; n > 0; n--) {
    const x = v128.load(at);
    const y = v128.load(at, 16);
    let factor = v128.load32_splat(at, 32);
    a = f32x4.add(a, f32x4.mul(factor, x));
    b = f32x4.add(b, f32x4.mul(factor, y));
    factor = v128.load32_splat(at, 36);
    c = f32x4.add(c, f32x4.mul(factor, x));
    d = f32x4.add(d, f32x4.mul(factor, y));
    factor = v128.load32_splat(at, 40);
    e = f32x4.add(e, f32x4.mul(factor, x));
    f = f32x4.add(f, f32x4.mul(factor, y));
    factor = v128.load32_splat(at, 44);
    g = f32x4.add(g, f32x4.mul(factor, x));
    h = f32x4.add(h, f32x4.mul(factor, y));
  }
  const abcd = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  const efgh = f32x4.add(f32x4.add(e, f), f32x4.add(g, h));
  return f32x4.extract_lane(f32x4.add(abcd, efgh), 0);
}
