export const warm = {
  name: 'Samples at a temperature',
  caption:
    'Above: samples of the network at the test inputs, over the test points. Below: the NLL of some of the test points under the mixture at each temperature of its widths. At 1, the dotted line, it is the mixture itself.',
  widthTemperature: 'Temperature of the widths',
  weightTemperature: 'Temperature of the weights',
  handle: 'Temperature of the widths, in the curve',
  plot: 'NLL of the test points against the temperature',
  nllAt: 'At temperature {temperature} the NLL of {count} test points is {nll}.',
  none: 'At so low a temperature the widths are next to nothing, and the NLL lies beyond the figure.',
  later: 'The NLL at each temperature is shown here once the network has been trained.',
} as const;
