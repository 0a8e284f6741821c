/**
 * Elementary functions that give the same bits on every platform.
 *
 * The results of `Math.sin`, `Math.exp`, `Math.pow`, … may differ in the last
 * bit between JavaScript engines; these are ports of FreeBSD's msun, which use
 * nothing but IEEE 754 arithmetic. Everything that a run depends on (data,
 * split, initialisation, schedules) takes them from here. `Math.sqrt`,
 * `Math.abs`, `Math.floor` and the like are exact by the standard and may be
 * used as they are.
 */
export { default as cos } from '@stdlib/math-base-special-cos';
export { default as erf } from '@stdlib/math-base-special-erf';
export { default as erfc } from '@stdlib/math-base-special-erfc';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as log } from '@stdlib/math-base-special-ln';
export { default as pow } from '@stdlib/math-base-special-pow';
export { default as sin } from '@stdlib/math-base-special-sin';
export { default as tanh } from '@stdlib/math-base-special-tanh';

/** ½ log 2π, the constant of a Gaussian's log density, in nats. */
export const HALF_LOG_2PI = 0.9189385332046728;
