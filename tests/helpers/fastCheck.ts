import fc from 'fast-check';

/**
 * A property that fails is reported within half a minute, simplified as far as
 * that went, instead of holding the suite up while it is simplified further.
 * `FC_SEED` repeats the cases of an earlier run.
 */
fc.configureGlobal({
  interruptAfterTimeLimit: 30_000,
  ...(process.env.FC_SEED !== undefined && { seed: Number(process.env.FC_SEED) }),
});
