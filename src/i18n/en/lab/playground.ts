export const playground = {
  skip: 'Skip to the figure',
  settings: 'Settings',
  done: 'Done',
  undo: 'Undo',
  redo: 'Redo',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyBlocked: 'Copying is blocked here. The address bar holds the same link.',
  present: 'Present',
  scenes: 'Scenes',
  keys: 'Keys',
  code: 'Code',
} as const;
