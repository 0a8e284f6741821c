const run = {
  problems: {
    foreign: 'It is no run that this page has saved.',
    tooLarge: 'It is larger than any run that this page saves.',
    newer: 'It was saved by a newer version of this page; reload the page to get that.',
  },
  damaged: {
    file: 'The file is damaged: not all of it has arrived, or it was changed.',
    experiment: 'The file is damaged: its experiment cannot be read.',
    view: 'The file is damaged: what was shown cannot be read.',
    run: 'The file is damaged: where the run stood cannot be read.',
    timeline: 'The file is damaged: the run’s timeline cannot be read.',
    kept: 'The file is damaged: one of its kept runs cannot be read.',
  },
} as const;

const exporting = { run } as const;

export { exporting as export };
