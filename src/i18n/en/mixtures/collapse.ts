export const collapse = {
  name: 'Twelve components on twelve points',
  caption:
    'Blue: the twelve training points. Grey: points that are not trained on. Strokes reach one deviation either way of each mean. At the bottom: the smallest σ of a component that counts at a training point, on a log scale.',
  plot: 'The smallest σ against the epoch',
  axis: 'smallest σ',
  noWidth: 'Smallest σ: known once the network trains',
  width: 'Smallest σ: {sigma}',
} as const;
