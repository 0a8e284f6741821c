export const naive = {
  name: 'Infinite before the first step',
  caption:
    'Each dot is a network with the settings of chapter 7 that has not been trained, one for each seed from 1 to {seeds}. Filled: some point of its first batch has a density of exactly zero, so that the loss as it is written is infinite. Below: one of them, with one deviation either way of its means in blue, and the lost points in red.',
  components: 'Components K',
  k: '{components}',
  networks: '{seeds} untrained networks',
  infinite: 'infinite',
  share: '{infinite} of {of}',
  count: 'Count them',
  counting: 'Counting…',
  before: 'Nothing counted yet. What do you expect?',
  row: 'With K = {components} the naive loss is infinite in {infinite} of {of} untrained networks.',
  seed: 'Seed of the network shown',
  lost: '{lost, plural, =0 {No point of the first {of} has a density of zero: the naive loss is finite.} one {One of the first {of} points has a density of zero: the naive loss is infinite.} other {# of the first {of} points have a density of zero: the naive loss is infinite.}}',
  untold: 'Points with a density of zero are marked once you have counted or answered correctly.',
  plot: 'The first batch and the untrained network',
} as const;
