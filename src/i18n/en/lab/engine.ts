export const engine = {
  heading: 'Engine',
  cost: '{time} ms a step',
  memory: '{size} MB',
  parameters: '{count} parameters',
  waiting: 'Starting',
  fallback: 'It stands in for the engine that was asked for: {reason}',
} as const;
