export const notice = {
  region: 'Notices',
  linkRefused:
    'This link was not taken, so what it holds is not what is shown here. Copy the whole of it once more from where you found it, or ask whoever sent it for a new one. In the link:',
  more: 'and {count} more',
  ratesFull:
    'The learning rate stays at {rate}: it was changed {most} times in this run, which is as often as a run can take. Forget the changes, and the run begins again with the first rate.',
  restarted: 'The training worker stopped answering and was restarted from its last checkpoint.',
  failed: 'The training worker does not start. Check the connection, then try again.',
  retry: 'Try again',
  fallback:
    'A slower engine stands in here: {engine}. The run may differ in the last digits from the same run elsewhere.',
  diverged:
    'The loss diverged at step {step} and training stopped. Other settings take the run back to its start; then press Play.',
  recovered:
    'The loss diverged at step {step}. Training went back to step {backTo} and goes on at {factor} of the learning rate.',
} as const;
