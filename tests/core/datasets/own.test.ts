import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../../src/core/article.ts';
import { generate } from '../../../src/core/data/data.ts';
import type { DataSet } from '../../../src/core/datasets/dataSet.ts';
import { DATA_NAMES, type DataName, dataSetOf } from '../../../src/core/datasets/datasets.ts';
import { ownSet, retitleOwn, takeOwn, takePoints, titled } from '../../../src/core/datasets/own.ts';
import { packed, unpacked } from '../../../src/core/datasets/pack.ts';
import { swapAxes } from '../../../src/core/datasets/swapAxes.ts';
import { parseExperiment } from '../../../src/core/experiment.ts';
import { LONGEST_LINK, linkCarries, parseLink, writeLink } from '../../../src/core/link.ts';
import { randomStream } from '../../../src/core/random.ts';
import { withData } from '../../../src/core/usual.ts';

const points = (...pairs: [number, number][]) => ({
  x: Float64Array.from(pairs, ([x]) => x),
  y: Float64Array.from(pairs, ([, y]) => y),
});
const article = articleExperiment('sine', 'mdn');

describe('packed points', () => {
  it('keep numbers of few digits as they are, in the order of their inputs', () => {
    expect(unpacked(packed(points([3.25, -10.5], [1.5, 7], [2, 0.01])))).toEqual(
      points([1.5, 7], [2, 0.01], [3.25, -10.5]),
    );
  });

  it('are within a ten-thousandth of the range of what they were, whatever their scale', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 50 }), (pairs) => {
        const before = points(...pairs);
        const after = unpacked(packed(before))!;
        for (const axis of ['x', 'y'] as const) {
          const [sorted, kept] = [before[axis].toSorted(), after[axis].toSorted()];
          const range = sorted.at(-1)! - sorted[0]! || Math.max(1, Math.abs(sorted[0]!));
          sorted.forEach((was, i) => {
            // What a double cannot hold at that distance from 0 is no fault of the packing.
            const rounding = Number.EPSILON * Math.abs(was) + 1e-290;
            expect(Math.abs(kept[i]! - was)).toBeLessThanOrEqual(1e-4 * range + rounding);
          });
        }
        // Packed once more, they are the same text: the same set.
        expect(packed(after)).toBe(packed(unpacked(packed(after))!));
      }),
      {
        numRuns: 100,
        examples: [
          [
            [
              [999999999997.5533, 0],
              [999999999993.8914, 0],
            ],
          ],
        ],
      },
    );
  });

  it('are told from any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{0,80}$/)), (text) => {
        const found = unpacked(text);
        expect(found === null || found.x.length >= 2).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(unpacked('')).toBeNull();
  });
});

describe('data of the user’s own', () => {
  it('go by their content, and are all used', () => {
    const name = takePoints(points([1, 2], [2, 3], [3, 5]), 'Three');
    expect(takePoints(points([3, 5], [1, 2], [2, 3]), null)).toBe(name);
    expect(takePoints(points([3, 5], [1, 2], [2, 4]), null)).not.toBe(name);
    expect(ownSet(name)?.title).toBe('Three');
    expect(takePoints(points([1, 2], [2, 3], [3, 5]), 'Another')).toBe(name);
    expect(ownSet(name)?.title).toBe('Three');
    retitleOwn(name, 'Another');
    expect(ownSet(name)?.title).toBe('Another');
    expect(dataSetOf(name).fixedCount).toBe(3);
    const { train, test } = generate(withData(article, name).data, 1);
    expect([train.x.length, test.x.length]).toEqual([2, 1]);
  });

  it('that are not at hand are refused by their name', () => {
    const name = 'own.0123456789abcdef' as const;
    const experiment = { ...article, data: { ...article.data, name } };
    expect(parseExperiment(experiment)).toMatchObject({
      problems: [{ field: 'data.name', reason: 'absent' }],
    });
    expect(parseLink(`${writeLink(experiment)}&title=My~20geyser`)).toEqual({
      ok: false,
      problems: [{ field: 'data.name', reason: 'absent', value: 'My geyser' }],
    });
    expect(takeOwn({ title: null, packed: 'not points' })).toBeNull();
  });

  it('travel in a link if they are small, and are the same set there', () => {
    const { x, y } = dataSetOf('geyser').draw(0, 0, randomStream(1, 'data'));
    const name = takePoints({ x, y }, 'Geyser & co.');
    const experiment = withData(article, name);
    const link = writeLink(experiment);
    expect(link).toContain(`own=${ownSet(name)!.packed}`);
    expect(link.length).toBeLessThan(2500);
    expect(parseLink(link)).toEqual({ ok: true, value: experiment });
  });

  it('are thousands of points in a link, which says where they are too many', () => {
    const random = randomStream(3, 'data');
    const draw = (count: number) => {
      const normal = () => Float64Array.from({ length: count }, () => random.normal());
      return takePoints({ x: normal(), y: normal() }, 'x'.repeat(60));
    };
    const [small, large] = [draw(2700), draw(5000)];
    const [carried, left] = [small, large].map((name) => withData(article, name));
    expect([linkCarries(carried!), linkCarries(left!)]).toEqual([true, false]);
    expect(writeLink(carried!).length).toBeLessThan(LONGEST_LINK);
    expect(writeLink(left!)).not.toContain('own=');
    expect(parseLink(writeLink(left!))).toEqual({ ok: true, value: left });
  });

  it('have a title that any link and any page can show', () => {
    expect(titled('  two\n words ')).toBe('two words');
    expect(titled(' ')).toBeNull();
    expect(titled(`${'x'.repeat(59)}😀`)).toBe('x'.repeat(59));
    const name = takePoints(points([1, 2], [2, 9]), `My data! ('a' & "b") *~. ${'é'.repeat(60)}`);
    const experiment = withData(article, name);
    const link = writeLink(experiment);
    expect(link.slice(0, link.indexOf('&own='))).toMatch(/^[\w=&%,:.-]*title=[\w~-]*$/);
    expect(parseLink(`(${link}).`)).toEqual({ ok: true, value: experiment });
    const elsewhere = link.replace(/data=own\.\w+/, 'data=own.0123456789abcdef');
    for (const sent of [elsewhere, encodeURIComponent(elsewhere), `<${elsewhere}>.`]) {
      expect(parseLink(sent)).toMatchObject({ problems: [{ value: ownSet(name)!.title }] });
    }
  });
});

describe('data turned over', () => {
  const turn = (name: DataName, title: string) =>
    swapAxes(withData(article, name).data, article.seed, title);

  it('are the user’s own, and turned back what they were', () => {
    const turned = turn('geyser', 'Geyser, swapped');
    const [there, before] = [turned, 'geyser' as const].map((name) =>
      dataSetOf(name).draw(0, 0, randomStream(1, 'data')),
    );
    expect(ownSet(turned)?.title).toBe('Geyser, swapped');
    expect(there!.x.toSorted()).toEqual(before!.y.toSorted());
    expect(there!.y.toSorted()).toEqual(before!.x.toSorted());
    expect(turn(turned, 'twice')).toBe('geyser');
  });

  it('are another offered set where that is the same points, the other way round', () => {
    expect([turn('sine', ''), turn('inverted', '')]).toEqual(['inverted', 'sine']);
  });

  it.each(DATA_NAMES)('are as many points as before: %s', (name) => {
    const { data } = withData(article, name);
    const turned = dataSetOf(turn(name, 'Turned over'));
    const count = (set: DataSet) => set.fixedCount ?? data.points;
    expect(count(turned)).toBe(count(dataSetOf(name)));
  });
});
