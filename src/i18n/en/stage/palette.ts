export const palette = {
  heading: 'Actions',
  field: 'Name of an action or a preset',
  list: 'Actions and presets',
  none: 'Nothing has such a name.',
  close: 'Close',
} as const;
