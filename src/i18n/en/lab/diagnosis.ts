export const diagnosis = {
  heading: 'Why the loss is so high',
  findings: 'What was found',
  far: 'The run ends {excess} {unit} above the best reachable.',
  noBetter: 'The run says little more than a single Gaussian, the same at every x, would say.',
  causes: {
    decayed:
      'A weight decay of {decay} keeps the weights so small that the answer hardly moves with x.',
    few: '{count, plural, one {The one component is} other {All # components are}} in use, and more would be used.',
    idle: 'In hidden layer {layer}, {share} of the units give the same value at every x: nothing about x gets past them.',
    collapsed:
      '{count, plural, one {One component of {components} answers} other {# components of {components} answer}} everything; the others have dropped out.',
    memorised:
      'The test loss is {test} and the training loss {train}: the network follows its training points too closely.',
    lost: 'The test loss was {least} at epoch {epoch} and has risen to {last} since.',
    fast: 'A learning rate of {rate} is large; {usual} is usual for such a network.',
    raw: 'In raw units the inputs have a standard deviation of {input} and the targets of {target}; usual rates are made for 1.',
    narrow:
      'A hidden layer has {count, plural, one {a single unit} other {only # units}}, which can follow little of x.',
    short: 'The test loss was still falling, by {fall} in the last {over} epochs.',
    steps: 'There were too few optimiser steps to learn more.',
    stalled: 'The test loss has not fallen for {over} epochs.',
  },
  cures: {
    name: 'What may help',
    rate: 'Lower the rate to {rate}',
    floor: 'Set a variance floor',
    clip: 'Clip the gradient to {norm}',
    standardise: 'Standardise data',
    points: 'Train on {points} points',
    activation: 'Use {activation} units',
    components: 'Use {components} components',
    hidden: 'Use {units} units a layer',
    initialisation: 'Spread the components',
    best: 'Take the best weights',
    decay: 'Switch weight decay off',
    recipe: 'Train by the tuned recipe',
  },
} as const;
