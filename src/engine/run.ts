import { FRESH_POINTS, freshPoints } from '../core/data/data.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import { predict, usageOf } from '../core/predict.ts';
import type { PredictionRequest, Predictions } from '../core/predictions.ts';
import { canBeScored, Scoring, ScoringPoints } from '../core/scoring.ts';
import { Trainer } from './trainer.ts';

/** A run as the worker serves it: a trainer whose network can be looked at and scored meanwhile. */
export class Run extends Trainer {
  private against: ScoringPoints | null = null;

  view(request: PredictionRequest): Predictions {
    return predict(this.fitted(), request, this.experiment.seed, this.forward);
  }

  /** Mean π_k over the training inputs, [K]; [1] for a feed-forward network. */
  usage(): Float32Array {
    return usageOf(this.fitted(), this.forward);
  }

  /**
   * Begins to score the network as it is now, while it may go on training; on
   * the test points where there are no fresh ones. Null where there is nothing
   * to score yet.
   *
   * @param most how many points are used at most
   */
  scoring(most: number): Scoring | null {
    const fitted = this.fitted();
    if (!canBeScored(fitted)) return null;
    this.against ??= this.scoringPoints();
    return new Scoring(fitted, this.step, this.against, most, this.forward);
  }

  private scoringPoints(): ScoringPoints {
    const { data, seed } = this.experiment;
    const points = freshPoints(data, seed, FRESH_POINTS) ?? this.task.data.test;
    return new ScoringPoints(points, truthOf(data.name, data.noise));
  }
}
