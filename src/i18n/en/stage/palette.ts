export const palette = {
  heading: 'Actions',
  field: 'Name of an action or a preset',
  list: 'Actions and presets',
  none: 'No action or preset has this name.',
  close: 'Close',
} as const;
