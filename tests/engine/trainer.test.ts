import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { mixturesAt } from '../../src/core/model.ts';
import { randomStream } from '../../src/core/random.ts';
import { lossOn } from '../../src/core/scores.ts';
import type { Engine, Session, StepOutcome } from '../../src/engine/engine.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';

const small: Experiment = (() => {
  const base = articleExperiment('inverted', 'mdn');
  return {
    ...base,
    data: { ...base.data, points: 200 },
    model: {
      kind: 'mdn',
      hidden: [7],
      activation: 'tanh',
      components: 3,
      varianceFloor: 0,
      initialisation: 'pytorch',
    },
    training: { ...base.training, epochs: 6, batchSize: 32, order: 'shuffled' },
  };
})();

function with_(training: Partial<Experiment['training']>): Experiment {
  return { ...small, training: { ...small.training, ...training } };
}

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

/** Trains to the end, `blocks` at a time. */
function finish(trainer: Trainer, blocks?: number): Float32Array {
  while (trainer.advance(blocks) !== 'end');
  const parameters = trainer.parameters();
  trainer.dispose();
  return parameters;
}

/** An engine whose session gives a bad loss at the batches named, counted as they come. */
function failing(at: readonly number[], loss = Number.NaN): Engine {
  let count = 0;
  return {
    name: engine.name,
    open(task) {
      const session = engine.open(task);
      const train: Session['train'] = (batches, largestLoss) => {
        const outcomes: StepOutcome[] = [];
        for (const batch of batches) {
          const fails = at.includes(count++);
          // No loss is small enough: the step is not taken.
          const [outcome] = session.train([batch], fails ? Number.NEGATIVE_INFINITY : largestLoss);
          outcomes.push(fails ? { ...outcome!, loss } : outcome!);
          if (fails) break;
        }
        return outcomes;
      };
      return new Proxy(session, {
        get: (target, key) => {
          if (key === 'train') return train;
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

/** The smallest σ of a component of weight 1 % or more at the training inputs, as the views have it. */
function narrowest(trainer: Trainer): number[] {
  const found = mixturesAt(trainer.fitted(), trainer.task.data.train.x, trainer.forward);
  return found
    .flatMap(({ weights, deviations }) => [...deviations].filter((_, k) => weights[k]! >= 0.01))
    .sort((a, b) => a - b);
}

describe('a run that trains on a range of inputs alone', () => {
  const on = (trainedOn: Experiment['data']['trainedOn']) => ({
    ...small,
    data: { ...small.data, trainedOn },
  });

  it('is the same run, to the bit, if all points lie in it', () => {
    expect(finish(new Trainer(on([-100, 100]), engine))).toEqual(
      finish(new Trainer(small, engine)),
    );
  });

  it('takes the steps of the points inside, and has the test loss of those inside', () => {
    const trainer = new Trainer(on([-4, 4]), engine);
    const { train, tested } = trainer.task.data;
    expect(trainer.stepsPerEpoch).toBe(Math.ceil(train.x.length / 32));
    while (trainer.epoch < 1 || trainer.losses.last.test === null) trainer.advance();
    expect(trainer.losses.last.test).toBeCloseTo(
      lossOn(trainer.fitted(), tested, trainer.forward),
      5,
    );
    trainer.dispose();
  });
});

describe('Trainer', () => {
  it('runs the same experiment to the same bits', () => {
    expect(finish(new Trainer(small, engine))).toEqual(finish(new Trainer(small, engine)));
  });

  it('trains something: the parameters and the loss change', () => {
    const trainer = new Trainer(small, engine);
    const before = trainer.parameters();
    while (trainer.advance() !== 'end');
    const { train, test } = trainer.takeLosses();
    expect([...train.epoch]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...test.epoch]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(train.loss.at(-1)!).toBeLessThan(train.loss[0]! - 0.5);
    expect(finish(trainer)).not.toEqual(before);
  });

  it('leaves the same bits however its steps are cut into blocks, and whatever is looked at meanwhile', () => {
    const base = articleExperiment('inverted', 'mdn');
    const large: Experiment = {
      ...base,
      data: { ...base.data, points: 1000 },
      model: { ...small.model, hidden: [9, 6] },
      training: { ...base.training, epochs: 4, batchSize: 601, order: 'shuffled' },
    };
    const whole = finish(new Trainer(large, engine));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (cuts) => {
        const trainer = new Trainer(large, engine);
        for (let i = 0; trainer.advance(cuts[i % cuts.length]) !== 'end'; i++) {
          if (i % 5 === 0) trainer.snapshot();
          if (i % 7 === 0) trainer.forward(trainer.fitted(), Float64Array.of(0.5));
        }
        expect(finish(trainer)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same run however many steps a call may do, whatever happens between', () => {
    const what = fc.record({
      training: fc.record({
        batchSize: fc.integer({ min: 5, max: 160 }),
        order: fc.constantFrom('fixed' as const, 'shuffled' as const),
        epochs: fc.integer({ min: 5, max: 40 }),
        stopAtPlateau: fc.boolean(),
        schedule: fc.constantFrom(
          { kind: 'constant' } as const,
          { kind: 'cosine', epochs: 20 } as const,
        ),
        rateChanges: fc.constantFrom<{ step: number; rate: number }[]>(
          [],
          [{ step: 17, rate: 0.002 }],
        ),
        clipNorm: fc.constantFrom(0, 0.5),
      }),
      fails: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 3 }),
      calls: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 })), {
        minLength: 1,
        maxLength: 8,
      }),
      /** After so many calls another trainer goes on from a snapshot; 0 for never. */
      restored: fc.constantFrom(0, 1, 2, 7),
    });
    fc.assert(
      fc.property(what, ({ training, fails, calls, restored }) => {
        const experiment = with_(training);
        const by = () => (fails.length > 0 ? failing(fails) : engine);
        const single = new Trainer(experiment, by());
        while (single.advance() !== 'end');
        // It counts on, whoever trains.
        const cut = by();
        let many = new Trainer(experiment, cut);
        const events = [];
        let from = 0;
        for (let i = 1; many.advance(...calls[i % calls.length]!) !== 'end'; i++) {
          if (i % 5 === 0) many.snapshot();
          // A snapshot holds no part of a step: taken before a whole one, again and again, it would get nowhere.
          if (restored === 0 || i % restored > 0 || many.step === from) continue;
          from = many.step;
          events.push(...many.takeEvents());
          const snapshot = structuredClone(many.snapshot());
          many.dispose();
          many = new Trainer(experiment, cut, snapshot);
        }
        expect(many.snapshot()).toEqual(single.snapshot());
        expect([...events, ...many.takeEvents()]).toEqual(single.takeEvents());
        if (restored === 0) expect(many.takeLosses()).toEqual(single.takeLosses());
        expect(finish(many)).toEqual(finish(single));
      }),
      { numRuns: 25 },
    );
  });

  it('stops after the steps asked for, at the end of an epoch, and for its test loss', () => {
    const trainer = new Trainer(with_({ batchSize: 10 }), engine);
    // The first is by itself: against its loss the others are held.
    expect([trainer.advance(99, 4), trainer.step]).toEqual(['step', 1]);
    expect([trainer.advance(99, 4), trainer.step]).toEqual(['step', 5]);
    expect([trainer.advance(3, 8), trainer.step]).toEqual(['part', 8]);
    expect([trainer.advance(99, 99), trainer.step]).toEqual(['part', 15]);
    expect([trainer.advance(99, 99), trainer.step]).toEqual(['step', 15]);
    trainer.dispose();
  });

  it('goes on from a snapshot as if it had never stopped, wherever it was taken', () => {
    const straight = finish(new Trainer(small, engine));
    for (const steps of [0, 1, 4, 5, 17]) {
      const first = new Trainer(small, engine);
      while (first.step < steps) first.advance();
      const snapshot = structuredClone(first.snapshot());
      finish(first);
      expect(finish(new Trainer(small, engine, snapshot))).toEqual(straight);
    }
  });

  it('reports a test loss that was still due when the snapshot was taken', () => {
    const first = new Trainer(small, engine);
    while (first.step < 5) first.advance();
    expect(first.takeLosses().test.epoch).toHaveLength(0);
    const second = new Trainer(small, engine, first.snapshot());
    second.advance();
    expect([...second.takeLosses().test.epoch]).toEqual([1]);
    first.dispose();
    second.dispose();
  });

  it('goes back to the same initial weights on reset', () => {
    const trainer = new Trainer(small, engine);
    const start = trainer.parameters();
    const first = new Trainer(small, engine);
    while (trainer.step < 9) trainer.advance();
    trainer.reset();
    expect(trainer.step).toBe(0);
    expect(trainer.parameters()).toEqual(start);
    expect(finish(trainer)).toEqual(finish(first));
  });

  it('is, after a live change of the rate, the run of the experiment that records it', () => {
    const live = new Trainer(small, engine);
    while (live.step < 8) live.advance();
    const recorded = live.tune(0.002);
    expect(recorded.training.rateChanges).toEqual([{ step: 8, rate: 0.002 }]);
    const tuned = finish(live);
    expect(finish(new Trainer(recorded, engine))).toEqual(tuned);
    expect(finish(new Trainer(small, engine))).not.toEqual(tuned);
  });

  it('ends up where a longer run ends when epochs are added', () => {
    const trainer = new Trainer(small, engine);
    while (trainer.advance() !== 'end');
    trainer.setEnd({ epochs: 9, stopAtPlateau: false, keepBest: false });
    expect(trainer.finished).toBe(false);
    expect(finish(trainer)).toEqual(finish(new Trainer(with_({ epochs: 9 }), engine)));
  });

  describe('that is to stop at a plateau', () => {
    const still = { learningRate: 0.02, batchSize: 10, epochs: 400, stopAtPlateau: true };

    it('ends 400 steps after its best test loss, at least 20 epochs later', () => {
      const trainer = new Trainer(with_(still), engine);
      while (trainer.advance() !== 'end');
      const best = trainer.snapshot().now.best!;
      expect(trainer.stepsPerEpoch).toBe(15);
      expect(trainer.epoch).toBe(best.epoch + 27);
      expect(trainer.epoch).toBeLessThan(400);
      expect(trainer.finished && trainer.plateau).toBe(true);
    });

    it('leaves the bits of a run that is told to end there with its best weights', () => {
      const stopped = new Trainer(with_(still), engine);
      while (stopped.advance() !== 'end');
      const { epoch } = stopped;
      const told = new Trainer(
        with_({ ...still, epochs: epoch, stopAtPlateau: false, keepBest: true }),
        engine,
      );
      expect(finish(stopped)).toEqual(finish(told));
    });

    it('ends at the same step when it goes on from a snapshot', () => {
      const experiment = with_(still);
      const straight = new Trainer(experiment, engine);
      while (straight.advance() !== 'end');
      const first = new Trainer(experiment, engine);
      while (first.step < 200) first.advance();
      const second = new Trainer(experiment, engine, first.snapshot());
      while (second.advance() !== 'end');
      expect(second.step).toBe(straight.step);
    });

    it('goes on when it is no longer to', () => {
      const trainer = new Trainer(with_(still), engine);
      while (trainer.advance() !== 'end');
      const { epoch } = trainer;
      trainer.setEnd({ epochs: epoch + 30, stopAtPlateau: false, keepBest: false });
      while (trainer.advance() !== 'end');
      expect(trainer.epoch).toBe(epoch + 30);
    });

    it('trains all epochs while the test loss improves', () => {
      const trainer = new Trainer(
        with_({ epochs: 30, batchSize: 10, stopAtPlateau: true }),
        engine,
      );
      while (trainer.advance() !== 'end');
      expect(trainer.epoch).toBe(30);
    });
  });

  it('weights the epoch’s training loss by the size of its batches', () => {
    // With a rate too small to move float32 parameters, every batch sees the same network.
    const still = with_({ learningRate: 1e-5, batchSize: 149, order: 'fixed', epochs: 1 });
    const trainer = new Trainer(still, engine);
    const expected = lossOn(trainer.fitted(), trainer.task.data.train, trainer.forward);
    while (trainer.advance() !== 'end');
    expect(trainer.takeLosses().train.loss[0]).toBeCloseTo(expected, 2);
    trainer.dispose();
  });

  it('reports losses in the target’s own units when it trains on standardised data', () => {
    const trainer = new Trainer(with_({ standardise: true, epochs: 2 }), engine);
    while (trainer.advance() !== 'end');
    const { test } = trainer.takeLosses();
    const { factor } = trainer.task.scaling.target;
    expect(factor).toBeGreaterThan(5);
    const loss = lossOn(trainer.fitted(), trainer.task.data.test, trainer.forward);
    expect(test.loss.at(-1)).toBeCloseTo(loss, 4);
    trainer.dispose();
  });

  it('computes the test loss every ⌊epochs / 500⌋ epochs and at the end', () => {
    const trainer = new Trainer(with_({ epochs: 1001, batchSize: 150 }), engine);
    const seen: number[] = [];
    while (trainer.epoch < 5) {
      trainer.advance();
      seen.push(...trainer.takeLosses().test.epoch);
    }
    expect(seen).toEqual([2, 4]);
    trainer.dispose();
  });

  it('goes back to a checkpoint, halves the rate and clips when a loss is not finite', () => {
    const run = with_({ epochs: 30 });
    const trainer = new Trainer(run, failing([70]));
    while (trainer.advance() !== 'end');
    const [event, ...more] = trainer.takeEvents();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: 'recovered', step: 70, cause: 'loss', backTo: 50 });
    expect(event).toMatchObject({ rateFactor: 0.5, backToEpoch: 10 });
    expect(event!.clipNorm).toBeGreaterThan(0);
    expect(trainer.learningRate).toBe(0.005);
    expect(trainer.takeLosses().train.epoch).toHaveLength(30);
    expect(trainer.recoveries).toBe(1);
    trainer.dispose();
  });

  it('recovers the same way in a replay and from a snapshot between checkpoint and divergence', () => {
    const run = with_({ epochs: 30 });
    const straight = finish(new Trainer(run, failing([70])));
    expect(finish(new Trainer(run, failing([70])))).toEqual(straight);
    const first = new Trainer(run, engine);
    while (first.step < 60) first.advance();
    const rest = new Trainer(run, failing([10]), first.snapshot());
    expect(finish(rest)).toEqual(straight);
    first.dispose();
  });

  it('is, after a rate was changed in steps that a recovery repeats, the run of what was recorded', () => {
    const run = with_({ epochs: 30 });
    const live = new Trainer(run, failing([70]));
    while (live.recoveries === 0) live.advance();
    while (live.step < 60) live.advance();
    const recorded = live.tune(0.002);
    expect(recorded.training.rateChanges).toEqual([{ step: 71, rate: 0.002 }]);
    const tuned = finish(live);
    expect(finish(new Trainer(recorded, failing([70])))).toEqual(tuned);
  });

  it('tells of a divergence what the gradient, the narrowest component and the rate did', () => {
    const run = with_({ epochs: 30 });
    const trainer = new Trainer(run, failing([70]));
    while (trainer.step < 50) trainer.advance();
    const [atCheckpoint] = narrowest(trainer);
    while (trainer.step < 70) trainer.advance();
    const [beforeFailure] = narrowest(trainer);
    while (trainer.recoveries === 0) trainer.advance();
    const [event] = trainer.takeEvents();
    expect(event).toMatchObject({ number: 1, setRate: 0.01, nextRate: 0.005 });
    expect(event!.typicalNorm).toBeGreaterThan(0);
    expect(event!.smallestDeviation!.before).toBeCloseTo(atCheckpoint!, 6);
    expect(event!.smallestDeviation!.after).toBeCloseTo(beforeFailure!, 6);
    expect(atCheckpoint).not.toBe(beforeFailure);
    trainer.dispose();
  });

  it('tells the narrowest component in the target’s own units when it trains on standardised data', () => {
    const trainer = new Trainer(with_({ standardise: true }), failing([0]));
    const [expected] = narrowest(trainer);
    while (trainer.recoveries === 0) trainer.advance();
    expect(trainer.takeEvents()[0]!.smallestDeviation!.after).toBeCloseTo(expected!, 6);
    trainer.dispose();
  });

  it('tells of a feed-forward network no component', () => {
    const model: Experiment['model'] = { kind: 'ffnn', hidden: [7], activation: 'tanh' };
    const trainer = new Trainer({ ...small, model }, failing([3], Number.POSITIVE_INFINITY));
    while (trainer.recoveries === 0) trainer.advance();
    expect(trainer.takeEvents()[0]).toMatchObject({ cause: 'loss', smallestDeviation: null });
    trainer.dispose();
  });

  it('calls a loss that has grown a thousandfold an explosion', () => {
    const trainer = new Trainer(small, failing([3], 1e9));
    while (trainer.advance() !== 'end');
    expect(trainer.takeEvents()[0]).toMatchObject({ cause: 'explosion', step: 3 });
    trainer.dispose();
  });

  it('stops and says so when it is not to recover', () => {
    const trainer = new Trainer(with_({ recover: false }), failing([3]));
    while (trainer.step < 3) trainer.advance();
    const good = trainer.parameters();
    while (trainer.advance() !== 'end');
    expect(trainer.diverged).toBe(true);
    expect(trainer.step).toBe(3);
    expect(trainer.parameters()).toEqual(good);
    const restored = new Trainer(with_({ recover: false }), engine, trainer.snapshot());
    expect(restored.diverged).toBe(true);
    restored.dispose();
    expect(trainer.takeEvents()[0]).toMatchObject({ kind: 'diverged', cause: 'loss' });
    trainer.dispose();
  });

  it('gives up after twenty recoveries', () => {
    const trainer = new Trainer(small, failing([...Array(100).keys()]));
    while (trainer.advance() !== 'end');
    expect(trainer.diverged).toBe(true);
    expect(trainer.recoveries).toBe(20);
    trainer.dispose();
  });

  it('draws its batches from a stream of their own', () => {
    const seed = small.seed;
    expect(randomStream(seed, 'batches').uniform()).not.toBe(randomStream(seed, 'data').uniform());
  });

  it('has at its end the weights of its least test loss, if it is to keep them', () => {
    const experiment = with_({ epochs: 60, batchSize: 10, learningRate: 0.05, keepBest: true });
    const run = new Trainer(experiment, engine);
    let lowest = { loss: Number.POSITIVE_INFINITY, epoch: 0, parameters: run.parameters() };
    while (run.advance() !== 'end') {
      const { loss, epoch } = run.takeLosses().test;
      const at = loss.length - 1;
      if (loss[at]! < lowest.loss && !run.finished) {
        lowest = { loss: loss[at]!, epoch: epoch[at]!, parameters: run.parameters() };
      }
    }
    expect(lowest.epoch).toBeLessThan(60);
    expect(run.shownEpoch).toBe(lowest.epoch);
    expect(run.parameters()).toEqual(lowest.parameters);
    // Trained on, it goes on from the weights of its last epoch, as a longer run does.
    run.setEnd({ epochs: 70, stopAtPlateau: false, keepBest: false });
    while (run.advance() !== 'end');
    const longer = new Trainer(with_({ epochs: 70, batchSize: 10, learningRate: 0.05 }), engine);
    while (longer.advance() !== 'end');
    expect(run.parameters()).toEqual(longer.parameters());
    run.dispose();
    longer.dispose();
  });

  it('that was interrupted keeps the same best weights as one that was not', () => {
    const experiment = with_({ epochs: 40, batchSize: 10, learningRate: 0.05, keepBest: true });
    const whole = new Trainer(experiment, engine);
    while (whole.advance() !== 'end');
    const first = new Trainer(experiment, engine);
    while (first.epoch < 33) first.advance();
    const second = new Trainer(experiment, engine, first.snapshot());
    while (second.advance() !== 'end');
    expect(second.shownEpoch).toBe(whole.shownEpoch);
    expect(second.parameters()).toEqual(whole.parameters());
    for (const trainer of [whole, first, second]) trainer.dispose();
  });
});
