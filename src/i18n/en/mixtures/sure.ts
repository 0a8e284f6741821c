export const sure = {
  name: 'What a 90 % region holds',
  caption:
    'Above, in red: at each input the smallest region that holds 90 % by the network’s own account; crosses are test points outside it. Below: how much such regions hold of fresh points, against how much they are meant to. On the dotted line its regions hold what they promise. The blue circle is your expectation.',
  plot: 'What regions hold and what they are meant to hold',
  meant: 'meant to hold',
  holds: 'holds of fresh points',
  handle: 'What you expect the {meant} region to hold',
  expect:
    'You expect the region that is meant to hold {meant} to hold {expected}. Drag the dot, then train the network.',
  measuring: 'Checking where fresh points lie…',
  held: 'The region that is meant to hold {meant} holds {held} of {count} fresh points. You expected {expected}.',
  holdsOnly: 'The region that is meant to hold {meant} holds {held} of {count} fresh points.',
  train: 'This is my expectation: train the network',
  again: 'Expect again',
} as const;
