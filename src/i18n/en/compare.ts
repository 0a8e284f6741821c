export const compare = {
  heading: 'Two runs side by side',
  close: 'Close',
  side: { left: 'Left run', right: 'Right run' },
  present: 'Present run',
  model: 'The {model} of these data',
  bothModels: 'The FFNN beside the MDN',
  otherData:
    'The two runs are of different data: each has axes and a cursor of its own, and their losses are not comparable.',
  better: {
    fresh: '{name}: better by {by} nats per point on the same fresh points.',
    test: '{name}: better by {by} nats per point on the same test points.',
  },
  equal: 'On the same points the two are equally good.',
  loss: 'Test loss of both, nats per point',
  lossMse: 'Test loss of both, target units²',
  asGaussian: 'The FFNN as the Gaussian N(f(x), σ̂²), with σ̂² the training MSE of the epoch.',
  lossSummary: '{name}: {loss} at epoch {epoch}.',
} as const;
