export const engine = {
  heading: 'Engine',
  cost: '{time} ms a step',
  memory: '{size} MB',
  parameters: '{count} parameters',
  waiting: 'Starting',
} as const;
