export const chapters = {
  'linear-regression': {
    title: 'A straight line',
    question: 'Which line fits these points best, and how would a machine find it?',
  },
  'squared-error': {
    title: 'Squared error is a likelihood',
    question: 'Of all the things one could do with an error, why square it?',
  },
  likelihood: {
    title: 'One loss with five names',
    question: 'How should a predicted probability be judged by what then happens?',
  },
  data: {
    title: 'Data with a known answer',
    question: 'What is the best that any model can do, and how can we tell?',
  },
  network: {
    title: 'A network that bends',
    question: 'How does a network fit a curve that no line can follow?',
  },
  inverted: {
    title: 'Turned on its side',
    question: 'What does a network answer when a question has several answers?',
  },
  'mixture-density-network': {
    title: 'A mixture density network',
    question: 'How can a network give several answers, and say how likely each is?',
  },
  spiral: { title: 'The spiral', question: 'Does it still work with six answers at once?' },
  conclusion: {
    title: 'What to remember',
    question: 'What have these runs shown, and where can you go from here?',
  },
  'break-it': {
    title: 'Break it',
    question: 'How does such a network fail, and how would you notice?',
  },
} as const;
