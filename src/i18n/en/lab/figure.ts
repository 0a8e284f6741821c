export const figure = {
  heading: 'The network’s answer',
  name: 'Data and the model’s answer',
  show: 'Show',
  answers: {
    data: 'Data',
    means: 'Means',
    prediction: 'Prediction',
    samples: 'Samples',
    density: 'Density',
    bands: 'Bands',
  },
  meansShown: 'Means shown',
  means: { '2': '2 most likely', '4': '4 most likely', all: 'All', modes: 'Modes' },
  bandsShown: 'Bands shown',
  bands: { deviation: '±1σ', central: 'Central', highest: 'Highest density' },
  samplesPerPoint: 'Samples per point',
  samplesQuick: 'As in the article',
  temperature: 'Temperature',
  temperatures: 'Temperature {values}',
  temperatureIs:
    'How boldly these samples are drawn; the model and every other figure stay as they are. Of the weights at 0: the likeliest component alone. Of the widths at 0: its mean.',
  weightTemperature: 'Of the weights π',
  widthTemperature: 'Of the widths σ²',
  temperatureReset: 'Both to 1',
  overlays: 'Overlays',
  testPoints: 'Test points',
  trainingPoints: 'Training points',
  truth: 'Truth',
  truthUnknown: 'not known of these data',
  input: 'input x',
  target: 'target y',
  cursor: 'Slice at x',
  cursorValue: 'x = {x}',
  noData: 'no data here',
  notTrained: 'not trained on',
  noDensity:
    'No density yet. Its width σ̂ is the root of the training error, which is known after the first epoch: press Play or Step.',
  missing:
    'The figure could not be loaded. Check the connection, then load the page again; the address keeps the experiment.',
  notDrawn: 'The figure could not be drawn.',
  retry: 'Try again',
  broken: 'This figure ran into an error. Load the page again to see it.',
  hover: {
    train: 'training point at x = {x}, y = {y}',
    test: 'test point at x = {x}, y = {y}',
    truth: 'without noise the data run through x = {x}, y = {y}',
    prediction: 'at x = {x} the network answers y = {y}',
    mean: 'at x = {x} a mean at y = {y}, weight {share} %',
    mode: 'at x = {x} the density peaks at y = {y}',
    sample: 'a sample at x = {x}: y = {y}',
    trueMean: 'at x = {x} the true mean is y = {y}',
    bandMean: 'at x = {x} the mean is y = {y}',
  },
  summary: {
    ranges: 'Input x from {left} to {right}, target y from {bottom} to {top}.',
    both: 'Shown are {test} test points and {train} training points.',
    test: 'Shown are {test} test points.',
    train: 'Shown are {train} training points.',
    answers: 'Answers, each with its probability.',
    means: 'Means, each with one standard deviation.',
    answerAt: 'At x = {x}: {answers}.',
    meanAt: 'At x = {x}: {y} ± {deviation}.',
  },
  stronger: { light: 'darker', dark: 'brighter' },
  caption: {
    data: 'The data: each point is an example of an input x with its target y.',
    prediction:
      'For each input x, the one answer that the network gives: its estimate of the mean.',
    means:
      'For each input x, the {components, plural, one {mean μ of the one component} other {means μ of the # components}}: the bolder a dot, the likelier its component.',
    likeliest:
      'For each input x, the means μ of the {count} components of largest weight π, whether or not they share a branch.',
    modes: 'For each input x, the modes of the mixture: the values y at which its density peaks.',
    samples:
      'Answers drawn at {shown, plural, =0 {the} other {# of the}} test inputs: first a component by its weight π, then y from that component’s Gaussian.',
    tempered:
      'Drawn at temperature {weights} of the weights and {widths} of the widths, not from the model itself.',
    density:
      'Conditional density p(y given x) as the network has learned it; {stronger} is denser.',
    densityOne:
      'The Gaussian N(f(x), σ̂²) that squared error stands for, σ̂² being the training error; {stronger} is denser.',
    deviation: 'The conditional mean, and one standard deviation to either side of it.',
    central:
      'The conditional mean, and the central intervals that hold 50 % and 90 %: between two branches they cover empty space.',
    highest:
      'The conditional mean, and the smallest regions that hold 50 % and 90 %: where there are several answers, the regions separate.',
    untrained: 'Nothing is learned yet: this is what the random first weights answer.',
    trueCurve: 'Dashed green: where the data would lie without noise.',
    trueMean: 'Dashed green: the true mean.',
    trueUnknown: 'The truth that would go with this is not known of these data.',
    trueRegions: 'Green outlines: the regions that hold 50 % and 90 % of the true density.',
  },
} as const;
