import fc from 'fast-check';
import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, LIMITS, type Limit, type ModelKind } from '../../src/core/experiment.ts';
import { type Allowed, put, ROWS, settingIn } from '../../src/core/settings.ts';

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
    case 'yesNo':
      return fc.boolean();
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
