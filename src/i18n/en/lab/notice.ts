export const notice = {
  region: 'Notices',
  linkRefused:
    'This link could not be used, so what is shown here is not what it describes. Copy the whole of it once more from where you found it, or ask whoever sent it for a new one. In the link:',
  more: 'and {count} more',
  ratesFull:
    'The learning rate stays at {rate}: it was changed {most} times in this run, which is as often as a run can take. Forget the changes, and the run begins again with the first rate.',
  restarted: 'The training worker stopped answering and was restarted from its last checkpoint.',
  failed: {
    sandboxed:
      'The training worker does not start. The page stands in a frame that allows none (a sandbox without “allow-same-origin”): open it in a tab of its own.',
    forbidden:
      'The training worker does not start. The security policy of this host or browser allows no workers (worker-src).',
    missing:
      'The training worker does not start. Its script is missing from the host, most likely because the site was renewed since the page was opened: load the page again.',
    wrongType:
      'The training worker does not start. The host does not send its script as JavaScript, so the browser refuses to run it.',
    unreachable:
      'The training worker does not start. Its script could not be fetched, most likely because the connection has gone.',
    unknown:
      'The training worker does not start. Something in this browser, such as a security mode or too little memory, keeps it from running.',
  },
  retry: 'Try again',
  fallback:
    'A slower engine stands in here: {engine}. {why}, so this run takes {time} or so and may differ in its last digits from the same run elsewhere.',
  fallbackWhy: {
    noWebAssembly: 'This browser runs no WebAssembly, perhaps because of a security mode',
    noSimd: 'The WebAssembly of this browser or processor has no SIMD instructions',
    notLoaded: 'The faster engine’s file could not be loaded',
  },
  minutes: '{minutes, plural, =0 {less than a minute} one {a minute} other {# minutes}}',
  hours: '{hours, plural, one {an hour} other {# hours}}',
  diverged:
    'The loss diverged at step {step} and training stopped. Other settings take the run back to its start; then press Play.',
  recovered:
    'The loss diverged at step {step}. Training went back to step {backTo} and goes on at {factor} of the learning rate.',
} as const;
