export const said = {
  started: 'Training started.',
  paused: 'Training paused at epoch {epoch}.',
  finished: 'Training finished after {epoch} epochs.',
  plateau: 'Training stopped after {epoch} epochs: the test loss no longer improves.',
  diverged: 'Training stopped: the loss diverged.',
  recovered: 'The loss diverged; training went back to a checkpoint with half the learning rate.',
  copied: 'Link copied.',
  tableCopied: 'Table copied.',
} as const;
