import * as v from 'valibot';
import { DATA_NAMES, type DataName } from '../datasets/datasets.ts';
import { type FormulaName, formulaSet, isFormula } from '../datasets/formula.ts';
import { isOwn, type OwnName, ownDataSet } from '../datasets/own.ts';
import { ABSENT, FORMULA, type Limit, number } from '../parsed.ts';

/** The allowed range of every number about the data, both ends included. */
export const DATA_LIMITS = {
  points: { min: 50, max: 20_000, integer: true },
  noise: { min: 0, max: 5 },
  testFraction: { min: 0.05, max: 0.9 },
  /** Either end of a range of inputs. */
  input: { min: -1e12, max: 1e12 },
  /** Training points that a range of inputs holds. */
  trainedPoints: { min: 5, max: 20_000, integer: true },
} as const satisfies Record<string, Limit>;

/** A set of the user's own that is at hand. */
const OwnNameSchema = v.pipe(
  v.custom<OwnName>((name) => typeof name === 'string' && isOwn(name)),
  v.check((name) => ownDataSet(name) !== undefined, ABSENT),
);

/** A formula that can be read. */
const FormulaNameSchema = v.pipe(
  v.custom<FormulaName>((name) => typeof name === 'string' && isFormula(name)),
  v.check((name) => formulaSet(name) !== null, FORMULA),
);

const NameSchema: v.GenericSchema<DataName> = v.lazy((name) => {
  if (typeof name === 'string' && isOwn(name)) return OwnNameSchema;
  if (typeof name === 'string' && isFormula(name)) return FormulaNameSchema;
  return v.picklist(DATA_NAMES);
});

export const DataSchema = v.object({
  name: NameSchema,
  /** Points in all; of the training set alone where the test set is drawn separately; of no use where they are given. */
  points: number(DATA_LIMITS.points),
  /** How much noise; the data set says of what kind. */
  noise: number(DATA_LIMITS.noise),
  /** Share of the points kept for testing; of no use where the test set is drawn separately. */
  testFraction: number(DATA_LIMITS.testFraction),
  /**
   * The only inputs that are trained on, both ends included, in the data's unit; null
   * for all. Training points outside are left out, and the test loss is of the test
   * points inside (`data/data.ts`).
   */
  trainedOn: v.optional(
    v.nullable(
      v.pipe(
        v.tuple([number(DATA_LIMITS.input), number(DATA_LIMITS.input)]),
        v.check(([from, to]) => from < to),
        v.readonly(),
      ),
    ),
    null,
  ),
});

/** Which points there are, and which of them are trained on. */
export type DataSettings = v.InferOutput<typeof DataSchema>;
