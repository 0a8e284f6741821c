export const divergence = {
  log: 'Log of the run ({count, plural, one {# event} other {# events}})',
  events: 'Events of the run',
  failed: {
    loss: 'Step {step}, epoch {epoch}: the loss of the batch was not a finite number.',
    gradient: 'Step {step}, epoch {epoch}: the gradient was not a finite number.',
    explosion:
      'Step {step}, epoch {epoch}: the loss of the batch rose to {loss}, more than a thousand times what the run began with.',
  },
  gradient: {
    notFinite: 'The gradient’s norm was not a finite number.',
    first: 'The gradient’s norm was {norm}.',
    usual: 'The gradient’s norm was {norm}, about as usual ({typical}).',
    changed: 'The gradient’s norm was {norm}; typical before was {typical}.',
  },
  width: {
    notFinite: 'The smallest σ was not a finite number.',
    same: 'The smallest σ was {from} target units, as at the last checkpoint.',
    fell: 'Since the last checkpoint the smallest σ fell from {from} to {to} target units.',
    rose: 'Since the last checkpoint the smallest σ rose from {from} to {to} target units.',
  },
  outcome: {
    diverged: 'Training stopped.',
    recovered:
      'Training went back to step {backTo}, halved the learning rate to {rate} and clipped the gradient to {clip}.',
  },
  mark: {
    recovered: 'step {step}: diverged, back to step {backTo}',
    diverged: 'step {step}: diverged, stopped',
  },
} as const;
