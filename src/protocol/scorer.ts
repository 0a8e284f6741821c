import { FIRST_POINTS, FRESH_POINTS } from '../core/data/data.ts';
import type { Scores } from '../core/predictions.ts';

/** What the scorer needs of a run. */
export interface Scorable {
  /** Optimizer steps after which the model is what it is now. */
  readonly shownStep: number;
  /**
   * Begins to score the model as it is now, on so many fresh points; null where
   * there is nothing to score yet.
   */
  scoring(points: number): { advance(): Scores | null } | null;
}

/** Fresh points while training and for a first number, and when there is nothing else to do. */
const POINTS = { few: FIRST_POINTS, all: FRESH_POINTS } as const;
/** Scores may take this share of the time while training. */
const SHARE = 0.03;
/**
 * A scoring that has taken so long is finished whatever it takes, in milliseconds: two of
 * them, one shown while the next is made, stay below a second.
 */
const OLD_MS = 400;

/** Decides when a run is scored, and on how many points: few while it trains and at first, all once it rests. */
export class Scorer {
  /** The newest scores that nobody has taken yet. */
  private scores: Scores | null = null;
  private job: ReturnType<Scorable['scoring']> = null;
  private jobPoints = 0;
  /** What was scored last, or is being scored. */
  private scored = { step: -1, points: 0 };
  /** Milliseconds that scoring may still take. */
  private budget = 0;
  /** When the job was begun. */
  private begun = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Forgets what was scored, as for another run. */
  forget(): void {
    this.job = null;
    this.scores = null;
    this.scored = { step: -1, points: 0 };
  }

  /**
   * Other weights are shown, which are to be scored. What has been begun on few
   * points comes to its end all the same, or a hand that moves on would see no scores.
   */
  lookElsewhere(): void {
    this.scored = { step: -1, points: 0 };
  }

  due({ shownStep }: Scorable, training: boolean): boolean {
    const points = training ? POINTS.few : POINTS.all;
    return this.job !== null || shownStep !== this.scored.step || this.scored.points < points;
  }

  /**
   * Scores a little.
   *
   * @param stint milliseconds that have passed in training, or that may be used up now
   * @returns true if there are new scores
   */
  advance(run: Scorable, stint: number, training: boolean): boolean {
    const points = this.wanted(run, training);
    // What was begun for the other state is not what is wanted any more.
    if (this.job && this.jobPoints !== points) this.drop();
    if (!this.due(run, training)) return false;
    const late = this.job !== null && this.now() - this.begun > OLD_MS;
    this.budget = training && !late ? Math.min(this.budget + SHARE * stint, stint) : stint;
    while (this.budget > 0) {
      const start = this.now();
      if (!this.job) this.begin(run, points);
      if (!this.job) return false;
      const scores = this.job.advance();
      // At least a little, so that a clock that stands still ends the loop too.
      this.budget -= Math.max(0.1, this.now() - start);
      if (!scores) continue;
      this.job = null;
      this.scores = scores;
      return true;
    }
    return false;
  }

  /** The newest scores, once. */
  take(): Scores | null {
    const { scores } = this;
    this.scores = null;
    return scores;
  }

  private wanted({ shownStep }: Scorable, training: boolean): number {
    if (training || this.scored.step !== shownStep) return POINTS.few;
    return this.job ? this.jobPoints : POINTS.all;
  }

  private begin(run: Scorable, points: number): void {
    this.job = run.scoring(points);
    this.begun = this.now();
    this.jobPoints = points;
    // Where there is nothing to score, more points would not help.
    this.scored = { step: run.shownStep, points: this.job ? points : POINTS.all };
  }

  private drop(): void {
    this.job = null;
    this.scored = { step: -1, points: 0 };
  }
}
