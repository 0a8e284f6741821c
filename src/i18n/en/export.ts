const run = {
  save: 'Saves the run as it stands in one file: the experiment, what is shown, the weights with all that training goes on from, the timeline, and the kept runs.',
  saveIt: 'Save this run',
  open: 'A saved run stands exactly where it stood. It is opened in one step of undo, and kept runs are added to those that are here. A file can also be dropped on the page.',
  openIt: 'Open a saved run',
  unreadable: 'The file cannot be read.',
  notOpened: '{name} was not opened.',
  noRoom:
    'The run is open. There was no room for {count, plural, one {one kept run} other {# kept runs}} of the file: {names}.',
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

const numbers = {
  how: 'What the page shows now, as numbers with all their digits. The names of the columns tell the units. Whatever needs the model is computed with the weights that are shown.',
  names: {
    data: 'Data',
    losses: 'Losses',
    answers: 'Answers',
    density: 'Density',
    samples: 'Samples',
    scores: 'Scores',
    components: 'Components',
  },
  what: {
    data: 'every point, and whether it is trained or tested on',
    losses: 'training and test loss of every epoch',
    answers: 'π, μ and σ of every component at 257 inputs',
    density: 'p(y given x) at 257 inputs and 129 targets',
    samples: 'drawn at the test inputs',
    scores: 'on fresh points, with standard errors, beside the truth’s',
    components: 'those in use, as the list on the page has them',
  },
  formats: { csv: 'CSV', json: 'JSON' },
  as: '{name} as {format}',
  all: 'All as CSV in one zip file',
  scoring: 'The model is scored…',
  nothing: 'There is nothing of that kind yet: {name}.',
} as const;

const model = {
  how: 'The network that the figure shows. Each file is read back and compared with it before it is saved.',
  names: { safetensors: 'safetensors', onnx: 'ONNX', layersModel: 'TensorFlow.js' },
  what: {
    safetensors: 'the weights by name, with the experiment and the scaling in the header',
    onnx: 'opset 17: from x to π, μ and σ, in the units of the data',
    layersModel: 'a LayersModel of two files in a zip: from x to π, μ and log σ²',
  },
  save: 'Save',
  as: 'Save as {name}',
  nothing: 'There are no weights of this experiment yet. Try again in a moment.',
  damaged: 'The file, read back, does not answer what the network does, so it was not saved.',
} as const;

const pictures = {
  how: 'The figures as they are now, each with what it shows and the link that opens it. SVG is made of lines and keeps its text as text, in the font Inter; PNG is made of pixels.',
  which: 'Figure',
  sheet: 'All on one sheet',
  width: 'Width of a PNG',
  px: '{value} px',
  theme: 'Theme of the picture',
  svg: 'Save as SVG',
  png: 'Save as PNG',
  drawing: 'Drawing…',
  preview: 'Preview: {name}',
} as const;

const film = {
  how: 'The main figure and the slice, from the first weights to the newest, one picture for each state that the timeline keeps. The figures on the page move along meanwhile.',
  format: 'Format of the film',
  formats: { webm: 'WebM', gif: 'GIF' },
  take: 'Film the timeline',
  progress: 'How far the film is',
  done: '{done} of {of} pictures',
  nothing: 'There is no timeline yet: train the run first.',
} as const;

const embed = {
  how: 'The figure alone in a frame of another page, with the scene as it is now. The frame can say how high it is, and takes play, pause, step and a scene from the site that you name, and from no other.',
  show: 'Shown beside the figure',
  parts: {
    controls: 'Buttons of the run',
    timeline: 'Timeline',
    slice: 'Slice',
    caption: 'Caption',
  },
  site: 'Address of your site',
  siteHint: 'As in https://example.org; leave it empty for a frame that listens to nobody.',
  noSite: 'That is no address of a site.',
  link: 'Link of the frame',
  snippet: 'HTML for your page',
  copy: 'Copy: {name}',
  copyIt: 'Copy',
  copied: 'Copied',
  copyBlocked: 'The browser does not let the page copy: choose the text and copy it yourself.',
  qr: 'QR code of the link',
  tooLong: 'The link is too long for a QR code: it carries your own data.',
} as const;

const exporting = {
  title: 'Export',
  close: 'Close',
  what: 'What to take away',
  sections: {
    run: 'Run',
    model: 'Model',
    numbers: 'Numbers',
    pictures: 'Pictures',
    film: 'Film',
    embed: 'Embed',
  },
  cancel: 'Cancel',
  failed: 'Nothing was saved: the browser could not make the file.',
  run,
  model,
  numbers,
  pictures,
  film,
  embed,
} as const;

export { exporting as export };
