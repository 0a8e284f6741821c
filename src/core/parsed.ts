import * as v from 'valibot';

/** Values from outside: a schema takes them, or a problem names what is wrong with each. */

export interface Limit {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** What is wrong with one value that came from outside. */
export interface Problem {
  /** Where it stood, as in `data.points`; `link` for a link as a whole. */
  readonly field: string;
  readonly reason:
    | 'missing'
    | 'malformed'
    | 'tooSmall'
    | 'tooLarge'
    | 'notWhole'
    | 'notAllowed'
    | 'notOfModel'
    | 'repeated'
    | 'tooLong'
    | 'tooFew'
    | 'newerVersion'
    /** A data set of the user's own that is not here. */
    | 'absent'
    /** A formula that cannot be read. */
    | 'formula';
  /** What was given there, where a list gives several. */
  readonly value?: string;
  /** The bound that was broken, or the values that are allowed. */
  readonly allowed?: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A failed parse with one problem. */
export function refused(field: string, reason: Problem['reason'], allowed?: string): Parsed<never> {
  return {
    ok: false,
    problems: [allowed === undefined ? { field, reason } : { field, reason, allowed }],
  };
}

/** Numbers within a limit, both ends included. */
export function number(limit: Limit) {
  const range = v.pipe(v.number(), v.finite(), v.minValue(limit.min), v.maxValue(limit.max));
  return limit.integer ? v.pipe(range, v.integer()) : range;
}

/** A list whose length is looked at before its members are: there may be a million. */
export function list<const Schema extends v.GenericSchema>(member: Schema, { min, max }: Limit) {
  const array = v.custom<readonly unknown[]>(Array.isArray);
  return v.pipe(array, v.minLength(min), v.maxLength(max), v.array(member));
}

/** The message of a check that finds a data set of the user's own not at hand. */
export const ABSENT = 'absent';

/** The message of a check that finds a formula that cannot be read. */
export const FORMULA = 'formula';

const REASONS: Readonly<Record<string, Problem['reason']>> = {
  min_value: 'tooSmall',
  max_value: 'tooLarge',
  integer: 'notWhole',
  min_length: 'tooSmall',
  max_length: 'tooLarge',
  picklist: 'notAllowed',
  literal: 'notAllowed',
  variant: 'notAllowed',
};

function toProblem(issue: v.BaseIssue<unknown>, whole: string): Problem {
  const field = v.getDotPath(issue) ?? whole;
  if (issue.received === 'undefined') return { field, reason: 'missing' };
  if (issue.message === FORMULA) return { field, reason: 'formula', value: String(issue.input) };
  const reason = issue.message === ABSENT ? 'absent' : (REASONS[issue.type] ?? 'malformed');
  const requirement = issue.requirement;
  if (typeof requirement === 'number') return { field, reason, allowed: String(requirement) };
  if (reason === 'notAllowed' && issue.expected) {
    return { field, reason, allowed: issue.expected.replace(/["()]/g, '').replaceAll(' | ', ', ') };
  }
  return { field, reason };
}

/**
 * Rebuilds a value of unknown origin field by field. Fields that the schema does
 * not know are left behind. Never throws.
 *
 * @param whole what a problem calls the value itself
 */
export function parsed<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  whole: string,
): Parsed<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.map((issue) => toProblem(issue, whole)) };
}
