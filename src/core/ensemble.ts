import { freshPoints } from './data/data.ts';
import type { Points } from './data/points.ts';
import type { Experiment } from './experiment.ts';
import { type Mixture, mean, variance } from './mixture.ts';
import { type Fitted, mixturesAt } from './model.ts';
import type { MixtureGrid, Scores } from './predictions.ts';
import { same } from './same.ts';
import { Scoring, type ScoringPoints } from './scoring.ts';

/**
 * Several networks of one data set as one answer: at each input the mixture of
 * their mixtures, all with the same weight, which is a mixture again
 * (Lakshminarayanan et al., NeurIPS 2017).
 */
export type Ensemble = readonly Fitted[];

/** A run of which the weights are known. */
export interface Member {
  readonly experiment: Experiment;
  readonly fitted: Fitted;
}

/** Points that are scored between two stops: a pooled mixture may have a thousand components. */
const CHUNK = 8;

/** Whether networks of these experiments have learned the same data set; each may have its own draw of it. */
export function onSameData(experiments: readonly Experiment[]): boolean {
  const [first, ...rest] = experiments;
  return rest.every(({ data }) => same(data, first!.data));
}

/**
 * Points that no member has trained on: fresh ones, or the test points where all have
 * the same ones. Null where there are none.
 *
 * @param members of one data set, at least one
 * @param most how many fresh points there are
 */
export function unseenPoints(members: readonly Member[], most: number): Points | null {
  const [{ experiment, fitted }] = members as readonly [Member, ...Member[]];
  const { data, seed } = experiment;
  const sameTest = members.every((member) => member.experiment.seed === seed);
  return freshPoints(data, seed, most) ?? (sameTest ? fitted.task.data.test : null);
}

/** Mixtures as one, each with the same weight; [ΣK] components, one mixture's after the other's. */
export function pooled(mixtures: readonly Mixture[]): Mixture {
  const joined = (part: (mixture: Mixture) => Float64Array) =>
    Float64Array.from(mixtures.flatMap((mixture) => Array.from(part(mixture))));
  return {
    weights: joined(({ weights }) => weights).map((weight) => weight / mixtures.length),
    means: joined(({ means }) => means),
    deviations: joined(({ deviations }) => deviations),
  };
}

/** What every member answers at each input, [n][members], in the data's own units. */
export function membersAt(ensemble: Ensemble, x: Float64Array): Mixture[][] {
  const answers = ensemble.map((fitted) => mixturesAt(fitted, x));
  return Array.from(x, (_, i) => answers.map((mixtures) => mixtures[i]!));
}

/** The ensemble's own answers, packed to be drawn. */
export function ensembleGrid(
  x: Float64Array,
  members: readonly (readonly Mixture[])[],
): MixtureGrid {
  const mixtures = members.map(pooled);
  const packed = (part: keyof Mixture) =>
    Float32Array.from(mixtures.flatMap((mixture) => Array.from(mixture[part])));
  return {
    x,
    components: mixtures[0]!.weights.length,
    weights: packed('weights'),
    means: packed('means'),
    deviations: packed('deviations'),
  };
}

/**
 * An ensemble's variance at one input in its two parts, in the target's unit
 * squared; they add up to the variance of the pooled mixture, by the law of total
 * variance.
 */
export interface VarianceParts {
  readonly mean: number;
  /** The mean of the members' variances: what the data do not say. */
  readonly within: number;
  /** The variance of the members' means: what the model does not know. */
  readonly between: number;
}

export function varianceParts(mixtures: readonly Mixture[]): VarianceParts {
  const means = mixtures.map(mean);
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = average(means);
  return {
    mean: centre,
    within: average(mixtures.map(variance)),
    between: average(means.map((value) => (value - centre) ** 2)),
  };
}

/**
 * Scores an ensemble and each of its members on the same points, bit by bit; stops
 * after every few of them, for whoever runs it in stints.
 *
 * @param most how many of the points are used at most
 */
export function* scoreEnsemble(
  ensemble: Ensemble,
  against: ScoringPoints,
  most: number,
): Generator<undefined, { readonly whole: Scores; readonly members: readonly Scores[] }> {
  const score = function* (answer: (x: Float64Array) => Mixture[]) {
    const scoring = new Scoring(answer, 0, against, most, CHUNK);
    for (;;) {
      const scores = scoring.advance();
      if (scores) return scores;
      yield;
    }
  };
  const whole = yield* score((x) => membersAt(ensemble, x).map(pooled));
  const members: Scores[] = [];
  for (const fitted of ensemble) members.push(yield* score((x) => mixturesAt(fitted, x)));
  return { whole, members };
}
