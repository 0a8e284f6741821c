/**
 * What every control and every number means: what it is, what raising or
 * choosing it does, and its unit. An empty text is left out.
 */
export const explanations = {
  preset: {
    what: 'The article’s five runs, each with the settings that the article uses, and two tuned ones that come closer to the truth on the same data.',
    effect:
      'Choosing one sets everything below except the seed and the engine. Undo takes it back.',
    unit: '',
  },
  dataset: {
    what: 'Where the points come from. Sine has one answer for each x. Inverted is the same curve with x and y swapped, so most x have two answers, and some near 0 three. The spiral has up to six. “More data” adds problems that others have set, and measurements.',
    effect: 'Another data set starts the run again.',
    unit: '',
  },
  pointsSplit: {
    what: 'How many points are drawn in all. A share of them is kept for testing and never trained on.',
    effect: 'More points make an epoch longer and leave less to chance.',
    unit: 'data points',
  },
  pointsSeparate: {
    what: 'How many points the network trains on. As many again are drawn for testing.',
    effect: 'More points make an epoch longer and leave less to chance.',
    unit: 'data points',
  },
  noiseTarget: {
    what: 'The standard deviation of the Gaussian noise that is added to the target y.',
    effect:
      'More noise spreads the answers and raises the loss that can be reached at best. Without noise there is no such bound.',
    unit: 'target units',
  },
  noiseGrowing: {
    what: 'The standard deviation of the Gaussian noise on the target y at the largest input. It grows with x, from an eleventh of that.',
    effect:
      'More noise spreads the answers and raises the loss that can be reached at best. Without noise there is no such bound.',
    unit: 'target units',
  },
  noiseAlong: {
    what: 'The standard deviation of the Gaussian noise that was added before x and y were swapped. So it now moves the points along the input x.',
    effect:
      'More noise blurs the branches and raises the loss that can be reached at best. Without noise there is no such bound.',
    unit: 'input units',
  },
  noiseInput: {
    what: 'Half the width of the uniform noise on the input x; the target y has none.',
    effect: 'More noise spreads the points along x. Without noise there is no lowest loss.',
    unit: 'input units',
  },
  noiseFactor: {
    what: 'What the deviations that the formula gives for its noise are multiplied by.',
    effect:
      'More noise spreads the points further from the curve, in the way that the formula says. Without noise there is no lowest loss.',
    unit: 'a factor',
  },
  seed: {
    what: 'The number from which everything random follows: the points, the split, the first weights, the order of the batches.',
    effect:
      'The same settings with the same seed give the same run; another seed gives another one.',
    unit: '',
  },
  model: {
    what: 'FFNN is a feed-forward network with one answer for each x. MDN is a mixture density network: it answers with a whole distribution, a weighted sum of Gaussians.',
    effect: 'Another model starts the run again.',
    unit: '',
  },
  layers: {
    what: 'The layers between input and output. The number under each is its units, and can be edited.',
    effect:
      'More layers and units can follow finer shapes, make a step longer, and learn the training points by heart sooner.',
    unit: 'units in each layer',
  },
  activation: {
    what: 'What a hidden unit does with the sum that reaches it. tanh is smooth and stays between −1 and 1; ReLU passes what is positive and bends at 0.',
    effect: 'tanh gives smooth answers, ReLU answers made of straight pieces.',
    unit: '',
  },
  components: {
    what: 'How many Gaussians the network mixes at each x. Each has a weight π, a mean μ and a deviation σ.',
    effect:
      'More components can follow more branches; those that are not needed end with a weight near 0. When points are few, many components learn them by heart: runs on measured data therefore begin with one component for every 25 training points, at least 3 and at most 30.',
    unit: 'Gaussians',
  },
  learningRate: {
    what: 'How far one optimiser step (Adam) moves the weights. It can be changed while training runs.',
    effect: 'A higher rate learns faster; above some value the loss jumps about or diverges.',
    unit: 'roughly the largest change of a weight in one step',
  },
  batchSize: {
    what: 'How many training points one optimiser step looks at.',
    effect: 'Larger batches make steadier steps, and fewer of them in an epoch.',
    unit: 'training points',
  },
  epochs: {
    what: 'How many times training goes through all training points before it ends.',
    effect:
      'More epochs take longer and can still lower the loss, or begin to learn the training points by heart.',
    unit: 'passes over the training points',
  },
  trainedOn: {
    what: 'Leaves out the training points whose input lies outside the range. What the network answers there is extrapolation: the scores show it separately, and the figure says that there are no data.',
    effect:
      'The test loss and the main scores are measured on the points inside, so that they stay comparable with the training loss; the test points outside are still drawn.',
    unit: 'input units',
  },
  testShare: {
    what: 'The share of all points that is kept for testing.',
    effect:
      'A larger share makes the test loss more certain and leaves fewer points to learn from.',
    unit: 'fraction of all points',
  },
  varianceFloor: {
    what: 'The least variance σ² that a component may have. It keeps a component from collapsing onto single points.',
    effect: 'A higher floor is safer and blunter; 0 is no floor.',
    unit: 'share of the variance of the targets',
  },
  batchOrder: {
    what: 'Whether each epoch takes the points in the same order, as in the article, or in a new random one.',
    effect: 'Shuffling gives the steps a little noise, which often helps.',
    unit: '',
  },
  schedule: {
    what: 'How the learning rate changes by itself: not at all, or falling along half a cosine.',
    effect: 'A falling rate lets the run settle at the end.',
    unit: '',
  },
  annealOver: {
    what: 'Over how many epochs the learning rate falls to 1 % of what is set.',
    effect: 'A longer decay keeps the rate high for longer.',
    unit: 'epochs',
  },
  clipping: {
    what: 'The largest norm that a step’s gradient may have; a longer gradient is shortened to it.',
    effect: 'A higher limit clips less; 0 does not clip at all.',
    unit: 'norm of the gradient',
  },
  weightDecay: {
    what: 'A penalty on large weights, added to the gradient.',
    effect: 'More of it makes smoother answers, and too much of it flat ones; 0 is off.',
    unit: 'share of each weight, added to its gradient',
  },
  scaling: {
    what: 'Whether the network sees inputs and targets as they are, or shifted and scaled to mean 0 and deviation 1. Every number on the page stays in the data’s own units.',
    effect: 'Standardised data are usually easier to learn.',
    unit: '',
  },
  engine: {
    what: 'The code that does the arithmetic of a training step on this machine.',
    effect: 'The engines differ in speed, and in the last digits of a run.',
    unit: '',
  },
  keepBest: {
    what: 'At its end the run goes back to the weights that had the least test loss. Without it, a run has the weights of its last epoch.',
    effect:
      'It helps where a run is too long for its data. The test points then have a part in the choice, so only fresh points tell how good the network is.',
    unit: '',
  },
  initialisation: {
    what: 'How the weights begin. PyTorch draws all of them from small uniform ranges. Spread does the same, except that it spreads the means over the training targets, with the same number of targets between any two neighbouring means, and gives each component a width to match.',
    effect:
      'Spread components share the targets out from the start; on the spiral that helps most.',
    unit: '',
  },
  recipe: {
    what: 'A way to train this network on these data. The article’s: its rate, batches and epochs. Quick: standardised, small batches, a falling rate, about 300 steps, or 600 for a network of one hidden layer and one answer. Tuned: the same with about 2000 steps and the best weights kept. A small data set is trained for fewer epochs. The article’s data begin with the article’s recipe, all others with the tuned one.',
    effect:
      'Choosing one sets the training and the initialisation, nothing else, and follows when you change the data or the network. Undo takes it back.',
    unit: '',
  },
  stopAtPlateau: {
    what: 'Training ends before the last epoch when the test loss has not clearly improved for 20 epochs and 400 optimiser steps: an NLL by 0.001 nats, an MSE by 0.1 %. The run then has the weights of its least test loss.',
    effect:
      'Switching it on starts the run again, so that it stops where any other run of these settings does.',
    unit: '',
  },
  recover: {
    what: 'When the loss or the gradient stops being a number, or the loss explodes, training goes back to a checkpoint, halves the learning rate and clips the gradient from there on.',
    effect: 'When it is off, a run that diverges stops.',
    unit: '',
  },
  cureRate: {
    what: 'A lower learning rate: each step moves the weights less far.',
    effect: 'A run that recovers goes on with it; any other goes back to its start.',
    unit: '',
  },
  cureFloor: {
    what: 'No component may be narrower than a hundredth of the targets’ standard deviation, so none collapses onto single points.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureClip: {
    what: 'A longer gradient is shortened to this norm, so that no single batch throws the weights far.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureStandardise: {
    what: 'The network trains on inputs and targets of mean 0 and deviation 1, for which usual learning rates are made.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  curePoints: {
    what: 'There is more to learn from, and too much to learn by heart.',
    effect: 'Other points are drawn, and the run goes back to its start.',
    unit: '',
  },
  cureActivation: {
    what: 'A tanh unit answers at every x; a ReLU unit that is 0 everywhere gets no gradient of its own and rarely learns again.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureComponents: {
    what: 'Each answer that is possible at some x can have a component of its own.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureHidden: {
    what: 'No layer then has fewer units than this, so that the answer can follow finer shapes.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureInitialisation: {
    what: 'Each component begins with a stretch of the targets of its own, so that none is left out from the start.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureBest: {
    what: 'The run shows the weights of its least test loss in place of its last ones.',
    effect: 'The run need not train again.',
    unit: '',
  },
  cureDecay: {
    what: 'The weights may grow as large as the data need them.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  cureRecipe: {
    what: 'Standardised data, small batches in a new order each epoch, a rate that falls, spread components, about 2000 steps, and the best weights kept.',
    effect: 'The run goes back to its start, and goes on if it was running.',
    unit: '',
  },
  live: {
    what: 'While it is on, every change trains a whole run at once, and the figures go from one trained answer to the next. Turning it on chooses the quick recipe.',
    effect:
      'A training setting of your own takes the recipe’s place; choose a recipe to have it follow again. What is shown is an ordinary run: its link gives it again. Large networks and many points take longer than a moment.',
    unit: '',
  },
  speed: {
    what: 'The most optimiser steps that are done in a second. If they are few enough, every single step is shown.',
    effect: 'It changes how long a run takes and nothing about its outcome.',
    unit: 'optimiser steps a second',
  },
  lossNll: {
    what: 'The mean negative log likelihood: how much a point surprises the model. The network never trains on the test points, so when their loss rises while the training loss goes on falling, it is learning the training points by heart.',
    effect:
      'Lower is better. A loss below 0 is possible: the model’s density is above 1 there, which a density may be wherever answers spread over less than one unit. Only one far below the best reachable is suspicious.',
    unit: 'nats per point',
  },
  lossMse: {
    what: 'The mean squared error of the one answer. The network never trains on the test points, so when their loss rises while the training loss goes on falling, it is learning the training points by heart.',
    effect: 'Lower is better. Noise, and every x with several answers, keeps it above 0.',
    unit: 'squared target units',
  },
  freshNll: {
    what: 'The mean negative log likelihood of fresh points, which no run has trained on, or of the test points where no fresh ones can be had.',
    effect: 'Lower is better.',
    unit: 'nats per point',
  },
  freshMse: {
    what: 'The mean squared error on fresh points, which no run has trained on, or on the test points where no fresh ones can be had.',
    effect: 'Lower is better.',
    unit: 'squared target units',
  },
  bestNll: {
    what: 'The negative log likelihood that the truth itself, known from the rule that generated the data, has on the same points. Its expectation is the entropy of the target given the input. The dashed line beside the loss curves is the same quantity on the test points.',
    effect:
      'On a few points a model may end a little below it by luck. Without noise there is no lowest loss.',
    unit: 'nats per point',
  },
  bestMse: {
    what: 'The squared error of the true conditional mean on the same points. Its expectation is the mean variance of the target given the input. The dashed line beside the loss curves is the same quantity on the test points.',
    effect: 'Only a model that answers with a distribution can say more than a function does.',
    unit: 'squared target units',
  },
  excessNll: {
    what: 'How far the model is above the best reachable loss: the mean of log p − log q over the same points, p being the true density and q the model’s, with its standard error. Most of the luck of the points is the same in both and drops out; the standard error is what is left of it.',
    effect: 'Lower is better, and 0 is a model that knows the truth.',
    unit: 'nats per point',
  },
  excessMse: {
    what: 'How far the model’s squared error is above that of the true mean, point by point, with its standard error. Most of the luck of the points is the same in both and drops out; the standard error is what is left of it.',
    effect: 'Lower is better, and 0 is a model that knows the true mean.',
    unit: 'squared target units',
  },
  epochAxis: {
    what: 'Whether the epochs are spaced evenly or by their logarithm.',
    effect: 'The logarithm spreads out the beginning, where most is learned.',
    unit: '',
  },
  bestEpoch: {
    what: 'The epoch after which the loss on the test points was lowest so far; a ring marks it in the figure.',
    effect: 'If it lies far back, training has gone on for too long.',
    unit: '',
  },
  scores: {
    what: 'How good the model is on fresh points that no run has trained on: 20 000 of them when the run rests, fewer and a little late while it trains, since measuring takes time. Where no fresh points can be had, the test points stand in.',
    effect:
      'The value after ± is the standard error: the choice of points typically moves the number by that much, and rarely by more than twice as much. What another seed would change is not in it.',
    unit: '',
  },
  scoreNll: {
    what: 'The mean negative log likelihood of the points.',
    effect:
      'Lower is better; it falls when the model puts more density where points turn out to be.',
    unit: 'nats per point',
  },
  scoreExcess: {
    what: 'How much of the negative log likelihood is the model’s own fault: what is left after that of the truth on the same points. It estimates the Kullback–Leibler divergence D(p‖q) of the model q from the truth p, averaged over the inputs, and may come out a little below 0 by chance.',
    effect: 'Lower is better, and 0 is perfect.',
    unit: 'nats per point',
  },
  scoreCrps: {
    what: 'The continuous ranked probability score: the squared difference between the model’s cumulative distribution and a step at the observed target, integrated over y. It rewards being near, where the log likelihood looks only at the density on the spot. For a forecast without any spread it is the absolute error. Measured on a tenth of the points.',
    effect: 'Lower is better.',
    unit: 'target units',
  },
  scoreError: {
    what: 'The mean squared error of the model’s conditional mean. It says little where there are several answers, since the mean may lie between all of them.',
    effect: 'Lower is better, down to the least possible.',
    unit: 'squared target units',
  },
  scoreExcessError: {
    what: 'How far the squared error is above that of the true conditional mean on the same points, which no function of x can be expected to go below.',
    effect: 'Lower is better, and 0 is a model that knows the true mean.',
    unit: 'squared target units',
  },
  ledger: {
    what: 'Each Gaussian of the mixture that carries at least 0.5 % of the weight. Press one to light it up in every figure; several can be lit.',
    effect: 'A component keeps its colour everywhere.',
    unit: '',
  },
  ledgerWeight: {
    what: 'The component’s weight π, averaged over the training inputs. At each x the weights of all components add up to 100 %.',
    effect: 'A larger weight answers for more of the data.',
    unit: 'per cent',
  },
  ledgerRange: {
    what: 'From where to where the component’s mean μ moves, over the inputs at which its weight is at least a tenth of its largest.',
    effect: 'A wide range is a component that follows a long branch.',
    unit: 'target units',
  },
  ledgerDeviation: {
    what: 'The component’s typical deviation σ: the median over the inputs, each counted by the component’s weight there.',
    effect: 'A larger σ spreads the component’s answers.',
    unit: 'target units',
  },
  engineNow: {
    what: 'The code that does the arithmetic now, how long one optimiser step takes on this machine, how much memory its tensors and its kernel hold in millions of bytes (MB), and how many weights and biases it adjusts.',
    effect: 'More units, components and points in a batch make a step longer.',
    unit: 'milliseconds a step',
  },
} as const;
