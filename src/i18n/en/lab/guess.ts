export const guess = {
  ask: 'The answer is hidden. Draw what you expect over the points.',
  knot: 'Your curve at x = {x}',
  area: 'Your guess',
  reveal: 'Reveal the answer',
  wipe: 'Wipe my guess',
  yours: 'Your guess',
  error: 'Test MSE of your guess: {error}',
  hidden: 'Hidden until the answer is revealed',
} as const;
