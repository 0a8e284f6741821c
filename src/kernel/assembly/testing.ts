/** exp, log and tanh over arrays in place, for the tests alone. `count` is a multiple of 4. */
import { exp, log, tanh } from './math';

export function expArray(at: usize, count: i32): void {
  for (let end = at + count * 4; at < end; at += 16) v128.store(at, exp(v128.load(at)));
}

export function logArray(at: usize, count: i32): void {
  for (let end = at + count * 4; at < end; at += 16) v128.store(at, log(v128.load(at)));
}

export function tanhArray(at: usize, count: i32): void {
  for (let end = at + count * 4; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
}
