export const guess = {
  ask: 'The answer is hidden: draw your guess.',
  knot: 'Your curve at x = {x}',
  area: 'Your guess',
  reveal: 'Reveal the answer',
  wipe: 'Wipe it',
  yours: 'Your guess',
  error: 'Test MSE of your guess: {error}',
  hidden: 'Hidden until the answer is revealed',
} as const;
