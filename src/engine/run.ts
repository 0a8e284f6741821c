import { Calibrating } from '../core/calibration.ts';
import { within } from '../core/data/points.ts';
import { type Fitted, mixturesAt } from '../core/model.ts';
import { parameterCount } from '../core/network.ts';
import { predict, usageOf } from '../core/predict.ts';
import type { PredictionRequest, Predictions } from '../core/predictions.ts';
import type { TrainedRun } from '../core/runResult.ts';
import { canBeScored, Scoring, type ScoringPoints, scoringPoints } from '../core/scoring.ts';
import type { WayState } from '../core/way.ts';
import { resultOf } from './result.ts';
import { Trainer } from './trainer.ts';

/** A run as the worker serves it: a trainer whose network can be looked at and scored meanwhile. */
export class Run extends Trainer {
  private against: ScoringPoints | null = null;
  private sight: (WayState & { readonly fitted: Fitted }) | null = null;

  state(): WayState {
    return { epoch: this.epoch, parameters: this.weights() };
  }

  shown(): WayState {
    const { sight } = this;
    if (!sight) return { epoch: this.shownEpoch, parameters: this.parameters() };
    return { epoch: sight.epoch, parameters: sight.parameters.slice() };
  }

  get shownStep(): number {
    return this.sight ? this.sight.epoch * this.stepsPerEpoch : this.step;
  }

  get looksBack(): boolean {
    return this.sight !== null;
  }

  look(at: WayState | 'best' | null): boolean {
    const wanted = at === 'best' ? this.lowest : at;
    const own = wanted?.parameters.length === parameterCount(this.task.network);
    this.sight = wanted && own ? { ...wanted, fitted: this.fittedWith(wanted.parameters) } : null;
    return at === null || this.sight !== null;
  }

  override reset(): void {
    this.sight = null;
    super.reset();
  }

  view(request: PredictionRequest): Predictions {
    return predict(this.seen, request, this.experiment.seed, this.forward);
  }

  async result(seconds: number): Promise<TrainedRun> {
    const { parameters, deviation } = this.fitted();
    return {
      result: await resultOf(this, seconds),
      epoch: this.shownEpoch,
      parameters,
      deviation,
    };
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
    const fitted = this.seen;
    if (!canBeScored(fitted)) return null;
    const answer = (x: Float64Array) => mixturesAt(fitted, x, this.forward);
    return new Scoring(answer, this.shownStep, this.scoredOn, most);
  }

  /** Begins to calibrate the network as it is now, on the first of those points that lie where it is trained. */
  calibrating(): Calibrating | null {
    const fitted = this.seen;
    if (!canBeScored(fitted)) return null;
    const { points, trainedOn } = this.scoredOn;
    return new Calibrating(fitted, this.shownStep, within(points, trainedOn), this.forward);
  }

  private get scoredOn(): ScoringPoints {
    this.against ??= scoringPoints(this.experiment, this.task);
    return this.against;
  }

  private get seen(): Fitted {
    return this.sight?.fitted ?? this.fitted();
  }
}
