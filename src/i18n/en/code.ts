export const code = {
  language: 'Framework',
  languages: { pytorch: 'PyTorch', keras: 'Keras 3', tfjs: 'TensorFlow.js' },
  copy: 'Copy',
  copied: 'Copied',
  copiedSaid: 'The program is on the clipboard.',
  copyBlocked: 'The browser does not let the page copy. Download the program instead.',
  download: 'Download .{ending}',
  line: 'Line {line}, set by {settings}',
  hint: 'The numbered lines in blue are set by a control: point at either, and both light up; a number leads to its control.',
  takes: {
    pytorch:
      'With --data the program takes these points, with --weights these weights, and --epochs says how far it trains.',
    keras:
      'With --data the program takes these points, with --weights these weights, and --epochs says how far it trains.',
    tfjs: 'Its function run takes the points as csv, the weights as weights, and how many epochs it trains as epochs.',
  },
  saveNotebook: 'Notebook',
  notebook: {
    figures: 'The run on the page, as it stood when this notebook was made:',
    head: 'What is needed. The options stand in for a command line: points and weights of the page can be given there.',
    data: '## Data\n\nPoints to train on, and others to test on that the training never sees.',
    model: '## Model\n\nThe network, with the start that the page gives it.',
    loss: '## Loss\n\nThe negative log likelihood of what the network answers; for one Gaussian of a fixed width that is the squared error, up to a factor and a constant.',
    training:
      '## Training\n\nAdam. A test loss that rises while the training loss falls shows that points are being learned by heart.',
    samples: '## Samples\n\nAnswers drawn from the model at a few inputs.',
  },
  beside: {
    title: 'In code: {part}',
    parts: {
      points: 'how the points are drawn',
      split: 'points held back',
      network: 'the network',
      outputs: 'what the network answers',
      loss: 'the loss of each point',
      step: 'one step of training',
      sample: 'drawing an answer',
    },
    whole: 'All {count} lines',
    part: 'This part only',
    symbol: 'Light up {meaning}',
  },
  withWeights: 'With weights inside',
  withWeightsHint:
    'The weights that the figure shows, written into what is copied or downloaded. Such a program trains on only if it is told how far.',
  points: 'Points (CSV)',
  safetensors: 'Weights (safetensors)',
  noWeights: 'There are no weights of this experiment yet. Try again in a moment.',
  damaged: 'The weights did not come back from the file as they went in, so it is not handed over.',
} as const;
