import fc from 'fast-check';

/**
 * A property that fails is reported within 50 seconds, simplified as far as that
 * went, instead of holding the suite up while it is simplified further; one that
 * has not been through all its cases by then fails too.
 * `FC_SEED` repeats the cases of an earlier run.
 */
fc.configureGlobal({
  interruptAfterTimeLimit: 50_000,
  markInterruptAsFailure: true,
  ...(process.env.FC_SEED !== undefined && { seed: Number(process.env.FC_SEED) }),
});
