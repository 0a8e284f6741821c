export const ledger = {
  heading: 'Components',
  inUse: '{used} of {components} in use',
  showAll: 'Show all',
  weight: 'weight π',
  range: 'mean μ',
  deviation: 'σ',
  between: '{low} to {high}',
  row: 'Component {number}, weight {weight}, mean from {low} to {high}, deviation {deviation}',
  more: '{count} more in use',
  fewer: 'Show fewer',
  unused: '{count} not in use',
  untrained:
    'Nothing is learned yet: these are the random first weights. Press Play to see the components share out the data.',
  waiting: 'The components come with the network’s first answer.',
  none: 'A feed-forward network has no components: it gives one answer for each x. Choose MDN to see several.',
} as const;
