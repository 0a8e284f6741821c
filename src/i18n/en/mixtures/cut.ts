export const cut = {
  name: 'The density at x = {x}',
  at: 'at x = {x}',
  handle: 'Input x of the cut',
  words: 'At x = {x} the mixture answers {answers}.',
  hint: 'Move the line to cut elsewhere. Press a point to see what it asks of the components.',
  next: 'Take the next point',
  shares: 'Idle components: {idle} of {count} (with a weight below {share} on average).',
  sharesLater: 'How much each component is used will be shown once the network trains.',
  pulls: {
    caption: 'What the point asks of the components: minus the gradient of its loss',
    component: 'component',
    responsibility: 'responsibility γ',
    mean: 'on μ',
    logVariance: 'on log σ²',
    logit: 'on π, through a',
  },
} as const;
