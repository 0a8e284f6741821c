import fc from 'fast-check';
import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, LIMITS, type ModelKind } from '../../src/core/experiment.ts';
import type { Limit } from '../../src/core/parsed.ts';
import { type Allowed, put } from '../../src/core/row.ts';
import { type Scene, SHOWN } from '../../src/core/scene.ts';
import { ROWS, settingIn } from '../../src/core/settings.ts';

function number({ min, max, integer }: Limit): fc.Arbitrary<number> {
  if (integer) return fc.integer({ min, max });
  // A link's text has no −0, which is no different setting from 0.
  return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
}

function anyValue(allowed: Allowed): fc.Arbitrary<unknown> {
  const change = fc.record({ step: number(LIMITS.step), rate: number(LIMITS.learningRate) });
  switch (allowed.kind) {
    case 'number':
      return number(allowed.limit);
    case 'choice':
      return fc.constantFrom(...allowed.names);
    case 'choices':
      return fc.subarray([...allowed.names]);
    case 'yesNo':
      return fc.boolean();
    case 'point':
      return fc.record({ set: fc.constantFrom('train', 'test'), index: number(allowed.limit) });
    case 'range':
      // All points lie in it, so that there are enough; they are drawn to be counted, so it is rare.
      return fc.oneof(
        { weight: 99, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.tuple(number({ min: -1e6, max: -1e5 }), number({ min: 1e5, max: 1e6 })),
        },
      );
    case 'zoom': {
      const rising = fc
        .uniqueArray(number(allowed.limit), { minLength: 2, maxLength: 2 })
        .map((ends) => ends.map((end) => Number(end.toPrecision(7))).sort((a, b) => a - b))
        .filter(([low, high]) => low! < high!);
      return fc.tuple(rising, rising).map((ends) => ends.flat());
    }
    case 'components':
      return fc.array(number({ min: 0, max: 99, integer: true }), { maxLength: 30 });
    case 'layers':
      return fc.array(number(LIMITS.units), { minLength: 1, maxLength: allowed.limit.max });
    case 'cosine':
      return fc.oneof(
        fc.constant({ kind: 'constant' }),
        fc.record({ kind: fc.constant('cosine'), epochs: number(allowed.limit) }),
      );
    case 'changes':
      return fc
        .uniqueArray(change, { maxLength: 20, selector: ({ step }) => step })
        .map((changes) => changes.sort((a, b) => a.step - b.step));
  }
}

/** Any experiment that the schema allows. */
export function anyExperiment(): fc.Arbitrary<Experiment> {
  const values = ROWS.map(([path, { allowed }]) => [path, anyValue(allowed)] as const);
  return fc
    .record(Object.fromEntries(values))
    .map((chosen) =>
      ROWS.reduce(
        (e, [path]) => (settingIn(e, path) === undefined ? e : put(e, path, chosen[path])),
        articleExperiment('sine', chosen['model.kind'] as ModelKind),
      ),
    );
}

/** Any scene that the schema allows, with no more digits than a link has. */
export function anyScene(): fc.Arbitrary<Scene> {
  const values = SHOWN.map(([path, { allowed, absent, read, write }]) => {
    const written = anyValue(allowed).map((value) => read(write(value)));
    return [path, absent === null ? fc.option(written) : written] as const;
  });
  return fc
    .tuple(anyExperiment(), fc.record(Object.fromEntries(values)))
    .map(([experiment, chosen]) =>
      SHOWN.reduce((scene, [path]) => put(scene, path, chosen[path]), { experiment } as Scene),
    );
}
