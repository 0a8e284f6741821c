import { describe, expect, it } from 'vitest';
import { routeOf } from '../../src/core/linkText.ts';

describe('the route in an address’s fragment', () => {
  it('leaves out the experiment behind the question mark', () => {
    expect(routeOf('#/?v=1&data=inverted')).toBe('/');
    expect(routeOf('#/learn?v=1')).toBe('/learn');
    expect(routeOf('#/learn/3/')).toBe('/learn/3');
  });

  it('is found where its question mark is encoded, or punctuation has come to its end', () => {
    for (const hash of ['#/%3Fv=1&data=sine', '#/%253Fv%253D1', '#/?v=1).']) {
      expect(routeOf(hash)).toBe('/');
    }
    expect(routeOf('#/learn/3).')).toBe('/learn/3');
    expect(routeOf('#/learn/3/the-floor”,')).toBe('/learn/3/the-floor');
  });

  it('is the playground where the fragment names no route', () => {
    for (const hash of ['', '#', '#/', '#?v=1', '#figure', '#v=1&data=sine']) {
      expect(routeOf(hash)).toBe('/');
    }
  });
});
