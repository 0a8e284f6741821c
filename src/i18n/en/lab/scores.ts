export const scores = {
  heading: 'Scores',
  calibrated: 'Is it calibrated?',
  score: 'Score',
  value: 'Value',
  inside: 'inside',
  outside: 'outside',
  nll: 'NLL',
  excess: 'Excess NLL',
  crps: 'CRPS',
  meanError: 'MSE of the mean',
  excessError: 'Excess MSE',
  nats: 'nats',
  units: 'target units',
  squared: 'target units²',
  measured: '{value} ± {error}',
  noBound: { noiseless: 'no bound', unknown: 'unknown' },
  noBoundWhy: {
    noiseless: 'Without noise the NLL has no lower bound, so there is no excess.',
    unknown: 'The truth of these data is not known, and so neither is any excess over it.',
  },
  asGaussian: 'Scored as the Gaussian N(f(x), σ̂²), with σ̂² the training MSE.',
  how: {
    fresh: 'On {points} fresh points, at epoch {epoch}.',
    test: 'On the {count, plural, one {one test point} other {{points} test points}}, at epoch {epoch}.',
  },
  howApart: {
    fresh:
      'On {points} fresh points inside the range that is trained on and {outside} outside, at epoch {epoch}.',
    test: 'On the {points} test points inside the range that is trained on and the {outside} outside, at epoch {epoch}.',
  },
  measuring: {
    fresh: 'Measuring on fresh points…',
    test: 'Measuring on the test points…',
  },
} as const;
