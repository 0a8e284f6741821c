import { createStore } from 'zustand/vanilla';

/**
 * Why the browser has no training worker for the page, as far as can be told: the
 * page stands in a frame without an origin of its own, a policy forbids workers, or
 * the worker's script is not there, is not sent as JavaScript or cannot be fetched.
 */
export type WorkerAbsence =
  | 'sandboxed'
  | 'forbidden'
  | 'missing'
  | 'wrongType'
  | 'unreachable'
  | 'unknown';

export const workerAbsenceStore = createStore<{ readonly cause: WorkerAbsence }>(() => ({
  cause: 'unknown',
}));
