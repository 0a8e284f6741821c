export const ownCut = {
  name: 'Your mixture at every input',
  caption:
    'The shading is one density for every input, the points are the training points. Right: the bells, and as ticks the targets of the points near the cut. Press a point to see how it pulls: arrows along the target axis move μ, arrows outwards or inwards change σ, sideways arrows change π.',
  plot: 'Training points and one density for all inputs',
  nll: 'NLL of the points near x = {x}',
  own: 'These are the bells that you have set by hand.',
  none: 'You have set no bells by hand yet: these are the three wide ones. Those that you set above will come here.',
  pulled: 'The bells have followed the points near the cut.',
  fitted: 'These are bells that fit the points near x = 0.',
  follow: 'Follow the pulls',
  said: 'One mixture at every input: {components}. The points near x = {x} have an NLL of {nll} under it; under the truth, {truth}.',
} as const;
