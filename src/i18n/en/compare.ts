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
    fresh:
      '{name}: better by {by} nats per point on the same fresh points, with a standard error of at most {error}.',
    test: '{name}: better by {by} nats per point on the same test points, with a standard error of at most {error}.',
  },
  equal:
    'On the same points the two differ by {by} nats per point, with a standard error of up to {error}: chance alone may be the reason.',
  soFar: 'So far – {text}',
  oneSeed:
    'That is one run of each, from seed {seed}; from another the two may come out otherwise.',
  otherPoints:
    'The two have drawn different points: one run of each cannot tell how much of the difference between them is chance.',
  repeat: 'Repeat the present run over seeds',
  repeatBoth: 'Repeat both over seeds',
  loss: 'Test loss of both, nats per point',
  lossMse: 'Test loss of both, target units²',
  asGaussian: 'The FFNN as the Gaussian N(f(x), σ̂²), with σ̂² the training MSE of the epoch.',
  lossSummary: '{name}: {loss} at epoch {epoch}.',
} as const;
