export const underflow = {
  name: 'A density too small for its logarithm',
  caption:
    'The loss of a point against its distance from its component’s mean, in 32-bit arithmetic. Red: the density first, then its logarithm. Green: log-sum-exp.',
  plot: 'Loss against the distance',
  axis: 'distance from the mean in standard deviations, z',
  lossAxis: 'loss, nats',
  handle: 'Distance',
  lossAt: '{z} standard deviations: stable {stable}, naive {naive}',
  said: 'At {z} standard deviations. Density, then logarithm: loss {naive}, gradient {naiveGradient}. Log-sum-exp: loss {stable}, gradient {stableGradient}.',
  distance: 'Distance z',
  loss: 'loss',
  gradient: 'gradient in μ',
  naive: 'density, then log',
  stable: 'log-sum-exp',
} as const;
