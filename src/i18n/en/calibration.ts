export const calibration = {
  on: {
    fresh: 'On {points} fresh points, at epoch {epoch}.',
    test: 'On {points} of the test points, at epoch {epoch}.',
  },
  inside: 'They lie in the range that is trained on.',
  whySo: {
    fresh:
      'This many are enough to show an error that matters; many more would find fault with any model.',
    test: 'There are no fresh points of these data.',
  },
  asGaussian: 'The network answers the Gaussian N(f(x), σ̂²), with σ̂² the training MSE.',
  measuring: 'Checking where the points lie…',
  noWidth:
    'There is no width to be judged yet: σ̂ is the root of the training error, which is known after the first epoch.',
  verdict: {
    calibrated: 'Nothing speaks against it: all lies within what chance allows.',
    overconfident:
      'No, it is overconfident: its regions hold fewer points than they are meant to; those of {level} hold {held}.',
    underconfident:
      'No, it is underconfident: its regions hold more points than they are meant to; those of {level} hold {held}.',
    uneven:
      'No: its regions of {more} hold {heldMore}, more than they are meant to, and those of {fewer} hold {heldFewer}, which is less.',
    elsewhere:
      'Not quite: its regions hold about what they are meant to, but a band is left: its probability is shared out otherwise than the points.',
  },
  bands:
    'The green bands hold all bars and the whole curve of at least {within} in 100 samples from a calibrated model, each band by itself of {each} (Säilynoja, Bürkner and Vehtari 2022, Statistics and Computing 32:32).',
  pit: {
    name: 'PIT histogram',
    what: 'The probability integral transform of a point is the probability P(Y ≤ y) that the model gives to a target below the one observed: 0.5 is its median. If the model is right, every value from 0 to 1 is equally likely.',
    x: 'P(Y ≤ y)',
    y: 'points, of expected',
    hover: '{share} points about {x}',
    within: 'All {bins} bars lie within the band.',
    outside:
      '{out} of {bins} bars lie outside the band; the first and last hold {share} of the points, where {meant} should.',
    ifOver: 'If the model were overconfident, they would rise at both ends.',
  },
  cumulated: {
    name: 'Cumulative PIT less uniform',
    what: 'The share of points whose PIT is at most u, less u itself. A difference in width or place that is spread over many bars shows here first.',
    x: 'u',
    y: 'share less u',
    hover: '{y} at u = {x}',
    within: 'The curve lies within its band.',
    outside:
      'The curve leaves its band, farthest at u = {at}: {share} of the points lie below, where {meant} should.',
    ifOver:
      'If the model were overconfident, it would lie above at the left and below at the right.',
  },
  coverage: {
    name: 'Coverage of regions',
    what: 'How many of the points lie in the regions that the model means to hold a share of them: central intervals, which leave as much out below as above, and the smallest regions, which follow the density where there are several answers. The bars are 95 % binomial errors.',
    x: 'meant to hold, %',
    y: 'hold, %',
    hover: '{y} % in those meant to hold {x} %',
    central: 'central',
    highest: 'highest density',
    is: 'Regions meant to hold 50 % hold {highest50} (highest density) and {central50} (central); those meant to hold 90 %, {highest90} and {central90}.',
    ifOver: 'If the model were overconfident, they would lie below the diagonal.',
  },
  ranks: {
    name: 'Highest-density rank',
    what: 'How large a region of highest density has to be to take in the observed target: 0 at the highest peak, 1 where the model gives no probability. Unlike the PIT it tells a gap between two answers from an answer.',
    x: 'rank',
    y: 'points, of expected',
    hover: '{share} points about {x}',
    within: 'All {bins} bars lie within the band.',
    outside:
      '{out} of {bins} bars lie outside the band; {share} of the points lie outside the regions meant to hold 90 %, where 10 % should.',
    ifOver: 'If the model were overconfident, they would rise towards the right.',
  },
  table: {
    coverage: 'Points in regions',
    level: 'meant to hold',
    error: 'standard error',
    bars: 'Points in bars',
    bar: 'bar',
    between: '{low} to {high}',
    pit: 'PIT',
    rank: 'highest-density rank',
    allowed:
      'In {within} of 100 samples the bars of a calibrated model would all count from {low} to {high} points.',
  },
} as const;
