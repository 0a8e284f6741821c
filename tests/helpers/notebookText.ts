import type { NotebookText } from '../../src/export/notebook.ts';

/** What a notebook says, in short. */
export const NOTEBOOK_TEXT: NotebookText = {
  title: 'A run',
  figures: 'What it has come to.',
  sections: {
    head: 'What is needed.',
    data: '## Data',
    model: '## Model',
    loss: '## Loss',
    training: '## Training',
    samples: '## Samples',
  },
};
