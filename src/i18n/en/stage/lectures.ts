export const lectures = {
  mean: {
    title: 'Why the mean is nobody’s answer',
    sine: {
      title: 'One answer for each input',
      note: 'Each point is an input x with a target y that was measured there. Ask: what would you answer at x = 5? Here the points of one input lie close together, so one number will do as an answer.',
    },
    curve: {
      title: 'A network learns the curve',
      note: 'A feed-forward network with one output, trained on squared error. It starts as a flat curve and bends until the mean squared error is that of the noise. Squared error has its minimum at the conditional mean, and here the mean is where the points are.',
    },
    inverted: {
      title: 'The same points, inverted',
      note: 'Input and target have changed places. At x = 0, where the cursor stands, there are three places where y may be. The answer is hidden: have the class draw the curve they expect, on their phones through the QR code or here. The key for the next scene trains the network, and guess and answer are shown together.',
    },
    mean: {
      title: 'The answer that nobody gave',
      note: 'The same network, the same loss. It is not badly trained: it has found the conditional mean, which is what squared error asks for. Yet at x = 5, where the cursor stands now, its answer lies between two branches, and no point is near it. Longer training does not help, and neither does a larger network.',
    },
    bell: {
      title: 'Read as a bell',
      note: 'The mean squared error, read as a variance, gives a Gaussian about the mean. It is so wide because it has to reach all branches, and at x = 5 it is highest where nothing was observed. Move the cursor with Shift and an arrow key.',
    },
    mixture: {
      title: 'A mixture density network',
      note: 'The same hidden layers, other outputs: weights, means and widths of a mixture of Gaussians. It is trained on the negative log likelihood. Watch the density leave the gaps and gather on the branches.',
    },
    answers: {
      title: 'Several answers, with their shares',
      note: 'What is drawn are the modes of the density: the places where an answer is likeliest. The dashed line is the truth, which the network has never seen. To sum up: squared error asks for the mean; where there are several answers, ask for the distribution.',
    },
  },
  bells: {
    title: 'From bells to a network',
    data: {
      title: 'Several answers at one input',
      note: 'At x = 0 there are three. We want the whole distribution of y given x, not one number.',
    },
    one: {
      title: 'One bell',
      note: 'A single Gaussian whose mean and width depend on x. Where will its middle run? Let the class draw, then reveal the answer. The likelihood is greatest when the bell covers everything, so it is wide where there are many branches. It cannot be high in two places.',
    },
    three: {
      title: 'Three bells',
      note: 'p(y | x) is a sum of Gaussians, each with a weight π, a mean μ and a width σ. The weights are positive and sum to one: a softmax. The widths are positive: an exponential. Everything else is the network that you know.',
    },
    means: {
      title: 'What the components do',
      note: 'Each colour is a component; its strength is its weight. A component follows a branch for a while and then hands over to another. Which component follows which branch is chance: with another seed the colours fall differently.',
    },
    count: {
      title: 'How many bells?',
      note: 'The number of components stands above the figure. Have the class vote, then change it. Too few cannot reach all branches; those that are not needed fade to a weight near zero.',
    },
    start: {
      title: 'After the first epoch',
      note: 'The same run after its first epoch: the components lie spread over the targets, as they began, and follow the data only roughly. On the right the loss, in nats per point; the dashed line is the least that is possible.',
    },
    learning: {
      title: 'Learning, slowly',
      note: 'Thirty steps a second, slow enough to talk over. The loss falls steeply while the components find their branches, and slowly while they narrow. Press Space to stop it anywhere.',
    },
    samples: {
      title: 'Drawing from it',
      note: 'Two draws at each test point: first a component by its weight, then a number from its Gaussian. A model of the distribution can make data; the mean could not.',
    },
    spiral: {
      title: 'A spiral',
      note: 'The same hidden layers, thirty components and the tuned recipe. In the middle there are more answers than on the inverted sine, and their number changes with x. Nothing in the code is made for spirals.',
    },
  },
  trust: {
    title: 'Can you trust it?',
    bands: {
      title: 'What a region promises',
      note: 'The darker region is meant to hold 50 in 100 points, the lighter one 90. Each region splits where the density does. Whether the promise is kept is a question that data can answer.',
    },
    pit: {
      title: 'A test that needs no truth',
      note: 'For each fresh point, the probability that the model gave to a smaller target. If the model is right, all values are equally likely, and the bars are level. The green band is what chance allows.',
    },
    bell: {
      title: 'The bell is found out',
      note: 'The feed-forward network, read as a Gaussian. Its regions are wide, and the 90 % region holds nearly 90 in 100 points. Still it is wrong: the ranks are far from level, with too many points up to the middle and in the last bar, and too few between. Where there are two branches the points lie off its peak; at the turns they lie close to it.',
    },
    coverage: {
      title: 'Promised against kept',
      note: 'Across: what a region was meant to hold. Up: what it held, of fresh points. On the dashed line the promise is kept; below it the model is overconfident.',
    },
    few: {
      title: 'A hundred points, a thousand epochs',
      note: 'The article’s recipe on a hundred points. The training loss goes on falling, and the test loss turns and rises: the widths shrink about single points.',
    },
    heart: {
      title: 'Learned by heart, and sure of it',
      note: 'The same run. Its regions hold far fewer points than they promise: overfitting shows as overconfidence. What helps: more points, fewer epochs, weight decay.',
    },
    outside: {
      title: 'Where there were no data',
      note: 'The network was trained only between −8 and 8, and its answer is hidden at first: what will it say beyond? Let the class continue the curve, then reveal the answer. Outside the range the network carries on along both branches, as narrow and sure as before, although there is only one answer there, and it lies between them. No score on points from inside the range can tell you. To sum up: test it on fresh points, and know where your data end.',
    },
  },
} as const;
